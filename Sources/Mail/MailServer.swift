/// A mail server and how to reach it; always by TLS with a certificate that is verified.
public struct MailServer: Sendable {
    /// How TLS begins.
    public enum Security: Sendable, Hashable {
        /// By STARTTLS, usually on port 587; without it nothing is sent.
        case startTLS
        /// At once, usually on port 465.
        case implicitTLS
    }

    /// The longest waits, in seconds.
    public struct Patience: Sendable, Hashable {
        /// For the connection and its TLS.
        public var connecting: Double
        /// For an answer of the server; after the message a server may take long.
        public var answering: Double
        /// For everything.
        public var altogether: Double

        /// Makes limits.
        public init(connecting: Double = 30, answering: Double = 300, altogether: Double = 1800) {
            self.connecting = connecting
            self.answering = answering
            self.altogether = altogether
        }
    }

    /// The server's name or IP address, which its certificate must carry.
    public let host: String
    /// The port.
    public let port: Int
    /// How TLS begins.
    public let security: Security
    /// The user and password, where the server wants them.
    public let login: MailLogin?
    /// A PEM file with the certificates to trust instead of the system's.
    public let trustFile: String?
    /// What we call ourselves (EHLO); nil for this host's name.
    public let clientName: String?
    /// The longest waits.
    public let patience: Patience

    /// Makes a server, or says what of it cannot be right.
    public init(
        host: String,
        port: Int,
        security: Security,
        login: MailLogin? = nil,
        trustFile: String? = nil,
        clientName: String? = nil,
        patience: Patience = Patience()
    ) throws(MailFailure) {
        guard AddressRules.isPlainDomain(host.utf8) || Self.isIPv6(host), (1...65535).contains(port) else {
            throw MailFailure(
                .misconfigured,
                "the mail server's name or port is not one",
                hint: "write a host such as mail.example.org"
            )
        }
        guard clientName.map({ AddressRules.isPlainDomain($0.utf8) }) ?? true else {
            throw MailFailure(.misconfigured, "the client name for the mail server is not a host name")
        }
        self.host = host
        self.port = port
        self.security = security
        self.login = login
        self.trustFile = trustFile
        self.clientName = clientName
        self.patience = patience
    }

    /// The URL for libcurl; every part of it was looked at byte by byte.
    var url: String {
        let scheme = security == .implicitTLS ? "smtps" : "smtp"
        let host = Self.isIPv6(host) ? "[\(host)]" : host
        return "\(scheme)://\(host):\(port)/\(clientName ?? "")"
    }

    private static func isIPv6(_ host: String) -> Bool {
        host.utf8.contains(UInt8(ascii: ":")) && host.utf8.count <= 45
            && host.utf8.allSatisfy { "0123456789abcdefABCDEF:.".utf8.contains($0) }
    }
}

/// A user and a password; neither prints.
public struct MailLogin: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    let user: String
    let password: String

    /// Takes a user and a password that can travel: neither empty nor with a control character.
    public init(user: String, password: String) throws(MailFailure) {
        for text in [user, password] {
            // A NUL would cut the text short on its way into C.
            guard !text.isEmpty, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
                throw MailFailure(
                    .misconfigured,
                    "the mail server's user or password is empty or holds a control character",
                    hint: "see whether the file of the password ends with a line break"
                )
            }
        }
        self.user = user
        self.password = password
    }

    /// Nothing of it.
    public var description: String { "<redacted>" }
    /// Nothing of it.
    public var debugDescription: String { description }
    /// Nothing of it, for `dump` too.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}
