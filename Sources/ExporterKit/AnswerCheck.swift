/// Whether records carry the identifiers that their collection was asked by (case 54).
///
/// A record must carry one whole tuple: for each needed kind, a field that carries the kind holds the tuple's value. A
/// collection that needs a kind which none of its fields carries admits nothing: `inzage check` calls that an error.
public struct AnswerCheck: Sendable {
    /// One of the fields that may carry a kind, with the tuple's value in the form of that field.
    ///
    /// A class, because every record is held against it, and a copy costs a count of each of its parts.
    package final class Demand: Sendable {
        package let field: Int
        package let form: IdentifierForm
        package let value: [UInt8]

        fileprivate init(field: Int, form: IdentifierForm, value: [UInt8]) {
            (self.field, self.form, self.value) = (field, form, value)
        }
    }

    /// The demands of every tuple and kind, in one run: an array within arrays would be counted for every record.
    private let demands: [Demand]
    /// For each tuple, for each needed kind, where its demands are, of which one must be met.
    private let kinds: [Range<Int>]
    /// How many kinds each tuple must have.
    private let needed: Int
    /// Where many tuples are asked: by field and value of the first needed kind, the tuples that have it there.
    private let places: [Int: (form: IdentifierForm, tuples: [[UInt8]: [Int]])]
    private let width: Int
    /// How many tuples are asked for.
    package let count: Int

    /// Fewer tuples are looked through faster than looked up.
    private static let mostLookedThrough = 8

    /// Works out once what each record must carry.
    public init(_ collection: CollectionDescription, question: Question) {
        width = collection.fields.count
        needed = collection.needs.count
        let tuples = question.tuples(of: collection.needs)
        count = tuples.count
        var (demands, kinds): ([Demand], [Range<Int>]) = ([], [])
        var places: [Int: (form: IdentifierForm, tuples: [[UInt8]: [Int]])] = [:]
        for (number, tuple) in tuples.enumerated() {
            for (place, kind) in collection.needs.enumerated() {
                let start = demands.count
                demands += Self.demands(tuple[kind], in: collection)
                kinds.append(start..<demands.count)
                guard place == 0, tuples.count > Self.mostLookedThrough else { continue }
                for demand in demands[start...] {
                    places[demand.field, default: (demand.form, [:])].tuples[demand.value, default: []] += [number]
                }
            }
        }
        (self.demands, self.kinds, self.places) = (demands, kinds, places)
    }

    private static func demands(_ identifier: Identifier?, in collection: CollectionDescription) -> [Demand] {
        guard let identifier else { return [] }
        return collection.fieldsCarrying(identifier.kind).compactMap { field in
            let form = IdentifierForm(kind: identifier.kind, of: collection.fields[field])
            let value = form.canonical(identifier.value[...])
            return value.isEmpty ? nil : Demand(field: field, form: form, value: value)
        }
    }

    /// Whether a record is an answer to the question.
    public func admits(_ record: RecordBuffer) -> Bool { tuple(carriedBy: record) != nil }

    /// The place of the first tuple that a record carries, among the question's tuples of the needed kinds.
    public func tuple(carriedBy record: RecordBuffer) -> Int? {
        guard record.count == width else { return nil }
        guard !places.isEmpty else { return (0..<count).first { carries($0, record) } }
        return candidates(record).sorted().first { carries($0, record) }
    }

    /// Whether a record carries one of the tuples whole.
    private func carries(_ tuple: Int, _ record: RecordBuffer) -> Bool {
        needed > 0 && carries(tuple, from: 0, record)
    }

    /// Whether a record that has this value in this field, which may carry the first needed kind, carries a tuple whole.
    ///
    /// The value is not looked for again: it may be one of many in its cell.
    package func carries(_ tuple: Int, _ record: RecordBuffer, by value: ArraySlice<UInt8>, at field: Int) -> Bool {
        firstDemands(of: tuple).contains { $0.field == field && $0.form.isOne(value, of: $0.value) }
            && carries(tuple, from: 1, record)
    }

    private func carries(_ tuple: Int, from kind: Int, _ record: RecordBuffer) -> Bool {
        for kind in kind..<needed {
            var isMet = false
            for place in kinds[tuple * needed + kind] where !isMet { isMet = self.isMet(demands[place], by: record) }
            guard isMet else { return false }
        }
        return true
    }

    /// For a field that carries the first needed kind, its form and the value that a tuple asks for there.
    package func firstDemands(of tuple: Int) -> ArraySlice<Demand> {
        needed == 0 ? [] : demands[kinds[tuple * needed]]
    }

    private func candidates(_ record: RecordBuffer) -> Set<Int> {
        var found: Set<Int> = []
        for (field, place) in places {
            record.forEachIdentifierValue(at: field) { value in
                place.form.forEachValue(in: value) { found.formUnion(place.tuples[Array($0)] ?? []) }
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
