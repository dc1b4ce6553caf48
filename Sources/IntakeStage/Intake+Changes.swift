import Groundwork
import Foundation
import ArchiveSealing
package import Cases
import Calendars
package import Policy
package import RegisterStore

/// What `request amend` may change.
package struct Amendment: Sendable {
    package var right: Right?
    package var language: Language?
    package var destination: Destination?
    /// The certificate to which the answer is sealed; another destination without one drops the old one's.
    package var certificate: String?
    package var receivedOn: String?
    /// Whose data it is about, where the request did not say so or said it wrongly.
    package var email: String?

    package init(
        right: Right? = nil,
        language: Language? = nil,
        destination: Destination? = nil,
        certificate: String? = nil,
        receivedOn: String? = nil,
        email: String? = nil
    ) {
        self.right = right
        self.language = language
        self.destination = destination
        self.certificate = certificate
        self.receivedOn = receivedOn
        self.email = email
    }
}

/// Why a request is closed.
package enum CloseReason: String, Sendable, CaseIterable {
    case answered
    case nothingHeld = "nothing-held"
    case spam
    case duplicate
    case mistake
    case silent
}

extension Intake {
    /// Changes a request, keeps its clock, and drops whatever proof the change outgrows.
    package func amend(_ id: String, _ amendment: Amendment) throws -> Request {
        let amended = try changing(id) { request, transaction in
            guard ![.delivered, .sealed].contains(request.state) || amendment.isOnlyDestination, !request.state.isFinal,
                request.state != .delivered
            else {
                throw InzageError(
                    .notInThisState,
                    "request \(id) is \(request.state.rawValue)",
                    hint: "\(.reopen(id)) starts another answer"
                )
            }
            if let text = amendment.receivedOn {
                let day = try day(text)
                guard day <= request.receivedOn else {
                    throw InzageError(
                        .usage,
                        "a later day of receipt would move the clock",
                        hint: "only an earlier day than \(request.receivedOn) can be put in"
                    )
                }
                request.receivedOn = day
                try transaction.keepCredit(of: id) { ask in
                    Suspension(asked: ask.askedOn, answered: ask.askedOn)?
                        .isCreditable(after: day, holidays: controller.deadline.holidays(of: request)) ?? false
                }
            }
            if let right = amendment.right {
                try check(right)
                if right != request.right {
                    request.grantedOn = nil
                    try transaction.dropWork(of: id)
                }
                request.right = right
                request.rightWasNamed = true
                // Who names the right has read what was asked.
                _ = try transaction.settleMails(of: id)
            }
            if let language = amendment.language { request.language = language }
            if amendment.right != nil || amendment.language != nil {
                try transaction.forgetGathered(request: id, round: request.round)
                if request.state == .gathered { try request.move(to: .verified) }
            }
            if let email = amendment.email { try change(email, of: &request, transaction) }
            let target = amendment.target(after: request.claim)
            if target != request.claim {
                request.claim = target
                try check(request.claim)
                try transaction.outgrowEvidence(of: id, exceptReturnedCode: true)
                try transaction.store(subject: nil, of: id)
                try transaction.withdrawMails(.archive, request: id)
                if request.state != .received { try request.move(to: .awaitingIdentity) }
                // Proof may now name another person: what was made for this one must not become theirs.
                if try transaction.hasBegunAnswer(of: request) { try transaction.beginRound(of: &request) }
            }
            try transaction.index(request)
            try transaction.audit("amended", request: id)
        }
        removeForgottenFiles(of: amended)
        return amended
    }

    /// Another address names another person: nothing that proved the first one counts any more.
    private func change(_ email: String, of request: inout Request, _ transaction: RegisterTransaction) throws {
        guard [.received, .awaitingIdentity].contains(request.state) else {
            throw InzageError(
                .notInThisState,
                "whom request \(request.id) is about is proven already",
                hint: "open another request for another person"
            )
        }
        guard email != request.claim.email else { return }
        if request.claim.email != nil {
            request.claim.name = nil
            request.claim.identifiers = []
        }
        request.claim.email = email
        try check(request.claim)
        try transaction.forgetProof(of: request.id)
        try transaction.withdrawUnsentMails(request: request.id)
        // What colleagues looked up, cut or added so far was meant for the person named before.
        if try !transaction.decisions(request: request.id, round: request.round).isEmpty
            || transaction.hasBegunAnswer(of: request)
        {
            try transaction.beginRound(of: &request, keepingCuts: false)
        }
    }

    /// Puts a remark with a request.
    package func note(_ id: String, _ text: String) throws {
        _ = try changing(id) { request, transaction in
            try transaction.insert(
                .note,
                target: "note",
                detail: DecisionDetail(reason: text),
                request: id,
                round: request.round
            )
            try transaction.audit("noted", request: id)
        }
    }

