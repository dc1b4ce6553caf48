import Foundation
import Cases
package import Groundwork
package import Inzage
import RegisterStore

/// What waits for whom, of all open requests, as one table.
package struct OwedTable {
    package struct Line: Encodable {
        package let id, what, next: String
        package let since: CivilDay?
        package let forPeople: Bool
    }

    package let lines: [Line]

    package init(of workplace: Workplace) throws {
        lines = try workplace.register.read { try $0.requests() }.flatMap { request in
            try workplace.pipeline.owed(in: request).map { owed in
                Line(
                    id: request.id,
                    what: owed.what.rawValue,
                    next: owed.next,
                    since: owed.since,
                    forPeople: owed.isForPeople
                )
            }
        }
    }

    /// Prints what only people can do, the oldest first.
    package func print() {
        let waiting = lines.filter(\.forPeople).enumerated()
            .sorted {
                ($0.element.since?.description ?? "", $0.offset) < ($1.element.since?.description ?? "", $1.offset)
            }
            .map(\.element)
        guard !waiting.isEmpty else { return }
        Terminal.print("")
        Terminal.print("waits for people:")
        for line in waiting {
            let since = line.since?.description ?? "today     "
            let what = line.what.padding(toLength: 12, withPad: " ", startingAt: 0)
            Terminal.print("\(line.id)  \(since)  \(what)  \(line.next)")
        }
    }
}
