import ExporterKit
import Cases
import RegisterStore
import SourceReading
import Policy
import IdentityStage

extension Gathering {
    /// Asks every collection that is not done yet, all systems at once, each within its time limit.
    func ask(_ verified: VerifiedRequest, package: PackageRecord, spool: Spool) async throws {
        try await reader.sitting { try await ask(verified, package: package, spool: spool, reader: $0) }
    }

    private func ask(
        _ verified: VerifiedRequest,
        package: PackageRecord,
        spool: Spool,
        reader: SourceReader
    ) async throws {
        let request = verified.request
        let found = try remember(
            await Identification(systems: systems, reader: reader).identifiers(of: verified.subject),
            for: request
        )
        let done = try finishedEarlier(request, spool)
        let decisions = try register.read { try $0.decisions(request: request.id, round: request.round) }
        let gatherer = CollectionGatherer(
            reader: reader,
            spool: spool,
            language: request.language,
            redactStaff: controller.redactStaff,
            children: controller.children,
            pseudonymKey: package.secrets.pseudonymKey,
            subject: verified.subject,
            identified: found,
            collectedAt: package.collectedAt
        )
        let batch = GatheredBatch(register: register, request: request, spool: spool)
        var work: [String: [CollectionGatherer.Assignment]] = [:]
        for assignment in assignments(request, decisions) {
            let id = CollectionID(system: assignment.system.id, collection: assignment.collection.id)
            guard !done.contains(id) else { continue }
            if let line = decided(assignment, request, found) {
                try batch.add(GatheredState(line: line))
            } else {
                work[assignment.system.id, default: []].append(assignment)
            }
        }
        try await batch.storing { [work] in try await gather(work, with: gatherer, adding: batch.add) }
    }

    /// Asks all systems at once, whatever is made of what they hold.
    func gather<Gatherer: CollectionGathering>(
        _ work: [String: [CollectionGatherer.Assignment]],
        with gatherer: Gatherer,
        adding add: @escaping @Sendable (Gatherer.Found) throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (_, assignments) in work.sorted(by: { $0.key < $1.key }) {
                group.addTask { try await gather(assignments, with: gatherer, adding: add) }
            }
            try await group.waitForAll()
        }
    }

    /// Asks one system, collection by collection; each that is done soon survives a crash.
    private func gather<Gatherer: CollectionGathering>(
        _ assignments: [CollectionGatherer.Assignment],
        with gatherer: Gatherer,
        adding add: @Sendable (Gatherer.Found) throws -> Void
    ) async throws {
        let begun = ContinuousClock.now
        var canary: CanaryWatch?
        for assignment in assignments {
            var state: Gatherer.Found
            let left = assignment.system.timeLimit - Int((ContinuousClock.now - begun).components.seconds)
            do {
                state = try await withTimeLimit(seconds: max(left, 1), system: assignment.system.id) {
                    try await gatherer.gather(assignment)
                }
            } catch let failure as SourceFailure {
                state = Gatherer.Found(line: line(assignment, .failed(failure)))
            }
            if state.line.outcome == .nothingHeld, !assignment.system.canary.isEmpty {
                if canary == nil { canary = try await CanaryWatch(assignment.system, gatherer.reader) }
                if let failure = canary?.failure { state = Gatherer.Found(line: line(assignment, .failed(failure))) }
            }
            try add(state)
        }
    }

    /// The collections of this round, each with its number among all collections of the controller.
    func assignments(_ request: Request, _ decisions: [Decision]) -> [CollectionGatherer.Assignment] {
        var number = 0
        var assignments: [CollectionGatherer.Assignment] = []
        let scope = Set(systemsInScope(of: request).map(\.id))
        for system in systems {
            for collection in system.collections {
                number += 1
                guard scope.contains(system.id) else { continue }
                assignments.append(
                    .init(
                        system: system,
                        collection: collection,
                        number: number,
                        withholding: Withholding(decisions: decisions, system: system.id, collection: collection.id),
                        gate: gate(of: collection, for: request)
                    )
                )
            }
        }
        return assignments
    }

    /// What a request for portability lets through of a collection; nil for any other request.
    func gate(of collection: CollectionDescription, for request: Request) -> PortabilityGate? {
        guard request.right == .portability else { return nil }
        return PortabilityGate(
            processing.category(collection.category),
            promise: controller.promise(of: .portability)
        )
    }

    /// The collections that need not be asked again: their entries lie whole in the spool, or nothing was held.
    private func finishedEarlier(_ request: Request, _ spool: Spool) throws -> Set<CollectionID> {
        let states = try register.read { try $0.gathered(request: request.id, round: request.round) }
        return Set(
            states.filter { state in
                switch state.line.outcome {
                case .records: state.entries?.all.allSatisfy(spool.holds) ?? false
                case .nothingHeld: true
                default: false
                }
            }.map { CollectionID(system: $0.line.system, collection: $0.line.collection) }
        )
    }

    /// The outcome of a collection that is not asked, or nil when it must be.
    func decided(
        _ assignment: CollectionGatherer.Assignment,
        _ request: Request,
        _ found: Identification.Result
    ) -> LedgerLine? {
        let collection = assignment.collection
        let category = processing.category(collection.category)
        if let customer = category?.processorFor {
            return line(assignment, .withheld(ground: .processorFor(customer)))
        }
        if assignment.gate?.admits(collection) == false {
            return line(assignment, .withheld(ground: .notPortable))
        }
        if let ground = assignment.withholding.wholeCollection {
            return line(assignment, .withheld(ground: .decided(ground)))
        }
        if collection.canBeAsked(by: found.tuples) { return nil }
        return line(assignment, outcomeWithoutIdentifier(collection, found))
    }

    /// An identifier may be unknown because the person has none, because nobody yields it, or because the system that
    /// yields it could not be asked: then nobody knows what this collection holds.
    private func outcomeWithoutIdentifier(
        _ collection: CollectionDescription,
        _ found: Identification.Result
    ) -> Outcome {
        let missing = found.kindsMissing(for: collection)
        if missing.contains(where: { collections(yielding: $0).isEmpty }) { return .identifierUnsupported }
        // Where each kind is known, but not all from one record, a source that failed may hold that record.
        for kind in missing.isEmpty ? collection.needs : missing {
            var seen: Set<String> = []
            if let (source, failure) = failure(behind: kind, found, &seen) {
                return .failed(
                    code: failure.code.rawValue,
                    message: "needs \(kind), and \(source) failed",
                    retryable: true
                )
            }
        }
        return .nothingHeld
    }

    private func line(_ assignment: CollectionGatherer.Assignment, _ outcome: Outcome) -> LedgerLine {
        LedgerLine(
            system: assignment.system.id,
            collection: assignment.collection.id,
            category: assignment.collection.category,
            outcome: outcome
        )
    }
}

extension Outcome {
    /// A failure of a source as an outcome.
    static func failed(_ failure: SourceFailure) -> Outcome {
        .failed(code: failure.code.rawValue, message: failure.description, retryable: failure.retryable)
    }
}

/// Whether a system finds the controller's own person, asked once for all its collections that found nothing.
private struct CanaryWatch: Sendable {
    let failure: SourceFailure?

    init(_ system: SystemDescription, _ reader: SourceReader) async throws {
        do {
            failure = try await withTimeLimit(seconds: system.timeLimit, system: system.id) {
                try await reader.canaryFailure(of: system)
            }
        } catch let failure as SourceFailure {
            self.failure = failure
        }
    }
}
