/// E-mail addresses of ASCII letters, which nearly all are, told by one look at each byte and without a copy.
///
/// A table of a million rows has a million of them, and each is looked at.
enum PlainAddress {
    /// Whether a text is one, by the rules of ``StringFormat/email``; what is none may be an address in other letters.
    static func isOne(_ text: ArraySlice<UInt8>) -> Bool {
        guard text.count <= 254 else { return false }
        return text.withUnsafeBufferPointer { bytes in
            guard let at = endOfLocalPart(bytes), (1...64).contains(at) else { return false }
            return isDomain(UnsafeBufferPointer(rebasing: bytes[(at + 1)...]))
        }
    }

    /// Where the `@` stands behind words that points join; nil where something else comes first.
    private static func endOfLocalPart(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var isWord = false
        for (place, byte) in bytes.enumerated() {
            if isMember(byte, of: wordBytes) {
                isWord = true
            } else {
                guard isWord else { return nil }
                if byte == UInt8(ascii: "@") { return place }
                guard byte == Byte.point else { return nil }
                isWord = false
            }
        }
        return nil
    }

    /// Whether labels stand there that points join, the last of which is a country's or another domain's at the top.
    private static func isDomain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var start = 0
        for (place, byte) in bytes.enumerated() {
            if byte == Byte.point {
                guard isLabel(bytes, start, place) else { return false }
                start = place + 1
            } else if !isMember(byte, of: labelBytes) {
                return false
            }
        }
        guard start > 0, isLabel(bytes, start, bytes.count), bytes.count - start > 1 else { return false }
        let top = bytes[start...]
        return top.allSatisfy { !Byte.isDigit($0) && $0 != Byte.minus } || top.starts(with: "xn--".utf8)
    }

    private static func isLabel(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        (1...63).contains(end - start) && bytes[start] != Byte.minus && bytes[end - 1] != Byte.minus
    }

    /// A bit for each byte of ASCII.
    private typealias Members = (UInt64, UInt64)
    private static let labelBytes = members("-")
    private static let wordBytes = members("!#$%&'*+-/=?^_`{|}~")

    /// Letters, digits and some marks.
    private static func members(_ marks: String) -> Members {
        var members: Members = (0, 0)
        for byte in Array(marks.utf8) + Array(0x30...0x39) + Array(0x41...0x5A) + Array(0x61...0x7A) {
            if byte < 64 { members.0 |= 1 << UInt64(byte) } else { members.1 |= 1 << UInt64(byte - 64) }
        }
        return members
    }

    @inline(__always)
    private static func isMember(_ byte: UInt8, of members: Members) -> Bool {
        byte < 0x80 && ((byte < 64 ? members.0 : members.1) >> UInt64(byte & 63)) & 1 == 1
    }
}
