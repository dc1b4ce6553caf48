import CPQ
import DriverParts
import ExporterKit
import SQLParts

/// What a server says instead of an answer: its code, and its sentence, which may quote a value.
struct Refusal: ServerRefusal {
    /// SQLSTATE; empty where the server said none.
    private let code: String
    private let message: String
    private let isAlive: Bool

    init(_ result: OpaquePointer, isAlive: Bool) {
        code = PQresultErrorField(result, inzage_pq_sqlstate).map { String(cString: $0) } ?? ""
        message = PQresultErrorField(result, inzage_pq_message).map { String(cString: $0) } ?? "no reason was given"
        self.isAlive = isAlive
    }

    /// Whether the server could not take a value as what it is compared with.
    var isAboutValue: Bool { code.hasPrefix("22") }

    var failure: SourceFailure {
        if code.isEmpty || !isAlive && !code.hasPrefix("57") { return .connectionEnded }
        return switch code {
        case "57014": .queryTooSlow
        case "42501": .notGranted
        case "25006": CollectionDescription.doesMoreThanRead.failure
        case "22021", "22P05": SourceFailure(.malformed, "a text cannot be given as UTF-8 (SQLSTATE \(code))")
        default: byClass
        }
    }

    private var byClass: SourceFailure {
        switch code.prefix(2) {
        case "57", "40":
            SourceFailure(.unreachable, "the server stopped (SQLSTATE \(code))", retryable: true)
        case "53":
            SourceFailure(.throttled, "the server has no room (SQLSTATE \(code))", retryable: true)
        case "54":
            SourceFailure(.tooLarge, "the query passes a limit of the server (SQLSTATE \(code))")
        case "28": .accountRefused
        default: .queryFailed("SQLSTATE \(code)")
        }
    }

    var problem: Problem {
        switch code {
        // What a cursor is refused for: it would write, or lock what it reads.
        case "25006", "0A000": CollectionDescription.doesMoreThanRead
        case "42501": Problem(failure, field: "query")
        default: .doesNotRun(message)
        }
    }

    /// Why nobody was let in: the message of libpq ends with the code where the server gave one.
    static func failure(of handle: OpaquePointer) -> SourceFailure {
        if PQconnectionNeedsPassword(handle) == 1 { return .accountRefused }
        let message = PQerrorMessage(handle).map { String(cString: $0) } ?? ""
        let code = message.utf8.split { $0 <= 0x20 }.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
        return switch code {
        case "3D000": .noSuchDatabase
        case "42501": .accountRefused
        case _ where code.hasPrefix("28"): .accountRefused
        case _ where code.hasPrefix("53"): .serverFull
        default: .serverNotReached
        }
    }
}
