import Mail

/// What parses as an address is one, byte for byte, and nothing that a mail server or a header could read otherwise.
enum AddressTarget {
    static func run(_ bytes: [UInt8]) {
        guard let address = try? MailAddress(parsing: bytes) else { return }
        precondition(address.bytes == bytes, "the address is not what was given")
        precondition(Array(address.text.utf8) == bytes, "the address is no UTF-8")
        precondition(Array(address.localPart) + [UInt8(ascii: "@")] + Array(address.domain) == bytes, "parts are lost")
        precondition(!bytes.contains { $0 <= 0x20 || $0 == 0x7F || Self.marks.contains($0) }, "a mark got through")
        check(address, against: bytes)
    }

    /// What would end an address, begin another one or say something about it (cases 2, 3, 11, 12, 20).
    private static let marks = Array(#"<>()[]\,;:""#.utf8)

    /// The same mailbox in capitals, and none other where a byte differs.
    private static func check(_ address: MailAddress, against bytes: [UInt8]) {
        let capitals = bytes.map { (0x61...0x7A).contains($0) ? $0 - 0x20 : $0 }
        guard let shouted = try? MailAddress(parsing: capitals) else { preconditionFailure("capitals are refused") }
        precondition(address.isSameMailbox(as: shouted) && shouted.isSameMailbox(as: address), "capitals count")
        for index in bytes.indices {
            var other = bytes
            other[index] ^= 1
            guard let near = try? MailAddress(parsing: other) else { continue }
            precondition(!address.isSameMailbox(as: near), "another address is the same mailbox")
        }
    }
}
