import CMariaDB
import DriverParts
import ExporterKit
import SQLParts

/// What a server or its library says instead of an answer: its number, and its sentence, which may quote a value.
struct Refusal: ServerRefusal {
    private let number: UInt32
    private let message: String

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

    /// Whether a value has characters that a column cannot hold, so that the two cannot be compared.
    var isAboutCharacters: Bool { [1267, 1270, 1271].contains(number) }

    var failure: SourceFailure {
        switch number {
        case 1053, 1927, 2000..<2020, 2021..<2026, 2027..<2100: .connectionEnded
        case 1205, 1213, 1317:
            SourceFailure(.unreachable, "the server stopped the query (error \(number))", retryable: true)
        case 1969, 3024: .queryTooSlow
        case 1290, 1792: CollectionDescription.doesMoreThanRead.failure
        case 1044, 1045, 1142, 1143, 1227, 1370: .notGranted
        case 1153, 2020: SourceFailure(.tooLarge, "a record is larger than \(Connection.rowLimit >> 20) MiB")
        default: failureOfConnecting
        }
    }

    var problem: Problem {
        let isAboutText = failure.code == .queryFailed && number != 1792
        return isAboutText ? .doesNotRun(message) : Problem(failure, field: "query")
    }

    /// Why nobody was let in.
    var failureOfConnecting: SourceFailure {
        switch number {
        case 1040, 1203, 1226: .serverFull
        case 1044, 1045, 1130, 1251, 1698, 1862, 2049, 2059: .accountRefused
        case 1049: .noSuchDatabase
        case 1053, 2000..<2100: .serverNotReached
        default: .queryFailed("error \(number)")
        }
    }
}
