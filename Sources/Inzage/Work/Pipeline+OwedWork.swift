import Groundwork
import Cases
import RegisterStore
import IntakeStage
import Policy

extension Pipeline {
    /// What is owed where people carry a right out: a look where the person is held, and then the doing.
    func owedAct(_ request: Request) throws -> Owed {
        let items = try workList(of: request)
        let isUnknown = try intake.register.read { try $0.subject(of: request.id) }?.isUnknown == true
        if items.isEmpty, request.right.hasWorkList, !isUnknown {
            return Owed(
                what: .workList,
                since: request.receivedOn,
                isForPeople: false,
                next: "\(.export(request.id)) looks where the person is held"
            )
        }
        return Owed(
            what: .act,
            since: request.receivedOn,
            isForPeople: true,
            next: items.open.isEmpty
                ? "\(.grant(request.id)), once it is done"
                : "\(.workList(request.id)); \(items.ticked.count) of \(items.needed.count) done"
        )
    }
}
