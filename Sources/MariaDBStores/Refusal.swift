import CMariaDB
import DriverParts
import ExporterKit
import SQLParts

/// What a server or its library says instead of an answer: its number, and its sentence, which may quote a value.
struct Refusal: Error {
    let number: UInt32
    /// To be shown only where no value was bound and none read.
    let message: String

    init(_ connection: UnsafeMutablePointer<MYSQL>) {
        number = mysql_errno(connection)
        message = mysql_error(connection).map { String(cString: $0) } ?? ""
    }

    init(_ statement: UnsafeMutablePointer<MYSQL_STMT>) {
        // What goes wrong between two rows is known to the connection alone.
        guard mysql_stmt_errno(statement) != 0 else {
            self = statement.pointee.mysql.map { Refusal($0) } ?? .lost
            return
        }
        number = mysql_stmt_errno(statement)
        message = mysql_stmt_error(statement).map { String(cString: $0) } ?? ""
    }

    private init(number: UInt32) { (self.number, message) = (number, "") }

    /// The connection is no longer there.
    static let lost = Refusal(number: 2013)

    /// The server let nobody in and kept nobody out.
    static let noAnswer = SourceFailure(
        .unreachable,
        "the server does not answer",
        hint: "see whether it runs and can be reached from here",
        retryable: true
    )

    /// What it means for whoever asked.
    var failure: SourceFailure {
        switch number {
        case 1053, 1927, 2000..<2020, 2021..<2026, 2027..<2100:
            SourceFailure(.unreachable, "the connection to the server ended", hint: "try again", retryable: true)
        case 1205, 1213, 1317:
            SourceFailure(.unreachable, "the server stopped the query (error \(number))", retryable: true)
        case 1969, 3024: Self.tooSlow
        case 1290, 1792: CollectionDescription.doesMoreThanRead.failure
        case 1044, 1045, 1142, 1143, 1227, 1370: Self.notGranted
        case 1153, 2020: SourceFailure(.tooLarge, "a record is larger than \(Connection.rowLimit >> 20) MiB")
        default: failureOfConnecting
        }
    }

    private static let tooSlow = SourceFailure(
        .timedOut,
        "the server ended a query that took too long",
        hint: "put an index on what is compared, or raise time_limit in exporter.yaml",
        retryable: true
    )

    private static let notGranted = SourceFailure(
        .refused,
        "the account may not read what the query reads",
        hint: "GRANT SELECT on it to the account"
    )

    /// Why nobody was let in.
    var failureOfConnecting: SourceFailure {
        switch number {
        case 1040, 1203, 1226:
            SourceFailure(.throttled, "the server takes no more connections", retryable: true)
        case 1044, 1045, 1130, 1251, 1698, 1862, 2049, 2059:
            SourceFailure(
                .refused,
                "the server does not let the account in",
                hint: "check the user in `connection`, and the password that `secret` names"
            )
        case 1049:
            SourceFailure(
                .unreachable,
                "the server has no database of that name",
                hint: "check `connection` in exporter.yaml"
            )
        case 1053, 2000..<2100:
            SourceFailure(
                .unreachable,
                "the server cannot be reached",
                hint: "see whether it runs, and whether its certificate bears the name in `connection`",
                retryable: true
            )
        default:
            SourceFailure(
                .queryFailed,
                "the query failed (error \(number))",
                hint: "run it on the server; what the server says may quote a value and is not shown"
            )
        }
    }
}
