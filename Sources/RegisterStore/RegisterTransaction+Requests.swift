import Foundation
import GRDB
package import Cases
import Groundwork
import Policy

extension RegisterTransaction {
    /// Stores a new request.
    package func insert(_ request: Request) throws {
        // The key refers to the request, and the claim is sealed under the key.
        try database.execute(
            cached: """
                INSERT INTO request
                    (id, "right", language, receivedOn, openedAt, state, follows, claim, rightNamed, calendar)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                request.id, request.right.rawValue, request.language.rawValue, request.receivedOn.description,
                surroundings.timestamp, request.state.rawValue, request.follows, Data(), request.rightWasNamed,
                request.calendar,
            ]
        )
        try makeKey(of: request.id)
        try database.execute(
            cached: "UPDATE request SET claim = ? WHERE id = ?",
            arguments: [try vault(of: request.id).seal(request.claim, context: "claim \(request.id)"), request.id]
        )
        try index(request)
    }

    /// The request with an id, or nil.
    package func request(_ id: String) throws -> Request? {
        try Row.fetchOne(database, cached: "SELECT * FROM request WHERE id = ?", arguments: [id]).map(request(from:))
    }

    /// Every request, oldest first; those of one day in the order in which they were opened.
    package func requests() throws -> [Request] {
        try Row.fetchAll(database, cached: "SELECT * FROM request ORDER BY receivedOn, rowid").map(request(from:))
    }

    /// Writes back what may change in a request; when it was finished stays as long as its state does.
    package func update(_ request: Request) throws {
        let finishedNow = request.state.isFinal ? surroundings.timestamp : nil
        try database.execute(
            cached: """
                UPDATE request SET "right" = ?, language = ?, receivedOn = ?, state = ?, round = ?, roundScope = ?,
                    claim = ?, tries = ?, closedBecause = ?,
                    closedAt = CASE WHEN state = ? THEN coalesce(closedAt, ?) ELSE ? END,
                    rightNamed = ?, extendedOn = ?, grantedOn = ?, purgedAt = ?
                WHERE id = ?
                """,
            arguments: [
                request.right.rawValue, request.language.rawValue, request.receivedOn.description,
                request.state.rawValue, request.round, request.roundScope?.joined(separator: "\n"),
                try vault(of: request.id).seal(request.claim, context: "claim \(request.id)"), request.tries,
                request.closedBecause, request.state.rawValue, finishedNow, finishedNow, request.rightWasNamed,
                request.extendedOn?.description, request.grantedOn?.description, request.purgedAt, request.id,
            ]
        )
    }

    /// Moves a request to a state, as ``Request/move(to:)`` does.
    package func move(_ id: String, to state: State) throws {
        let row = try Row.fetchOne(database, cached: "SELECT state FROM request WHERE id = ?", arguments: [id])
        guard let row else { throw InzageError(.integrityBroken, "request \(id) is gone") }
        let current: State = try row.word("state")
        let state = try current.becoming(state, of: id)
        try database.execute(cached: "UPDATE request SET state = ? WHERE id = ?", arguments: [state.rawValue, id])
    }

    /// Stores who the subject is found to be, or forgets it.
    package func store(subject: VerifiedSubject?, of id: String) throws {
        try database.execute(
            cached: "UPDATE request SET subject = ? WHERE id = ?",
            arguments: [try subject.map { try vault(of: id).seal($0, context: "subject \(id)") }, id]
        )
    }

    /// Who the subject was found to be.
    package func subject(of id: String) throws -> VerifiedSubject? {
        let blob = try Data.fetchOne(database, cached: "SELECT subject FROM request WHERE id = ?", arguments: [id])
        return try blob.map { try vault(of: id).open(VerifiedSubject.self, from: $0, context: "subject \(id)") }
    }

    /// Notes that a person released an answer.
    package func release(round: Int, of id: String) throws {
        try database.execute(cached: "UPDATE request SET releasedRound = ? WHERE id = ?", arguments: [round, id])
    }

    /// Whether a person released the answer of a round.
    package func isReleased(round: Int, of id: String) throws -> Bool {
        try Int.fetchOne(database, cached: "SELECT releasedRound FROM request WHERE id = ?", arguments: [id]) == round
    }

    private func request(from row: Row) throws -> Request {
        let id: String = row["id"]
        let scope: String? = row["roundScope"]
        return Request(
            id: id,
            right: try row.word("right"),
            language: try row.word("language"),
            receivedOn: try row.day("receivedOn"),
            state: try row.word("state"),
            round: row["round"],
            roundScope: scope?.split(separator: "\n").map(String.init),
            claim: try vault(of: id).open(Claim.self, from: row["claim"], context: "claim \(id)"),
            tries: row["tries"],
            closedBecause: row["closedBecause"],
            follows: row["follows"],
            rightWasNamed: row["rightNamed"],
            calendar: row["calendar"],
            extendedOn: try row.dayIfAny("extendedOn"),
            grantedOn: try row.dayIfAny("grantedOn"),
            purgedAt: row["purgedAt"]
        )
    }
}
