package import Cases
import ExporterKit
import Groundwork
package import IdentityStage
import Policy
import RegisterStore
import SourceReading
import Synchronization

extension Gathering {
    /// Looks where a person is held, and keeps the list of it for who carries out what they ask.
    ///
    /// The systems are asked as for an answer, and whatever could not be looked at stands on the list: nobody may take
    /// it for a place that holds nothing. A tick stays where nothing was found that it was not given for.
    package func lookForWork(_ verified: VerifiedRequest) async throws -> [WorkItem] {
        let request = verified.request
        let found = try await reader.sitting { try await look(verified, reader: $0) }
        let now = register.surroundings.timestamp
        return try register.transaction { transaction in
            let earlier = Dictionary(
                try transaction.work(request: request.id, round: request.round).map { ($0.place, $0) },
                uniquingKeysWith: { first, _ in first }
            )
            var items = try items(found, at: now) + itemsByHand(request, transaction, at: now)
            var dropped = 0
            for index in items.indices {
                guard let before = earlier[items[index].place], before.done != nil else { continue }
                if items[index].findsNothingNew(since: before) {
                    items[index].done = before.done
                } else {
                    dropped += 1
                }
            }
            for key in found.keys { try transaction.audit(failureOf: key.line, request: request.id) }
            try transaction.store(items, request: request.id, round: request.round)
            let counts = ["places": items.needed.count, "ticks dropped": dropped].filter { $0.value > 0 }
            try transaction.audit("looked where the person is held", request: request.id, counts: counts)
            return items
        }
    }

    private struct Look: Sendable {
        let identified: Identification.Result
        var keys: [KeyGatherer.Keys] = []
    }

    private func look(_ verified: VerifiedRequest, reader: SourceReader) async throws -> Look {
        let identification = Identification(systems: systems, reader: reader)
        let identified = try await identification.identifiers(of: verified.subject)
        let share = KeyGatherer.Share(subject: verified.subject, identified: identified)
        var found = Look(identified: identified)
        var work: [String: [CollectionTask<KeyGatherer.Share>]] = [:]
        for var task: CollectionTask<KeyGatherer.Share> in tasks(of: verified.request) {
            let gate = gate(of: task.collection, for: verified.request)
            if let outcome = decided(task.collection, gate, nil, identified) {
                found.keys.append(KeyGatherer.Keys(line: task.line(outcome)))
            } else {
                task.shares = [share]
                work[task.system.id, default: []].append(task)
            }
        }
        let gathered = Mutex<[KeyGatherer.Keys]>([])
        let bySystem = work.sorted { $0.key < $1.key }.map(\.value)
        try await gather(bySystem, with: KeyGatherer(reader: reader)) { keys, _ in gathered.withLock { $0.append(keys) }
        }
        found.keys += gathered.withLock(\.self)
        return found
    }

    /// The systems, in their order, each with its collections.
    private func items(_ look: Look, at moment: String) -> [WorkItem] {
        let lines = Dictionary(
            look.keys.map { (CollectionID(system: $0.line.system, collection: $0.line.collection), $0) },
            uniquingKeysWith: { _, last in last }
        )
        return systems.map { system in
            let collections = system.collections.compactMap { collection in
                lines[CollectionID(system: system.id, collection: collection.id)].map { found in
                    item(found, askedBy: look.identified.words(for: collection))
                }
            }
            return WorkItem(place: system.id, collections: collections, at: moment)
        }
    }

    /// The categories that no exporter reaches, each a place of its own.
    private func itemsByHand(
        _ request: Request,
        _ transaction: RegisterTransaction,
        at moment: String
    ) throws -> [WorkItem] {
        let decisions = try transaction.decisions(request: request.id, round: request.round)
        return byHand(request, decisions, [], addedEarlier: []).map { line in
            WorkItem(
                place: "\(Self.byHandSystem)/\(line.category)",
                collections: [item(KeyGatherer.Keys(line: line), askedBy: [])],
                at: moment
            )
        }
    }

    private func item(_ found: KeyGatherer.Keys, askedBy: [String]) -> WorkCollection {
        WorkCollection(
            collection: found.line.collection,
            category: found.line.category,
            finding: finding(found.line.outcome),
            records: found.line.records,
            undecided: found.undecided,
            years: [found.years.records.keys.min(), found.years.records.keys.max()].compactMap(\.self),
            askedBy: askedBy,
            keys: found.keys
        )
    }

    private func finding(_ outcome: Outcome) -> WorkFinding {
        switch outcome {
        case .records: return .held
        case .nothingHeld: return .nothingFound
        case .failed(_, let message, _): return .notLookedAt(message)
        case .ambiguousSubject:
            return .notLookedAt("several people share the address, and it cannot tell them apart")
        case .identifierUnsupported: return .notLookedAt("nothing that is known of the person lets it be asked")
        case .pendingHuman: return .notLookedAt("no exporter reaches it")
        case .withheld(.processorFor(let customer)):
            let name = processing.processor(customer)?.name ?? customer
            return .notLookedAt("it is held for \(name), who decides about it: pass the request on")
        case .withheld, .gapAccepted: return .notLookedAt("it was left out")
        }
    }
}

extension WorkItem {
    fileprivate init(place: String, collections: [WorkCollection], at moment: String) {
        self.init(
            place: place,
            collections: collections,
            isNeeded: collections.contains { $0.finding != .nothingFound },
            lookedAt: moment
        )
    }
}

extension Identification.Result {
    /// By what a collection was asked, in words.
    fileprivate func words(for collection: CollectionDescription) -> [String] {
        Question(tuples: tuples).tuples(of: collection.needs).map { tuple in
            tuple.identifiers.map { "\($0.kind) \($0.text)" }.joined(separator: ", ")
        }
    }
}
