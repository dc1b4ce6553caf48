package import ExporterKit

/// Remembers the records that earlier identifiers of a subject have found, by two independent hashes of each.
///
/// Records that are equal within one round stay: a table without a key may hold the same line twice.
package struct SeenRecords {
    private struct Mark: Hashable {
        let one: Int
        let other: Int
    }

    private let key: [Int]
    private var earlier: Set<Mark> = []
    private var round: Set<Mark> = []

    package init(key: [Int]) { self.key = key }

    /// Whether an earlier round had the record, which is remembered for later ones.
    package mutating func contains(_ record: RecordBuffer) -> Bool {
        let mark = Mark(one: hash(record, seed: 1), other: hash(record, seed: 2))
        round.insert(mark)
        return earlier.contains(mark)
    }

    /// Ends a round: what it found is seen in the next.
    package mutating func closeRound() {
        earlier.formUnion(round)
        round.removeAll(keepingCapacity: true)
    }

    private func hash(_ record: RecordBuffer, seed: UInt8) -> Int {
        var hasher = Hasher()
        hasher.combine(seed)
        for index in key.isEmpty ? Array(0..<record.count) : key {
            hasher.combine(record.kind(at: index))
            hasher.combine(record.cell(at: index))
            // A failure shows again when the document is read for the answer.
            try? record.document(at: index)?.read { hasher.combine(bytes: $0) }
        }
        return hasher.finalize()
    }
}
