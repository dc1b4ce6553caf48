import ExporterKit
import ArchiveSealing
import Synchronization
import Cases
import RegisterStore

/// What was gathered and is not in the register yet.
///
/// A small answer is gathered in less time than its collections would wait for the disk one by one, so they share a
/// transaction. What takes longer is stored as it comes: a crash costs the work of a moment, which is done again.
final class GatheredBatch: Sendable {
    private static let patience = Duration.milliseconds(250)

    private let register: Register
    private let states = Mutex<[(target: GatheringTarget, state: GatheredState)]>([])
    private let storedAt = Mutex(ContinuousClock.now)
    private let counts = Mutex<[String: Int]>([:])

    init(register: Register) { self.register = register }

    /// How many outcomes came that are no failure, by the request's id.
    var answered: [String: Int] { counts.withLock(\.self) }

    /// Takes what one collection came to for a request.
    func add(_ state: GatheredState, of target: GatheringTarget) throws {
        states.withLock { $0.append((target, state)) }
        if !state.line.outcome.isFailure { counts.withLock { $0[target.request.id, default: 0] += 1 } }
        if storedAt.withLock({ ContinuousClock.now - $0 }) > Self.patience { try store() }
    }

    /// Runs the gathering, stores from time to time what it has, and in the end the rest, also when it fails.
    func storing(_ work: @escaping @Sendable () async throws -> Void) async throws {
        do {
            try await withThrowingTaskGroup(of: Bool.self) { group in
                group.addTask {
                    try await work()
                    return true
                }
                group.addTask {
                    while (try? await Task.sleep(for: Self.patience)) != nil { try self.store() }
                    return false
                }
                while try await group.next() == false {}
                group.cancelAll()
            }
        } catch {
            try store()
            throw error
        }
        try store()
    }

    /// Puts what there is into the register; its files are on the disk before the register knows of them.
    private func store() throws {
        let taken = states.withLock { states in
            defer { states = [] }
            return states
        }
        guard !taken.isEmpty else { return }
        for (_, ofOne) in Dictionary(grouping: taken, by: \.target.request.id) {
            let entries = ofOne.flatMap { $0.state.entries?.all ?? [] }
            try SpoolFolder.bringToDisk(entries, in: ofOne[0].target.spool.folder)
        }
        try register.transaction { transaction in
            for (target, state) in taken { try store(state, of: target.request, in: transaction) }
        }
        storedAt.withLock { $0 = .now }
    }

    private func store(
        _ state: GatheredState,
        of request: Request,
        in transaction: RegisterTransaction
    ) throws {
        try transaction.store(state, request: request.id, round: request.round)
        try transaction.audit(failureOf: state.line, request: request.id)
    }
}

extension RegisterTransaction {
    /// Writes down that a source failed; a record of somebody else is an alarm.
    func audit(failureOf line: LedgerLine, request id: String) throws {
        guard case .failed(let code, _, _) = line.outcome else { return }
        let isAlarm = code == SourceFailure.Code.strangersRecord.rawValue
        let action = isAlarm ? "ALARM \(code)" : "source failed: \(code)"
        try audit("\(action) \(line.system)/\(line.collection)", request: id)
    }
}
