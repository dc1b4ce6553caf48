package import Policy

/// What is said of those who receive or supply data.
package protocol RecipientWords: Sendable {
    var noRecipients: String { get }
    func ownTools(_ names: String) -> String
    func role(_ role: Processor.Role) -> String
    func heading(_ group: RecipientGroup) -> String
    func explanation(_ group: RecipientGroup) -> String?
    var unnamedRecipient: String { get }
    /// That a name can be asked for where the record names a kind of recipient only.
    func unnamed(_ count: Int, contact: String) -> String
    var nameOnRequest: String { get }
    var recipientsHeading: String { get }
    func recipientsIntroduction(_ count: Int) -> String
    var recipientColumns: [String] { get }
    var notStated: String { get }
    func receives(_ data: String) -> String
    func onBasis(_ articles: String) -> String
    func onlyIf(_ condition: String) -> String
    func forCategories(_ titles: String) -> String
    func agreement(_ isThere: Bool) -> String
    func confidentiality(_ words: String) -> String
    func ownPurposes(_ purposes: Processor.OwnPurposes, language: String) -> String
    func itsRetention(_ sentence: String) -> String
}

/// What is said of transfers to third countries (Article 15(2)).
package protocol TransferWords: Sendable {
    var noTransfers: String { get }
    /// Those whom the page names just above, together.
    var allRecipients: String { get }
    var staysInArea: String { get }
    /// Where data goes, and whether it certainly does.
    func transfer(to country: String?, isCertain: Bool) -> String
    func safeguards(_ names: [String]) -> String
    func safeguard(_ kind: Safeguard.Kind, name: String) -> String
    var outdatedSafeguard: String { get }
    func noSafeguard(afterOutdated: Bool) -> String
    func somewhere(_ country: String) -> String
    func unknownPlace(_ names: String, contact: String) -> String
    func transferConditions(_ conditions: String) -> String
    func transferCondition(_ condition: String) -> String
}

extension OverviewWords {
    /// A safeguard as people know it, with what the record adds; what is no usual name stays as it is.
    package func inWords(_ safeguard: Safeguard) -> String {
        guard let kind = safeguard.kind else { return safeguard.name }
        let words = self.safeguard(kind, name: safeguard.name)
        return safeguard.remark.map { "\(words) (\($0))" } ?? words
    }
}

/// How recipients are grouped for people: by what they are to the controller.
package enum RecipientGroup: Int, Sendable, CaseIterable {
    case processors, group, joint, controllers, recipients, authorities, unclear, sources, ownTools

    /// The group by the first role that receives data, or else by the first.
    package init(_ processor: Processor) {
        let receiving = processor.roles.first { ![.source, .selfHostedSoftware].contains($0) }
        self =
            switch receiving ?? processor.roles.first ?? .processor {
            case .processor, .subprocessor: .processors
            case .intraGroup: .group
            case .jointOrCoOrganiser: .joint
            case .ownController: .controllers
            case .recipient: .recipients
            case .authority: .authorities
            case .unclear: .unclear
            case .source: .sources
            case .selfHostedSoftware: .ownTools
            }
    }
}
