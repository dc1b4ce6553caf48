import DriverParts
import ExporterKit

/// Where a mailbox on a server is, and how it is let in: `imaps://user@host:993/Folder`.
struct MailServerAddress {
    let user: String
    let password: String
    let host: String
    let port: Int
    /// The folder, as the server writes it.
    let folder: [UInt8]
    /// A file of certificates to trust instead of the machine's.
    let trust: String?

    init(_ system: SystemDescription, _ secret: Secret?) throws(Problem) {
        let scheme = "imaps://"
        guard system.connection.hasPrefix(scheme) else { throw Self.noAddress }
        let rest = Array(system.connection.utf8.dropFirst(scheme.utf8.count))
        guard let slash = rest.firstIndex(of: UInt8(ascii: "/")), let folder = Self.plain(rest[(slash + 1)...]),
            let at = rest[..<slash].lastIndex(of: UInt8(ascii: "@")), let user = Self.plain(rest[..<at]),
            !user.isEmpty, !folder.isEmpty
        else { throw Self.noAddress }
        let place = rest[(at + 1)..<slash].split(
            separator: UInt8(ascii: ":"),
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        // Only what a host's name is made of: what follows is put together anew and handed to libcurl alone.
        guard let host = place.first, !host.isEmpty, host.allSatisfy(Self.isOfHost), place.count < 3,
            let port = place.count == 2 ? Int(String(decoding: place[1], as: UTF8.self)) : 993,
            (1...65535).contains(port)
        else { throw Self.noAddress }
        guard let secret else {
            throw Problem(
                .refused,
                "secret",
                "the server asks for a password, and no `secret` is named",
                fix: "say `secret: env:NAME` or `secret: file:PATH`"
            )
        }
        self.user = String(decoding: user, as: UTF8.self)
        self.host = String(decoding: host, as: UTF8.self)
        (self.port, self.folder, password) = (port, folder, secret.reveal())
        trust = try system.trustFile()
    }

    private static func isOfHost(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(asciiFolded(byte)) || byte == 0x2D || byte == 0x2E
    }

    /// A part of the address without its percent signs; nil where something else than printable ASCII is meant.
    private static func plain(_ part: ArraySlice<UInt8>) -> [UInt8]? {
        var (plain, rest): ([UInt8], ArraySlice<UInt8>) = ([], part)
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "?") || byte == UInt8(ascii: "#") { return nil }
            guard byte == UInt8(ascii: "%") else {
                plain.append(byte)
                continue
            }
            guard let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count >= 2 else {
                return nil
            }
            plain.append(code)
            rest = rest.dropFirst(2)
        }
        return plain.allSatisfy { (0x20...0x7E).contains($0) } ? plain : nil
    }

    private static let noAddress = Problem(
        .unreachable,
        "connection",
        "this is no address of a mailbox on a server",
        fix:
            "write `imaps://USER@HOST/FOLDER`, with `%` and two digits for what is special; the folder as the server does"
    )
}
