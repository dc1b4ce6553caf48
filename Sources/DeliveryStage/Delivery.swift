import Mail
package import Cases
package import Correspondence
package import IdentityStage
import Groundwork
package import RegisterStore
package import PackagingStage
package import Policy
import Calendars

/// Proof that an answer left the house.
package struct Receipt: Sendable {
    /// Where it went, without an address: a file of the folder outbox, or "mail server".
    package let to: String
    /// The archive's path, unless nothing was held.
    package let archive: String?
}

/// Hands the answer over: by mail from the outbox, or into somebody's hands.
package struct Delivery: Sendable {
    package let controller: Controller
    let register: Register
    let outbox: Outbox
    let archives: String
    private let templates: LetterTemplates

    package init(
        controller: Controller,
        templates: LetterTemplates = .builtIn,
        register: Register,
        outbox: Outbox,
        archives: String
    ) {
        self.controller = controller
        self.templates = templates
        self.register = register
        self.outbox = outbox
        self.archives = archives
    }

    /// Mails a sealed archive to the one address that was proven, or says what keeps it from going.
    package func deliver(_ archive: SealedArchive, restFollows: Bool = false) async throws -> Step<Receipt> {
        let request = archive.verified.request
        guard let address = Self.address(of: archive.verified) else {
            return .waiting(waitingForHandOver(request))
        }
        try check(archive)
        let letter = try letter(with: archive, restFollows: restFollows)
        return try await send(letter, kind: .archive, archive: archive.facts, to: address, for: request) {
            try tellOwner(of: archive, in: $0)
        }
    }

    /// An organisation that the person named gets other words than the person: the passphrase is the person's alone.
    func letter(with archive: SealedArchive, restFollows: Bool) throws -> Letter {
        let request = archive.verified.request
        if case .organisation = request.claim.destination {
            return try letters(request).organisation(
                requestID: request.id,
                attachmentName: archive.facts.name,
                isSealedToCertificate: archive.facts.isEnvelope
            )
        }
        return try letters(request).archive(
            ArchiveFacts(
                requestID: request.id,
                right: request.right,
                attachmentName: archive.facts.name,
                callNumber: archive.callNumber,
                fingerprint: archive.signedBy,
                isSealedToCertificate: archive.facts.isEnvelope,
                isSupplement: request.roundScope != nil,
                restFollowsBy: restFollows ? dayForTheRest(request) : nil,
                ways: archive.verified.subject.passphraseWays(controller.delivery)
            )
        )
    }

    /// Answers a person about whom nothing is held: that too is an answer, and says where it was looked.
    package func answerNothingHeld(_ verified: VerifiedRequest, _ search: SearchSummary) async throws -> Step<Receipt> {
        let request = verified.request
        let letter = try letters(request).nothingHeld(
            NothingHeldFacts(
                requestID: request.id,
                right: request.right,
                recordKeptFor: controller.requestsKept,
                search: search
            )
        )
        return try await send(
            letter,
            kind: .nothingHeld,
            archive: nil,
            to: verified.subject.address,
            for: verified.request
        )
    }

    private func send(
        _ letter: Letter,
        kind: OutgoingMail.Kind,
        archive: ArchiveRecord?,
        to address: [UInt8],
        for request: Request,
        along: (RegisterTransaction) throws -> Void = { _ in }
    ) async throws -> Step<Receipt> {
        if try outbox.mail(kind, of: request) == nil {
            try register.transaction { transaction in
                try outbox.put(letter, to: address, kind: kind, archive: archive, for: request, in: transaction)
            }
        }
        guard let mail = try outbox.mail(kind, of: request) else {
            throw InzageError(.unexpected, "the mail of request \(request.id) was not stored")
        }
        let step = try await outbox.handOver(mail, of: request, expecting: address) { transaction in
            try transaction.move(request.id, to: .delivered)
            if archive != nil { try transaction.noteDelivered(request: request.id, round: request.round) }
            try along(transaction)
            try transaction.audit(Self.action(of: request), request: request.id)
        }
        switch step {
        case .waiting(let waiting): return .waiting(waiting)
        case .done(let handed):
            return .done(
                Receipt(to: handed.path ?? "the mail server", archive: archive.map { "\(archives)/\($0.name)" })
            )
        }
    }

    /// The log says when an answer went elsewhere than to the address on file, and never to whom.
    private static func action(of request: Request) -> String {
        switch request.claim.destination {
        case .addressOfRecord: "delivered"
        case .address: "delivered to another address"
        case .organisation: "delivered to an organisation"
        case .post, .handOver: "delivered"
        }
    }

    /// The address an archive goes to: the stored one, or the one that extra identification allowed; nil is no mail.
    package static func address(of verified: VerifiedRequest) -> [UInt8]? {
        switch verified.request.claim.destination {
        case .addressOfRecord: verified.subject.address
        case .address(let other): Array(other.utf8)
        case .organisation(_, let email): Array(email.utf8)
        case .post, .handOver: nil
        }
    }

    /// The day by which what is missing follows: the due date, or two weeks when that is past.
    private func dayForTheRest(_ request: Request) -> CivilDay {
        let today = CivilDay.of(register.surroundings.now(), in: controller.deadline.zone)
        return max(controller.deadline.deadlines(of: request).strict, today.adding(days: 14))
    }

    private func waitingForHandOver(_ request: Request) -> Waiting {
        Waiting(
            .waiting,
            reasons: ["the answer is to go by \(request.claim.destination.word)"],
            next: ["\(.handOver(request.id))"]
        )
    }

    /// The archive that goes is the one that was sealed.
    func check(_ archive: SealedArchive) throws {
        let path = "\(archives)/\(archive.facts.name)"
        guard let digest = FileDigest.sha256(ofFileAt: path), digest == archive.facts.sha256 else {
            throw InzageError(
                .integrityBroken,
                "the archive of request \(archive.verified.request.id) is missing or was changed",
                hint: "\(.reopen(archive.verified.request.id)) makes it anew"
            )
        }
    }

    func letters(_ request: Request) -> LetterWriter {
        LetterWriter(controller: controller, templates: templates, language: request.language)
    }
}
