import Cases

/// The person showed a document in a video call.
struct Video: IdentificationMethod {
    let word = "video"
    let summary = "identified in a video call"
    let help = "the same in a video call"
    let settles = Set(Doubt.Kind.allCases).subtracting([.representative])

    func judge(_ record: EvidenceRecord, of candidate: Candidate?) -> EvidenceJudgement {
        DocumentLook.judge(record, of: candidate)
    }
}
