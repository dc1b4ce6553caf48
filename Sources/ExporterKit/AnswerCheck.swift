/// Whether records carry the identifiers that their collection was asked by (case 54).
///
/// A record must carry one whole tuple: for each needed kind, a field that carries the kind holds the tuple's value. A
/// collection that needs a kind which none of its fields carries admits nothing: `inzage check` calls that an error.
public struct AnswerCheck: Sendable {
    /// One of the fields that may carry a kind, with the tuple's value in the form of that field.
    ///
    /// A class, because every record is held against it, and a copy costs a count of each of its parts.
    private final class Demand: Sendable {
        let field: Int
        let form: IdentifierForm
        let value: [UInt8]

        init(field: Int, form: IdentifierForm, value: [UInt8]) {
            (self.field, self.form, self.value) = (field, form, value)
        }
    }

    /// For each tuple, for each needed kind, the demands of which one must be met.
    private let tuples: [[[Demand]]]
    /// Where many tuples are asked: by field and value of the first needed kind, the tuples that have it there.
    private let places: [Int: [[UInt8]: [Int]]]
    private let width: Int

    /// Fewer tuples are looked through faster than looked up.
    private static let mostLookedThrough = 8

    /// Works out once what each record must carry.
    public init(_ collection: CollectionDescription, question: Question) {
        width = collection.fields.count
        let needs = collection.needs
        let tuples = question.tuples(of: needs).map { tuple in
            needs.map { kind in
                collection.fieldsCarrying(kind).compactMap { field -> Demand? in
                    guard let identifier = tuple[kind] else { return nil }
                    let form = IdentifierForm(kind: kind, of: collection.fields[field])
                    let value = form.canonical(identifier.value[...])
                    return value.isEmpty ? nil : Demand(field: field, form: form, value: value)
                }
            }
        }
        self.tuples = tuples
        var places: [Int: [[UInt8]: [Int]]] = [:]
        if tuples.count > Self.mostLookedThrough {
            for (number, kinds) in tuples.enumerated() {
                for demand in kinds.first ?? [] {
                    places[demand.field, default: [:]][demand.value, default: []] += [number]
                }
            }
        }
        self.places = places
    }

    /// How many tuples are asked for.
    package var count: Int { tuples.count }

    /// Whether a record is an answer to the question.
    public func admits(_ record: RecordBuffer) -> Bool { tuple(carriedBy: record) != nil }

    /// The place of the first tuple that a record carries, among the question's tuples of the needed kinds.
    public func tuple(carriedBy record: RecordBuffer) -> Int? {
        guard record.count == width else { return nil }
        guard !places.isEmpty else { return tuples.indices.first { carries($0, record) } }
        return candidates(record).sorted().first { carries($0, record) }
    }

    /// Whether a record carries one of the tuples whole.
    package func carries(_ tuple: Int, _ record: RecordBuffer) -> Bool {
        let kinds = tuples[tuple]
        return !kinds.isEmpty && kinds.allSatisfy { demands in demands.contains { isMet($0, by: record) } }
    }

    /// For a field that carries the first needed kind, its form and the value that a tuple asks for there.
    package func firstDemands(of tuple: Int) -> [(field: Int, form: IdentifierForm, value: [UInt8])] {
        (tuples[tuple].first ?? []).map { ($0.field, $0.form, $0.value) }
    }

    private func candidates(_ record: RecordBuffer) -> Set<Int> {
        var found: Set<Int> = []
        for (field, tuplesByValue) in places {
            guard let form = tuples.lazy.compactMap({ $0.first?.first { $0.field == field }?.form }).first else {
                continue
            }
            record.forEachIdentifierValue(at: field) { value in
                form.forEachValue(in: value) { found.formUnion(tuplesByValue[Array($0)] ?? []) }
            }
        }
        return found
    }

    private func isMet(_ demand: Demand, by record: RecordBuffer) -> Bool {
        var isMet = false
        record.forEachIdentifierValue(at: demand.field) { value in
            isMet = isMet || demand.form.isOne(value, of: demand.value)
        }
        return isMet
    }
}
