import CurlTransfers
import DriverParts
import ExporterKit

/// A service as its system describes it: where it is, what is said with each request, who asks.
struct Service: Sendable {
    let base: WebURL
    /// The lines that are sent with each request.
    let headers: [String]
    let authorization: Authorization
    /// A file of certificates to trust instead of the machine's.
    let trust: String?
    /// Whether what is posted is a form.
    let postsForm: Bool
    /// The type of what is posted.
    let contentType: String

    init(_ system: SystemDescription, _ secret: Secret?) throws(Problem) {
        base = try Self.address(system.connection, setting: "connection")
        let headers = try ServiceHeaders(system)
        self.headers = headers.lines
        contentType = headers.contentType ?? "application/json"
        let type = contentType.utf8.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 }.map(asciiFolded)
        postsForm = type.elementsEqual("application/x-www-form-urlencoded".utf8)
        guard postsForm || type.elementsEqual("application/json".utf8) || type.suffix(5).elementsEqual("+json".utf8)
        else {
            throw Problem(
                .queryFailed,
                "headers",
                "what is posted is neither JSON nor a form",
                fix: "say `Content-Type: application/json` or `application/x-www-form-urlencoded`"
            )
        }
        authorization = try Authorization(system, secret)
        trust = try system.trustFile()
    }

    /// An address that may be asked: nobody reads along, and nothing is said in it.
    static func address(_ text: String, setting: String) throws(Problem) -> WebURL {
        guard let url = WebURL(text), !url.hasMore else {
            throw Problem(
                .unreachable,
                setting,
                "this is no address of a service",
                fix: "write `https://HOST/PATH`, without a user, a query or a fragment"
            )
        }
        guard url.scheme == "https" || url.isLoopback else {
            throw Problem(
                .unreachable,
                setting,
                "what is sent could be read on the way",
                fix: "write `https://`; `http://` is for this machine alone"
            )
        }
        return url
    }
}

/// The headers that a system names.
private struct ServiceHeaders {
    var lines: [String] = []
    var contentType: String?

    /// What would say something else than the request itself does.
    private static let own = ["host", "content-length", "transfer-encoding", "connection", "expect", "authorization"]

    init(_ system: SystemDescription) throws(Problem) {
        guard let setting = system.settings["headers"] else { return }
        guard let headers = setting.textMap else {
            throw Self.problem("`headers` is no map of texts", fix: "write `{NAME: VALUE}`")
        }
        for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
            guard HeaderText.isName(name), HeaderText.isValue(value) else {
                throw Self.problem("a header cannot be sent", fix: "write a plain name, and a value on one line")
            }
            let folded = String(decoding: name.utf8.map(asciiFolded), as: UTF8.self)
            guard !Self.own.contains(folded) else {
                throw Self.problem("`\(folded)` is not to be set", fix: "take it out; say who asks with `auth`")
            }
            if folded == "content-type" { contentType = value } else { lines.append("\(name): \(value)") }
        }
    }

    private static func problem(_ text: String, fix: String) -> Problem {
        Problem(.queryFailed, "headers", text, fix: fix)
    }
}

/// What may stand in a header.
enum HeaderText {
    static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains(asciiFolded($0)) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
                    || $0 == UInt8(ascii: "_")
            }
    }

    static func isValue(_ value: String) -> Bool {
        !value.isEmpty && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}
