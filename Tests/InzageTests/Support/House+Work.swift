import Cases
import Inzage
import IntakeStage

extension House {
    /// Looks where the person is held, and ticks every place off, as colleagues would.
    func carryOut(_ id: String) async throws {
        for item in try await pipeline.lookForWork(id).open { _ = try pipeline.tick(item.place, isDone: true, of: id) }
    }

    /// The work list of a request as short lines: the place, what was found in each collection, and the tick.
    func work(_ id: String) throws -> [String] {
        try pipeline.workList(of: intake.request(id)).map { item in
            let found = item.collections.map { found in
                switch found.finding {
                case .held: "\(found.collection) \(found.keys.joined(separator: " "))"
                case .nothingFound: "\(found.collection) nothing"
                case .notLookedAt(let reason): "\(found.collection) unseen: \(reason)"
                }
            }
            return "\(item.place) [\(item.done == nil ? " " : "x")] \(found.joined(separator: ", "))"
        }
    }
}
