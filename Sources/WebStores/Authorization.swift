import CurlTransfers
import DriverParts
import ExporterKit
import Foundation

/// How a service is told who asks.
enum Authorization: Sendable {
    case none
    /// One line with each request.
    case header(String, Secret)
    /// A token that is asked for with the secret.
    case token(TokenRequest)

    init(_ system: SystemDescription, _ secret: Secret?) throws(Problem) {
        guard let setting = system.settings["auth"] else {
            guard secret == nil else {
                throw Self.problem("the secret is not used", fix: "say how it is told: `auth: bearer` or another")
            }
            self = .none
            return
        }
        guard let secret else {
            throw Self.problem("there is no secret to tell", fix: "say where it stands: `secret: env:NAME`")
        }
        guard HeaderText.isValue(secret.reveal()) else {
            throw Self.problem("the secret cannot be told", fix: "it must be one line, and not be empty")
        }
        switch (setting.text, setting.map?.first, setting.map?.count) {
        case ("basic"?, _, _): self = try Self.basicAlone(secret)
        case ("bearer"?, _, _): self = .header("Authorization: Bearer ", secret)
        case (_, ("basic", let user)?, 1): self = try Self.basic(user, secret)
        case (_, ("header", let name)?, 1): self = try Self.named(name, secret)
        case (_, ("oauth2", let words)?, 1): self = .token(try TokenRequest(words, secret))
        default: throw Self.unknown
        }
    }

    private static func basic(_ user: Setting, _ secret: Secret) throws(Problem) -> Authorization {
        guard let user = user.text, HeaderText.isValue(user), !user.utf8.contains(UInt8(ascii: ":")) else {
            throw unknown
        }
        let pair = Data("\(user):\(secret.reveal())".utf8).base64EncodedString()
        return .header("Authorization: Basic ", Secret(pair))
    }

    /// Services whose key is the user, and whose password is empty.
    private static func basicAlone(_ secret: Secret) throws(Problem) -> Authorization {
        guard !secret.reveal().utf8.contains(UInt8(ascii: ":")) else {
            throw problem("the secret cannot be told as a user", fix: "say who it is: `auth: {basic: USER}`")
        }
        return .header("Authorization: Basic ", Secret(Data("\(secret.reveal()):".utf8).base64EncodedString()))
    }

    private static func named(_ name: Setting, _ secret: Secret) throws(Problem) -> Authorization {
        guard let name = name.text, HeaderText.isName(name) else { throw unknown }
        return .header("\(name): ", secret)
    }

    static var unknown: Problem {
        problem(
            "`auth` is none that there is",
            fix:
                "write `bearer`, `basic`, `{basic: USER}`, `{header: NAME}` or `{oauth2: {token_url: .., client_id: ..}}`"
        )
    }

    private static func problem(_ text: String, fix: String) -> Problem { Problem(.refused, "auth", text, fix: fix) }
}

/// How a token is asked for with a client's own secret (OAuth 2, client credentials).
struct TokenRequest: Sendable {
    let url: WebURL
    /// Who asks, as the header that says it.
    let login: Secret
    /// The form that is posted.
    let form: [UInt8]

    init(_ setting: Setting, _ secret: Secret) throws(Problem) {
        guard let words = setting.textMap, Set(words.keys).isSubset(of: ["token_url", "client_id", "scope"]),
            let address = words["token_url"], let client = words["client_id"], !client.isEmpty
        else { throw Authorization.unknown }
        url = try Service.address(address, setting: "auth")
        // Both are written as in a form before they are joined (RFC 6749, 2.3.1).
        let pair = Escaping.percent(client.utf8) + [UInt8(ascii: ":")] + Escaping.percent(secret.reveal().utf8)
        login = Secret("Authorization: Basic " + Data(pair).base64EncodedString())
        let scope = words["scope"].map { Array("&scope=".utf8) + Escaping.percent($0.utf8) } ?? []
        form = Array("grant_type=client_credentials".utf8) + scope
    }
}
