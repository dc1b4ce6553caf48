package import Foundation

/// When a request is tried again in which something failed, or still waits: later each time, and never all at once.
package struct BackOff: Sendable {
    private struct Wait: Sendable {
        var tries: Int
        var until: Date
    }

    /// The longest time between two tries, in seconds.
    package static let longest: TimeInterval = 3600

    private let first: TimeInterval
    private var waits: [String: Wait] = [:]

    /// Begins with a time in seconds, which doubles with each try.
    package init(first: TimeInterval) { self.first = min(first, Self.longest) }

    /// Whether a request may be tried at a moment.
    package func mayTry(_ id: String, at moment: Date) -> Bool { waits[id].map { $0.until <= moment } ?? true }

    /// Lets a request wait, each time twice as long as the time before, give or take a quarter.
    ///
    /// - Returns: for how many seconds.
    @discardableResult
    package mutating func wait(_ id: String, at moment: Date, random: inout some RandomNumberGenerator) -> TimeInterval
    {
        let tries = (waits[id]?.tries ?? 0) + 1
        let whole = min(first * pow(2, Double(min(tries, 32) - 1)), Self.longest)
        let seconds = Self.jittered(whole, random: &random)
        waits[id] = Wait(tries: tries, until: moment.addingTimeInterval(seconds))
        return seconds
    }

    /// Forgets a request in which nothing waits any more.
    package mutating func settle(_ id: String) { waits[id] = nil }

    /// A time give or take a quarter, so that what began together does not stay together.
    package static func jittered(_ seconds: TimeInterval, random: inout some RandomNumberGenerator) -> TimeInterval {
        seconds * TimeInterval.random(in: 0.75...1.25, using: &random)
    }
}
