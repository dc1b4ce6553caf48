import ExporterKit
import SourceReading

/// Somebody whom a system knows, by one identifier of each kind that it can be asked by; and somebody whom it does not.
struct KnownPerson {
    private(set) var identifiers: [Identifier]
    /// As many identifiers of the same kinds, of nobody.
    private(set) var stranger: [Identifier] = []

    /// Begins with an address, or with whatever the store shows first, and goes on to what its records yield.
    init(of system: SystemDescription, _ opening: SourceOpening, address: String?) async throws {
        if let address {
            identifiers = [Identifier(kind: "email", address)]
        } else {
            identifiers = try await Self.first(of: system, opening)
        }
        var asked: Set<String> = []
        var grew = true
        while grew {
            grew = false
            for collection in system.collections where !asked.contains(collection.id) {
                let question = Question(identifiers: identifiers).narrowed(to: collection)
                guard !question.isEmpty else { continue }
                asked.insert(collection.id)
                grew = try await learn(from: collection, question, of: system, opening) || grew
            }
        }
        stranger = identifiers.map { Self.nobody($0.kind, in: system) }
    }

    private static func first(of system: SystemDescription, _ opening: SourceOpening) async throws -> [Identifier] {
        let byAddress = system.collections.filter { $0.needs == ["email"] }
        for collection in byAddress + system.collections.filter({ $0.needs != ["email"] }) {
            let held = try await opening.using(system) { try await $0.heldIdentifiers(collection, limit: 16) } ?? []
            let isFound = try await Self.isFound(held, in: collection, of: system, opening)
            // A query may pass over who stands first; who is found in no way is still somebody to try.
            if let person = zip(held, isFound).first(where: \.1)?.0 ?? held.first { return person.tuple.identifiers }
        }
        throw SourceFailure(
            .emptySource,
            "the sample shows nobody, so that nothing can be tried",
            hint: "put a made-up person into it, or try the real system with --live ADDRESS"
        )
    }

    /// Whether the collection finds each of them.
    private static func isFound(
        _ held: [HeldTuple],
        in collection: CollectionDescription,
        of system: SystemDescription,
        _ opening: SourceOpening
    ) async throws -> [Bool] {
        let questions = held.map { Question(tuples: [$0.tuple]) }
        guard !questions.isEmpty else { return [] }
        let checks = questions.map { AnswerCheck(collection, question: $0) }
        return try await opening.using(system) { source in
            var found = questions.map { _ in false }
            try await source.read(collection, for: questions) { record, number in
                if checks[number].admits(record) { found[number] = true }
            }
            return found
        }
    }

    /// Takes what the first record of the person yields, of the kinds that are not known yet.
    private mutating func learn(
        from collection: CollectionDescription,
        _ question: Question,
        of system: SystemDescription,
        _ opening: SourceOpening
    ) async throws -> Bool {
        let kinds = Set(identifiers.map(\.kind))
        let fields = collection.fields.enumerated().filter { $1.identifies.map { !kinds.contains($0) } ?? false }
        guard !fields.isEmpty, !collection.aboutOthers else { return false }
        var found: [Identifier] = []
        let check = AnswerCheck(collection, question: question)
        try await opening.using(system) { source in
            try await source.read(collection, for: [question]) { record, _ in
                guard found.isEmpty, check.admits(record) else { return }
                for (index, field) in fields where record.kind(at: index) != .null {
                    guard let kind = field.identifies, !found.contains(where: { $0.kind == kind }) else { continue }
                    found.append(Identifier(kind: kind, value: Array(record.cell(at: index))))
                }
            }
        }
        identifiers += found
        return !found.isEmpty
    }

    /// A value that nobody has: an address below a domain that can never be, or a long number by chance.
    private static func nobody(_ kind: String, in system: SystemDescription) -> Identifier {
        let number = UInt64.random(in: 100_000_000_000_000...999_999_999_999_999)
        if kind == "email" { return Identifier(kind: kind, "nobody-\(number)@example.invalid") }
        let isNumber = system.collections.contains { collection in
            collection.fieldsCarrying(kind).contains { ["integer", "number"].contains(collection.fields[$0].type) }
        }
        return Identifier(kind: kind, isNumber ? "\(number)" : "nobody-\(number)")
    }
}
