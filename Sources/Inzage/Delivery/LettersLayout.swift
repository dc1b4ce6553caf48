/// A part of a letter, before it is broken into lines.
enum LetterPart {
    /// A text that is wrapped.
    case paragraph(String)
    /// Texts of which each begins with a hyphen.
    case list([String])
    /// Texts of which each has a line of its own, without an empty line between them.
    case lines([String])
}

extension LetterPart {
    /// Mail readers quote with `> `, so lines stay somewhat below the 78 columns that RFC 5322 advises.
    private static let columns = 74

    /// The text of a letter: lines of plain text with a line feed each, an empty line between parts.
    static func text(of parts: [LetterPart]) -> String {
        parts.map { $0.lines.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var lines: [String] {
        switch self {
        case .paragraph(let text): Self.wrapped(text, hanging: "")
        case .list(let items): items.flatMap { Self.wrapped("- " + $0, hanging: "  ") }
        case .lines(let items): items.flatMap { Self.wrapped($0, hanging: "  ") }
        }
    }

    /// Breaks at white space only: an address or a link that is longer than a line stays whole.
    ///
    /// White space is found among the bytes, because CR LF is one Character and a line break in a configured name must
    /// not begin a line of the letter.
    private static func wrapped(_ text: String, hanging: String) -> [String] {
        let words = text.utf8.split { $0 <= 0x20 }.map { String(Substring($0)) }
        var lines: [String] = []
        for word in words {
            if let line = lines.last, line.unicodeScalars.count + 1 + word.unicodeScalars.count <= columns {
                lines[lines.count - 1] = line + " " + word
            } else {
                lines.append(lines.isEmpty ? word : hanging + word)
            }
        }
        return lines.map { String(String.UnicodeScalarView($0.unicodeScalars.map { $0 == glue ? " " : $0 })) }
    }

    /// A space at which no line is broken; in the letter it is a plain one, so that it can be typed and searched.
    private static let glue: Unicode.Scalar = "\u{A0}"

    /// The text on one line, as a telephone number should be.
    static func unbroken(_ text: String) -> String {
        text.utf8.split { $0 <= 0x20 }.map { String(Substring($0)) }.joined(separator: String(glue))
    }
}
