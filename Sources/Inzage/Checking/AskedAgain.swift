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
    /// How many were found in no way, while others that are written alike were: the query passes over them.
    package var passedOver = 0
    /// Whether asking took too long to be finished.
    package var isCut = false

    /// The most identifiers that are asked for.
    private static let limit = 16

    private struct Asking: Sendable {
        let held: HeldTuple
        let way: Way
        let question: Question
        var isFound = false
    }

    /// Asks a collection for some of the identifiers that it holds.
    static func ask(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        _ opening: SourceOpening,
        _ limits: DataCheck.Limits
    ) async -> AskedAgain {
        let held = try? await withTimeLimit(seconds: limits.readingSeconds, system: system.id) {
            try await opening.using(system) { try await $0.heldIdentifiers(collection, limit: Self.limit) }
        }
        guard let tuples = held ?? nil, let first = tuples.first else { return AskedAgain() }
        let clock = ContinuousClock()
        let end = clock.now + .seconds(limits.askingSeconds)
        var answered: [Asking] = []
        // The first is asked for in one way after the other, which tells how long asking takes: a store may look at
        // everything for each question, and then the rest is not asked for.
        let start = clock.now
        for asking in Self.askings(first, of: collection) {
            guard let answer = await Self.answers([asking], collection, system, opening, until: end) else {
                return AskedAgain(answered, isCut: true)
            }
            answered += answer
        }
        let spent = clock.now - start
        let rest = tuples.dropFirst()
        guard !rest.isEmpty else { return AskedAgain(answered, isCut: false) }
        guard clock.now + spent * rest.count < end else { return AskedAgain(answered, isCut: true) }
        let askings = rest.flatMap { Self.askings($0, of: collection) }
        let answers = await Self.answers(askings, collection, system, opening, until: end)
        return AskedAgain(answered + (answers ?? []), isCut: answers == nil)
    }

    init() {}

    /// Counts what was found, and in which way.
    private init(_ askings: [Asking], isCut: Bool) {
        let each = Dictionary(grouping: askings, by: \.held)
        asked = each.count
        self.isCut = isCut
        let unfound = Set(each.filter { !$0.value.contains(where: \.isFound) }.keys)
        let found = Set(each.keys).subtracting(unfound).map(\.letters)
        // Letters tell a query that has conditions of its own from one that compares otherwise than we do.
        let passed = unfound.filter { $0.isWhole && found.contains($0.letters) }
        passedOver = passed.count
        for asking in askings where !asking.isFound && !passed.contains(asking.held) {
            missed[asking.way.rawValue, default: 0] += 1
        }
    }

    /// Asks; nil where that took too long, or failed.
    private static func answers(
        _ askings: [Asking],
        _ collection: CollectionDescription,
        _ system: SystemDescription,
        _ opening: SourceOpening,
        until end: ContinuousClock.Instant
    ) async -> [Asking]? {
        let left = Int((end - ContinuousClock().now).components.seconds)
        return try? await withTimeLimit(seconds: max(1, left), system: system.id) {
            var answered = askings
            let checks = askings.map { AnswerCheck(collection, question: $0.question) }
            try await opening.using(system) { source in
                try await source.read(collection, for: askings.map(\.question)) { record, number in
                    if checks[number].admits(record) { answered[number].isFound = true }
                }
            }
            return answered
        }
    }

    /// The ways to ask for a tuple: in other letters only where it is compared without regard to them.
    private static func askings(_ held: HeldTuple, of collection: CollectionDescription) -> [Asking] {
        let tuple = held.tuple
        return Way.allCases.compactMap { way in
            let changed = tuple.identifiers.map { identifier in
                let forms = collection.forms(of: identifier.kind)
                let value = way.changed(identifier.value)
                let isOne = forms.contains { $0.canonical(value[...]) == $0.canonical(identifier.value[...]) }
                return isOne ? Identifier(kind: identifier.kind, value: value) : identifier
            }
            let question = Question(tuples: [IdentifierTuple(changed)])
            return way != .asHeld && changed == tuple.identifiers
                ? nil : Asking(held: held, way: way, question: question)
        }
    }
}

extension HeldTuple {
    /// Whether capitals and small letters stand in it.
    fileprivate var letters: [Bool] {
        let bytes = tuple.identifiers.flatMap(\.value)
        return [bytes.contains { (0x41...0x5A).contains($0) }, bytes.contains { (0x61...0x7A).contains($0) }]
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
