import ExporterKit
import RegisterStore
import Cases

/// Applies the operator's cuts to records.
struct Withholder {
    private let cuts: [Withholding.Cut]
    /// The index of the field that each cut names; nil where the records are cut whole.
    private let cutFields: [Int?]
    private let key: RecordKey
    private var output = RecordBuffer()
    private var counts: [Int: Int] = [:]
    private var matched: Set<Int> = []

    init(_ withholding: Withholding, collection: CollectionDescription) {
        cuts = withholding.cuts
        cutFields = cuts.map { $0.field.flatMap(collection.index(ofField:)) }
        key = RecordKey(collection)
    }

    /// What was cut so far.
    var redactions: [Redaction] {
        counts.sorted { $0.key < $1.key }.map { index, count in
            Redaction(ground: .operatorDecision, field: cuts[index].field, reason: cuts[index].ground, count: count)
        }
    }

    /// The operator's words on which whole records were cut, if any was.
    var groundOfWholeRecords: String? {
        cuts.indices.first { cuts[$0].field == nil && counts[$0] != nil }.map { cuts[$0].ground }
    }

    /// What a person must look at: a cut that took nothing, whose wrong key would let go what was to be withheld.
    var mustLook: [String] {
        cuts.count > matched.count ? [GatheredEntries.unmatchedCut] : []
    }

    /// The record without what was cut, or nil when it was cut whole.
    ///
    /// - Parameter source: the same record as its system gave it: the key names it by what stands there, also where a
    ///   part of the key is replaced or left out of the answer.
    mutating func withheld(_ record: RecordBuffer, source: RecordBuffer) -> RecordBuffer? {
        guard !cuts.isEmpty else { return record }
        let concerned = cuts.indices.filter { key.isMeant(source, by: cuts[$0].records) }
        guard !concerned.isEmpty else { return record }
        if let whole = concerned.first(where: { cuts[$0].field == nil }) {
            matched.formUnion(concerned)
            counts[whole, default: 0] += 1
            return nil
        }
        output.clear()
        for index in 0..<record.count {
            let cutting = concerned.filter { cutFields[$0] == index }
            if let cut = cutting.first {
                matched.formUnion(cutting)
                counts[cut, default: 0] += 1
                output.append(.text, Array("[withheld: \(cuts[cut].ground)]".utf8))
            } else {
                output.copy(record, at: index)
            }
        }
        return output
    }
}
