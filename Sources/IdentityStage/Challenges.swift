package import Cryptography
import Mail
package import RegisterStore
package import Cases
import Groundwork
package import Correspondence
package import Policy

/// The one-time codes: mailed to the stored bytes of the address, hashed at rest, used once, five tries in all.
package struct Challenges: Sendable {
    /// Wrong codes after which none is taken any more (case 24).
    static let triesInAll = 5
    /// Codes mailed on one day (case 23).
    static let codesADay = 3

    private let controller: Controller
    private let templates: LetterTemplates
    private let register: Register
    private let outbox: Outbox
    private let key: SecretKey

    package init(
        controller: Controller,
        templates: LetterTemplates = .builtIn,
        register: Register,
        outbox: Outbox,
        key: SecretKey
    ) {
        self.controller = controller
        self.templates = templates
        self.register = register
        self.outbox = outbox
        self.key = key
    }

    private var today: CivilDay { CivilDay.of(register.surroundings.now(), in: controller.deadline.zone) }

    /// Mails a code unless one is open; one that could not be handed over is tried again.
    ///
    /// - Returns: what keeps the mail from going, or nil.
    package func sendIfNoneOpen(for request: Request, to address: [UInt8]) async throws -> Waiting? {
        let isOpen = try openChallenge(of: request) != nil
        if isOpen {
            guard let mail = try outbox.mail(.code, of: request), mail.content != nil else { return nil }
            return try await handOver(mail, of: request, to: address)
        }
        guard request.tries < Self.triesInAll else { return nil }
        return try await send(for: request, to: address)
    }

    /// Mails a new code, which voids the one before.
    ///
    /// - Returns: what keeps the mail from going, or nil.
    package func send(for request: Request, to address: [UInt8]) async throws -> Waiting? {
        let day = today
        let sentToday = try register.read { try $0.challenges(of: request.id) }.filter { $0.sentOn == day }.count
        guard sentToday < Self.codesADay else {
            return Waiting(
                .waiting,
                reasons: ["\(Self.codesADay) codes were mailed today, which is all for one day"],
                next: ["\(.sendCode(request.id)), tomorrow"]
            )
        }
        guard request.tries < Self.triesInAll else {
            let other: Advice = "\(.verify(request.id)), for the other ways"
            return Waiting(.waiting, reasons: Self.blocked, next: [other])
        }
        try write(newCode(), for: request, to: address, on: day)
        guard let mail = try outbox.mail(.code, of: request) else { return nil }
        return try await handOver(mail, of: request, to: address)
    }

    private func newCode() -> OneTimeCode {
        var random = SurroundingsRandom(register.surroundings)
        return OneTimeCode(generatingWith: &random)
    }

    private func write(_ code: OneTimeCode, for request: Request, to address: [UInt8], on day: CivilDay) throws {
        let validUntil = day.adding(days: controller.identity.codeValidDays)
        let letter = try LetterWriter(controller: controller, templates: templates, language: request.language)
            .code(code, requestID: request.id, validUntil: validUntil)
        try register.transaction { transaction in
            try transaction.withdrawMails(.code, request: request.id)
            try transaction.insertChallenge(
                request: request.id,
                sentOn: day,
                validUntil: validUntil,
                digest: code.digest(boundTo: request.id, key: key)
            )
            try outbox.put(letter, to: address, kind: .code, for: request, in: transaction)
            if request.state == .received { try transaction.move(request.id, to: .awaitingIdentity) }
            try transaction.audit("code made", request: request.id)
        }
    }

    private func handOver(_ mail: OutgoingMail, of request: Request, to address: [UInt8]) async throws -> Waiting? {
        switch try await outbox.handOver(mail, of: request, expecting: address) {
        case .done: nil
        case .waiting(let waiting): waiting
        }
    }

    private func openChallenge(of request: Request) throws -> Challenge? {
        let day = today
        return try register.read { try $0.challenges(of: request.id) }.last { $0.isOpen && $0.validUntil >= day }
    }

    /// What can be done with a code at this moment.
    func standing(of request: Request) throws -> CodeStanding {
        if request.tries >= Self.triesInAll { return .blocked }
        return try openChallenge(of: request) == nil ? .noneOpen : .open
    }

    /// What the operator is told about the code.
    func status(of request: Request) throws -> [String] {
        guard request.tries < Self.triesInAll else { return Self.blocked }
        guard let open = try openChallenge(of: request) else { return ["no code is open"] }
        return ["a code was mailed on \(open.sentOn); it is valid until \(open.validUntil)"]
    }

    /// Takes a code that came back; every try counts, over all codes of the request.
    ///
    /// - Parameter store: what else is written along with it, in the same transaction.
    package func enter(
        _ typed: String,
        for id: String,
        storing store: (RegisterTransaction) throws -> Void = { _ in }
    ) throws -> CodeAnswer {
        guard let code = OneTimeCode(typed: typed) else { return .malformed }
        let digest = code.digest(boundTo: id, key: key)
        let day = today
        return try register.transaction { transaction in
            try store(transaction)
            guard var request = try transaction.request(id) else { return .wrong(triesLeft: 0) }
            guard request.tries < Self.triesInAll else { return .blocked }
            let challenges = try transaction.challenges(of: id)
            let matching = challenges.last { OneTimeCode.matches($0.digest, digest) }
            if let matching, matching.isOpen, matching.validUntil >= day {
                try accept(matching, of: id, in: transaction)
                return .accepted
            }
            request.tries += 1
            try transaction.update(request)
            if request.tries == Self.triesInAll { try transaction.voidChallenges(of: id) }
            try transaction.audit("wrong code", request: id, counts: ["tries": request.tries])
            if let matching { return matching.isOpen ? .expired : .usedBefore }
            return request.tries == Self.triesInAll ? .blocked : .wrong(triesLeft: Self.triesInAll - request.tries)
        }
    }

    private func accept(_ challenge: Challenge, of id: String, in transaction: RegisterTransaction) throws {
        try transaction.use(challenge)
        let evidence = Evidence(
            method: Evidence.returnedCode,
            checkedBy: register.surroundings.operatorName,
            checkedAt: register.surroundings.timestamp,
            detail: nil,
            settles: [.addressUnproven]
        )
        try transaction.insert(evidence, for: id)
        try transaction.audit("code returned", request: id)
    }

    private static let blocked = [CodeAnswer.blocked.message]
}

/// What can be done with a code: type it, have one mailed, or nothing any more.
package enum CodeStanding: Sendable {
    case open, noneOpen, blocked
}

/// What became of a typed code.
package enum CodeAnswer: Sendable, Hashable {
    case accepted
    case wrong(triesLeft: Int)
    case expired
    case usedBefore
    case blocked
    case malformed

    /// What the operator is told.
    package var message: String {
        switch self {
        case .accepted: "the code is right"
        case .wrong(let left): "the code is wrong; \(left) \(left == 1 ? "try" : "tries") left"
        case .expired: "the code has expired"
        case .usedBefore: "the code was used before or replaced by a newer one"
        case .blocked: "five wrong codes were typed, which is all; other proof is needed"
        case .malformed: "a code has eight characters, such as 7K2M-9QXA; this did not count as a try"
        }
    }
}
