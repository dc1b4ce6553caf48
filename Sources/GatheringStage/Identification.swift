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

    /// Searches from each subject's proven identifiers, for all of them in one pass where a system reads so.
    func identifiers(of subjects: [VerifiedSubject]) async throws -> [Result] {
        let searches = subjects.map(Search.init)
        var isNew = true
        while isNew {
            isNew = false
            for (system, collection) in yielding {
                let asking = searches.filter { $0.prepare(collection, of: system) }
                for group in reader.readsTogether(system) ? [asking] : asking.map({ [$0] }) where !group.isEmpty {
                    let hasFound = try await ask(collection, of: system, for: group)
                    isNew = isNew || hasFound
                }
            }
        }
        return searches.map(\.result)
    }

    /// Searches from one subject's proven identifiers.
    func identifiers(of subject: VerifiedSubject) async throws -> Result { try await identifiers(of: [subject])[0] }

    private var yielding: [(SystemDescription, CollectionDescription)] {
        systems.flatMap { system in
            system.collections.filter { collection in
                !collection.aboutOthers && collection.fields.contains { $0.identifies != nil }
            }.map { (system, $0) }
        }
    }

    /// Asks a collection once for several searches; whether any of them found something new.
    private func ask(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        for searches: [Search]
    ) async throws -> Bool {
        let id = CollectionID(system: system.id, collection: collection.id)
        let asked = searches.map { ($0.filter, Question(tuples: $0.asking).narrowed(to: collection)) }
        let reader = reader
        do {
            let found = try await withTimeLimit(seconds: system.timeLimit, system: system.id) {
                var found = asked.map { _ in Found() }
                let questions = asked.map(\.1)
                try await reader.read(collection, of: system, askingEach: questions) { record, number, tuple in
                    guard asked[number].0.judge(record, of: collection) == .subjects else { return }
                    try found[number].take(record, of: collection, askedBy: questions[number].tuples[tuple])
                }
                return found
            }
            return zip(searches, found).map { $0.take($1) }.contains(true)
        } catch let failure as SourceFailure {
            for search in searches { search.failures[id] = failure }
            return false
        }
    }
}

/// The search for one subject's identifiers.
private final class Search {
    let filter: SubjectFilter
    /// By what the next collection is asked.
    private(set) var asking: [IdentifierTuple] = []
    var failures: [CollectionID: SourceFailure] = [:]
    private var known: KnownTuples
    private var asked: [CollectionID: Set<IdentifierTuple>] = [:]
    private var names: Set<[UInt8]> = []

    init(_ subject: VerifiedSubject) {
        filter = SubjectFilter(subject)
        known = KnownTuples(subject.tuples)
    }

    var result: Identification.Result { .init(tuples: known.list, names: names, failures: failures) }

    /// Whether there is something to ask a collection by that it was not asked by yet.
    func prepare(_ collection: CollectionDescription, of system: SystemDescription) -> Bool {
        let id = CollectionID(system: system.id, collection: collection.id)
        asking = known.parts(of: collection.needs).filter { asked[id]?.contains($0) != true }
        guard failures[id] == nil, !asking.isEmpty else { return false }
        asked[id, default: []].formUnion(asking)
        return true
    }

    /// Takes what a collection said; whether any of it is new.
    func take(_ found: Found) -> Bool {
        names.formUnion(found.names)
        return found.tuples.list.map { known.insert($0) }.contains(true)
    }
}

/// What a collection said of one subject.
private struct Found: Sendable {
    /// A person has few names; the bound keeps a wrongly marked field from filling the memory.
    private static let namesKept = 1_000

    private(set) var tuples = KnownTuples([])
    private(set) var names: Set<[UInt8]> = []

    mutating func take(
        _ record: RecordBuffer,
        of collection: CollectionDescription,
        askedBy tuple: IdentifierTuple
    ) throws {
        for tuple in try collection.tuples(in: record, askedBy: tuple) { tuples.insert(tuple) }
        if names.count < Self.namesKept { names.formUnion(collection.subjectNames(in: record)) }
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
