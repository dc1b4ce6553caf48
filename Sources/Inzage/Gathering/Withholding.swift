import ExporterKit

/// What the operator cut from a collection, on a stated ground, marked in place.
struct Withholding: Sendable {
    /// One cut: a record by its key, a field, or a field of a record.
    struct Cut: Sendable {
        /// The record's key, its parts joined by commas; nil means every record.
        let key: String?
        let field: String?
        let ground: String
    }

    /// The ground on which the whole collection is withheld, if it is.
    let wholeCollection: String?
    let cuts: [Cut]

    init(decisions: [Decision], system: String, collection: String) {
        var whole: String?
        var cuts: [Cut] = []
        for decision in decisions where decision.kind == .withhold {
            let parts = (decision.detail.target ?? decision.target).split(separator: "/", maxSplits: 3).map(String.init)
            guard parts.count >= 2, parts[0] == system, parts[1] == collection else { continue }
            let ground = decision.detail.ground ?? ""
            if parts.count == 2 {
                whole = ground
            } else {
                cuts.append(
                    Cut(
                        key: parts[2] == "*" ? nil : parts[2],
                        field: parts.count == 4 ? parts[3] : nil,
                        ground: ground
                    )
                )
            }
        }
        wholeCollection = whole
        self.cuts = cuts
    }
}

/// Applies the operator's cuts to records.
struct Withholder {
    private let collection: CollectionDescription
    private let cuts: [Withholding.Cut]
    private let keyFields: [Int]
    private var output = RecordBuffer()
    private var counts: [Int: Int] = [:]
    private var matched: Set<Int> = []

    init(_ withholding: Withholding, collection: CollectionDescription) {
        self.collection = collection
        cuts = withholding.cuts
        keyFields = collection.key.compactMap { name in collection.fields.firstIndex { $0.name == name } }
    }

    /// What was cut so far.
    var redactions: [Redaction] {
        counts.sorted { $0.key < $1.key }.map { index, count in
            Redaction(ground: .operatorDecision, field: cuts[index].field, reason: cuts[index].ground, count: count)
        }
    }

    /// The ground on which whole records were cut, if any was.
    var groundOfWholeRecords: String? {
        cuts.indices.first { cuts[$0].field == nil && counts[$0] != nil }.map { cuts[$0].ground }
    }

    /// What a person must look at: a cut that matched no record, whose wrong key would let go what was to be withheld.
    var mustLook: [String] {
        cuts.count > matched.count ? [Self.unmatchedCut] : []
    }
    static let unmatchedCut = "a withholding matches no record; is its key right?"

    /// The record without what was cut, or nil when it was cut whole.
    mutating func withheld(_ record: RecordBuffer) -> RecordBuffer? {
        guard !cuts.isEmpty else { return record }
        let key = keyFields.map { String(decoding: record.cell(at: $0), as: UTF8.self) }.joined(separator: ",")
        let concerned = cuts.indices.filter { cuts[$0].key == nil || cuts[$0].key == key }
        guard !concerned.isEmpty else { return record }
        matched.formUnion(concerned)
        if let whole = concerned.first(where: { cuts[$0].field == nil }) {
            counts[whole, default: 0] += 1
            return nil
        }
        output.clear()
        for index in 0..<record.count {
            if let cut = concerned.first(where: { cuts[$0].field == collection.fields[index].name }) {
                counts[cut, default: 0] += 1
                output.append(.text, Array("[withheld: \(cuts[cut].ground)]".utf8))
            } else {
                output.copy(record, at: index)
            }
        }
        return output
    }
}
