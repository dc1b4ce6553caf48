import ExporterKit
package import Cases
import Groundwork
import RegisterStore
import Policy

/// A request whose subject is proven.
///
/// It can only be made in this room.
package struct VerifiedRequest: Sendable {
    package let request: Request
    package let subject: VerifiedSubject

    fileprivate init(request: Request, subject: VerifiedSubject) {
        self.request = request
        self.subject = subject
    }

    /// The same proof with the request as the register has it now.
    package func refreshed(_ current: Request) -> VerifiedRequest {
        VerifiedRequest(request: current, subject: subject)
    }
}

extension Verification {
    /// The proof that an earlier run stored, or nil.
    func storedProof(of request: Request) throws -> VerifiedRequest? {
        try register.read { try $0.subject(of: request.id) }
            .map { VerifiedRequest(request: request, subject: $0) }
    }

    /// Stores the proof and moves the request on, in one transaction.
    func store(_ subject: VerifiedSubject, for request: Request) throws -> VerifiedRequest {
        var verified = request
        try verified.move(to: .verified)
        let today = CivilDay.of(register.surroundings.now(), in: controller.deadline.zone)
        try register.transaction { transaction in
            try transaction.store(subject: subject, of: request.id)
            // What an earlier proof gathered may be another person's.
            try transaction.forgetGathered(request: request.id, round: request.round)
            try transaction.dropWork(of: request.id)
            try transaction.voidChallenges(of: request.id)
            try transaction.answerAsks(of: request.id, on: today)
            try transaction.update(verified)
            try transaction.audit("verified", request: request.id, counts: ["candidates": subject.isUnknown ? 0 : 1])
        }
        return VerifiedRequest(request: verified, subject: subject)
    }
}
