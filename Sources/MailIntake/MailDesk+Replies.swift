import Cases
import Foundation
import Groundwork
import IdentityStage
import IntakeStage
import MailReading
import Policy
import RegisterStore
import RequestReading

extension MailDesk {
    /// The request that a mail answers.
    ///
    /// It is known by the Message-ID of a mail of ours that it goes on from, or by the number that stands in its subject.
    /// From proves nothing here, and is not asked.
    func answered(by mail: IncomingMail) throws -> Request? {
        let words = mail.value("subject").utf8.prefix(1000).split { byte in
            !((0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte))
        }
        let numbers = words.filter { $0.count == Self.numberLength }
            .map { ReadableAlphabet.meant(by: String(decoding: $0, as: UTF8.self)) }
        return try register.read { transaction in
            let ids = try mail.answers.compactMap { try transaction.idOfRequest(mailedAs: $0) } + numbers
            for id in ids {
                if let request = try transaction.request(id), request.purgedAt == nil { return request }
            }
            return nil
        }
    }

    /// How many symbols the number of a request has.
    private static let numberLength = 6

    /// Takes a mail about a request that is there: a code is tried, and anything else is for a person to read.
    func reply(
        _ mail: IncomingMail,
        _ body: MailBody,
        _ mark: MailMark,
        to request: Request,
        _ place: String?
    ) async throws -> TakenMail {
        var detail = ReceivedMailDetail(
            subject: mail.shown("subject"),
            messageID: mail.message?.messageID.map { String(decoding: $0.prefix(300), as: UTF8.self) },
            place: place,
            signals: MailTrace(of: mail, authority: policy.authenticationResults).signals
        )
        let found = CodesInText.codes(in: body.own.text)
        let isAwaited = request.state == .received || request.state == .awaitingIdentity
        if found.count == 1, isAwaited { return try await enter(found[0], mark, for: request) }
        let why =
            found.count > 1
            ? "it holds several words that could be the code; none was tried"
            : found.isEmpty && isAwaited
                ? "it brings no code in the person's own words" : "it is about request \(request.id)"
        detail.remarks = [why]
        try note(detail, mark, .about, about: request)
        var taken = told(.about, request)
        taken.waitingFor = TakenMail.reading
        taken.reasons = [why]
        taken.next = [MailSteps.toReadMore(request.id)]
        return taken
    }

    private func enter(_ code: String, _ mark: MailMark, for request: Request) async throws -> TakenMail {
        let lease = try Lease(request: request.id, inFolder: folder)
        defer { withExtendedLifetime(lease) {} }
        let answer = try codes.enter(code, for: request.id) { transaction in
            if try transaction.takenBefore(mark)?.isSame == true { throw TakenMeanwhile() }
            try transaction.remember(mark, .code, request: request.id)
            try transaction.audit("a mail brought a code", request: request.id)
        }
        guard answer == .accepted else {
            var taken = told(.wrongCode, request)
            taken.waitingFor = TakenMail.identity
            taken.reasons = [answer.message]
            taken.next = ["\(.verify(request.id)) says what else proves who asks"]
            return taken
        }
        // Whether that settles everything the systems say; one that is down is asked again by who goes on.
        let step = try? await verification.verify(intake.request(request.id), mailingCode: false)
        var taken = told(.proven, request)
        taken.reasons = [answer.message]
        taken.next = ["\(.export(request.id))"]
        if case .waiting(let waiting) = step {
            taken.waitingFor = TakenMail.identity
            taken.reasons += waiting.reasons
            taken.next = waiting.next
        }
        return taken
    }

    private func told(_ outcome: TakenMail.Outcome, _ request: Request) -> TakenMail {
        var taken = TakenMail(outcome, id: request.id)
        (taken.right, taken.language, taken.claim) = (request.right, request.language, request.claim)
        taken.receivedOn = request.receivedOn.description
        return taken
    }
}
