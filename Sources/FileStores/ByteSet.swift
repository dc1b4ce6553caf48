/// A set of ASCII bytes that answers quickly.
struct ByteSet: Sendable {
    private var words: (UInt64, UInt64) = (0, 0)

    init(_ bytes: UInt8?...) {
        for case let byte? in bytes where byte < 0x80 {
            if byte < 64 { words.0 |= 1 << UInt64(byte) } else { words.1 |= 1 << UInt64(byte - 64) }
        }
    }

    func contains(_ byte: UInt8) -> Bool {
        guard byte < 0x80 else { return false }
        return (byte < 64 ? words.0 >> UInt64(byte) : words.1 >> UInt64(byte - 64)) & 1 == 1
    }
}
