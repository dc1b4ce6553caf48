/// One JSON object on one line, its keys in the order in which they were put in.
///
/// The same seed must give the same bytes, and a million messages are written for the benchmark: `JSONEncoder` knows no
/// order but the alphabet's and makes objects on the way.
struct JSONLine {
    private(set) var bytes: [UInt8] = []

    /// Begins an object.
    mutating func begin() { bytes.append(0x7B) }

    /// Ends the object and the line.
    mutating func end() {
        bytes.append(0x7D)
        bytes.append(0x0A)
    }

    /// Puts in a whole number.
    mutating func put(_ name: StaticString, _ number: Int) {
        key(name)
        bytes.append(contentsOf: String(number).utf8)
    }

    /// Puts in a text, or null.
    mutating func put(_ name: StaticString, _ text: String?) {
        key(name)
        if let text { quote(text) } else { bytes.append(contentsOf: "null".utf8) }
    }

    /// Puts in a list of texts, or null.
    mutating func put(_ name: StaticString, _ list: [String]?) {
        key(name)
        guard let list else { return bytes.append(contentsOf: "null".utf8) }
        bytes.append(0x5B)
        for (index, text) in list.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            quote(text)
        }
        bytes.append(0x5D)
    }

    private mutating func key(_ name: StaticString) {
        if bytes.last != 0x7B { bytes.append(0x2C) }
        quote(name.description)
        bytes.append(0x3A)
    }

    private mutating func quote(_ text: String) {
        bytes.append(0x22)
        for byte in text.utf8 {
            switch byte {
            case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(contentsOf: [Self.digits[Int(byte >> 4)], Self.digits[Int(byte & 15)]])
            default: bytes.append(byte)
            }
        }
        bytes.append(0x22)
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