    /// Ends a request.
    package func close(_ id: String, reason: CloseReason) throws -> Request {
        let closed = try changing(id) { request, transaction in
            guard !request.state.isFinal else {
                throw InzageError(.notInThisState, "request \(id) is \(request.state.rawValue) already")
            }
            guard reason != .answered && reason != .nothingHeld || request.state == .delivered else {
                throw InzageError(
                    .notInThisState,
                    "request \(id) is not answered: it is \(request.state.rawValue)",
                    hint: "\(.export(id))"
                )
            }
            request.closedBecause = reason.rawValue
            try request.move(to: .closed)
            try end(request, transaction)
            if controller.requestLog.anonymousFor.contains(request.right) {
                request.claim = Claim(email: nil)
                try transaction.forgetPerson(in: request)
            }
            try transaction.audit("closed \(reason.rawValue)", request: id)
        }
        removeFiles(of: closed, rounds: 1...closed.round)
        return closed
    }

    /// Ends a request because the person takes it back.
    package func withdraw(_ id: String) throws -> Request {
        let withdrawn = try changing(id) { request, transaction in
            guard !request.state.isFinal, request.state != .delivered else {
                throw InzageError(.notInThisState, "request \(id) is \(request.state.rawValue)")
            }
            try request.move(to: .withdrawn)
            try end(request, transaction)
            try transaction.audit("withdrawn", request: id)
        }
        removeFiles(of: withdrawn, rounds: 1...withdrawn.round)
        return withdrawn
    }

    /// Begins another answer: "something is missing".
    ///
    /// It costs the person nothing, and the old ledger stays.
    package func reopen(_ id: String, reason: String) throws -> Request {
        let reopened = try changing(id) { request, transaction in
            if let purgedAt = request.purgedAt {
                throw InzageError(
                    .notInThisState,
                    "who asked in request \(id) was forgotten on \(purgedAt.prefix(10))",
                    hint: "open a new request: \(.openRequest)"
                )
            }
            guard request.state.isFinal || request.state == .delivered || request.state == .sealed else {
                throw InzageError(
                    .notInThisState,
                    "request \(id) is open: it is \(request.state.rawValue)",
                    hint: "\(.export(id))"
                )
            }
            try transaction.insert(
                .note,
                target: "reopened",
                detail: DecisionDetail(reason: reason),
                request: id,
                round: request.round
            )
            if try transaction.hasBegunAnswer(of: request) { try transaction.beginRound(of: &request) }
            try transaction.withdrawUnsentLetters(request: id)
            request.roundScope = nil
            request.closedBecause = nil
            request.grantedOn = nil
            // What was done before is done again where it is needed: it is looked anew.
            try transaction.dropWork(of: id)
            // Who came back after the end, or was unknown, proves anew who they are.
            let subject = try transaction.subject(of: id)
            if request.state.isFinal || subject?.isUnknown != false {
                try transaction.forgetProof(of: id)
                try request.move(to: .received)
            } else {
                try request.move(to: .verified)
            }
            try transaction.audit("reopened", request: id)
        }
        removeForgottenFiles(of: reopened)
        return reopened
    }

    /// Begins the answer about the systems and categories whose gaps were disclosed.
    package func beginSupplement(of request: Request, scope: [String]) throws -> Request {
        try changing(request.id) { request, transaction in
            try transaction.beginRound(of: &request, scope: scope)
            try request.move(to: .verified)
        }
    }

    /// What ends with a request: codes, mails that have not gone, and the way to open the archive.
    package func end(_ request: Request, _ transaction: RegisterTransaction) throws {
        try transaction.voidChallenges(of: request.id)
        try transaction.withdrawUnsentMails(request: request.id)
        try transaction.keepCredit(of: request.id) { $0.answeredOn != nil }
        try transaction.forgetPassphrases(of: request.id)
        try transaction.forgetWork(of: request.id)
    }

    /// Removes the spool and the archives of a request that has ended, once the register says so.
    package func removeFiles(of request: Request, rounds: some Sequence<Int>) {
        for round in rounds {
            let name = "\(archives)/\(request.id)-\(round)"
            try? FileManager.default.removeItem(atPath: name + ".spool")
            for ending in [".zip", ".zip" + Envelope.suffix] {
                try? FileManager.default.removeItem(atPath: name + ending)
                ArchiveBuilder.removeLeftovers(of: name + ending)
            }
        }
    }

    /// Removes the files of earlier answers whose passphrases are forgotten.
    private func removeForgottenFiles(of request: Request) {
        let forgotten = try? register.read { transaction in
            try (1..<request.round).filter { round in
                try transaction.package(request: request.id, round: round)?.secrets.passphrase.isEmpty == true
            }
        }
        removeFiles(of: request, rounds: forgotten ?? [])
    }

    private func changing(
        _ id: String,
        _ change: (inout Request, RegisterTransaction) throws -> Void
    ) throws -> Request {
        try register.transaction { transaction in
            var request = try existing(id, transaction)
            try change(&request, transaction)
            try transaction.update(request)
            return request
        }
    }
}

extension Amendment {
    /// Whether only the destination changes, which a sealed answer allows: its content stays.
    var isOnlyDestination: Bool { right == nil && language == nil && email == nil }

    /// The claim with where the answer is to go and to which certificate.
    func target(after claim: Claim) -> Claim {
        var target = claim
        if let destination, destination != claim.destination {
            target.destination = destination
            target.certificate = nil
        }
        if let certificate { target.certificate = certificate }
        return target
    }
}
