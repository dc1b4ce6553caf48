import ExporterKit
import Policy

extension EnglishWords {
    var noRecipients: String { "Nobody outside our organisation." }
    func ownTools(_ names: String) -> String {
        "For this we use programs that we run ourselves: \(names). Their makers get no data."
    }
    func role(_ role: Processor.Role) -> String {
        switch role {
        case .processor: "works for us, on our instructions (processor)"
        case .subprocessor: "works for one of our processors (subprocessor)"
        case .recipient: "receives data from us"
        case .authority: "public authority"
        case .source: "gives us data (source)"
        case .ownController: "decides for itself what it does with the data (controller)"
        case .intraGroup: "part of our group"
        case .selfHostedSoftware: "run by ourselves; its maker gets no data"
        case .jointOrCoOrganiser: "organises and decides together with us"
        case .unclear: "our policy does not say in which role"
        }
    }
    func heading(_ group: RecipientGroup) -> String {
        switch group {
        case .processors: "Who works on our instructions"
        case .group: "Companies of our group"
        case .joint: "Who organises and decides together with us"
        case .controllers: "Who decides about the data itself"
        case .recipients: "Other recipients"
        case .authorities: "Public authorities"
        case .unclear: "Recipients whose role our policy does not state"
        case .sources: "Who only gives us data"
        case .ownTools: "Programs that we run ourselves"
        }
    }
    func explanation(_ group: RecipientGroup) -> String? {
        switch group {
        case .processors: "These processors may use the data only for what we instruct them to do (Art. 28 GDPR)."
        case .controllers: "They are responsible themselves for what they do. Your rights hold towards them too."
        case .sources: "They get no data from us; we get data from them."
        case .ownTools: "These are no recipients: nothing goes to their makers."
        case .group, .joint, .recipients, .authorities, .unclear: nil
        }
    }
    var unnamedRecipient: String { "A recipient that our record of processing does not describe" }
    func unnamed(_ count: Int, contact: String) -> String {
        "Of \(count == 1 ? "one recipient" : "\(number(count)) recipients") our privacy policy states only the kind. "
            + "You have a right to the name and can ask for it: \(contact)."
    }
    var nameOnRequest: String { "name on request" }
    var recipientsHeading: String { "Everybody who receives, processes or supplies data" }
    func recipientsIntroduction(_ count: Int) -> String {
        "These are all \(number(count)) entries of our record, also those that have nothing to do with your data. What "
            + "is about you stands above with each kind of data."
    }
    var recipientColumns: [String] { ["Who", "What for", "Where", "Agreements and period"] }
    var notStated: String { "not stated" }
    func receives(_ data: String) -> String { "Gets: \(data)." }
    func onBasis(_ articles: String) -> String { "On the basis of \(articles)." }
    func onlyIf(_ condition: String) -> String { "Condition: \(ended(condition))" }
    func forCategories(_ titles: String) -> String { "With: \(titles)." }
    func agreement(_ isThere: Bool) -> String {
        isThere ? "Processing agreement concluded." : "No processing agreement."
    }
    func confidentiality(_ words: String) -> String { "Confidentiality: \(ended(words))" }
    func ownPurposes(_ purposes: Processor.OwnPurposes, language: String) -> String {
        switch purposes {
        case .none: "Does not use the data for purposes of its own."
        case .some: "Uses the data for purposes of its own too."
        case .described(let words): "Purposes of its own: \(ended(words.text(in: language)))"
        }
    }
    func itsRetention(_ sentence: String) -> String { "Keeps it: \(sentence)" }

    var noTransfers: String { "According to our records it does not leave the European Economic Area." }
    var allRecipients: String { "All recipients above" }
    var staysInArea: String { "By our policy none of this leaves the European Economic Area." }
    func transfer(to country: String?, isCertain: Bool) -> String {
        guard let country else {
            return isCertain
                ? "Transfer to a third country that our policy does not name."
                : "Possible transfer to a third country that our policy does not name."
        }
        return isCertain ? "Transfer to: \(country)." : "Possible transfer to: \(country)."
    }
    func safeguards(_ names: [String]) -> String {
        "\(names.count == 1 ? "Safeguard" : "Safeguards"): \(ended(names.joined(separator: "; ")))"
    }
    func safeguard(_ kind: Safeguard.Kind, name: String) -> String {
        switch kind {
        case .standardClauses: "standard contractual clauses of the European Commission (SCC)"
        case .bindingRules: "binding corporate rules (BCR)"
        case .adequacy: "an adequacy decision of the European Commission"
        case .consent: "your consent to the transfer"
        case .processingAgreement: "a processing agreement (DPA)"
        case .chapterFive: "the rules on transfers of Art. 44 ff. GDPR"
        case .otherwisePermitted: "what the law permits otherwise"
        case .privacyShield: "\(name) (no longer valid)"
        }
    }
    var outdatedSafeguard: String { "The Privacy Shield has not been valid as a safeguard since 2020." }
    func noSafeguard(afterOutdated: Bool) -> String {
        "Our record of processing states no \(afterOutdated ? "other " : "")safeguard; you can ask us for it."
    }
    func somewhere(_ country: String) -> String {
        "\(ended(capitalised(country))) Our record says nothing of a transfer to a third country."
    }
    func unknownPlace(_ names: String, contact: String) -> String {
        "\(names): our record does not say whether data leaves the EEA. You can ask us: \(contact)."
    }
    func transferConditions(_ conditions: String) -> String {
        "Data leaves the European Economic Area only \(conditions)."
    }
    func transferCondition(_ condition: String) -> String {
        switch condition {
        case "legally_required": "where the law requires it"
        case "consent": "with your consent"
        case "contract_performance": "where a contract makes it necessary"
        default: "with \(spaced(condition))"
        }
    }
}
