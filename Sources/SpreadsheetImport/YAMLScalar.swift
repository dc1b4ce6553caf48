/// A text as YAML: plain where nobody could misread it, or else in double quotes with everything escaped that is not
/// seen or not allowed.
///
/// It is good in block and flow context, in YAML 1.1 and 1.2, and every reader gets back the same bytes.
package enum YAMLScalar {
    /// The text within a line.
    package static func inline(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

    /// The text as the value of a key: several lines stand below each other where they can.
    package static func block(_ text: String, indent: String) -> String {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
        guard lines.count > 1, lines.allSatisfy(isLiteral), lines.first?.isEmpty == false, lines.last?.isEmpty == false
        else { return inline(text) }
        return "|-" + lines.map { $0.isEmpty ? "\n" : "\n\(indent)\($0)" }.joined()
    }

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, isLetter(first), last != " ",
            !misread.contains(text.lowercased())
        else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            isLetter(scalar) || (0x30...0x39).contains(scalar.value)
                || " _-./()+'&%".unicodeScalars.contains(scalar)
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .otherLetter, .titlecaseLetter: true
        default: false
        }
    }

    private static let misread: Set<String> = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]

    /// Whether a line may stand as it is below a key; a star before a name would look like an alias to the reader that
    /// refuses them.
    private static func isLiteral(_ line: String) -> Bool {
        line.unicodeScalars.allSatisfy(isSeen) && line.utf8.first != 0x20 && line.utf8.last != 0x20
            && !line.utf8.contains(UInt8(ascii: "*"))
    }

    private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate: false
        default: true
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "*": result += "\\x2A"
            case _ where isSeen(scalar): result.unicodeScalars.append(scalar)
            default: result += escaped(scalar)
            }
        }
        return result + "\""
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let (letter, width) = scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
        return "\\\(letter)" + String(repeating: "0", count: width - digits.utf8.count) + digits
    }
}
