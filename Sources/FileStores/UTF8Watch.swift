/// Looks at a file's bytes as they pass and notices the first line that is not UTF-8.
struct UTF8Watch {
    private var line = 1
    /// How many bytes the character at hand still lacks, and what the next of them may be.
    private var lacking = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF
    /// The first line that is not UTF-8, counted from 1.
    private(set) var wrongLine: Int?

    /// Looks at the next bytes.
    mutating func look(at bytes: UnsafeRawBufferPointer) {
        guard wrongLine == nil else { return }
        for byte in bytes {
            guard take(byte) else {
                wrongLine = line
                return
            }
            if byte == 0x0A { line += 1 }
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard lacking == 0 else {
            guard allowed.contains(byte) else { return false }
            (lacking, allowed) = (lacking - 1, 0x80...0xBF)
            return true
        }
        switch byte {
        case 0x00...0x7F: return true
        case 0xC2...0xDF: lacking = 1
        case 0xE0...0xEF: lacking = 2
        case 0xF0...0xF4: lacking = 3
        default: return false
        }
        // The shortest form alone, no surrogates, and nothing above the last character (RFC 3629).
        allowed =
            switch byte {
            case 0xE0: 0xA0...0xBF
            case 0xED: 0x80...0x9F
            case 0xF0: 0x90...0xBF
            case 0xF4: 0x80...0x8F
            default: 0x80...0xBF
            }
        return true
    }
}
