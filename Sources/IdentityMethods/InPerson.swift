import Cases

/// The person came in and showed a document, which was looked at and given back (EDPB 01/2022 §79).
struct InPerson: IdentificationMethod {
    let word = "in-person"
    let summary = "identified in person"
    let help = "a document was looked at; --document names its kind, never its number"
    let settles = Set(Doubt.Kind.allCases).subtracting([.representative])

    func judge(_ record: EvidenceRecord, of candidate: Candidate?) -> EvidenceJudgement {
        DocumentLook.judge(record, of: candidate)
    }
}

/// What looking at a document may leave behind: its kind, never its number, never an image.
enum DocumentLook {
    static let kinds = ["driving-licence", "identity-card", "passport", "residence-permit"]

    static func judge(_ record: EvidenceRecord, of candidate: Candidate?) -> EvidenceJudgement {
        guard candidate != nil else { return .refused("no person on file with whom the document could be compared") }
        guard let document = record.document, kinds.contains(document) else {
            return .refused("--document takes the kind of document only: \(kinds.joined(separator: ", "))")
        }
        return .accepted(detail: document)
    }
}
