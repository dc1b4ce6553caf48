import Foundation
import GRDB
import Groundwork
package import Cases

/// The work list of a right that people carry out.
extension RegisterTransaction {
    /// The places of an answer's work list, in the order of the systems; nothing where nobody has looked yet.
    package func work(request id: String, round: Int) throws -> [WorkItem] {
        try Row.fetchAll(
            database,
            cached: "SELECT * FROM work WHERE request = ? AND round = ? ORDER BY position",
            arguments: [id, round]
        ).map { row in
            let place: String = row["place"]
            let detail: Data? = row["detail"]
            let doneAt: String? = row["doneAt"]
            return WorkItem(
                place: place,
                collections: try detail.map {
                    try vault(of: id).open([WorkCollection].self, from: $0, context: context(id, round, place))
                } ?? [],
                isNeeded: row["needed"],
                lookedAt: row["lookedAt"],
                done: doneAt.map { WorkItem.Tick(at: $0, by: row["doneBy"]) }
            )
        }
    }

    /// Writes a work list anew.
    package func store(_ items: [WorkItem], request id: String, round: Int) throws {
        try database.execute(cached: "DELETE FROM work WHERE request = ? AND round = ?", arguments: [id, round])
        for (position, item) in items.enumerated() {
            try database.execute(
                cached: """
                    INSERT INTO work (request, round, place, position, needed, lookedAt, detail, doneAt, doneBy)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    id, round, item.place, position, item.isNeeded, item.lookedAt,
                    try vault(of: id).seal(item.collections, context: context(id, round, item.place)),
                    item.done?.at, item.done?.by,
                ]
            )
        }
    }

    /// Ticks a place off, or takes the tick back.
    package func tick(_ place: String, isDone: Bool, request id: String, round: Int) throws {
        try database.execute(
            cached: "UPDATE work SET doneAt = ?, doneBy = ? WHERE request = ? AND round = ? AND place = ?",
            arguments: [
                isDone ? surroundings.timestamp : nil, isDone ? surroundings.operatorName : nil, id, round, place,
            ]
        )
    }

    /// Forgets which records a request's places held; who did what in which place stays.
    package func forgetWork(of id: String) throws {
        try database.execute(cached: "UPDATE work SET detail = NULL WHERE request = ?", arguments: [id])
    }

    /// Removes a request's work lists: what was found may be another person's, or for another right.
    package func dropWork(of id: String) throws {
        try database.execute(cached: "DELETE FROM work WHERE request = ?", arguments: [id])
    }

    private func context(_ id: String, _ round: Int, _ place: String) -> String { "work \(id) \(round) \(place)" }
}
