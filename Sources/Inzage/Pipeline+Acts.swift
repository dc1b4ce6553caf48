package import Cases
package import DeliveryStage
package import IntakeStage
package import IdentityStage
package import RegisterStore
import GatheringStage

/// What operators do to a request beside letting it advance; each holds the request's lease.
extension Pipeline {
    /// Proves who asks, or looks how that stands.
    package func perform(_ act: VerificationAct, on id: String) async throws -> IdentityReport {
        let lease = try Lease(request: id, inFolder: folder)
        defer { withExtendedLifetime(lease) {} }
        return try await verification.perform(act, on: intake.request(id))
    }

    /// Puts in files that a colleague found.
    package func add(_ files: [String], category: String, title: String, to id: String) throws {
        let lease = try Lease(request: id, inFolder: folder)
        defer { withExtendedLifetime(lease) {} }
        try intake.add(files: files, category: category, title: title, to: id, gathering: gathering)
    }

    /// Notes that a colleague found nothing.
    package func addNothing(category: String, to id: String) throws {
        let lease = try Lease(request: id, inFolder: folder)
        defer { withExtendedLifetime(lease) {} }
        try intake.addNothing(category: category, to: id)
    }

    /// The categories that no exporter reaches and in which nobody has looked for this request.
    package func categoriesPending(in id: String) throws -> [String] {
        try gathering.categoriesPending(in: intake.request(id))
    }

    /// Cuts a collection, a record or a field.
    package func withhold(_ target: String, ground: String, reason: String, from id: String) throws {
        let lease = try Lease(request: id, inFolder: folder)
        defer { withExtendedLifetime(lease) {} }
        try intake.withhold(target, ground: ground, reason: reason, from: id)
    }

    /// Takes a decision back before the answer is sealed, by its number among those that can be.
    package func undo(_ number: Int, _ kind: Decision.Kind, of id: String) throws -> Decision {
        let lease = try Lease(request: id, inFolder: folder)
        defer { withExtendedLifetime(lease) {} }
        return try intake.undo(number, kind, of: id)
    }

    /// The decisions about the answer in hand that can be taken back, each by its place from 1, oldest first.
    package func decisions(of request: Request) throws -> [Decision] { try intake.undoable(request) }

    /// Changes a request by one of the acts of intake.
    package func change(_ id: String, _ act: (Intake) throws -> Request) throws -> Request {
        let lease = try Lease(request: id, inFolder: folder)
        defer { withExtendedLifetime(lease) {} }
        return try act(intake)
    }

    /// What is told of a passphrase; each telling is audited.
    package func tellPassphrase(of id: String, round: Int? = nil) throws -> PassphraseTold {
        let lease = try Lease(request: id, inFolder: folder)
        defer { withExtendedLifetime(lease) {} }
        return try delivery.tellPassphrase(of: intake.request(id), round: round)
    }
}
