import Foundation
import Synchronization
import TestSupport
import Groundwork

/// A clock that stands still until a test moves it.
final class TestClock: Sendable {
    private let moment: Mutex<Date>

    /// Stands at noon UTC of a day, written `2026-06-15`.
    convenience init(_ day: String) throws { try self.init(at: "\(day)T12:00:00Z") }

    /// Stands at a moment, written as RFC 3339.
    init(at moment: String) throws {
        self.moment = Mutex(try Date(moment, strategy: .iso8601))
    }

    var now: Date { moment.withLock { $0 } }

    /// Moves the clock, back too.
    func move(days: Int) { moment.withLock { $0 += Double(days) * 86_400 } }

    /// Moves the clock to a moment, written as RFC 3339.
    func set(_ moment: String) throws {
        let date = try Date(moment, strategy: .iso8601)
        self.moment.withLock { $0 = date }
    }

    /// Surroundings with this clock, a named operator, and the system's chance, or one that a seed repeats.
    func surroundings(operator name: String = "tester", seed: UInt64? = nil) -> Surroundings {
        let seeded = Mutex(seed.map(Seeded.init))
        return Surroundings(
            now: { self.now },
            randomBytes: { count in
                seeded.withLock { seeded in
                    (0..<count).map { _ in
                        UInt8(truncatingIfNeeded: seeded?.next() ?? UInt64.random(in: .min ... .max))
                    }
                }
            },
            operatorName: name
        )
    }
}
