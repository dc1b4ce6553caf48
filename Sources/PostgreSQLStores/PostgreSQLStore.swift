import CPQ
import DriverParts
import ExporterKit
import SQLParts

/// A PostgreSQL database, seen at one moment: one transaction from opening to closing, which reads only.
// Unchecked: a source is asked one thing at a time; other threads reach the guard of the socket alone.
final class PostgreSQLStore: SQLStore, @unchecked Sendable {
    /// A connection that several may hold on to.
    private final class Link {
        let connection: Connection

        init(_ connection: consuming Connection) { self.connection = connection }
    }

    private let socket = SocketGuard()
    private var link: Link?
    private var plans: [String: QueryPlan] = [:]

    init(_ keywords: ConnectionKeywords, _ secret: Secret?, timeLimit: Int, _ stop: StopFlag) throws {
        link = Link(try Connection(keywords, secret, socket, stop))
        do {
            // What changes how a value is written, the limit that the server keeps by itself, and a first question, at
            // which the moment begins.
            try connection { connection in
                _ = try connection.run(
                    """
                    SET DateStyle = 'ISO'; SET IntervalStyle = 'iso_8601'; SET TimeZone = 'UTC'; \
                    SET bytea_output = 'hex'; SET extra_float_digits = 3; SET standard_conforming_strings = on; \
                    SET statement_timeout = \(min(max(timeLimit, 1), 2_000_000) * 1000); \
                    BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY; SELECT 1
                    """
                )
            }
        } catch let refusal as Refusal {
            throw refusal.failure
        }
    }

    func using<Result>(
        _ collection: CollectionDescription,
        _ stop: StopFlag,
        _ body: (PostgreSQLQuery) throws -> Result
    ) throws -> Result {
        do {
            if let problem = collection.needsProblem ?? collection.manyProblem { throw problem.failure }
            let plan = try plan(of: collection)
            if let problem = collection.mismatches(kinds: plan.kinds, columns: plan.columns).first {
                throw problem.failure
            }
            return try body(PostgreSQLQuery(collection, plan, self))
        } catch {
            // The transaction has failed, or the server is still sending; neither can be asked again.
            abandon()
            throw Self.told(error)
        }
    }

    /// Works with the connection, as long as there is one.
    func connection<Result>(_ body: (borrowing Connection) throws -> Result) throws -> Result {
        guard let link, link.connection.isAlive else { throw Refusal.lost }
        return try body(link.connection)
    }

    /// Runs a body whose failure leaves the transaction as it was.
    func apart<Result>(_ body: () throws -> Result) throws -> Result {
        try connection { _ = try $0.run("SAVEPOINT inzage") }
        defer { _ = try? connection { _ = try $0.run("ROLLBACK TO SAVEPOINT inzage") } }
        return try body()
    }

    /// How a collection's query is asked; found out once.
    func plan(of collection: CollectionDescription) throws -> QueryPlan {
        let text: QueryText
        do throws(Problem) {
            text = try QueryText(of: collection, .postgreSQL)
        } catch {
            throw error.failure
        }
        let query = text.text { "$\((text.kinds.firstIndex(of: text.parameters[$0]) ?? 0) + 1)" }
        if let plan = plans[query] { return plan }
        let plan = try connection { connection in
            try QueryPlan(query, text, named: "inzage_\(plans.count)", collection, connection)
        }
        plans[query] = plan
        return plan
    }

    func interrupt() { socket.cut() }

    func close() {
        _ = try? connection { _ = try $0.run("ROLLBACK") }
        link = nil
    }

    private func abandon() {
        link?.connection.cancel()
        link = nil
    }

    static func failure(_ error: any Error) -> SourceFailure {
        (told(error) as? SourceFailure) ?? SourceFailure(.queryFailed, "the database could not be read")
    }

    private static func told(_ error: any Error) -> any Error { (error as? Refusal)?.failure ?? error }
}
