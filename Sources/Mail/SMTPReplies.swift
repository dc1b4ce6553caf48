import CCurl

/// What is kept of a server's replies: numbers only, because the words often repeat the address.
struct SMTPReplies {
    /// A reply that says no.
    struct Refusal {
        let code: Int
        let enhancedCode: String?
    }

    /// The code of the last reply before the farewell.
    private(set) var lastCode: Int?
    /// The last reply, if it said no.
    private(set) var refusal: Refusal?
    /// Whether the last EHLO, the one within TLS, was answered with `SMTPUTF8`.
    private(set) var knowsSMTPUTF8 = false

    /// Takes one line.
    mutating func take(_ line: UnsafeRawBufferPointer) {
        let digits = line.prefix(3)
        guard digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return }
        let code = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        // The farewell is no news, and a server that begins anew (after STARTTLS) has promised nothing yet.
        guard code != 221 else { return }
        if code == 220 { knowsSMTPUTF8 = false }
        let rest = line.dropFirst(4)
        if code == 250, rest.prefix(8).map(ASCII.folded) == Array("smtputf8".utf8) { knowsSMTPUTF8 = true }
        lastCode = code
        refusal = code >= 400 ? Refusal(code: code, enhancedCode: Self.enhancedCode(rest, class: digits.first)) : nil
    }

    /// The `5.7.0` that may stand first in the text, of the same class as the reply.
    private static func enhancedCode(_ text: Slice<UnsafeRawBufferPointer>, class first: UInt8?) -> String? {
        let word = text.prefix { $0 > 0x20 }
        let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].elementsEqual([first].compactMap { $0 }),
            parts.allSatisfy({ (1...3).contains($0.count) && $0.allSatisfy { (0x30...0x39).contains($0) } })
        else { return nil }
        return String(decoding: word, as: UTF8.self)
    }
}

extension MailFailure {
    /// Over our own limit or the server's.
    static var tooLarge: MailFailure {
        MailFailure(
            .messageTooLarge,
            "the message is larger than the mail limit",
            hint: "deliver by another way"
        )
    }

    /// What libcurl's code and the server's last reply mean.
    static func transfer(
        _ code: CURLcode,
        refusal: SMTPReplies.Refusal?,
        hasBegunContent: Bool
    ) -> MailFailure {
        switch code {
        case CURLE_LOGIN_DENIED: loginRefused(refusal)
        case CURLE_REMOTE_ACCESS_DENIED: turnedAway(refusal)
        case CURLE_WEIRD_SERVER_REPLY where !hasBegunContent: turnedAway(refusal)
        case CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_WEIRD_SERVER_REPLY:
            refusal.map { refused($0, hasBegunContent: hasBegunContent) } ?? connectionLost
        case CURLE_GOT_NOTHING: connectionLost
        default: withoutReply(code)
        }
    }

    private static func withoutReply(_ code: CURLcode) -> MailFailure {
        switch code {
        case CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST:
            MailFailure(
                .cannotConnect,
                "the mail server cannot be reached",
                hint: "see the server's name and port, and the network"
            )
        case CURLE_OPERATION_TIMEDOUT:
            MailFailure(.timedOut, "the mail server took too long", hint: "it will be tried again")
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_INVALIDCERTSTATUS:
            MailFailure(
                .untrustedCertificate,
                "the mail server's certificate is not trusted or names another host",
                hint: "name the server as its certificate does, or set the file of certificates to trust"
            )
        case CURLE_SSL_CACERT_BADFILE:
            MailFailure(
                .misconfigured,
                "the file of certificates to trust cannot be read",
                hint: "it must be a PEM file that this user may read"
            )
        case CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CIPHER:
            MailFailure(
                .noTLS,
                "TLS could not be begun with the mail server, so nothing was sent",
                hint: "see whether TLS begins at once (465) or by STARTTLS (587) there"
            )
        case CURLE_ABORTED_BY_CALLBACK: MailFailure(.cancelled, "the delivery was cancelled")
        default: MailFailure(.unexpected, "the mail library stopped with its code \(code.rawValue)")
        }
    }

    private static var connectionLost: MailFailure {
        MailFailure(
            .connectionLost,
            "the connection broke before the mail server took the message",
            hint: "it will be tried again"
        )
    }

    /// A no before any mail was named says nothing about the mail.
    private static func turnedAway(_ refusal: SMTPReplies.Refusal?) -> MailFailure {
        MailFailure(
            .cannotConnect,
            "the mail server turned this host away",
            hint: "see whether this host may send there, and whether this is the right port",
            smtpCode: refusal?.code,
            enhancedCode: refusal?.enhancedCode
        )
    }

    private static func loginRefused(_ refusal: SMTPReplies.Refusal?) -> MailFailure {
        MailFailure(
            .loginRefused,
            "the mail server wants a login or refused the one it got",
            hint: "see the user and the password of the mail server",
            smtpCode: refusal?.code,
            enhancedCode: refusal?.enhancedCode
        )
    }

    private static func refused(_ refusal: SMTPReplies.Refusal, hasBegunContent: Bool) -> MailFailure {
        let isMailboxFull = refusal.enhancedCode == "5.2.2"
        let code: Code =
            switch refusal.code {
            case 530, 534, 535, 538: .loginRefused
            case ..<500: .deferred
            case 552 where isMailboxFull: .deferred
            case 552 where refusal.enhancedCode?.hasPrefix("5.7.") != true: .messageTooLarge
            default: .rejected
            }
        if code == .loginRefused { return loginRefused(refusal) }
        let moment = hasBegunContent ? "after it had read the message" : "before it had read the message"
        let numbers = "\(refusal.code)" + (refusal.enhancedCode.map { " \($0)" } ?? "")
        let verb = code == .deferred ? "put the message off" : "refused the message"
        return MailFailure(
            code,
            "the mail server \(verb) with \(numbers) \(moment)",
            hint: code == .deferred ? "it will be tried again" : "deliver by another way",
            smtpCode: refusal.code,
            enhancedCode: refusal.enhancedCode
        )
    }
}
