import Groundwork
import Correspondence
import Cases
import Calendars
import RegisterStore
import IdentityMethods
import IdentityStage
import Policy
import IntakeStage

extension LetterDesk {
    /// The letter that says that a request came in, and by when it is answered.
    func acknowledgement(of request: Request) throws -> Letter {
        let deadlines = try intake.clock.deadlines(of: request)
        return try writer(request).acknowledgement(
            AcknowledgementFacts(
                requestID: request.id,
                right: request.right,
                receivedOn: request.receivedOn,
                dueOn: deadlines.strict
            )
        )
    }

    func sendAcknowledgement(of request: Request) async throws -> SentLetter {
        try checkIsOpen(request)
        let letter = try acknowledgement(of: request)
        let post = WithoutAddress.isLeft(next: "post this letter")
        return try await send(letter, .acknowledgement, of: request, withoutAddress: post) { transaction in
            try transaction.audit("acknowledged", request: request.id)
        }
    }

    /// The letter that asks for what is missing: whose data, which right, or proof.
    func moreIdentification(for request: Request) async throws -> Letter {
        let due = try intake.clock.deadlines(of: request).strict
        guard request.claim.email != nil, request.rightWasNamed else {
            return try writer(request).clarification(
                ClarificationFacts(
                    requestID: request.id,
                    asksWho: request.claim.email == nil,
                    asksRight: !request.rightWasNamed,
                    dueOn: due
                )
            )
        }
        let doubts = try await verification.examine(request).openDoubts.map(\.kind)
        let settling = IdentificationMethods.settling(
            Set(doubts).subtracting([.addressUnproven]),
            policy: controller.identity
        )
        guard !settling.isEmpty else {
            throw InzageError(
                .notInThisState,
                "nothing more than the code is missing for request \(request.id)",
                hint: "\(.export(request.id)) mails it"
            )
        }
        return try writer(request).moreIdentification(
            IdentificationFacts(
                requestID: request.id,
                methods: settling,
                doubts: Set(doubts),
                clock: try isCredited(request) ? .standsStill : .runs(until: due)
            )
        )
    }

    private func checkIsOpen(_ request: Request) throws {
        guard !request.state.isFinal, request.state != .delivered else { throw request.isAlready(request.state) }
    }

    /// Mails the question, or notes that people posted it; the clock may stand still from today, and does not for a
    /// question that nobody was asked.
    func ask(_ request: Request, byPost: Bool) async throws -> SentLetter {
        try checkIsOpen(request)
        let letter = try await moreIdentification(for: request)
        let ask = Ask(askedOn: intake.today, answeredOn: nil, isCredited: try isCredited(request))
        let storing: (RegisterTransaction) throws -> Void = { transaction in
            try transaction.insertAsk(ask, of: request.id)
            try transaction.audit("asked for more", request: request.id, counts: ["credited": ask.isCredited ? 1 : 0])
        }
        guard byPost else {
            let next: Advice = "post this letter; then \(.confirmPosted(request.id))"
            return try await send(
                letter,
                .moreIdentification,
                of: request,
                withoutAddress: .isLeft(next: next),
                storing: storing
            )
        }
        try register.transaction(storing)
        return .shown(letter)
    }

    /// Whether the clock stands still for a question that is put today (EDPB Guidelines 01/2022, 159).
    ///
    /// It must be put without undue delay, and be about who the person is. A request that names nobody or no right is
    /// asked with the clock running.
    private func isCredited(_ request: Request) throws -> Bool {
        guard request.claim.email != nil, request.rightWasNamed else { return false }
        let today = intake.today
        return Suspension(asked: today, answered: today)?
            .isCreditable(after: request.receivedOn, holidays: controller.deadline.holidays(of: request)) ?? false
    }
}
