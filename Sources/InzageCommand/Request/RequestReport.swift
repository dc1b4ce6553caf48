import CommandParts
import Inzage
import Cases
import RegisterStore
import Calendars
import Groundwork
import Policy
import IntakeStage
import GatheringStage

/// Something that is still owed, as the operator sees it.
struct OwedLine: Encodable {
    let what: Owed.What
    let since: CivilDay?
    let isForPeople: Bool
    let next: String

    init(_ owed: Owed) {
        (what, since, isForPeople, next) = (owed.what, owed.since, owed.isForPeople, owed.next.text)
    }
}

/// A request as the operator sees it.
struct RequestReport: Encodable {
    let id: String
    let right: String
    let state: String
    let language: String
    let received: String
    let deadlines: Deadlines
    let round: Int
    let destination: String
    let remarks: [String]
    /// What is still owed, what needs no people first.
    let owed: [OwedLine]
    let evidence: [Evidence]?
    let claim: Claim?
    let candidates: Int?
    let closedBecause: String?
    let follows: String?
    let notes: [String]?
    /// What was decided about the answer in hand and can be taken back, each by its place from 1.
    let decisions: [Decided]?
    let receipts: [AnswerReceipt]?
    let rightWasNamed: Bool
    let extendedOn: CivilDay?
    let grantedOn: CivilDay?
    /// What the requester was asked, and whether the clock stood still for it.
    let asks: [Ask]?
    /// Where the person is held, for what people carry out; nil where nobody has looked.
    let work: WorkReport?
    /// By which ways the passphrase can be told; nil where there is none to tell, or nobody is proven.
    let passphraseWays: [PassphraseWay]?
    /// The mails that opened it or came about it.
    let mails: [MailLine]?
    /// The other open requests of the same person, the one due first on top.
    let alsoOpen: [OtherRequest]?

    /// Another open request of the same person.
    struct OtherRequest: Encodable {
        let id, right, state: String
        let due: CivilDay
    }

    /// A mail as an operator finds it again.
    struct MailLine: Encodable {
        let what, takenAt, subject: String
        let messageID, place, right, language: String?
        let signals, remarks, heldBecause: [String]
        let read: Bool

        init(_ mail: ReceivedMail) {
            (what, takenAt, read) = (mail.kind.rawValue, mail.takenAt, mail.settledAt != nil)
            (subject, messageID, place) = (mail.detail.subject, mail.detail.messageID, mail.detail.place)
            (right, language) = (mail.detail.right?.rawValue, mail.detail.language?.rawValue)
            (signals, remarks) = (mail.detail.signals, mail.detail.remarks)
            heldBecause = mail.heldBecause.map(\.sentence)
        }

        /// By what it is found again.
        var finding: String {
            [subject.isEmpty ? nil : "“\(subject)”", messageID.map { "<\($0)>" }, place].compactMap(\.self)
                .joined(separator: ", ")
        }
        /// What was guessed of it, where anything was.
        var guess: String? {
            let parts = [right, language].compactMap(\.self)
            return parts.isEmpty ? nil : "\(parts.joined(separator: ", "))\(read ? ", read by a person" : "")"
        }
    }

    /// A decision that can be taken back.
    struct Decided: Encodable {
        let what, by, at, undo: String

        init(_ decision: Decision, number: Int, of id: String) {
            what = decision.sentence
            by = decision.decidedBy
            at = decision.decidedAt
            undo =
                switch decision.kind {
                case .gap: "inzage export \(id)"
                case .addition, .nothing: "inzage add \(id) --undo \(number)"
                case .replacement: "inzage replace \(id) --undo \(number)"
                default: "inzage withhold \(id) --undo \(number)"
                }
        }
    }

