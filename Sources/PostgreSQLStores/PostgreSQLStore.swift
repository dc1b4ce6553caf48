import CPQ
import DriverParts
import ExporterKit
import SQLParts

/// A PostgreSQL database, seen at one moment: one transaction from opening to closing, which reads only.
// Unchecked: a source is asked one thing at a time; other threads reach the guard of the socket alone.
final class PostgreSQLStore: ServerStore, @unchecked Sendable {
    typealias Query = PostgreSQLQuery

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

    /// Works with the connection, as long as there is one.
    func connection<Result>(_ body: (borrowing Connection) throws -> Result) throws -> Result {
        guard let link, link.connection.isAlive else { throw SourceFailure.connectionEnded }
        return try body(link.connection)
    }

    /// Runs a body whose failure leaves the transaction as it was.
    func apart<Result>(_ body: () throws -> Result) throws -> Result {
        try connection { _ = try $0.run("SAVEPOINT inzage") }
        defer { _ = try? connection { _ = try $0.run("ROLLBACK TO SAVEPOINT inzage") } }
        return try body()
    }

    func query(of collection: CollectionDescription) throws -> PostgreSQLQuery {
        try PostgreSQLQuery(collection, plan(of: collection), self)
    }

    /// How a collection's query is asked; found out once.
    private func plan(of collection: CollectionDescription) throws -> QueryPlan {
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

    func abandon() {
        link?.connection.cancel()
        link = nil
    }
}
