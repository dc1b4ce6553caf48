package import Mail
package import Cases
import Groundwork
package import RegisterStore
package import Policy

/// The mails that are to go: first in the register, then handed over, so that a crash loses none and repeats none.
package struct Outbox: Sendable {
    private let register: Register
    private let postbox: any Postbox
    private let policy: DeliveryPolicy
    private let archives: String

    package init(register: Register, postbox: any Postbox, policy: DeliveryPolicy, archives: String) {
        self.register = register
        self.postbox = postbox
        self.policy = policy
        self.archives = archives
    }

    /// Writes a mail into the register, within the transaction of what makes it necessary.
    package func put(
        _ letter: Letter,
        to address: [UInt8],
        kind: OutgoingMail.Kind,
        archive: ArchiveRecord? = nil,
        for request: Request,
        in transaction: RegisterTransaction
    ) throws {
        let mark = ReadableAlphabet.text(register.surroundings.randomBytes(6))
        let domain = policy.from.split(separator: "@").last.map(String.init) ?? "localhost"
        let content = MailContent(
            to: String(decoding: address, as: UTF8.self),
            subject: letter.subject,
            body: letter.body,
            date: register.surroundings.now(),
            archive: archive
        )
        try transaction.insert(
            content,
            kind: kind,
            messageID: "\(request.id)-\(request.round)-\(kind.rawValue)-\(mark)@\(domain)",
            request: request.id,
            round: request.round
        )
    }

    /// The newest mail of a kind in this round, or nil.
    package func mail(_ kind: OutgoingMail.Kind, of request: Request) throws -> OutgoingMail? {
        try register.read { try $0.outbox(request: request.id, round: request.round) }.last { $0.kind == kind }
    }

    /// Hands a mail over: the same bytes, the same address and the same `Message-ID` at each try.
    ///
    /// - Returns: where it went, or what keeps it from going; the mail then stays in the outbox.
    package func handOver(
        _ mail: OutgoingMail,
        of request: Request,
        expecting address: [UInt8],
        whenDone: (RegisterTransaction) throws -> Void = { _ in }
    ) async throws -> Step<HandedOver> {
        guard let content = mail.content else {
            throw InzageError(.integrityBroken, "a mail of request \(request.id) was handed over before")
        }
        guard Array(content.to.utf8) == address else {
            throw InzageError(
                .integrityBroken,
                "the mail's address is not the request's any more; nothing was sent",
                hint: "\(.amend(request.id, nil)) starts the proof anew"
            )
        }
        // Whoever has come this far by whatever way: of a restored request nothing leaves before a person has looked.
        if let since = try register.read({ try $0.restoredFrom(of: request.id) }) {
            return .waiting(RestoredRequest.waiting(request.id, since: since))
        }
        do {
            let handed = try await postbox.hand(over: message(content, id: mail.messageID))
            try register.transaction { transaction in
                try transaction.noteHandedOver(mail)
                try transaction.audit("mailed \(mail.kind.rawValue)", request: request.id)
                try whenDone(transaction)
            }
            return .done(handed)
        } catch let failure as MailFailure {
            try register.transaction { transaction in
                try transaction.noteFailure(failure.code.rawValue, of: mail)
                try transaction.audit("mail failed: \(failure.code.rawValue)", request: request.id)
            }
            return .waiting(Self.waiting(failure, mail: mail, request: request))
        }
    }

    private static func waiting(_ failure: MailFailure, mail: OutgoingMail, request: Request) -> Waiting {
        let again: Advice = "\(.export(request.id)) tries again; nothing was lost and nobody else was mailed"
        let handOver: Advice = "\(.amend(request.id, .handOver)), where mail cannot carry it"
        let isTooLarge = failure.code == .messageTooLarge && mail.kind == .archive
        return Waiting(
            isTooLarge ? .waiting : .deliveryFailed,
            reasons: ["mail not delivered: \(failure)"],
            next: isTooLarge ? [handOver] : [again]
        )
    }

    private func message(_ content: MailContent, id: String) throws -> MailMessage {
        let attachment = try content.archive.map { archive in
            try Attachment(
                path: "\(archives)/\(archive.name)",
                name: archive.name,
                mediaType: archive.isEnvelope ? "application/pkcs7-mime" : "application/zip"
            )
        }
        return try MailMessage(
            from: address(policy.from, field: "delivery.from"),
            fromName: policy.fromName,
            replyTo: address(policy.replyTo, field: "delivery.reply_to"),
            to: MailAddress(parsing: Array(content.to.utf8)),
            subject: content.subject,
            body: content.body,
            messageID: id,
            date: content.date,
            autoSubmitted: .generated,
            attachment: attachment
        )
    }

    private func address(_ text: String, field: String) throws -> MailAddress {
        do {
            return try MailAddress(parsing: Array(text.utf8))
        } catch {
            throw InzageError(.configuration, "\(field) in controller.yaml is no address", hint: error.hint)
        }
    }
}
