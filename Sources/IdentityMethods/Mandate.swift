import Cases

/// A representative's mandate was checked (case 42); the subject's identity is another matter.
struct Mandate: IdentificationMethod {
    let word = "mandate"
    let summary = "a mandate of the subject was checked"
    let help = "a representative's mandate was checked"
    let isBesideOthers = true
    let settles: Set<Doubt.Kind> = [.representative]

    func judge(_ record: EvidenceRecord, of candidate: Candidate?) -> EvidenceJudgement {
        .accepted(detail: nil)
    }
}
