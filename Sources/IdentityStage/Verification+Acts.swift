package import Groundwork
package import Cases
package import IdentityMethods
import Policy
import RegisterStore

/// What an operator does to prove who asks.
package enum VerificationAct: Sendable {
    /// Only look.
    case look
    /// Mail a new code.
    case sendCode
    /// Take a code that came back.
    case code(String)
    /// Record extra identification.
    case evidence(EvidenceRecord)
    /// Decide not to verify, where the policy leaves that to the controller.
    case waive(reason: String)
}

/// How a request's identity stands.
package struct IdentityReport: Sendable {
    package let isVerified: Bool
    /// What was done or found, and what is missing.
    package let lines: [String]
    /// What an operator should be warned of.
    package let warnings: [String]
    package let next: [Advice]
    package let ending: Ending
    /// The people under the address: number and the collections they stand in.
    package let candidates: [Candidate]
}

extension Verification {
    /// Carries out an act and says how the request's identity stands then.
    package func perform(_ act: VerificationAct, on request: Request) async throws -> IdentityReport {
        guard request.state == .received || request.state == .awaitingIdentity else {
            return try standing(of: request, act)
        }
        var request = request
        var lines: [String] = []
        var refused = false
        switch act {
        case .look: break
        case .sendCode:
            if let waiting = try await codes.send(for: request, to: examine(request).codeAddress) {
                return report(waiting)
            }
            lines.append("a new code was mailed; the one before is void")
        case .code(let typed):
            let answer = try codes.enter(typed, for: request.id)
            lines.append(answer.message)
            refused = answer != .accepted
        case .waive(let reason):
            let refusal = try await waive(for: request, reason: reason)
            lines.append(refusal.map { "not waived: \($0)" } ?? "the check was waived, and the decision noted")
            refused = refusal != nil
        case .evidence(let record):
            switch try await self.record(record, for: request) {
            case .refused(let why):
                lines.append("evidence not accepted: \(why)")
                refused = true
            case .accepted:
                lines.append("evidence noted: \(IdentificationMethods.named(record.method)?.summary ?? record.method)")
            }
        }
        // An act may count a try or begin another answer.
        request = try register.read { try $0.request(request.id) } ?? request
        return try await standing(of: request, after: lines, refused: refused)
    }

    private func standing(of request: Request, after lines: [String], refused: Bool) async throws -> IdentityReport {
        let examination = try await examine(request)
        let warnings = examination.found.warnings
        if !refused {
            switch try await verify(request, mailingCode: false) {
            case .done(let verified):
                let held = verified.subject.isUnknown ? "nothing is on file under the address" : "identity is proven"
                let telling = howToTell(verified)
                return IdentityReport(
                    isVerified: true,
                    lines: lines + [held] + telling,
                    warnings: warnings,
                    next: ["\(.export(request.id))"],
                    ending: .done,
                    candidates: examination.candidates
                )
            case .waiting(let waiting):
                return IdentityReport(
                    isVerified: false,
                    lines: lines + waiting.reasons,
                    warnings: warnings,
                    next: waiting.next,
                    ending: waiting.ending,
                    candidates: examination.candidates
                )
            }
        }
        let waiting = try missing(examination)
        return IdentityReport(
            isVerified: false,
            lines: lines + waiting.reasons.filter { !lines.contains($0) },
            warnings: warnings,
            next: waiting.next,
            ending: .waiting,
            candidates: examination.candidates
        )
    }

    /// How the passphrase will reach the person, where it is not simply told by telephone.
    private func howToTell(_ verified: VerifiedRequest) -> [String] {
        let ways = verified.subject.passphraseWays(controller.delivery)
        guard verified.request.right.isAnsweredByArchive, verified.request.claim.certificate == nil,
            !verified.subject.isUnknown, !ways.contains(.telephone)
        else { return [] }
        return ["the passphrase is to be told \(ways.sentence)"]
    }

    /// A request that is proven already, or that can be proven no more.
    private func standing(of request: Request, _ act: VerificationAct) throws -> IdentityReport {
        guard !request.state.isFinal, request.state != .onHold else {
            throw InzageError(
                .notInThisState,
                "request \(request.id) is \(request.state.rawValue)",
                hint: "\(.reopen(request.id))"
            )
        }
        if case .look = act {
        } else {
            throw InzageError(.notInThisState, "the identity of request \(request.id) is proven already")
        }
        return IdentityReport(
            isVerified: true,
            lines: ["identity is proven"],
            warnings: [],
            next: ["\(.export(request.id))"],
            ending: .done,
            candidates: []
        )
    }

    private func report(_ waiting: Waiting) -> IdentityReport {
        IdentityReport(
            isVerified: false,
            lines: waiting.reasons,
            warnings: [],
            next: waiting.next,
            ending: waiting.ending,
            candidates: []
        )
    }
}
