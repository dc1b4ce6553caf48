package import ExporterKit

/// What goes wrong with every kind of server.
extension SourceFailure {
    package static let connectionEnded = SourceFailure(
        .unreachable,
        "the connection to the server ended",
        hint: "try again",
        retryable: true
    )

    package static let serverSilent = SourceFailure(
        .unreachable,
        "the server does not answer",
        hint: "see whether it runs and can be reached from here",
        retryable: true
    )

    package static let serverNotReached = SourceFailure(
        .unreachable,
        "the server cannot be reached",
        hint: "see whether it runs, and whether its certificate bears the name in `connection`",
        retryable: true
    )

    package static let serverFull = SourceFailure(
        .throttled,
        "the server takes no more connections",
        retryable: true
    )

    package static let noSuchDatabase = SourceFailure(
        .unreachable,
        "the server has no database of that name",
        hint: "check `connection` in exporter.yaml"
    )

    package static let accountRefused = SourceFailure(
        .refused,
        "the server does not let the account in",
        hint: "check the user in `connection`, and the password that `secret` names"
    )

    package static let notGranted = SourceFailure(
        .refused,
        "the account may not read what the query reads",
        hint: "GRANT SELECT on it to the account"
    )

    package static let queryTooSlow = SourceFailure(
        .timedOut,
        "the server ended a query that took too long",
        hint: "put an index on what is compared, or raise time_limit in exporter.yaml",
        retryable: true
    )

    package static let passwordInConnection = SourceFailure(
        .refused,
        "the connection holds a password",
        hint: "take it out of exporter.yaml and say where it is kept: `secret: env:NAME` or `secret: file:PATH`"
    )

    /// A query that failed as it ran, by the server's code alone.
    package static func queryFailed(_ code: String) -> SourceFailure {
        SourceFailure(
            .queryFailed,
            "the query failed (\(code))",
            hint: "run it on the server; what the server says may quote a value and is not shown"
        )
    }
}
