package import Cases
package import GatheringStage
import IdentityStage
import IntakeStage
import PackagingStage
import Policy
import RegisterStore

extension Pipeline {
    /// The most requests that are asked for in one pass: each holds its lease, and what it found in memory.
    private static let mostTogether = 16

    /// Requests in their order, as many at once as are asked for in one pass.
    package static func passes(over requests: [Request]) -> [[Request]] {
        stride(from: 0, to: requests.count, by: mostTogether).map { start in
            Array(requests[start..<min(start + mostTogether, requests.count)])
        }
    }

    /// Asks for the requests that are proven and not gathered, in one pass over each system that answers many at once.
    ///
    /// Nobody's answer depends on it: what fails here, and whoever else is working on a request, is left for
    /// ``advance(_:orders:after:report:)``, which asks for each alone what it still lacks.
    /// - Parameter requests: those of one pass, as ``passes(over:)`` gives them.
    package func askTogether(_ requests: [Request]) async -> AskedTogether {
        let asking = requests.filter { $0.state == .verified }.map(\.id)
        guard asking.count > 1, let together = try? await askInOnePass(asking) else { return .none }
        return together
    }

    private func askInOnePass(_ ids: [String]) async throws -> AskedTogether {
        let leases = ids.compactMap { try? HeldLease($0, inFolder: folder) }
        defer { withExtendedLifetime(leases) {} }
        var verified: [VerifiedRequest] = []
        for lease in leases {
            if let proven = try? await provenAndNotGathered(lease.id) { verified.append(proven) }
        }
        return verified.count > 1 ? try await gathering.askTogether(verified) : .none
    }

    private func provenAndNotGathered(_ id: String) async throws -> VerifiedRequest? {
        let request = try intake.advanceable(id)
        guard request.state == .verified, try waitingForLook(id) == nil, request.right.isAnsweredByArchive,
            try waitingForConfirmation(request) == nil,
            case .done(let proven) = try await verification.verify(request, mailingCode: false),
            try sealing.stored(of: proven) == nil
        else { return nil }
        return proven
    }
}
