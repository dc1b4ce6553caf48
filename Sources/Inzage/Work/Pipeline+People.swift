import Groundwork
import Cases
import GatheringStage
import IdentityStage
import IntakeStage
import Policy
import RegisterStore

extension Pipeline {
    /// What people must do for a right that no archive answers; nil where one does, or where a copy follows their act.
    ///
    /// It is looked once where the person is held; that list stays until somebody looks again.
    func waitingForPeople(_ verified: VerifiedRequest) async throws -> Waiting? {
        let request = verified.request
        let copyFollows =
            request.grantedOn != nil && intake.controller.promise(of: request.right)?.sendsCopyWhenUpheld == true
        guard !request.right.isAnsweredByArchive, !copyFollows else { return nil }
        var items = try workList(of: request)
        if items.isEmpty { items = try await lookForWork(verified) }
        return Waiting(
            .waiting,
            reasons: try reasons(request, items),
            next: Self.stepsOnTheList(request, items) + [
                "\(.grant(request.id)), once it is done",
                "\(.refuse(request.id))",
            ]
        )
    }

    private func reasons(_ request: Request, _ items: [WorkItem]) throws -> [String] {
        var reasons = ["the right \(request.right.rawValue) is carried out by people"]
        if intake.controller.deadline.perRight[request.right] == .immediateStop {
            reasons.append("the policy stops the processing at once, while this is examined")
        }
        if request.right == .erasure, let other = try accessThatWaits(beside: request) {
            reasons.append("request \(other.id) of the same person, \(other.right.rawValue), is to be answered first")
        }
        if !items.isEmpty { reasons.append(items.sentence) }
        return reasons
    }

    private static func stepsOnTheList(_ request: Request, _ items: [WorkItem]) -> [Advice] {
        guard let first = items.open.first else { return [] }
        return [
            "\(.workList(request.id)) shows where the person is held",
            "\(.tickOff(request.id, place: first.place)) ticks a place off",
        ]
    }
}

extension [WorkItem] {
    /// How the work stands, in a sentence.
    package var sentence: String {
        guard !needed.isEmpty else { return "it was looked in every system, and nothing was found" }
        guard !open.isEmpty else { return "every place is ticked off: \(ticked.map(\.place).joined(separator: ", "))" }
        return "\(ticked.count) of \(needed.count) \(needed.count == 1 ? "place" : "places") ticked off; to do: "
            + open.map(\.place).joined(separator: ", ")
    }
}
