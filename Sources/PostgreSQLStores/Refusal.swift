import CPQ
import DriverParts
import ExporterKit
import SQLParts

/// What a server says instead of an answer: its code, and its sentence, which may quote a value.
struct Refusal: Error {
    /// SQLSTATE; empty where the server said none.
    let code: String
    /// To be shown only where no value was bound and none read.
    let message: String
    private let isAlive: Bool

    init(_ result: OpaquePointer, isAlive: Bool) {
        code = PQresultErrorField(result, inzage_pq_sqlstate).map { String(cString: $0) } ?? ""
        message = PQresultErrorField(result, inzage_pq_message).map { String(cString: $0) } ?? "no reason was given"
        self.isAlive = isAlive
    }

    /// Whether the server could not take a value as what it is compared with (classes 22 and, for arrays, 42).
    var isAboutValue: Bool { code.hasPrefix("22") }

    /// What it means for whoever asked.
    var failure: SourceFailure {
        if code.isEmpty || !isAlive && !code.hasPrefix("57") { return Self.lost }
        switch code {
        case "57014":
            return SourceFailure(
                .timedOut,
                "the server ended a query that took too long",
                hint: "put an index on what is compared, or raise time_limit in exporter.yaml",
                retryable: true
            )
        case "42501":
            return SourceFailure(
                .refused,
                "the account may not read what the query reads",
                hint: "GRANT SELECT on it to the account"
            )
        case "25006":
            return CollectionDescription.doesMoreThanRead.failure
        case "22021", "22P05":
            return SourceFailure(.malformed, "a text cannot be given as UTF-8 (SQLSTATE \(code))")
        default:
            return byClass
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
        case "28":
            Self.refused
        default:
            SourceFailure(
                .queryFailed,
                "the query failed (SQLSTATE \(code))",
                hint: "run it on the server; what the server says may quote a value and is not shown"
            )
        }
    }
}

/// Failures that belong to the connection and not to a query.
extension Refusal {
    static var lost: SourceFailure {
        SourceFailure(.unreachable, "the connection to the server ended", hint: "try again", retryable: true)
    }

    static var noAnswer: SourceFailure {
        SourceFailure(
            .unreachable,
            "the server does not answer",
            hint: "see whether it runs and can be reached from here",
            retryable: true
        )
    }

    private static var refused: SourceFailure {
        SourceFailure(
            .refused,
            "the server does not let the account in",
            hint: "check the user in `connection`, and the password that `secret` names"
        )
    }

    /// Why nobody was let in: the message of libpq ends with the code where the server gave one.
    static func failure(of handle: OpaquePointer) -> SourceFailure {
        if PQconnectionNeedsPassword(handle) == 1 { return refused }
        let message = PQerrorMessage(handle).map { String(cString: $0) } ?? ""
        let code = message.utf8.split { $0 <= 0x20 }.last.map { String(decoding: $0, as: UTF8.self) } ?? ""
        switch code {
        case "3D000":
            return SourceFailure(
                .unreachable,
                "the server has no database of that name",
                hint: "check `connection` in exporter.yaml"
            )
        case "42501": return refused
        case _ where code.hasPrefix("28"): return refused
        case _ where code.hasPrefix("53"):
            return SourceFailure(.throttled, "the server takes no more connections", retryable: true)
        default:
            return SourceFailure(
                .unreachable,
                "the server cannot be reached",
                hint: "see whether it runs, and whether its certificate bears the name in `connection`",
                retryable: true
            )
        }
    }
}
