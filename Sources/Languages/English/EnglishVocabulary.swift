import Policy

/// What things are called in English.
struct EnglishVocabulary: Vocabulary {
    let groupSeparator = ","
    let decimalMark = "."
    let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    let and = "and"
    let or = "or"
    let csvDelimiter = UInt8(ascii: ",")
    let person = "Person"
    let staff = "Staff"
    let boundToSecrecy = "bound to secrecy"

    func money(_ amount: DecimalAmount) -> String {
        (amount.isNegative ? "-" : "") + amount.symbol + (amount.hasSign ? "" : "\u{A0}") + number(amount)
    }

    func unit(_ unit: PeriodUnit) -> (one: String, many: String) { (unit.rawValue, unit.rawValue + "s") }

    func citation(_ articles: [String]) -> String { articles.map(place).joined(separator: " and ") + " GDPR" }

    private func place(_ article: String) -> String {
        let range = article.split(separator: "-")
        return range.count == 2 ? "Arts. \(range[0]) to \(range[1])" : "Art. \(article)"
    }

    func name(of right: Right) -> String {
        switch right {
        case .access: "access"
        case .information: "information"
        case .rectification: "rectification"
        case .erasure: "erasure"
        case .restriction: "restriction of processing"
        case .portability: "portability"
        case .objection: "objection"
        case .objectionDirectMarketing: "objection to direct marketing"
        case .withdrawConsent: "withdrawal of consent"
        case .noAutomatedDecision: "no decision by automated means alone"
        case .changeContactPreferences: "change of contact preferences"
        case .stopSharing: "no more sharing of data"
        case .updateData: "updating of data"
        case .transferMechanismInformation: "information about safeguards for transfers"
        case .complaint: "complaint to the supervisory authority"
        }
    }

    func words(for ground: RefusalGround) -> String {
        switch ground {
        case .manifestlyUnfounded: "the request is manifestly unfounded"
        case .excessive: "the request is excessive"
        case .unidentifiable: "we are not able to identify the person concerned"
        case .overridingLegitimateGrounds:
            "we have compelling legitimate grounds for using the data, which override the interests, rights and "
                + "freedoms of the person concerned"
        case .legalClaims: "the data is needed to establish, exercise or defend a legal claim"
        case .legalObligation: "the law obliges us to keep or use this data"
        case .othersRights: "it would adversely affect the rights and freedoms of others"
        case .erasureOrRestrictionConditions:
            "the conditions that the law sets for erasure or restriction are not met"
        case .contractOrLawWithoutConsent:
            "the data is still needed without consent, for a contract or because the law requires it"
        }
    }
}
