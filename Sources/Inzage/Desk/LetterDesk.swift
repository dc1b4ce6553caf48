import Groundwork
import ExporterKit
import Mail
package import Cases
package import Correspondence
package import RegisterStore
package import Policy
package import IntakeStage
package import IdentityStage

/// What became of a letter that stands beside the answer.
package struct SentLetter: Sendable {
    package let letter: Letter
    /// Where it was handed over: a file of the folder outbox, or "the mail server"; nil where nobody can be mailed, and
    /// people post it.
    package let handedOver: String?
    /// What keeps the mail from going, or nil; it stays in the outbox.
    package let waiting: Waiting?
    /// Whether it was to be mailed and nobody can be; people post it.
    package let isForThePost: Bool

    /// A letter that was only written, to be looked at or posted.
    static func shown(_ letter: Letter) -> SentLetter {
        SentLetter(letter: letter, handedOver: nil, waiting: nil, isForThePost: false)
    }
}

/// What becomes of what a letter tells where nobody can be mailed.
enum WithoutAddress {
    /// It is done all the same: the law wants it in time, and people post the letter.
    case isStored
    /// It is not: nobody was told yet. What people do instead.
    case isLeft(next: Advice)
}

/// Writes the letters beside the answer: that a request came in, what is missing, more time, no, and done.
///
/// What a letter tells is stored in the same transaction as the letter itself, so that neither is without the other.
package struct LetterDesk: Sendable {
    package let controller: Controller
    let intake: Intake
    let verification: Verification
    let register: Register
    let outbox: Outbox
    let templates: LetterTemplates

    package init(
        controller: Controller,
        intake: Intake,
        verification: Verification,
        register: Register,
        outbox: Outbox,
        templates: LetterTemplates
    ) {
        self.controller = controller
        self.intake = intake
        self.verification = verification
        self.register = register
        self.outbox = outbox
        self.templates = templates
    }

    func writer(_ request: Request) -> LetterWriter {
        LetterWriter(controller: controller, templates: templates, language: request.language)
    }

    /// Where letters go: to whoever is proven, or else where a code goes; nil where the request names nobody.
    ///
    /// No letter beside the answer says whether anybody is known, so it may go to who claims to be somebody.
    private func address(for request: Request) async throws -> [UInt8]? {
        if let subject = try register.read({ try $0.subject(of: request.id) }) { return subject.address }
        guard request.claim.email != nil else { return nil }
        do {
            return try await verification.examine(request).codeAddress
        } catch is SourceFailure {
            // A letter that the law wants in time does not wait for a system that is down: people post it.
            return nil
        }
    }

    /// Stores a letter with what it tells, and hands it over.
    func send(
        _ letter: Letter,
        _ kind: OutgoingMail.Kind,
        of request: Request,
        withoutAddress: WithoutAddress = .isStored,
        storing change: (RegisterTransaction) throws -> Void
    ) async throws -> SentLetter {
        let address = try await address(for: request)
        if address == nil, case .isLeft(let next) = withoutAddress {
            let reasons = ["nothing was mailed: there is no address to mail to"]
            let waiting = Waiting(.waiting, reasons: reasons, next: [next])
            return SentLetter(letter: letter, handedOver: nil, waiting: waiting, isForThePost: true)
        }
        try register.transaction { transaction in
            try change(transaction)
            if let address { try outbox.put(letter, to: address, kind: kind, for: request, in: transaction) }
        }
        guard let address, let mail = try outbox.mail(kind, of: request) else {
            return SentLetter(letter: letter, handedOver: nil, waiting: nil, isForThePost: true)
        }
        return try await handOver(mail, letter, of: request, to: address)
    }

    private func handOver(
        _ mail: OutgoingMail,
        _ letter: Letter,
        of request: Request,
        to address: [UInt8]
    ) async throws -> SentLetter {
        switch try await outbox.handOver(mail, of: request, expecting: address) {
        case .done(let handed):
            SentLetter(
                letter: letter,
                handedOver: handed.path ?? "the mail server",
                waiting: nil,
                isForThePost: false
            )
        case .waiting(let waiting):
            SentLetter(letter: letter, handedOver: nil, waiting: waiting, isForThePost: false)
        }
    }

    /// Tries again what has not gone: a letter that is late may be one that the law wants in time.
    ///
    /// - Returns: what keeps a letter from going, or nil.
    func sendPending(of request: Request) async throws -> Waiting? {
        let pending = try register.read { try $0.outbox(request: request.id, round: request.round) }
            .filter { !$0.kind.isOfThePipeline && $0.content != nil }
        guard !pending.isEmpty, let address = try await address(for: request) else { return nil }
        // A letter to an address that proof has overtaken stays where it is; what it said stands in the register.
        for mail in pending where mail.content.map({ Array($0.to.utf8) }) == address {
            if case .waiting(let waiting) = try await outbox.handOver(mail, of: request, expecting: address) {
                return waiting
            }
        }
        return nil
    }
}
