import ExporterKit
import Cases
import RegisterStore
import SourceReading
import Policy
import IdentityStage

extension Gathering {
    /// Asks every collection that is not done yet, all systems at once, each within its time limit.
    func ask(_ target: GatheringTarget) async throws {
        _ = try await reader.sitting { try await ask([target], reader: $0) }
    }

    /// Asks for several requests in one pass over each system that reads so.
    ///
    /// What fails then is left undone: each request asks it again alone, so that one's trouble is not another's.
    /// - Returns: those of whom nothing is left to be asked.
    func askTogether(_ targets: [GatheringTarget]) async throws -> [GatheringTarget] {
        let answered = try await reader.sitting { try await ask(targets, reader: $0) }
        return targets.filter { target in
            let all: [CollectionTask<CollectionShare>] = tasks(of: target.request)
            return answered[target.request.id] == all.count
        }
    }

    /// - Returns: how many collections have an outcome now that is no failure, by the request's id.
    @discardableResult
    private func ask(_ targets: [GatheringTarget], reader: SourceReader) async throws -> [String: Int] {
        let found = try await Identification(systems: systems, reader: reader).identifiers(of: targets.map(\.subject))
        let isAlone = targets.count == 1
        let batch = GatheredBatch(register: register)
        var tasks: [CollectionID: CollectionTask<CollectionShare>] = [:]
        for (target, found) in zip(targets, found) where isAlone || found.failures.isEmpty {
            try collect(&tasks, for: target, found, into: batch)
        }
        let gatherer = CollectionGatherer(
            reader: reader,
            redactStaff: controller.redactStaff,
            children: controller.children
        )
        let work = systems.filter { isAlone || reader.readsTogether($0) }
            .map { system in tasks.values.filter { $0.system.id == system.id }.sorted { $0.number < $1.number } }
        try await batch.storing { try await gather(work, with: gatherer) { try batch.add($0, of: $1.target) } }
        return batch.answered
    }

    /// Adds what one request asks for to what is asked of each collection; what need not be asked is decided at once.
    private func collect(
        _ tasks: inout [CollectionID: CollectionTask<CollectionShare>],
        for target: GatheringTarget,
        _ found: Identification.Result,
        into batch: GatheredBatch
    ) throws {
        let request = target.request
        let found = try remember(found, for: request)
        let done = try finishedEarlier(request, target.spool)
        let decisions = try register.read { try $0.decisions(request: request.id, round: request.round) }
        for task: CollectionTask<CollectionShare> in self.tasks(of: request) where !done.contains(task.id) {
            let share = CollectionShare(
                target: target,
                identified: found,
                withholding: Withholding(
                    decisions: decisions,
                    system: task.system.id,
                    collection: task.collection.id
                ),
                replacements: Replacements(
                    decisions: decisions,
                    system: task.system.id,
                    collection: task.collection.id
                ),
                gate: gate(of: task.collection, for: request)
            )
            if let outcome = decided(task.collection, share.gate, share.withholding, found) {
                try batch.add(GatheredState(line: task.line(outcome)), of: target)
            } else {
                tasks[task.id, default: task].shares.append(share)
            }
        }
    }

    /// Asks all systems at once, whatever is made of what they hold.
    func gather<Gatherer: CollectionGathering>(
        _ work: [[CollectionTask<Gatherer.Share>]],
        with gatherer: Gatherer,
        adding add: @escaping @Sendable (Gatherer.Found, Gatherer.Share) throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for tasks in work {
                group.addTask { try await gather(tasks, with: gatherer, adding: add) }
            }
            try await group.waitForAll()
        }
    }

    /// Asks one system, collection by collection; each that is done soon survives a crash.
    private func gather<Gatherer: CollectionGathering>(
        _ tasks: [CollectionTask<Gatherer.Share>],
        with gatherer: Gatherer,
        adding add: @Sendable (Gatherer.Found, Gatherer.Share) throws -> Void
    ) async throws {
        let begun = ContinuousClock.now
        var canary: CanaryWatch?
        for task in tasks {
            var found: [Gatherer.Found?]
            let left = task.system.timeLimit - Int((ContinuousClock.now - begun).components.seconds)
            do {
                found = try await withTimeLimit(seconds: max(left, 1), system: task.system.id) {
                    try await gatherer.gather(task)
                }
            } catch let failure as SourceFailure {
                // A system that fails many would fail them in the next collection too.
                guard task.shares.count == 1 else { return }
                found = [Gatherer.Found(line: task.line(.failed(failure)))]
            }
            if found.contains(where: { $0?.line.outcome == .nothingHeld }), !task.system.canary.isEmpty {
                if canary == nil { canary = try await CanaryWatch(task.system, gatherer.reader) }
                if let failure = canary?.failure {
                    found = found.map {
                        $0?.line.outcome == .nothingHeld ? Gatherer.Found(line: task.line(.failed(failure))) : $0
                    }
                }
            }
            for case (let found?, let share) in zip(found, task.shares) { try add(found, share) }
        }
    }

    /// The collections of a request's round, each with its number among all of the controller, for nobody yet.
    func tasks<Share>(of request: Request) -> [CollectionTask<Share>] {
        let scope = Set(systemsInScope(of: request).map(\.id))
        return systems.flatMap { system in system.collections.map { (system, $0) } }.enumerated().map { place, pair in
            CollectionTask<Share>(system: pair.0, collection: pair.1, number: place + 1, shares: [])
        }.filter { scope.contains($0.system.id) }
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
        _ collection: CollectionDescription,
        _ gate: PortabilityGate?,
        _ withholding: Withholding?,
        _ found: Identification.Result
    ) -> Outcome? {
        if let customer = processing.category(collection.category)?.processorFor {
            return .withheld(ground: .processorFor(customer))
        }
        if gate?.admits(collection) == false { return .withheld(ground: .notPortable) }
        if let ground = withholding?.wholeCollection { return .withheld(ground: .decided(ground)) }
        if collection.canBeAsked(by: found.tuples) { return nil }
        return outcomeWithoutIdentifier(collection, found)
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
