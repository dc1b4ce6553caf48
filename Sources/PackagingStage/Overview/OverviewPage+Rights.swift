import ExporterKit
import Groundwork
import Policy
import Languages
import ControllerFiles

extension OverviewPage {
    /// The rights that the law gives, what the policy promises of them, and where to complain (Article 15(1)(e), (f)).
    var rights: HTML {
        """
        <section class="card" id="rights" aria-labelledby="rights-title">
        <h2 id="rights-title">\(text: words.rightsHeading)</h2>
        <p>\(text: words.rightsIntroduction(contact: wording.contact, period: answerTime))</p>
        \(policySource)
        <ul class="rights">
        \(shownRights.map(item))</ul>
        \(complaint)
        </section>
        """
    }

    /// The rights of the law, and of the promised ones those beyond it; a complaint has its own place.
    private var shownRights: [Right] {
        let ofLaw: [Right] = [
            .access, .rectification, .erasure, .restriction, .portability, .objection, .objectionDirectMarketing,
            .withdrawConsent, .noAutomatedDecision,
        ]
        return ofLaw
            + Right.allCases.filter { right in
                !ofLaw.contains(right) && right != .complaint && facts.controller.promise(of: right) != nil
            }
    }

    private func item(_ right: Right) -> HTML {
        let meaning = words.meaning(of: right)
        let reference: HTML =
            right.article.map { " <span class=\"article\">\(text: words.reference($0))</span>" } ?? .nothing
        let notes = promises(about: right)
        let promised: HTML =
            notes.isEmpty ? .nothing : "\n<p class=\"small\">\(text: notes.joined(separator: " "))</p>"
        return """
            <li><h3>\(text: meaning.name)\(reference)</h3>
            <p>\(text: meaning.meaning)</p>\(promised)</li>

            """
    }

    /// What the policy says of a right, or that only the law gives it.
    private func promises(about right: Right) -> [String] {
        // Without a policy that was read, nothing can be said of what it names.
        guard facts.controller.policy != nil || facts.controller.promise(of: right) != nil else { return [] }
        let reference = right.article.map(words.reference) ?? ""
        guard let promise = facts.controller.promise(of: right) else {
            return [words.givenByLaw(controller: facts.knownName, reference: reference)]
        }
        let isClear = promise.stated == .yes || right.article == nil
        let notes: [String?] = [
            isClear ? nil : words.partlyStated(promise.stated, reference: reference),
            promise.scope.map { words.scope(wording.text($0)) },
            promise.portsAllData ? words.allDataPorted : nil,
            promise.recipients.contains("organisation_named_by_subject") ? words.portedToOrganisation : nil,
            promise.notice.map { "\(words.sentence(wording.text($0))) \(words.usingItEndsNothing)" },
            promise.until.map { words.until(wording.text($0)) },
            words.whenUpheld(promise.whenUpheld),
            promise.isConfirmedToKnownEmail ? words.confirmedToKnownEmail : nil,
            promise.selfService.map { words.selfService(wording.text($0)) },
        ]
        return notes.compactMap(\.self) + speed(of: right) + ways(for: right)
    }

    private func speed(of right: Right) -> [String] {
        let deadline = facts.controller.deadline
        let pace = deadline.perRight[right].map(words.pace)
        let isPromised = deadline.appliesTo.contains(right) ? promisedPeriod.map(words.promisedPeriod) : nil
        return [pace, isPromised].compactMap(\.self)
    }

    private func ways(for right: Right) -> [String] {
        guard right == .objectionDirectMarketing else { return [] }
        return facts.controller.contact.mailboxes.filter { $0.purpose == "marketing_objection" }
            .map { words.alsoThrough(words.enumeration([$0.address] + $0.also, words.or)) }
    }

    /// A promise for every right stands in the introduction; one for some of them stands with these.
    private var answerTime: String {
        let deadline = facts.controller.deadline
        return words.answerTime(pace: deadline.pace, period: deadline.appliesTo.isEmpty ? promisedPeriod : nil)
    }

    /// The period that the controller promises, unless it is the law's month or no shorter.
    private var promisedPeriod: String? {
        let month = ISOPeriod(months: 1)
        guard let base = facts.controller.deadline.base, let period = ISOPeriod(base), period != month,
            !period.isLonger(than: month)
        else { return nil }
        return words.period(base)
    }

    private var policySource: HTML {
        guard let policy = facts.controller.policy, let title = policy.title else { return .nothing }
        let date = policy.date.map { " (\(words.day($0)))" } ?? ""
        return "<p class=\"small\">\(text: words.policySource(title + date))</p>"
    }
}
