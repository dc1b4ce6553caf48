import Cases
import Correspondence
import Calendars
import ExporterKit
import Groundwork
import Inzage
import IntakeStage
import Policy
import RegisterStore

/// The letters of a request with their texts.
///
/// What was mailed is not kept in the register. Its text is written anew by the same templates from the same facts
/// where all of them are still known; in place of a code and of a call number stands a form of one.
struct CaseLetters: Sendable {
    private let facts: CaseFacts
    private let writer: LetterWriter

    private static let (noCode, noCallNumber) = ("XXXX-XXXX", "000000")

    init(_ facts: CaseFacts) {
        self.facts = facts
        writer = LetterWriter(
            controller: facts.policy,
            templates: facts.desk.templates,
            language: facts.request.language
        )
    }

    /// Those that were to be mailed, and those of decisions that people posted.
    func all() throws -> [CaseLetter] {
        let request = facts.request
        let decisions = try facts.decisions()
        return try (1...request.round).flatMap { round -> [CaseLetter] in
            let mails = try facts.desk.register.read { try $0.outbox(request: request.id, round: round) }
            let own = decisions.filter { $0.answer == round }.map(\.decision)
            let posted = own.compactMap { Self.kind(of: $0) }.filter { kind in !mails.contains { $0.kind == kind } }
            return try mails.map { try letter($0, round, own) }
                + posted.map { kind in
                    letter(kind, round, mail: nil, text: try rewritten(kind, round, own))
                }
        }
    }

    private func letter(_ mail: OutgoingMail, _ round: Int, _ decisions: [Decision]) throws -> CaseLetter {
        let isKept = mail.content != nil && !mail.kind.isOfThePipeline
        guard isKept, let content = mail.content else {
            return letter(mail.kind, round, mail: mail, text: try rewritten(mail.kind, round, decisions))
        }
        return CaseLetter(
            answer: round,
            kind: mail.kind.rawValue,
            mailedAt: mail.handedOverAt,
            messageID: mail.messageID,
            lastFailure: mail.lastFailure,
            subject: content.subject,
            text: content.body,
            isRewritten: false
        )
    }

    private func letter(_ kind: OutgoingMail.Kind, _ round: Int, mail: OutgoingMail?, text: Letter?) -> CaseLetter {
        CaseLetter(
            answer: round,
            kind: kind.rawValue,
            mailedAt: mail?.handedOverAt,
            messageID: mail?.messageID,
            lastFailure: mail?.lastFailure,
            subject: text?.subject,
            text: text?.body,
            isRewritten: text != nil
        )
    }

    /// The letter that a decision is told by.
    private static func kind(of decision: Decision) -> OutgoingMail.Kind? {
        switch decision.kind {
        case .extension: .extensionNotice
        case .refusal: .refusal
        case .grant: .confirmation
        case .gap, .withhold, .replacement, .addition, .nothing, .note, .waiver: nil
        }
    }

    /// A letter as the register lets it be written, or nil where it does not know everything any more.
    private func rewritten(_ kind: OutgoingMail.Kind, _ round: Int, _ decisions: [Decision]) throws -> Letter? {
        let request = facts.request
        guard request.purgedAt == nil else { return nil }
        switch kind {
        case .code: return try code()
        case .acknowledgement: return try acknowledgement()
        case .extensionNotice:
            guard let reason = decisions.last(where: { $0.kind == .extension })?.detail.reason else { return nil }
            return try writer.extensionNotice(
                ExtensionFacts(
                    requestID: request.id,
                    right: request.right,
                    receivedOn: request.receivedOn,
                    dueOn: try facts.deadlines().dates.strict,
                    reason: reason
                )
            )
        case .refusal:
            guard let detail = decisions.last(where: { $0.kind == .refusal })?.detail, let ground = detail.ground,
                let reason = detail.reason
            else { return nil }
            return try writer.refusal(
                RefusalFacts(requestID: request.id, right: request.right, ground: ground, reason: reason)
            )
        case .confirmation: return try confirmation(decisions)
        case .archive: return try archive(round)
        // What these tell hangs on what was known on their day.
        case .nothingHeld, .moreIdentification, .elsewhere: return nil
        }
    }

    private func code() throws -> Letter? {
        guard let code = OneTimeCode(typed: Self.noCode),
            let last = try facts.desk.register.read({ try $0.mailedCodes(of: facts.request.id) }).last
        else { return nil }
        return try writer.code(code, requestID: facts.request.id, validUntil: last.validUntil)
    }

    /// It named the day that held then: one before an extension did not know of it.
    private func acknowledgement() throws -> Letter? {
        guard let day = facts.entries.last(where: { $0.action == "acknowledged" })?.at.prefix(10) else { return nil }
        var request = facts.request
        if let extended = request.extendedOn, extended.description >= day { request.extendedOn = nil }
        return try writer.acknowledgement(
            AcknowledgementFacts(
                requestID: request.id,
                right: request.right,
                receivedOn: request.receivedOn,
                dueOn: facts.policy.deadline.deadlines(of: request).strict
            )
        )
    }

    /// What was kept on a ground that an operator named is noted without the ground, and then there is no text.
    private func confirmation(_ decisions: [Decision]) throws -> Letter? {
        let request = facts.request
        guard let noted = decisions.last(where: { $0.kind == .grant })?.detail.reason,
            let entry = facts.entries.last(where: { $0.action.utf8.starts(with: "granted ".utf8) })
        else { return nil }
        let kept = try facts.desk.pipeline.intake.kept(by: request, also: [:])
        guard kept.map(\.category).joined(separator: ", ") == noted else { return nil }
        let (done, open) = (entry.counts["places done"] ?? 0, entry.counts["places open"] ?? 0)
        return try writer.confirmation(
            ConfirmationFacts(
                requestID: request.id,
                right: request.right,
                kept: kept.map { .init(title: $0.title.text(in: request.language.rawValue), ground: $0.ground) },
                copyFollows: facts.policy.promise(of: request.right)?.sendsCopyWhenUpheld ?? false,
                places: ConfirmationFacts.Places(done: done, all: done + open)
            )
        )
    }

    private func archive(_ round: Int) throws -> Letter? {
        let request = facts.request
        // An answer that held back a part named a day for the rest, which is not kept.
        guard round == request.round, case .addressOfRecord = request.claim.destination else { return nil }
        let (subject, origin, gathered) = try facts.desk.register.read { transaction in
            (
                try transaction.subject(of: request.id), try transaction.origin(request: request.id, round: round),
                try transaction.gathered(request: request.id, round: round)
            )
        }
        guard let subject, let origin, !gathered.contains(where: { $0.line.outcome.word == "gapAccepted" }) else {
            return nil
        }
        return try writer.archive(
            ArchiveFacts(
                requestID: request.id,
                right: request.right,
                attachmentName: "\(request.id)-\(round).zip",
                callNumber: Self.noCallNumber,
                fingerprint: origin.signedBy,
                isSealedToCertificate: request.claim.certificate != nil,
                isSupplement: request.roundScope != nil,
                ways: subject.passphraseWays(facts.policy.delivery)
            )
        )
    }
}
