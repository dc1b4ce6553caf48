import ExporterKit
import Cases
import RegisterStore
import Correspondence
import Policy
import IntakeStage
import Calendars

extension LetterDesk {
    /// Takes more time, and says so in the first month with the reasons (Article 12(3)).
    func extend(_ request: Request, reason: String) async throws -> SentLetter {
        let letter = try extensionNotice(for: request, reason: reason)
        var extended = request
        extended.extendedOn = intake.today
        return try await send(letter, .extensionNotice, of: request) { transaction in
            try transaction.update(extended)
            try note(.extension, DecisionDetail(reason: reason), of: request, transaction)
            try transaction.audit("extended", request: request.id)
        }
    }

    /// Refuses a request, and says why, where to complain and that a court can be asked (Article 12(4)).
    func refuse(_ request: Request, ground: String, reason: String) async throws -> SentLetter {
        let letter = try refusal(of: request, ground: ground, reason: reason)
        var refused = request
        try refused.move(to: .refused)
        let sent = try await send(letter, .refusal, of: request) { transaction in
            try intake.end(refused, transaction)
            try transaction.update(refused)
            try note(.refusal, DecisionDetail(ground: ground, reason: reason), of: request, transaction)
            // An own ground is a sentence that may hold anything: the log has only words of ours.
            let word = RefusalGround(word: ground)?.rawValue ?? "on an own ground"
            try transaction.audit("refused \(word)", request: request.id)
        }
        intake.removeFiles(of: refused, rounds: 1...refused.round)
        if sent.waiting == nil { try intake.forgetPersonIfPromised(in: refused) }
        return sent
    }

    /// Confirms what people carried out; a copy of the data follows where an upheld objection promises one.
    func grant(_ request: Request, kept: [KeptData]) async throws -> SentLetter {
        let letter = try confirmation(for: request, kept: kept)
        let copyFollows = copyFollows(request)
        var granted = request
        granted.grantedOn = intake.today
        if !copyFollows { try granted.move(to: .delivered) }
        let sent = try await send(letter, .confirmation, of: request) { transaction in
            try transaction.update(granted)
            let detail = DecisionDetail(reason: kept.map(\.category).joined(separator: ", "))
            try note(.grant, detail, of: request, transaction)
            let work = try transaction.work(request: request.id, round: request.round)
            let counts = ["kept": kept.count, "places done": work.ticked.count, "places open": work.open.count]
            try transaction.audit(
                Self.action(of: request.right),
                request: request.id,
                counts: work.isEmpty ? ["kept": kept.count] : counts
            )
            if work.open.isEmpty { try transaction.forgetWork(of: request.id) }
        }
        if sent.waiting == nil { try intake.forgetPersonIfPromised(in: granted) }
        return sent
    }

    func extensionNotice(for request: Request, reason: String) throws -> Letter {
        try intake.checkExtension(of: request)
        var extended = request
        extended.extendedOn = intake.today
        return try writer(request).extensionNotice(
            ExtensionFacts(
                requestID: request.id,
                right: request.right,
                receivedOn: request.receivedOn,
                dueOn: try intake.clock.deadlines(of: extended).strict,
                reason: reason
            )
        )
    }

    func refusal(of request: Request, ground: String, reason: String) throws -> Letter {
        try intake.checkRefusal(of: request, ground: ground, reason: reason)
        return try writer(request).refusal(
            RefusalFacts(requestID: request.id, right: request.right, ground: ground, reason: reason)
        )
    }

    func confirmation(for request: Request, kept: [KeptData]) throws -> Letter {
        try intake.checkGrant(of: request)
        let work = try register.read { try $0.work(request: request.id, round: request.round) }
        return try writer(request).confirmation(
            ConfirmationFacts(
                requestID: request.id,
                right: request.right,
                kept: kept.map { .init(title: $0.title.text(in: request.language.rawValue), ground: $0.ground) },
                copyFollows: copyFollows(request),
                places: ConfirmationFacts.Places(done: work.ticked.count, all: work.needed.count)
            )
        )
    }

    private func copyFollows(_ request: Request) -> Bool {
        controller.promise(of: request.right)?.sendsCopyWhenUpheld ?? false
    }

    private static func action(of right: Right) -> String {
        switch right {
        case .objection, .objectionDirectMarketing: "granted \(right.rawValue): processing stopped"
        default: "granted \(right.rawValue)"
        }
    }

    private func note(
        _ kind: Decision.Kind,
        _ detail: DecisionDetail,
        of request: Request,
        _ transaction: RegisterTransaction
    ) throws {
        try transaction.insert(kind, target: kind.rawValue, detail: detail, request: request.id, round: request.round)
    }
}
