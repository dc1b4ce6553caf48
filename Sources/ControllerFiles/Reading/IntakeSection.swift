import Groundwork
import Policy

/// Reads `intake` in `controller.yaml`.
enum IntakeSection {
    private static let keys = [
        "mailbox", "password", "trust", "since", "authentication_results", "own_list", "requests_a_day",
        "message_limit",
    ]

    static func read(_ map: YAMLMapping) -> IntakePolicy {
        guard let intake = map["intake"]?.mapping(known: keys) else { return IntakePolicy() }
        let mailbox = intake["mailbox"]?.mailbox()
        let isOnServer = mailbox?.utf8.starts(with: "imaps://".utf8) == true
        let password = intake["password"]?.secretReference()
        if isOnServer, intake["password"] == nil {
            intake.note(
                .error,
                "password",
                "the mailbox on a server has no password",
                fix: "write env:NAME or file:PATH"
            )
        }
        let since = intake["since"]?.day()
        if mailbox != nil, intake["since"] == nil {
            intake.note(
                .warning,
                "since",
                "every mail in the mailbox becomes a request or waits for a person, however old it is",
                fix: "write the day on which you begin, such as since: 2026-01-01"
            )
        }
        return IntakePolicy(
            mailbox: mailbox,
            password: password,
            trust: intake["trust"]?.pathInFolder(),
            since: since,
            authenticationResults: intake["authentication_results"]?.serverName(),
            ownList: intake["own_list"]?.serverName(),
            requestsADay: intake["requests_a_day"]?.wholeNumber(upTo: 100_000, of: "requests")
                ?? IntakePolicy.usualRequestsADay,
            messageLimit: intake["message_limit"]?.byteCount() ?? IntakePolicy.usualMessageLimit
        )
    }
}

extension YAMLValue {
    /// A place where mails lie; of the addresses of servers only those that encrypt.
    fileprivate func mailbox() -> String? {
        guard let text = text() else { return nil }
        if text.contains("://"), !text.utf8.starts(with: "imaps://".utf8) {
            error("\(shown(text)) is no mailbox", fix: "write a path, or imaps://USER@HOST/FOLDER")
            return nil
        }
        return text
    }

    fileprivate func day() -> CivilDay? {
        guard let text = text() else { return nil }
        if let day = CivilDay(text) { return day }
        error("\(shown(text)) is no day", fix: "write it as 2026-01-01")
        return nil
    }

    /// A name as mail servers write it in headers: one word of ASCII.
    fileprivate func serverName() -> String? {
        guard let text = text() else { return nil }
        if text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"<>;,\"()".utf8.contains($0) }) { return text }
        error(
            "\(shown(text)) is no name of a server or list",
            fix: "write it as it stands in the header, without < and >"
        )
        return nil
    }
}
