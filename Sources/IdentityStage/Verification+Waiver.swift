import RegisterStore
import Cases
import Groundwork
import Policy

extension Verification {
    /// Notes the decision not to verify control of the known address.
    ///
    /// Only a policy that says that the controller may verify, and so need not, leaves room for it; the answer then goes
    /// to the address on file and nowhere else. It settles no other doubt.
    /// - Returns: why it is not possible, or nil.
    func waive(for request: Request, reason: String) async throws -> String? {
        guard controller.identity.rule == .discretionaryVerification else {
            return
                "identity.rule in controller.yaml is \(controller.identity.rule.rawValue), which leaves no room for it"
        }
        guard !isBlank(reason) else { return "say why with --reason TEXT" }
        guard try await !examine(request).candidates.isEmpty else { return "nobody is on file under the address" }
        let evidence = Evidence(
            method: Evidence.waived,
            checkedBy: register.surroundings.operatorName,
            checkedAt: register.surroundings.timestamp,
            detail: nil,
            settles: [.addressUnproven]
        )
        try register.transaction { transaction in
            try transaction.insert(
                .waiver,
                target: "verification",
                detail: DecisionDetail(reason: reason),
                request: request.id,
                round: request.round
            )
            try transaction.insert(evidence, for: request.id)
            // What can be waived was not needed, so the clock need not have stood still for it.
            try transaction.keepCredit(of: request.id) { $0.answeredOn != nil }
            try transaction.audit("verification waived", request: request.id)
        }
        return nil
    }
}
