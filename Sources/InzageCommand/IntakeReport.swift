import Cases
import CommandParts
import Foundation
import MailIntake
import Policy

/// What became of a mail, as it is printed.
struct IntakeReport: Encodable {
    /// What the requester says of themselves.
    struct Claims: Encodable {
        let email, name: String?
        let identifiers: [String]
        let requester: String?

        init(_ claim: Claim) {
            (email, name, identifiers) = (claim.email, claim.name, claim.identifiers)
            requester = claim.representative.map { "\($0.name), \($0.email)" }
        }
    }

    /// Its number in the order of the mailbox.
    let mail: Int?
    let outcome: String
    let id, right, language, received: String?
    let claims: Claims?
    let waitingFor: String?
    let reasons, next: [String]

    private enum CodingKeys: String, CodingKey {
        case mail, outcome, id, right, language, received, claims, waitingFor, reasons, next
    }

    init(_ taken: TakenMail, mail: Int? = nil) {
        self.mail = mail
        outcome = taken.outcome.rawValue
        (id, received, waitingFor) = (taken.id, taken.receivedOn, taken.waitingFor)
        (right, language) = (taken.right?.rawValue, taken.language?.rawValue)
        claims = taken.claim.map(Claims.init)
        (reasons, next) = (taken.reasons, taken.next.map(\.text))
    }

    /// Writes what is not known as null, so that a script finds every field.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encodeIfPresent(mail, forKey: .mail)
        try container.encode(outcome, forKey: .outcome)
        try container.encode(id, forKey: .id)
        try container.encode(right, forKey: .right)
        try container.encode(language, forKey: .language)
        try container.encode(received, forKey: .received)
        try container.encode(claims, forKey: .claims)
        try container.encode(waitingFor, forKey: .waitingFor)
        try container.encode(reasons, forKey: .reasons)
        try container.encode(next, forKey: .next)
    }

    /// Prints it as a line of JSON, one of many.
    func printLine() {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else { return }
        Terminal.write(Array(data) + [0x0A])
    }

    /// Prints it for a person.
    func print() {
        let facts = [id.map { "request \($0)" }, right, language.map { "in \($0)" }].compactMap(\.self)
        let number = mail.map { ["mail \($0)"] } ?? []
        Terminal.print(outcome, (number + facts).joined(separator: ", "))
        if let claims {
            let said = [claims.name, claims.email].compactMap(\.self) + claims.identifiers
            if !said.isEmpty { Terminal.print("claims", said.joined(separator: ", ")) }
            if let requester = claims.requester { Terminal.print("asked by", requester) }
        }
        if let received { Terminal.print("received", received) }
        for reason in reasons { Terminal.print("", reason) }
        if let waitingFor { Terminal.print("waiting", waitingFor) }
        for (index, step) in next.enumerated() { Terminal.print(index == 0 ? "next" : "", step) }
    }
}
