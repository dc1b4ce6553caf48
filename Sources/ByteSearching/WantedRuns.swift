package import ExporterKit

/// What is looked for in the bytes of a collection's records before they are read: of each identifier that is asked for
/// a run that stands in every record that carries it.
///
/// It finds more than is wanted, and never less (docs/decisions/044).
package struct WantedRuns: Sendable {
    /// Shorter runs stand nearly everywhere.
    private static let leastLength = 3
    /// So many runs are looked for one by one.
    private static let mostAlone = 4

    private let runs: [CertainRun]
    private let tables: [RunTable]
    private var searches: [RunSearch] = []
    /// For each search and table, how far into the stream it has found nothing, or where it found something.
    private var found: [Int] = []

    /// Works out the runs of what is asked; nil where a record may carry an identifier and have no certain bytes of it.
    ///
    /// - Parameter canStand: Whether a field's values stand in the record's own bytes.
    /// - Parameter isAlone: Whether no digit can stand beside a cell.
    /// - Parameter isPlain: The bytes of ASCII that are written as they are, or as `\u00` and their number.
    package init?(
        _ collection: CollectionDescription,
        _ questions: [Question],
        isAlone: Bool = true,
        canStand: (FieldDescription) -> Bool,
        where isPlain: (UInt8) -> Bool
    ) {
        let tuples = questions.flatMap { $0.tuples(of: collection.needs) }
        // A record must carry one identifier of every kind, so that one kind is enough to find it by.
        let ways = collection.needs.compactMap { kind in
            Self.runs(of: kind, collection, tuples, isAlone: isAlone, canStand: canStand, where: isPlain)
        }
        func shortest(_ runs: Set<CertainRun>) -> Int { runs.map(\.bytes.count).min() ?? 0 }
        guard let best = ways.max(by: { shortest($0) < shortest($1) }), !best.isEmpty else { return nil }
        runs = best.sorted { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        tables = runs.count <= Self.mostAlone ? [] : Self.tables(of: runs)
    }

    private static func runs(
        of kind: String,
        _ collection: CollectionDescription,
        _ tuples: [IdentifierTuple],
        isAlone: Bool,
        canStand: (FieldDescription) -> Bool,
        where isPlain: (UInt8) -> Bool
    ) -> Set<CertainRun>? {
        var runs: Set<CertainRun> = []
        for field in collection.fieldsCarrying(kind).map({ collection.fields[$0] }) {
            let (reader, form) = (FieldReader(field), IdentifierForm(kind: kind, of: field))
            guard canStand(field), reader.keepsRuns else { return nil }
            let isAlone = isAlone && reader.keepsNumbersAlone
            for value in Set(tuples.compactMap { $0[kind]?.value }) {
                let canonical = form.canonical(value[...])
                // Nothing is found by an empty value.
                guard !canonical.isEmpty else { continue }
                guard let run = form.certainRun(of: canonical, isAlone: isAlone, where: isPlain),
                    run.isNumber || run.bytes.count >= leastLength
                else { return nil }
                runs.insert(run)
            }
        }
        return runs
    }

    private static func tables(of runs: [CertainRun]) -> [RunTable] {
        let at = UInt8(ascii: "@")
        let sorted = Dictionary(grouping: runs) { run -> RunTable.Places in
            run.isNumber ? .numbers : run.bytes.contains(at) ? .around(at) : .everywhere
        }
        return sorted.map { RunTable($1, $0) }
    }

    /// Begins a stream of bytes, of which some are shown.
    package mutating func begin(like sample: UnsafeRawBufferPointer) {
        if tables.isEmpty {
            var counts = [Int](repeating: 0, count: 256)
            for byte in sample { counts[Int(byte)] += 1 }
            searches = runs.flatMap { RunSearch.searches(for: $0, counts: counts) }
        }
        found = Array(repeating: -1, count: searches.count + tables.count)
    }

    /// A place in a text where a wanted run stands, the first that there is; the count where none does.
    ///
    /// - Parameter passed: How much of the stream stood before the text, which begins with a record and ends with one. A
    ///   text that continues another one begins behind it or in it, and ends where that one did, or later.
    package mutating func firstPlace(in text: UnsafeRawBufferPointer, passed: Int) -> Int {
        var first = text.count
        for number in found.indices {
            if found[number] < passed {
                let place =
                    number < searches.count
                    ? searches[number].place(in: text, from: 0)
                    : tables[number - searches.count].place(in: text, from: 0)
                found[number] = passed + place
            }
            first = min(first, found[number] - passed)
        }
        return first
    }
}
