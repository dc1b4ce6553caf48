import Cases
import ExporterKit
import Foundation
import Groundwork
package import IdentityStage
package import IntakeStage
import Mail
import MailReading
import Policy
import RegisterStore
import RequestReading

/// Takes mails in: what a person asks becomes a request, a code that comes back is tried, and a machine gets no answer.
///
/// Nothing that a mail says of its sender is believed; what it asks is a guess that a person confirms. Nothing of it is
/// kept in the clear, and nothing is sent from here.
package struct MailDesk: Sendable {
    let intake: Intake
    let verification: Verification
    let codes: Challenges
    /// The controller's folder, where leases lie.
    let folder: String
    let labels: [IdentifierLabel]
    let limits: MailLimits

    /// Makes the desk of a controller.
    package init(intake: Intake, verification: Verification, codes: Challenges, folder: String) {
        self.intake = intake
        self.verification = verification
        self.codes = codes
        self.folder = folder
        labels = intake.systems.identifierLabels
        limits = MailLimits(message: intake.controller.intake.messageLimit)
    }

    var register: Register { intake.register }
    var policy: IntakePolicy { intake.controller.intake }

    /// How many bytes of a mail are read at most.
    package var messageLimit: Int { limits.message }

    /// Takes one mail in.
    ///
    /// - Parameters:
    ///   - bytes: the mail as it was delivered, or its beginning where it is larger than ``messageLimit``.
    ///   - place: where it lies, for the person who must read it.
    package func take(_ bytes: [UInt8], place: String? = nil) async throws -> TakenMail {
        try await take(IncomingMail(bytes, limits), place)
    }

    func take(_ mail: IncomingMail, _ place: String?) async throws -> TakenMail {
        do {
            return try await takeOnce(mail, place)
        } catch is TakenMeanwhile {
            // Another process was faster: now it is found.
            return try await takeOnce(mail, place)
        }
    }

    private func takeOnce(_ mail: IncomingMail, _ place: String?) async throws -> TakenMail {
        let mark = try register.read {
            $0.mark(header: mail.header, content: mail.content, messageID: mail.message?.messageID)
        }
        let before = try register.read { try $0.takenBefore(mark) }
        if let before, before.isSame { return try again(before, mark) }
        if let automation = Automation(of: mail, ownList: policy.ownList) { return try leave(automation, mark) }
        let sender = MailSender(of: mail)
        if let address = sender.address, isOwn(address) {
            try register.transaction { try $0.remember(mark, .own) }
            var taken = TakenMail(.own)
            taken.reasons = ["it comes from the controller's own address"]
            return taken
        }
        let body = try MailBody(of: mail)
        if let request = try answered(by: mail) { return try await reply(mail, body, mark, to: request, place) }
        return try open(mail, sender, body, mark, before, place)
    }

    private func again(_ before: TakenBefore, _ mark: MailMark) throws -> TakenMail {
        try register.transaction { try $0.remember(mark, .again, request: before.request) }
        var taken = TakenMail(.takenBefore, id: before.request)
        taken.reasons = ["the same mail was taken before\(before.request.map { ", as request \($0)" } ?? "")"]
        return taken
    }

    private func leave(_ automation: Automation, _ mark: MailMark) throws -> TakenMail {
        try register.transaction { transaction in
            try transaction.remember(mark, .automatic)
            try transaction.audit("a mail was left unanswered: \(automation.rawValue)", purpose: "taking mail in")
        }
        var taken = TakenMail(.automatic)
        taken.reasons = ["a machine sent it (\(automation.rawValue)): it is no request, and nobody answers it"]
        return taken
    }

    /// Whether the controller's own mail came back to it, as from the folder of what was sent.
    private func isOwn(_ address: String) -> Bool {
        guard let address = try? MailAddress(parsing: Array(address.utf8)) else { return false }
        return [intake.controller.delivery.from, intake.controller.delivery.replyTo].contains { own in
            (try? MailAddress(parsing: Array(own.utf8)))?.isSameMailbox(as: address) == true
        }
    }

    /// The day on which the own server received a mail; today where it does not say so (case 97).
    func receipt(_ trace: MailTrace) -> (day: CivilDay, remark: String?) {
        let today = intake.today
        guard let moment = trace.receivedAt else {
            return (today, "no server says in Received when it came, so it counts as received today")
        }
        let day = CivilDay.of(moment, in: intake.controller.deadline.zone)
        guard day <= today else { return (today, "its Received lies in the future, so it counts as received today") }
        return (day, nil)
    }
}

extension [SystemDescription] {
    /// What identifiers are called: the kinds that exporters yield, by the titles of their fields.
    fileprivate var identifierLabels: [IdentifierLabel] {
        var names: [String: [String]] = [:]
        for field in flatMap(\.collections).flatMap(\.fields) {
            guard let kind = field.identifies, kind != "email" else { continue }
            names[kind, default: []] += field.title.byLanguage.values.sorted()
        }
        return names.sorted { $0.key < $1.key }.map { IdentifierLabel(kind: $0.key, names: $0.value) }
    }
}
