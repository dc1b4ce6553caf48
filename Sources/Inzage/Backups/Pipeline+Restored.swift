package import Cases
import Groundwork
import IntakeStage
import Policy
import RegisterStore

/// Requests of a register that was restored: a person looks before anything leaves the house.
extension Pipeline {
    /// What a request waits for that was restored from a backup; nil for every other.
    func waitingForLook(_ id: String) throws -> Waiting? {
        try restoredFrom(id).map { RestoredRequest.waiting(id, since: $0) }
    }

    /// Refuses to send for a request that was restored from a backup.
    func checkLooked(_ id: String) throws {
        if let since = try restoredFrom(id) { throw RestoredRequest.error(id, since: since) }
    }

    /// When the backup was made that a request was restored from; nil where that is settled, or never was.
    package func restoredFrom(_ id: String) throws -> String? {
        try intake.register.read { try $0.restoredFrom(of: id) }
    }

    /// Lets a request go on that was restored: a person has looked, and what is owed in it is still owed.
    ///
    /// - Parameter wentOut: whether the answer was found to have gone out; it is noted, and nothing unsent goes any more.
    /// - Throws: exit 9 for a request about which nothing is uncertain.
    package func settleRestored(_ id: String, wentOut: Bool) throws -> Request {
        try change(id) { intake in
            let request = try intake.request(id)
            guard try restoredFrom(id) != nil else {
                throw InzageError(.notInThisState, "request \(id) is not held after a restore")
            }
            try intake.register.transaction { transaction in
                if wentOut { try Self.noteWentOut(request, in: transaction) }
                try transaction.settleRestored(id)
            }
            return try intake.request(id)
        }
    }

    /// Whether an answer that went out after a backup has a passphrase that the backup did not know.
    package func hasLostPassphrase(_ request: Request) throws -> Bool {
        guard request.state == .delivered, request.right.isAnsweredByArchive, request.claim.certificate == nil else {
            return false
        }
        return try intake.register.read { try $0.package(request: request.id, round: request.round)?.archive } == nil
    }

    private static func noteWentOut(_ request: Request, in transaction: RegisterTransaction) throws {
        try transaction.withdrawUnsentMails(request: request.id)
        guard request.state != .delivered, !request.state.isFinal else { return }
        try transaction.move(request.id, to: .delivered)
        if try transaction.package(request: request.id, round: request.round) != nil {
            try transaction.noteDelivered(request: request.id, round: request.round)
        }
        try transaction.audit("delivered, as a person found after the restore", request: request.id)
    }

    /// What is owed in a request that was restored: a look, and nothing else until then.
    func owedAfterRestore(_ request: Request) throws -> [Owed]? {
        guard let since = try restoredFrom(request.id) else { return nil }
        return [
            Owed(
                what: .restored,
                since: CivilDay(String(since.prefix(10))),
                isForPeople: true,
                next:
                    "look whether the answer went out; \(RestoredRequest.steps(for: request.id).joined(separator: "; "))"
            )
        ]
    }
}
