import ExporterKit
import SourceReading

/// Whether a collection finds what it holds, when it is asked for it as it stands there, in small letters and in
/// capitals.
///
/// A query that compares otherwise than the check of its answers does finds nothing for somebody whose address is
/// written otherwise in the next system, and a letter then says that nothing is held.
package struct AskedAgain: Sendable, Encodable {
    /// How an identifier was asked for.
    package enum Way: String, Sendable, Encodable, CaseIterable {
        case asHeld = "as held"
        case capitals = "in capitals"
        case small = "in small letters"
    }

    /// How many identifiers were asked for.
    package var asked = 0
    /// How many of them were not found, for each way that did not find them all.
    package var missed: [String: Int] = [:]
    /// Whether asking took too long to be finished.
    package var isCut = false

    /// The most identifiers that are asked for.
    private static let limit = 16

    private struct Asking: Sendable {
        let way: Way
        let question: Question
    }

    /// Asks a collection for some of the identifiers that it holds.
    static func ask(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        _ opening: SourceOpening,
        _ limits: DataCheck.Limits
    ) async -> AskedAgain {
        var result = AskedAgain()
        let held = try? await withTimeLimit(seconds: limits.readingSeconds, system: system.id) {
            try await opening.using(system) { try await $0.heldIdentifiers(collection, limit: Self.limit) }
        }
        guard let tuples = held ?? nil, let first = tuples.first else { return result }
        let clock = ContinuousClock()
        let end = clock.now + .seconds(limits.askingSeconds)
        // The first is asked for in one way after the other, which tells how long asking takes: a store may look at
        // everything for each question, and then the rest is not asked for.
        let start = clock.now
        result.asked = 1
        for asking in Self.askings(first, of: collection) {
            guard await result.ask([asking], collection, system, opening, until: end) else { return result }
        }
        let spent = clock.now - start
        let rest = tuples.dropFirst()
        guard !rest.isEmpty else { return result }
        guard clock.now + spent * rest.count < end else {
            result.isCut = true
            return result
        }
        let askings = rest.flatMap { Self.askings($0, of: collection) }
        if await result.ask(askings, collection, system, opening, until: end) { result.asked += rest.count }
        return result
    }

    /// Asks, and counts what is not found; false where that took too long, or failed.
    private mutating func ask(
        _ askings: [Asking],
        _ collection: CollectionDescription,
        _ system: SystemDescription,
        _ opening: SourceOpening,
        until end: ContinuousClock.Instant
    ) async -> Bool {
        let left = Int((end - ContinuousClock().now).components.seconds)
        let found = try? await withTimeLimit(seconds: max(1, left), system: system.id) {
            var found: Set<Int> = []
            let checks = askings.map { AnswerCheck(collection, question: $0.question) }
            try await opening.using(system) { source in
                try await source.read(collection, for: askings.map(\.question)) { record, number in
                    if checks[number].admits(record) { found.insert(number) }
                }
            }
            return found
        }
        guard let found else {
            isCut = true
            return false
        }
        for (number, asking) in askings.enumerated() where !found.contains(number) {
            missed[asking.way.rawValue, default: 0] += 1
        }
        return true
    }

    /// The ways to ask for a tuple: in other letters only where it is compared without regard to them.
    private static func askings(_ tuple: IdentifierTuple, of collection: CollectionDescription) -> [Asking] {
        Way.allCases.compactMap { way in
            let changed = tuple.identifiers.map { identifier in
                let forms = collection.forms(of: identifier.kind)
                let value = way.changed(identifier.value)
                let isOne = forms.contains { $0.canonical(value[...]) == $0.canonical(identifier.value[...]) }
                return isOne ? Identifier(kind: identifier.kind, value: value) : identifier
            }
            let question = Question(tuples: [IdentifierTuple(changed)])
            return way != .asHeld && changed == tuple.identifiers ? nil : Asking(way: way, question: question)
        }
    }
}

extension AskedAgain.Way {
    fileprivate func changed(_ value: [UInt8]) -> [UInt8] {
        switch self {
        case .asHeld: value
        case .small: value.map(asciiFolded)
        case .capitals: value.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }
        }
    }
}
