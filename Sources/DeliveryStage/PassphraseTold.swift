package import Cases
import Groundwork
import Policy
import RegisterStore

/// What an operator needs to tell a passphrase: whom to ring, what to read out first, and the passphrase.
package struct PassphraseTold: Sendable {
    /// The numbers on file; never one that the requester named.
    package let phones: [String]
    /// By which ways the person can be told it.
    package let ways: [PassphraseWay]
    /// What the caller reads out, so that the person knows that it is the company who rings.
    package let callNumber: String
    package let passphrase: String
    /// How often it was told before.
    package let toldBefore: Bool
}

extension Delivery {
    /// The passphrase of an archive of a request, the newest unless said otherwise; each telling is audited.
    package func tellPassphrase(of request: Request, round: Int?) throws -> PassphraseTold {
        let round = round ?? request.round
        guard (1...request.round).contains(round) else {
            throw InzageError(
                .usage,
                "request \(request.id) has no answer \(round)",
                hint: request.round == 1 ? "it has one answer" : "it has answers 1 to \(request.round)"
            )
        }
        return try register.transaction { transaction in
            let subject = try transaction.subject(of: request.id)
            guard let package = try transaction.package(request: request.id, round: round),
                package.archive != nil, !package.secrets.passphrase.isEmpty
            else {
                throw InzageError(
                    .notInThisState,
                    "request \(request.id) has no sealed archive",
                    hint: Self.hintWithoutArchive(request, isUnknown: subject?.isUnknown == true)
                )
            }
            guard package.archive?.isEnvelope == false else {
                throw InzageError(
                    .notInThisState,
                    "the answer to request \(request.id) is sealed to a certificate: there is no passphrase",
                    hint: "whoever holds its key opens it"
                )
            }
            try transaction.notePassphraseTold(request: request.id, round: round)
            try transaction.audit("passphrase told", request: request.id)
            return PassphraseTold(
                phones: subject?.phones ?? [],
                ways: subject?.passphraseWays(controller.delivery) ?? [.inPerson],
                callNumber: package.secrets.callNumber,
                passphrase: package.secrets.passphrase,
                toldBefore: package.passphraseToldAt != nil
            )
        }
    }

    private static func hintWithoutArchive(_ request: Request, isUnknown: Bool) -> Advice {
        if request.state.isFinal { return "its passphrase was forgotten when it ended" }
        if isUnknown { return "nothing was held, so there is nothing to open" }
        guard request.state == .delivered else { return "\(.export(request.id))" }
        return "it expired; \(.reopen(request.id)) begins another answer"
    }
}

extension PassphraseTold: Redacted {}
