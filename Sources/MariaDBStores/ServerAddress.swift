import ExporterKit
import Foundation
import SQLParts

/// Where a server is, and who asks it.
struct ServerAddress: Sendable {
    let user: String?
    /// The server's name; nil where a socket is said.
    let host: String?
    let port: UInt32
    let socket: String?
    let database: String
    /// The file of the certificates that are trusted; nil where nothing leaves the machine.
    let trustFile: String?

    init(of system: SystemDescription) throws {
        guard let parts = URLComponents(string: system.connection), ["mariadb", "mysql"].contains(parts.scheme ?? "")
        else {
            throw Self.unreadable
        }
        guard parts.password == nil else {
            throw SourceFailure.passwordInConnection
        }
        let words = Dictionary((parts.queryItems ?? []).map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { $1 })
        guard Set(words.keys).isSubset(of: ["socket", "ssl_ca"]) else {
            throw SourceFailure(
                .unreachable,
                "the connection says a word that is not known",
                hint: "it may say `socket` and `ssl_ca`"
            )
        }
        let host = parts.host?.trimmingCharacters(in: ["[", "]"]) ?? ""
        database = String(parts.path.dropFirst())
        guard !database.isEmpty, !host.isEmpty || words["socket"]?.isEmpty == false else { throw Self.unreadable }
        (user, port, socket) = (parts.user, UInt32(parts.port ?? 3306), words["socket"])
        self.host = socket == nil ? host : nil
        let isLocal = socket != nil || ServerHosts.isLocal(host)
        let named = words["ssl_ca"].map { $0.hasPrefix("/") ? $0 : "\(system.folder)/\($0)" }
        trustFile = named ?? (isLocal ? nil : ServerHosts.trustFile)
    }

    /// The message says nothing of the text, because somebody may have put a password into it.
    private static var unreadable: SourceFailure {
        SourceFailure(
            .unreachable,
            "the connection is no URI of MariaDB",
            hint: "write mariadb://user@host:3306/db, or mariadb://user@/db?socket=PATH"
        )
    }
}
