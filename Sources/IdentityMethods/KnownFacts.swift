import Cases

/// The person knew facts that only the controller and they can know (case 40).
///
/// It never proves control of an address by itself, and public facts such as a birthday are not among the facts.
struct KnownFacts: IdentificationMethod {
    let word = "known-facts"
    let summary = "knew facts that only the two know"
    let help = "facts that only the two know; --facts names which, never their values"
    let settles: Set<Doubt.Kind> = [.severalPeople, .addressRecentlyChanged, .addressDateUnclear]

    /// The kinds of facts; a closed list, so that no value can be written down by mistake.
    static let kinds = [
        "account-settings", "appointment", "customer-number", "order-amount", "order-contents", "order-date",
        "order-number", "payment-method", "support-case",
    ]

    func judge(_ record: EvidenceRecord, of candidate: Candidate?) -> EvidenceJudgement {
        guard candidate != nil else { return .refused("no person on file whose facts could have been compared") }
        // What was typed may be a fact's value, so the answer does not repeat it.
        guard record.facts.allSatisfy(Self.kinds.contains) else {
            return .refused("--facts takes kinds of facts, never values: \(Self.kinds.joined(separator: ", "))")
        }
        guard Set(record.facts).count >= 2 else {
            return .refused("two different facts are needed: --facts order-number,order-amount")
        }
        return .accepted(detail: Set(record.facts).sorted().joined(separator: ","))
    }
}
