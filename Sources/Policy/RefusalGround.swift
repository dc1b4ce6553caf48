/// A ground on which a request is refused, or data kept, that letters have words for.
package enum RefusalGround: String, Sendable, CaseIterable {
    case manifestlyUnfounded = "manifestly_unfounded"
    case excessive
    /// The controller can show that it does not know whose data it is.
    case unidentifiable
    case overridingLegitimateGrounds = "overriding_compelling_legitimate_grounds"
    case legalClaims = "legal_claims"
    case legalObligation = "legal_obligation"
    case othersRights = "others_rights"
    /// The law's conditions for erasure or restriction are not met.
    case erasureOrRestrictionConditions = "erasure_and_restriction_conditions"
    /// What rests on a contract or the law goes on without consent.
    case contractOrLawWithoutConsent = "consent_withdrawal_contract_or_law"

    /// The ground that a policy's word means.
    package init?(word: String) {
        // Some policies leave out what the law adds.
        self.init(rawValue: word == "compelling_legitimate_grounds" ? "overriding_\(word)" : word)
    }

    /// The articles that give the ground for a right; empty where it is national law or none of its own.
    package func articles(for right: Right) -> [String] {
        switch (self, right) {
        case (.manifestlyUnfounded, _), (.excessive, _): ["12(5)(b)"]
        case (.unidentifiable, _): ["11(2)", "12(2)"]
        case (.overridingLegitimateGrounds, .objection), (.legalClaims, .objection): ["21(1)"]
        case (.legalClaims, .erasure): ["17(3)(e)"]
        case (.legalClaims, .restriction): ["18(2)"]
        case (.legalObligation, .erasure): ["17(3)(b)"]
        case (.othersRights, .access), (.othersRights, .information): ["15(4)"]
        case (.othersRights, .portability): ["20(4)"]
        case (.erasureOrRestrictionConditions, .erasure): ["17(1)"]
        case (.erasureOrRestrictionConditions, .restriction): ["18(1)"]
        case (.contractOrLawWithoutConsent, _): ["6(1)(b)", "6(1)(c)"]
        default: []
        }
    }
}
