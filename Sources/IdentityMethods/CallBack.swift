import Cases

/// The operator rang the number on file, and the person who answered made the request.
struct CallBack: IdentificationMethod {
    let word = "call-back"
    let summary = "called back on the number on file"
    let help = "the number on file was rung"
    let settles: Set<Doubt.Kind> = [
        .addressUnproven, .severalPeople, .anotherDestination, .addressRecentlyChanged, .addressDateUnclear,
    ]

    func isPossible(with candidate: Candidate) -> Bool { !candidate.phones.isEmpty }

    func judge(_ record: EvidenceRecord, of candidate: Candidate?) -> EvidenceJudgement {
        guard let candidate else { return .refused("no person on file whose number could have been rung") }
        guard !candidate.phones.isEmpty else {
            return .refused("no telephone number is on file for candidate \(candidate.number)")
        }
        return .accepted(detail: nil)
    }
}
