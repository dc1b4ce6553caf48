import DriverParts
import ExporterKit
import SQLParts

/// A MariaDB database, seen at one moment: one transaction from opening to closing, which reads only.
// Unchecked: a source is asked one thing at a time; other threads reach the guard of the socket alone.
final class MariaDBStore: ServerStore, @unchecked Sendable {
    typealias Query = MariaDBQuery

    /// A connection that several may hold on to.
    private final class Link {
        let connection: Connection

        init(_ connection: consuming Connection) { self.connection = connection }
    }

    private let address: ServerAddress
    private let secret: Secret?
    private let socket = SocketGuard()
    private var link: Link?

    init(_ address: ServerAddress, _ secret: Secret?, timeLimit: Int, _ stop: StopFlag) throws {
        (self.address, self.secret) = (address, secret)
        link = Link(try Connection(address, secret, socket, stop))
        do {
            try connection { try Self.begin($0, timeLimit: max(timeLimit, 1)) }
        } catch let refusal as Refusal {
            throw refusal.failure
        }
    }

    private static func begin(_ connection: borrowing Connection, timeLimit: Int) throws {
        let limit =
            connection.isMariaDB ? "max_statement_time = \(timeLimit)" : "max_execution_time = \(timeLimit * 1000)"
        try connection.texts("SET SESSION \(limit)")
        try connection.texts("SET SESSION time_zone = '+00:00'")
        // With it a stroke back within a text would be a stroke, and the text end elsewhere than it is read here.
        try connection.texts("SET SESSION sql_mode = REPLACE(@@SESSION.sql_mode, 'NO_BACKSLASH_ESCAPES', '')")
        try connection.texts("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        try connection.texts("START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY")
    }

    /// Works with the connection, as long as there is one.
    func connection<Result>(_ body: (borrowing Connection) throws -> Result) throws -> Result {
        guard let link else { throw Refusal.lost }
        return try body(link.connection)
    }

    func query(of collection: CollectionDescription) throws -> MariaDBQuery {
        let text: QueryText
        do throws(Problem) {
            text = try QueryText(of: collection, .mariaDB)
        } catch {
            throw error.failure
        }
        let prepared = try connection { try PreparedStatement($0.prepare(text.text { _ in "?" })) }
        guard !prepared.columns.isEmpty else { throw CollectionDescription.doesMoreThanRead.failure }
        return MariaDBQuery(collection, text, prepared, self)
    }

    func interrupt() { socket.cut() }

    func close() { link = nil }

    /// Ends what the server works at, by a connection of its own, and waits for nobody.
    func abandon() {
        guard let number = link?.connection.number else { return }
        socket.cut()
        link = nil
        let (address, secret) = (address, secret)
        Task(executorPreference: SourceThread.shared) {
            try Connection(address, secret, SocketGuard(), StopFlag()).texts("KILL \(number)")
        }
    }
}
