import GRDB
package import Groundwork

/// A question that the clock of a request may stand still for.
package struct Ask: Sendable, Hashable, Codable {
    package var askedOn: CivilDay
    /// The day of the sufficient answer, or nil while it is awaited.
    package var answeredOn: CivilDay?
    /// Whether it was asked in time to be credited.
    package var isCredited: Bool

    package init(
        askedOn: CivilDay,
        answeredOn: CivilDay? = nil,
        isCredited: Bool
    ) {
        self.askedOn = askedOn
        self.answeredOn = answeredOn
        self.isCredited = isCredited
    }
}

extension RegisterTransaction {
    /// Notes that the requester was asked for what the answer cannot do without.
    package func insertAsk(_ ask: Ask, of id: String) throws {
        try database.execute(
            cached: "INSERT INTO suspension (request, askedOn, credited) VALUES (?, ?, ?)",
            arguments: [id, ask.askedOn.description, ask.isCredited]
        )
    }

    /// Notes that what was asked has been answered.
    package func answerAsks(of id: String, on day: CivilDay) throws {
        try database.execute(
            cached: "UPDATE suspension SET answeredOn = max(askedOn, ?) WHERE request = ? AND answeredOn IS NULL",
            arguments: [day.description, id]
        )
    }

    /// Takes the credit from what was asked, where a condition does not hold for it.
    package func keepCredit(of id: String, where isCreditable: (Ask) -> Bool) throws {
        for ask in try asks(of: id) where ask.isCredited && !isCreditable(ask) {
            try database.execute(
                cached: "UPDATE suspension SET credited = 0 WHERE request = ? AND askedOn = ?",
                arguments: [id, ask.askedOn.description]
            )
        }
    }

    /// What the requester was asked, oldest first.
    package func asks(of id: String) throws -> [Ask] {
        try Row.fetchAll(database, cached: "SELECT * FROM suspension WHERE request = ? ORDER BY id", arguments: [id])
            .map { row in
                Ask(
                    askedOn: try row.day("askedOn"),
                    answeredOn: try row.dayIfAny("answeredOn"),
                    isCredited: row["credited"]
                )
            }
    }
}
