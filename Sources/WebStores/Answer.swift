import CCurl
import DriverParts
import ExporterKit

/// What the end of a transfer and the status of an answer mean; nothing of what the service wrote is in it.
enum Answer {
    /// Looks at how a transfer ended.
    static func check(_ code: CURLcode, _ exchange: Exchange) throws {
        if let error = exchange.error { throw error }
        if code == CURLE_OK || exchange.isWasted { return }
        switch code {
        case CURLE_ABORTED_BY_CALLBACK: throw CancellationError()
        case CURLE_OPERATION_TIMEDOUT: throw tooSlow
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_CONNECT: throw unreachable
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_ISSUER_ERROR:
            throw unproven
        default: throw broken(code)
        }
    }

    private static let tooSlow = SourceFailure(
        .timedOut,
        "the service did not answer in time",
        hint: "try again, or raise time_limit in exporter.yaml",
        retryable: true
    )

    private static let unreachable = SourceFailure(
        .unreachable,
        "the service cannot be reached",
        hint: "check `connection`, and whether the service runs",
        retryable: true
    )

    private static let unproven = SourceFailure(
        .refused,
        "the service cannot prove that it is the one",
        hint: "see whether its certificate is valid for the host; name its issuer with `trust` if it is your own"
    )

    private static func broken(_ code: CURLcode) -> SourceFailure {
        SourceFailure(
            .unreachable,
            "the connection to the service broke: \(String(cString: curl_easy_strerror(code)))",
            hint: "try again",
            retryable: true
        )
    }

    /// What a status means that is no success.
    static func failure(_ status: Int) -> SourceFailure {
        switch status {
        case 401, 403:
            SourceFailure(.refused, "the service refuses (\(status))", hint: "check `auth` and the secret")
        case 404:
            SourceFailure(
                .queryFailed,
                "the service answers that there is no such thing (404)",
                hint: "check `path`; where this is how it says that it holds nothing, say `not_found: nothing`"
            )
        case 206, 207:
            // What is left out of a part, or failed in one of several, would be said to be held by nobody.
            SourceFailure(
                .queryFailed,
                "the service gives a part of the answer alone (\(status))",
                hint: "ask for what it gives whole, such as less in one page"
            )
        case 500...:
            SourceFailure(
                .unreachable,
                "the service has a failure of its own (\(status))",
                hint: "try again later",
                retryable: true
            )
        default:
            SourceFailure(
                .queryFailed,
                "the service does not answer the question (\(status))",
                hint: "check `path`, `query` and `body`"
            )
        }
    }

    /// What the status at the service's own address says before anybody is asked about.
    static func finding(_ status: Int) -> DriverFinding? {
        switch status {
        case 401: DriverFinding(failure(status), field: "auth")
        case 500...:
            DriverFinding(
                collection: nil,
                field: "connection",
                problem: "the service has a failure of its own (\(status))",
                fix: "see whether it runs",
                isError: false
            )
        default: nil
        }
    }

    static func throttled(_ seconds: Int?) -> SourceFailure {
        SourceFailure(
            .throttled,
            "the service takes no more for the moment"
                + (seconds.map { ", and asks to wait \($0) seconds, which is longer than it may take" } ?? ""),
            hint: "try again later, or set `rate_limit` in exporter.yaml",
            retryable: true
        )
    }

    static let redirected = Problem(
        .refused,
        "path",
        "the service leads to another address",
        fix: "write the address at which it answers itself; nothing is sent to another host, port or scheme"
    )

    static let noAddress = Problem(
        .queryFailed,
        "path",
        "the request has no sound address",
        fix: "check `connection` and `path`"
    )

    static func noToken(_ status: Int) -> SourceFailure {
        SourceFailure(
            .refused,
            "no token was given (\(status))",
            hint: "check `token_url`, `client_id`, `scope` and the secret",
            retryable: status >= 500
        )
    }
}
