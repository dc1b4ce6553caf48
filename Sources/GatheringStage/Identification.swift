import ExporterKit
import SourceReading
import Cases

/// Finds every identifier by which the systems know the subject: address, customer number, chat handle, ...
///
/// Gathering is a graph: it starts from what verification proved, asks every collection that yields identifiers and
/// whose needs are met, and repeats until nothing new turns up.
struct Identification: Sendable {
    let systems: [SystemDescription]
    let reader: SourceReader

    /// What the search for identifiers came to.
    struct Result: Sendable {
        /// What stood together in one record each, in the order in which it was found.
        var tuples: [IdentifierTuple]
        /// What the systems call the subject, with ASCII letters folded, so that it is never taken for another's.
        var names: Set<[UInt8]>
        /// The collections that could not be asked.
        var failures: [CollectionID: SourceFailure]

        /// Every identifier, each once.
        var identifiers: [Identifier] { Question(tuples: tuples).identifiers }
    }

    /// Searches from the subject's proven identifiers.
    func identifiers(of subject: VerifiedSubject) async throws -> Result {
        let filter = SubjectFilter(subject)
        var known = KnownTuples(subject.tuples)
        var asked: [CollectionID: Set<IdentifierTuple>] = [:]
        var failures: [CollectionID: SourceFailure] = [:]
        var names: Set<[UInt8]> = []
        var isNew = true
        while isNew {
            isNew = false
            for (system, collection) in yielding {
                let id = CollectionID(system: system.id, collection: collection.id)
                let new = known.parts(of: collection.needs).filter { asked[id]?.contains($0) != true }
                guard failures[id] == nil, !new.isEmpty else { continue }
                asked[id, default: []].formUnion(new)
                do {
                    let found = try await ask(collection, of: system, new, filter)
                    names.formUnion(found.names)
                    for tuple in found.tuples.list where known.insert(tuple) { isNew = true }
                } catch let failure as SourceFailure {
                    failures[id] = failure
                }
            }
        }
        return Result(tuples: known.list, names: names, failures: failures)
    }

    private var yielding: [(SystemDescription, CollectionDescription)] {
        systems.flatMap { system in
            system.collections.filter { collection in
                !collection.aboutOthers && collection.fields.contains { $0.identifies != nil }
            }.map { (system, $0) }
        }
    }

    private func ask(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        _ tuples: [IdentifierTuple],
        _ filter: SubjectFilter
    ) async throws -> Found {
        let reader = reader
        return try await withTimeLimit(seconds: system.timeLimit, system: system.id) {
            var found = Found()
            try await reader.read(collection, of: system, asking: tuples) { record, tuple in
                guard filter.judge(record, of: collection) == .subjects else { return }
                for tuple in try collection.tuples(in: record, askedBy: tuple) { found.tuples.insert(tuple) }
                if found.names.count < Self.namesKept { found.names.formUnion(collection.subjectNames(in: record)) }
            }
            return found
        }
    }

    /// A person has few names; the bound keeps a wrongly marked field from filling the memory.
    private static let namesKept = 1_000

    private struct Found: Sendable {
        var tuples = KnownTuples([])
        var names: Set<[UInt8]> = []
    }
}

extension CollectionDescription {
    /// The values of a record's `person: subject` fields, with ASCII letters folded.
    func subjectNames(in record: RecordBuffer) -> [[UInt8]] {
        fields.indices.filter { fields[$0].person == .subject && record.kind(at: $0) == .text }
            .map { record.cell(at: $0).map(asciiFolded) }.filter { !$0.isEmpty }
    }

    /// Whether identifiers of every needed kind are known, from one record.
    func canBeAsked(by tuples: [IdentifierTuple]) -> Bool {
        !needs.isEmpty && tuples.contains { $0.part(of: needs) != nil }
    }
}

/// Tells the subject's records from those of others under the same address (case 14).
struct SubjectFilter: Sendable {
    /// Whose a record is.
    enum Verdict: Sendable {
        case subjects
        case anothers
        /// It was found by the shared address alone.
        case undecidable
    }

    private let sharesAddress: Bool
    private let own: Set<Identifier>
    private let others: Set<Identifier>

    init(_ subject: VerifiedSubject) {
        sharesAddress = subject.sharesAddress
        own = Set(subject.identifiers.map(\.identifier.canonical).filter { $0.kind != "email" })
        others = Set(subject.othersIdentifiers.map(\.identifier.canonical))
    }

    /// Judges a record that carries what was asked.
    func judge(_ record: RecordBuffer, of collection: CollectionDescription) -> Verdict {
        guard sharesAddress, collection.needs == ["email"] else { return .subjects }
        let carried = Set(collection.identifiers(in: record))
        if !carried.isDisjoint(with: own) { return .subjects }
        return carried.isDisjoint(with: others) ? .undecidable : .anothers
    }
}
