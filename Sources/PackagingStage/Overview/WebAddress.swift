/// An https address that may become a link: parsed first, so that nothing else ever does (case 67).
struct WebAddress: Sendable {
    /// The address, made of letters, digits and a few signs that mean nothing in HTML.
    let text: String

    /// Takes `https://host/path` or a bare host; anything else is no address.
    init?(_ text: String) {
        let scheme = Array("https://".utf8)
        var rest = Array(text.utf8)
        if rest.starts(with: scheme) { rest.removeFirst(scheme.count) }
        let host = rest.prefix { $0 != 0x2F }
        let isHost = host.contains(0x2E) && host.first != 0x2E && host.allSatisfy { Self.isPlain($0) }
        guard isHost, rest.dropFirst(host.count).allSatisfy({ Self.isPlain($0) || Self.pathSigns.contains($0) })
        else { return nil }
        self.text = String(decoding: scheme + rest, as: UTF8.self)
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        let isLetter = (0x61...0x7A).contains(asciiLowercase(byte))
        return isLetter || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x2E
    }

    private static func asciiLowercase(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static let pathSigns = Set("/_~?=%#".utf8)
}