    init(_ request: Request, in workplace: Workplace, detailed: Bool) throws {
        id = request.id
        right = request.right.rawValue
        state = request.state.rawValue
        language = request.language.rawValue
        received = request.receivedOn.description
        deadlines = try workplace.clock.deadlines(of: request)
        rightWasNamed = request.rightWasNamed
        extendedOn = request.extendedOn
        grantedOn = request.grantedOn
        asks = detailed ? try workplace.register.read { try $0.asks(of: request.id) } : nil
        round = request.round
        destination = request.claim.destination.word
        closedBecause = request.closedBecause
        follows = request.follows
        notes = detailed ? try Self.notes(of: request, in: workplace) : nil
        decisions =
            detailed && request.state.precedesSeal
            ? try workplace.pipeline.decisions(of: request).enumerated().map {
                Decided($1, number: $0 + 1, of: request.id)
            } : nil
        receipts = detailed ? try workplace.pipeline.receipts(of: request) : nil
        claim = detailed ? request.claim : nil
        let (evidence, package) = try workplace.register.read { transaction in
            (
                try transaction.evidence(of: request.id),
                try transaction.package(request: request.id, round: request.round)
            )
        }
        self.evidence = detailed ? evidence : nil
        candidates = nil
        let items = detailed ? try workplace.pipeline.workList(of: request) : []
        work = items.isEmpty ? nil : try WorkReport(request, items, in: workplace)
        passphraseWays = detailed ? try workplace.pipeline.passphraseWays(of: request) : nil
        mails = detailed ? try workplace.pipeline.mails(of: request.id).map(MailLine.init) : nil
        alsoOpen =
            detailed && !request.state.isFinal
            ? try workplace.pipeline.intake.others(ofPersonIn: request).map {
                OtherRequest(
                    id: $0.request.id,
                    right: $0.request.right.rawValue,
                    state: $0.request.state.rawValue,
                    due: $0.due
                )
            } : nil
        owed = try workplace.pipeline.owed(in: request).map(OwedLine.init)
        remarks = try Self.remarks(
            request,
            package: package,
            strict: deadlines.strict,
            workplace: workplace
        )
    }

    /// What was noted in the course of all answers, oldest first.
    private static func notes(of request: Request, in workplace: Workplace) throws -> [String] {
        try workplace.register.read { transaction in
            try (1...request.round).flatMap { round in
                try transaction.decisions(request: request.id, round: round).filter { $0.kind == .note }
            }
        }.compactMap(\.detail.reason)
    }

    /// What every listing should remind of.
    private static func remarks(
        _ request: Request,
        package: PackageRecord?,
        strict: CivilDay,
        workplace: Workplace
    ) throws -> [String] {
        let today = workplace.pipeline.intake.today
        var remarks: [String] = []
        if let since = try workplace.pipeline.restoredFrom(request.id) {
            remarks.append(RestoredRequest.sentence(since: since))
        }
        remarks += try mailRemarks(request, workplace)
        if !request.state.isFinal, request.state != .delivered {
            if !request.rightWasNamed {
                remarks.append(
                    "names no right, so it is one for access: inzage letter \(request.id) more-identification"
                )
            }
            if today > strict {
                remarks.append("late: it was due on \(strict)")
            } else if today >= strict.adding(days: -3) {
                remarks.append("due on \(strict)")
                let gaps = try workplace.pipeline.ledger(of: request.id).lines.filter(\.outcome.isGap)
                for system in Set(gaps.map(\.system)).sorted() {
                    remarks.append("propose: inzage export \(request.id) --accept-gap \(system) --reason TEXT")
                }
            }
        }
        if request.state == .delivered {
            let gaps = try workplace.pipeline.ledger(of: request.id).lines.filter(\.outcome.isDisclosedGap)
            for system in Set(gaps.map(\.system)).sorted() {
                remarks.append("still to follow: \(system); inzage export \(request.id) sends it")
            }
        }
        if request.state == .delivered, let delivered = package?.deliveredAt, package?.passphraseToldAt == nil,
            package?.archive?.isEnvelope != true,
            let day = CivilDay(String(delivered.prefix(10))), day.adding(days: 7) <= today
        {
            remarks.append("the passphrase is untold since \(day): inzage passphrase \(request.id)")
        }
        return remarks
    }

    /// What its mails wait for.
    private static func mailRemarks(_ request: Request, _ workplace: Workplace) throws -> [String] {
        let unread = try workplace.pipeline.mails(of: request.id).filter { $0.settledAt == nil }
        return unread.flatMap { mail in
            if mail.kind == .about { return ["a mail about it came on \(mail.takenAt.prefix(10)): it is to be read"] }
            return mail.heldBecause.isEmpty
                ? ["that it asks for \(request.right.rawValue) was guessed from a mail, and is to be confirmed"]
                : mail.heldBecause.map { "the mail that opened it is to be read: \($0.sentence)" }
        }
    }
}
