import Calendars
package import Cases
import ExporterKit
import DeliveryStage
import GatheringStage
import Groundwork
import IntakeStage
import Policy
import RegisterStore

extension Pipeline {
    /// What is still owed in a request, what can be done without people first; nothing where it is finished.
    package func owed(in request: Request) throws -> [Owed] {
        guard !request.state.isFinal, request.state != .onHold else { return [] }
        if let look = try owedAfterRestore(request) { return look }
        let mails = try unsentMails(of: request)
        let unread = try owedForMails(request)
        guard !unread.isAll else { return mails + unread.owed }
        let rest: [Owed] =
            switch request.state {
            case .received: [owedAtFirst(request)]
            case .awaitingIdentity: try owedForProof(request)
            case .verified, .gathered, .sealed: [try owedAnswer(request)]
            case .delivered: try owedAfterDelivery(request)
            case .closed, .refused, .withdrawn, .onHold: []
            }
        return (mails + rest + unread.owed).sorted { !$0.isForPeople && $1.isForPeople }
    }

    /// The requests in which something can be done without people, the one due first on top.
    package func due() throws -> [Request] {
        try intake.register.read { try $0.requests() }
            .filter { request in try owed(in: request).contains { !$0.isForPeople } }
            .enumerated()
            .map { (request: $1, due: try intake.clock.deadlines(of: $1).strict, turn: $0) }
            .sorted { ($0.due, $0.turn) < ($1.due, $1.turn) }
            .map(\.request)
    }

    private func unsentMails(of request: Request) throws -> [Owed] {
        try intake.register.read { try $0.outbox(request: request.id, round: request.round) }
            .filter { $0.content != nil && $0.handedOverAt == nil }
            .map { mail in
                let day = mail.content.map { CivilDay.of($0.date, in: intake.controller.deadline.zone) }
                let why = mail.lastFailure.map { ": \($0)" } ?? ""
                return Owed(
                    what: .mail,
                    since: day,
                    isForPeople: false,
                    next: "\(.export(request.id)) sends the \(mail.kind.rawValue)\(why)"
                )
            }
    }

    private func owedAtFirst(_ request: Request) -> Owed {
        guard request.claim.email != nil else { return owedReply(request) }
        return Owed(
            what: .proof,
            since: request.receivedOn,
            isForPeople: false,
            next: "\(.export(request.id)) mails a code, or says what else proves who asks"
        )
    }

    private func owedReply(_ request: Request) -> Owed {
        Owed(
            what: .reply,
            since: request.receivedOn,
            isForPeople: true,
            next: "\(.askForIdentification(request.id)) asks whose data it is about"
        )
    }

    private func owedForProof(_ request: Request) throws -> [Owed] {
        guard request.claim.email != nil else { return [owedReply(request)] }
        let codes = try intake.register.read { try $0.challenges(of: request.id) }
        guard let last = codes.last, last.isOpen else {
            return [
                Owed(
                    what: .proof,
                    since: codes.last?.sentOn ?? request.receivedOn,
                    isForPeople: true,
                    next: "\(.verify(request.id)) says how"
                )
            ]
        }
        guard last.validUntil < intake.today else {
            return [
                Owed(
                    what: .proof,
                    since: last.sentOn,
                    isForPeople: true,
                    next: "the code of \(last.sentOn) is to come back by \(last.validUntil)"
                )
            ]
        }
        // One is sent anew without being asked; who lets that one pass too does not want it.
        let isFirst = codes.count == 1
        return [
            Owed(
                what: .expiredCode,
                since: last.validUntil,
                isForPeople: !isFirst,
                next: isFirst
                    ? "\(.export(request.id)) mails another code"
                    : "\(.sendCode(request.id)), or \(.closeSilent(request.id))"
            )
        ]
    }

    private func owedAnswer(_ request: Request) throws -> Owed {
        if !request.right.isAnsweredByArchive, request.grantedOn == nil { return try owedAct(request) }
        let isReleased = try intake.register.read { try $0.isReleased(round: request.round, of: request.id) }
        if request.state == .gathered, intake.controller.release == .review, !isReleased {
            return Owed(
                what: .look,
                since: nil,
                isForPeople: true,
                next: "\(.review(request.id)), then \(.release(request.id))"
            )
        }
        if request.state == .sealed, [.post, .handOver].contains(request.claim.destination) {
            return Owed(
                what: .answer,
                since: nil,
                isForPeople: true,
                next: "\(.handOver(request.id))"
            )
        }
        return Owed(
            what: .answer,
            since: request.receivedOn,
            isForPeople: false,
            next: "\(.export(request.id))"
        )
    }

    private func owedAfterDelivery(_ request: Request) throws -> [Owed] {
        var owed: [Owed] = []
        if let place = try workList(of: request).open.first?.place {
            owed.append(
                Owed(
                    what: .act,
                    since: request.grantedOn,
                    isForPeople: true,
                    next:
                        "\(.tickOff(request.id, place: place)), and whatever else was confirmed before it was done"
                )
            )
        }
        let package = try intake.register.read { try $0.package(request: request.id, round: request.round) }
        let delivered = package?.deliveredAt.flatMap { CivilDay(String($0.prefix(10))) }
        let gaps = try gathering.storedLedger(of: request).disclosedGaps
        if !gaps.isEmpty {
            let byHand = gaps.filter { gap in !intake.systems.contains { $0.id == gap } }
            owed.append(
                Owed(
                    what: .supplement,
                    since: delivered,
                    isForPeople: byHand.count == gaps.count,
                    next: "\(.export(request.id)) sends what was missing: \(gaps.joined(separator: ", "))"
                )
            )
        }
        if package?.archive != nil, package?.archive?.isEnvelope != true, package?.passphraseToldAt == nil {
            owed.append(
                Owed(
                    what: .passphrase,
                    since: delivered,
                    isForPeople: true,
                    next: try passphraseStep(of: request)
                )
            )
        }
        return owed
    }

    /// Closes every request that was answered and whose passphrase was told, so that nothing is owed in it any more.
    ///
    /// - Returns: those that were closed.
    package func closeAnswered() throws -> [Request] {
        try intake.register.read { try $0.requests() }.filter { $0.state == .delivered }
            .filter { try owed(in: $0).isEmpty }
            .map { request in try change(request.id) { try $0.close(request.id, reason: .answered) } }
    }
}
