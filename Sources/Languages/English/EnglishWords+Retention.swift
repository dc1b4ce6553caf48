import Policy
import Groundwork

extension EnglishWords {
    func clause(_ rule: RetentionInWords) -> String {
        let event = event(rule, latest: "the later of", earliest: "the earlier of")
        let start = event.map { ", counted from \($0)" } ?? ""
        let end = event.map { ", until \($0)" } ?? ""
        return switch (rule.kind, rule.period) {
        case (.max, let period?): "at most \(period)\(start)"
        case (.usual, let period?): "usually \(period)\(start)"
        case (.untilEvent, let period?): event.map { "until \(period) after \($0)" } ?? period
        case (.untilEvent, nil): "until \(event ?? "the event that ends the need for it")"
        case (.statutory, let period?): "as long as the law requires: \(period)\(start)"
        case (.statutory, nil): "as long as the law requires\(end)"
        case (.limitationCap, let period?): "in any case no longer than \(period)\(start), when claims are barred"
        case (.limitationCap, nil): "in any case no longer than until \(event ?? "claims are barred")"
        case (.indefiniteUntilEvent, _): "without an end date\(end)"
        case (.session, _): "as long as your visit to the website lasts\(end)"
        case (.recipientPolicy, _): "as long as the recipient itself decides"
        case (.notStated, _): "our privacy policy names no period for this"
        case (.noPersonalData, _): "by our privacy policy this is no personal data, and there is no period"
        case (.necessity, let period?): "as long as it is needed for the purpose: \(period)\(start)"
        case (.fixed, let period?): "\(period)\(start)"
        case (_, nil): "as long as it is needed for the purpose\(end)"
        }
    }

    func afterwards(_ action: RetentionRule.Action) -> String? {
        switch action {
        case .delete: "then we delete it"
        case .anonymise: "then we anonymise it"
        case .isolate: "until then it is kept apart and used for nothing"
        case .deleteOrAnonymise: "then we delete or anonymise it"
        case .restrictAccess: "then our staff can no longer reach it, but it is not deleted yet"
        case .restrictAnonymiseOrDelete: "then we close it off, anonymise it or delete it"
        case .none: nil
        }
    }

    func advice(_ kind: RetentionRule.Kind, contact: String) -> String? {
        switch kind {
        case .notStated:
            "We may then keep it no longer than the purpose needs (\(reference("5(1)(e)"))). Ask us how long that is: "
                + "\(contact)."
        case .recipientPolicy: "Ask the recipient for the period, or us: \(contact)."
        case .noPersonalData: "If you want to know whether anything is held after all, ask us: \(contact)."
        default: nil
        }
    }

    var openChoice: String { "Our privacy policy says “or” and leaves open which of the two counts." }

    package func scope(_ scope: ScopedRetention) -> String? {
        if let basis = scope.basis { return "As far as it rests on \(shortBasis(basis))" }
        return switch scope.scope {
        case "general": nil
        case "cap": "As the utmost limit"
        case "backups": "Backup copies"
        case "expired": "What is no longer needed"
        case "consented": "What is processed with your consent"
        case "legal_disputes": "In a legal dispute"
        case "legal_disputes_regular": "In a legal dispute, as a rule"
        default: capitalised(spaced(scope.scope))
        }
    }

    private func shortBasis(_ article: String) -> String {
        let names = [
            "6(1)(a)": "consent", "6(1)(b)": "a contract", "6(1)(c)": "a legal obligation",
            "6(1)(d)": "a vital interest", "6(1)(e)": "a task in the public interest",
            "6(1)(f)": "a legitimate interest", "9(2)(a)": "explicit consent",
        ]
        return names[article].map { "\($0) (\(reference(article)))" } ?? reference(article)
    }

    func condition(_ condition: RetentionRule.Condition, event: String?) -> String {
        switch condition {
        case .before(let id, let limit): "If \(event ?? spaced(id)) was before \(day(limit.description))"
        case .onOrAfter(let id, let limit): "If \(event ?? spaced(id)) was on or after \(day(limit.description))"
        case .chosen(let choice): "Only with this choice: \(spaced(choice))"
        }
    }

    var generalRetentionHeading: String { "How long we keep data in general" }
    var generalRetentionIntroduction: String {
        "These rules hold for everything, beside what stands above with a kind of data."
    }
    var backupsNote: String {
        "Backup copies hold the same data once more; they were not searched separately and are not sent along."
    }
}
