import ExporterKit
import Cases
import RegisterStore

/// What the operator cut from a collection, on a stated ground, marked in place.
struct Withholding: Sendable {
    /// One cut: a record by its key, a field, or a field of a record.
    struct Cut: Sendable {
        let records: CutTarget.Records
        let field: String?
        /// The operator's words.
        let ground: String
    }

    /// The operator's words on which the whole collection is withheld, if it is.
    let wholeCollection: String?
    let cuts: [Cut]

    init(decisions: [Decision], system: String, collection: String) {
        let place = CollectionID(system: system, collection: collection)
        var whole: String?
        var cuts: [Cut] = []
        for decision in decisions where decision.kind == .withhold {
            // Without a target in the sealed part, the open one is all there is.
            guard let target = decision.detail.target ?? CutTarget(olderText: decision.target),
                target.concerns(place)
            else { continue }
            let ground = decision.detail.ground ?? ""
            if let records = target.records {
                cuts.append(Cut(records: records, field: target.field, ground: ground))
            } else {
                whole = ground
            }
        }
        wholeCollection = whole
        self.cuts = cuts
    }
}
