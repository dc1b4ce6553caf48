/// One line of a calendar: a name, a value, folded where it is longer than 75 bytes (RFC 5545, 3.1).
struct ContentLine: Sendable {
    private static let longest = 75

    private let content: [UInt8]

    /// A line whose value is written as it is.
    init(_ name: String, _ value: String) { content = Array("\(name):\(value)".utf8) }

    /// A line whose value is text, in which four characters have a meaning (3.3.11).
    init(_ name: String, text: String) { content = Array("\(name):".utf8) + Self.escaped(text) }

    /// The bytes with the line's end; a fold never lies within a character.
    var bytes: [UInt8] {
        var lines: [UInt8] = []
        var rest = content[...]
        var room = Self.longest
        while rest.count > room {
            var end = rest.startIndex + room
            while end > rest.startIndex + 1, rest[end] & 0xC0 == 0x80 { end -= 1 }
            lines += rest[..<end] + Array("\r\n ".utf8)
            rest = rest[end...]
            // The space that follows the fold is counted, too.
            room = Self.longest - 1
        }
        return lines + rest + Array("\r\n".utf8)
    }

    /// What is a control character has no place in a text; a line's end is written out.
    private static func escaped(_ text: String) -> [UInt8] {
        var output: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","): output += [UInt8(ascii: "\\"), byte]
            case UInt8(ascii: "\n"): output += Array("\\n".utf8)
            case 0x09: output.append(byte)
            case 0..<0x20, 0x7F: continue
            default: output.append(byte)
            }
        }
        return output
    }
}
