import Cases

/// A code in a letter to the postal address on file came back.
struct LetterCode: IdentificationMethod {
    let word = "letter-code"
    let summary = "returned a code from a letter to the postal address on file"
    let help = "a code in a letter to the postal address on file came back"
    let settles: Set<Doubt.Kind> = [
        .addressUnproven, .severalPeople, .anotherDestination, .addressRecentlyChanged, .addressDateUnclear,
    ]

    func isPossible(with candidate: Candidate) -> Bool { candidate.hasPostalAddress }

    func judge(_ record: EvidenceRecord, of candidate: Candidate?) -> EvidenceJudgement {
        guard let candidate else { return .refused("no person on file to whom a letter could have gone") }
        guard candidate.hasPostalAddress else {
            return .refused("no postal address is on file for candidate \(candidate.number)")
        }
        return .accepted(detail: nil)
    }
}
