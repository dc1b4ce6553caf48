package import Cases
import MailIntake
import Groundwork
import IntakeStage
import Policy
import RegisterStore

/// Requests that a mail opened: a person reads what could not be read, and confirms what was guessed.
extension Pipeline {
    /// The mails that opened a request or came about it, oldest first.
    package func mails(of id: String) throws -> [ReceivedMail] {
        try intake.register.read { try $0.receivedMails(of: id) }
    }

    /// What a request waits for whose mail nobody has read: nothing is asked, mailed or gathered for it.
    func waitingForReading(_ request: Request) throws -> Waiting? {
        guard let mail = try mails(of: request.id).first(where: \.holdsRequest) else { return nil }
        return Waiting(
            .waiting,
            reasons: mail.heldBecause.map { "the mail that opened it waits for a person: \($0.sentence)" },
            next: [Self.stepToRead(request, mail)]
        )
    }

    /// What a request waits for whose right was only guessed: no answer goes before a person has confirmed it.
    func waitingForConfirmation(_ request: Request) throws -> Waiting? {
        guard try mails(of: request.id).contains(where: \.isGuess) else { return nil }
        return Waiting(
            .waiting,
            reasons: [
                "that it asks for \(request.right.rawValue) was guessed from a mail, and nobody has confirmed it"
            ],
            next: [Self.stepToConfirm(request)]
        )
    }

    /// What is owed to mails that nobody has read; nil where nothing else can be done before.
    func owedForMails(_ request: Request) throws -> (owed: [Owed], isAll: Bool) {
        let unread = try mails(of: request.id).filter { $0.settledAt == nil }
        guard !unread.isEmpty else { return ([], false) }
        let held = unread.first(where: \.holdsRequest)
        let step =
            if let held {
                Self.stepToRead(request, held)
            } else if unread.contains(where: \.isGuess) {
                Self.stepToConfirm(request)
            } else {
                MailSteps.toReadMore(request.id)
            }
        let day = unread.first.flatMap { CivilDay(String($0.takenAt.prefix(10))) }
        let owed = Owed(what: .reading, since: day, isForPeople: true, next: step)
        // Who asks can be proven while the guess waits; an answer cannot go.
        let waits =
            held != nil || unread.contains(where: \.isGuess) && ![.received, .awaitingIdentity].contains(request.state)
        return ([owed], waits)
    }

    private static func stepToRead(_ request: Request, _ mail: ReceivedMail) -> Advice {
        guard mail.detail.right == nil || request.claim.email == nil else { return stepToConfirm(request) }
        return MailSteps.toRead(request.id, knowsSubject: request.claim.email != nil).joined(separator: "; ")
    }

    private static func stepToConfirm(_ request: Request) -> Advice {
        MailSteps.toConfirm(request.id, request.right)
    }

    /// Notes that a person has read the mails of a request, so that what was guessed of them holds.
    ///
    /// - Throws: exit 9 where there is none to read, and exit 2 where no right was recognised that could be confirmed.
    package func settleMails(_ id: String) throws -> Request {
        try change(id) { intake in
            let request = try intake.request(id)
            let unread = try mails(of: id).filter { $0.settledAt == nil }
            guard !unread.isEmpty else {
                throw InzageError(.notInThisState, "request \(id) has no mail that is to be read")
            }
            if let held = unread.first(where: \.holdsRequest), held.detail.right == nil {
                throw InzageError(
                    .usage,
                    "what the mail of request \(id) asks was not recognised, so there is nothing to confirm",
                    hint: "\(.amend(id, .right)) says what it asks"
                )
            }
            _ = try intake.register.transaction { try $0.settleMails(of: id) }
            return request
        }
    }
}
