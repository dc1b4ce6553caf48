package import Cases
import GatheringStage
import Groundwork
import IdentityStage
import IntakeStage
import Policy
import RegisterStore

/// The work list of a right that people carry out: where the person is held, and what is done there.
extension Pipeline {
    /// The places on a request's work list, as it was last looked; nothing where nobody has looked yet.
    package func workList(of request: Request) throws -> [WorkItem] {
        try intake.register.read { try $0.work(request: request.id, round: request.round) }
    }

    /// Looks, or looks again, where the person is held.
    ///
    /// - Throws: exit 9 where the right has no such list, or where who asks is not proven.
    package func lookForWork(_ id: String) async throws -> [WorkItem] {
        let lease = try Lease(request: id, inFolder: folder)
        defer { withExtendedLifetime(lease) {} }
        let request = try intake.request(id)
        try checkHasWork(request)
        guard request.grantedOn == nil else { throw request.isGranted }
        guard request.state == .verified,
            case .done(let verified) = try await verification.verify(request, mailingCode: false)
        else {
            throw InzageError(
                .notInThisState,
                request.state.precedesSeal
                    ? "who asks in request \(id) is not proven, so nobody is looked for"
                    : "request \(id) is \(request.state.rawValue)",
                hint: request.state.precedesSeal ? "\(.verify(id)) says what is missing" : nil
            )
        }
        guard !verified.subject.isUnknown else {
            throw InzageError(
                .notInThisState,
                "nobody is on file under the address of request \(id)",
                hint: "\(.export(id)) says so"
            )
        }
        return try await lookForWork(verified)
    }

    /// Looks where a proven person is held; about somebody whom no system knows there is nothing to look for.
    func lookForWork(_ verified: VerifiedRequest) async throws -> [WorkItem] {
        guard verified.request.right.hasWorkList, !verified.subject.isUnknown else { return [] }
        return try await gathering.lookForWork(verified)
    }

    /// Ticks a place off, or takes the tick back.
    package func tick(_ place: String, isDone: Bool, of id: String) throws -> [WorkItem] {
        let lease = try Lease(request: id, inFolder: folder)
        defer { withExtendedLifetime(lease) {} }
        let request = try intake.request(id)
        try checkHasWork(request)
        let items = try workList(of: request)
        try checkMayTick(request, items, isDone: isDone)
        guard let item = items.first(where: { isSame($0.place, place) }) else {
            let places = items.needed.map(\.place)
            throw InzageError(
                .usage,
                "no place on the work list is called so",
                hint: suggestion(for: place, among: places)
            )
        }
        guard item.isNeeded else {
            throw InzageError(
                .usage,
                "nothing was found in \(item.place), so there is nothing to do",
                hint: "\(.lookAgain(id)) looks again"
            )
        }
        guard (item.done != nil) != isDone else {
            throw InzageError(
                .notInThisState,
                "\(item.place) is \(isDone ? "ticked off already" : "not ticked off")",
                hint: "\(.workList(id)) shows what is"
            )
        }
        try intake.register.transaction { transaction in
            try transaction.tick(item.place, isDone: isDone, request: id, round: request.round)
            try transaction.audit("\(isDone ? "done" : "not done after all"): \(item.place)", request: id)
        }
        return try afterTick(request)
    }

    /// The list as it is now; where all of it is done that was confirmed before, what it held of the person goes.
    private func afterTick(_ request: Request) throws -> [WorkItem] {
        let items = try workList(of: request)
        guard request.grantedOn != nil, items.open.isEmpty else { return items }
        try intake.register.transaction { try $0.forgetWork(of: request.id) }
        try intake.forgetPersonIfPromised(in: request)
        return items
    }

    private func checkMayTick(_ request: Request, _ items: [WorkItem], isDone: Bool) throws {
        guard !items.isEmpty || !request.state.precedesSeal else {
            throw InzageError(
                .notInThisState,
                "nobody has looked yet where the person of request \(request.id) is held",
                hint: "\(.workList(request.id))"
            )
        }
        guard !items.isEmpty, [.verified, .delivered].contains(request.state), isDone || request.grantedOn == nil else {
            let state = request.grantedOn == nil ? request.state.rawValue : "granted, and the person was told"
            throw InzageError(.notInThisState, "request \(request.id) is \(state)")
        }
    }

    /// Whether people may say that they carried a right out: every place is ticked off, and what would be lost with the
    /// data was answered before.
    package func checkCarriedOut(_ request: Request, anyway: Bool) throws {
        let id = request.id
        guard !anyway, request.right.hasWorkList, request.state == .verified, request.grantedOn == nil else { return }
        if request.right == .erasure, let other = try accessThatWaits(beside: request) {
            throw InzageError(
                .notInThisState,
                "request \(other.id) of the same person, \(other.right.rawValue), is not answered yet",
                hint: "what is erased cannot be given any more: answer that one first, or say --anyway"
            )
        }
        let items = try workList(of: request)
        guard !items.isEmpty else {
            guard try intake.register.read({ try $0.subject(of: id) })?.isUnknown == false else { return }
            throw InzageError(
                .notInThisState,
                "nobody has looked yet where the person of request \(id) is held",
                hint: "\(.workList(id)) looks; --anyway confirms without"
            )
        }
        let open = items.open.map(\.place)
        guard open.isEmpty else {
            throw InzageError(
                .notInThisState,
                "not ticked off yet: \(open.joined(separator: ", "))",
                hint:
                    "\(.tickOff(id, place: open[0])), once it is done there; --anyway confirms what is done so far"
            )
        }
    }

    /// A request of the same person that the data itself must answer, and has not yet.
    package func accessThatWaits(beside request: Request) throws -> Request? {
        try intake.others(ofPersonIn: request).map(\.request).first { other in
            guard other.right.isAnsweredByArchive else { return false }
            return try other.state != .delivered || !gathering.storedLedger(of: other).disclosedGaps.isEmpty
        }
    }

    private func checkHasWork(_ request: Request) throws {
        guard !request.right.hasWorkList else { return }
        throw InzageError(
            .usage,
            "the right \(request.right.rawValue) has no work list",
            hint: request.right.isAnsweredByArchive
                ? "an archive answers it: \(.export(request.id))"
                : "\(.grant(request.id)), once it is done"
        )
    }
}
