import Cases
import Foundation
import Groundwork
import IntakeStage
import MailReading
import Policy
import RegisterStore
import RequestReading

extension MailDesk {
    /// Opens a request for a mail that nobody asked for.
    func open(
        _ mail: IncomingMail,
        _ sender: MailSender,
        _ body: MailBody,
        _ mark: MailMark,
        _ before: TakenBefore?,
        _ place: String?
    ) throws -> TakenMail {
        let guess = RequestGuess(subject: mail.value("subject"), text: body.own.text, labels: labels)
        let trace = MailTrace(of: mail, authority: policy.authenticationResults)
        let receipt = receipt(trace)
        var opening = Opening(
            claim: Claim(email: nil, identifiers: guess.identifiers),
            receivedOn: receipt.day,
            reasons: body.obstacles,
            detail: ReceivedMailDetail(
                subject: mail.shown("subject"),
                messageID: mail.message?.messageID.map { String(decoding: $0.prefix(300), as: UTF8.self) },
                place: place,
                signals: trace.signals
            )
        )
        take(guess, into: &opening)
        name(sender, guess, in: &opening)
        if before != nil { opening.hold(.knownMessageID) }
        opening.remarks += [receipt.remark].compactMap(\.self)
        if body.attachments > 0 { opening.remarks.append("files go along with it: \(body.attachments)") }
        if body.isCut { opening.remarks.append("it ends before its parts do") }
        return try open(opening, mark)
    }

    /// What was guessed: a mail that asks for data and names no right is an access request, any other waits.
    func take(_ guess: RequestGuess, into opening: inout Opening) {
        switch guess.right {
        case .named(let right): opening.right = right
        case .asksForData: opening.remarks.append("it names no right and asks for data, so it is one for access")
        case .several(let rights):
            opening.hold(.severalRights)
            opening.remarks.append("it seems to ask for \(rights.map(\.rawValue).joined(separator: ", "))")
        case .unclear: if opening.reasons.isEmpty { opening.hold(.rightUnclear) }
        }
        switch guess.language {
        case .known(let language) where intake.controller.languages.contains(language): opening.language = language
        case .known(let language):
            opening.remarks.append("it is in \(language.rawValue), which controller.yaml does not name")
        case .another:
            // What it seems to ask in a language that nobody reads is no guess.
            opening.right = nil
            opening.reasons.removeAll { $0 == .rightUnclear || $0 == .severalRights }
            opening.hold(.anotherLanguage)
        case .unclear: break
        }
        opening.detail.right = opening.right
        opening.detail.language = opening.language
    }

    /// Whom it is about: who wrote it, unless they ask for somebody else, or nobody knows who wrote it.
    private func name(_ sender: MailSender, _ guess: RequestGuess, in opening: inout Opening) {
        switch sender {
        case .none: opening.hold(.noSender)
        case .several: opening.hold(.severalSenders)
        case .one(let address, let name) where guess.isForOthers:
            opening.claim.representative = Representative(name: name ?? address, email: address)
            opening.hold(.forSomebodyElse)
        case .one(let address, let name):
            (opening.claim.email, opening.claim.name) = (address, name)
        }
    }

    /// Opens a request, or joins the one of the same person that is open; in one transaction with what is remembered.
    func open(_ asked: Opening, _ mark: MailMark) throws -> TakenMail {
        var opening = asked
        if let other = try openRequest(like: opening) { return try join(opening, mark, to: other) }
        if opening.receivedOn < intake.today.adding(days: -Intake.longestLate) { opening.hold(.longAgo) }
        let dayAgo = Surroundings.timestamp(register.surroundings.now().addingTimeInterval(-86_400))
        if try register.read({ try $0.requestsOpenedByMail(since: dayAgo) }) >= policy.requestsADay {
            opening.hold(.tooManyToday)
        }
        opening.detail.remarks = opening.remarks
        let isHeld = !opening.reasons.isEmpty
        let isLate = opening.reasons.contains(.longAgo)
        let submission = Submission(
            right: opening.right,
            claim: opening.claim,
            language: opening.language,
            receivedOn: opening.receivedOn.description,
            lateEntry: isLate ? "it was found in the mailbox on \(intake.today)" : nil
        )
        let request = try intake.open(submission) { request, transaction in
            // Whoever took it in meanwhile has done all this.
            if try transaction.takenBefore(mark)?.isSame == true { throw TakenMeanwhile() }
            try transaction.remember(mark, isHeld ? .held : .opened, request: request.id)
            if isHeld || opening.isGuess {
                try transaction.insert(.opening, opening.detail, heldBecause: opening.reasons, request: request.id)
            }
            let reasons = opening.reasons.map(\.rawValue).joined(separator: ", ")
            try transaction.audit(isHeld ? "taken in, held: \(reasons)" : "taken in", request: request.id)
        }
        return told(request, opening)
    }

    private func told(_ request: Request, _ opening: Opening) -> TakenMail {
        let isHeld = !opening.reasons.isEmpty
        var taken = TakenMail(isHeld ? .held : .opened, id: request.id)
        taken.right = opening.right ?? (isHeld ? nil : request.right)
        taken.language = opening.language ?? (isHeld ? nil : request.language)
        taken.claim = request.claim
        taken.receivedOn = request.receivedOn.description
        taken.waitingFor = isHeld ? TakenMail.reading : TakenMail.identity
        taken.reasons = opening.reasons.map { "it waits for a person: \($0.sentence)" } + opening.remarks
        if isHeld {
            taken.next =
                opening.right == nil || request.claim.email == nil
                ? MailSteps.toRead(request.id, knowsSubject: request.claim.email != nil)
                : [MailSteps.toConfirm(request.id, request.right)]
        } else {
            taken.next = ["\(.export(request.id)) mails a code"]
            if opening.isGuess { taken.next.append(MailSteps.toConfirm(request.id, request.right)) }
        }
        return taken
    }

    /// The open request of the same address for the same right: a second mail about it is no second request (case 23).
    ///
    /// What was not recognised is taken for a mail about the newest that is open.
    private func openRequest(like opening: Opening) throws -> Request? {
        guard let email = opening.claim.email else { return nil }
        let others = try intake.requests(from: email).filter { !$0.state.isFinal && $0.state != .delivered }
        if opening.reasons.contains(.severalRights) { return nil }
        if let right = opening.right { return others.last { $0.right == right } }
        return opening.reasons.isEmpty ? others.last { $0.right == .access } : others.last
    }

    private func join(_ opening: Opening, _ mark: MailMark, to request: Request) throws -> TakenMail {
        try note(opening.detail, mark, .about, about: request)
        var taken = TakenMail(.about, id: request.id)
        (taken.right, taken.language, taken.claim) = (request.right, request.language, request.claim)
        taken.receivedOn = opening.receivedOn.description
        taken.waitingFor = TakenMail.reading
        taken.reasons = ["request \(request.id) of the same address is open, so it is taken for a mail about that one"]
        taken.next = [MailSteps.toReadMore(request.id)]
        return taken
    }

    /// Keeps with a request that a mail came about it, which a person reads.
    func note(_ detail: ReceivedMailDetail, _ mark: MailMark, _ fate: MailFate, about request: Request) throws {
        try register.transaction { transaction in
            if try transaction.takenBefore(mark)?.isSame == true { throw TakenMeanwhile() }
            try transaction.remember(mark, fate, request: request.id)
            try transaction.insert(.about, detail, heldBecause: [], request: request.id)
            try transaction.audit("a mail about it came", request: request.id)
        }
    }
}

/// Somebody else took the same mail in at the same moment.
struct TakenMeanwhile: Error {}
