/// A block of a letter, before it is broken into lines.
enum LetterBlock {
    /// A text that is wrapped.
    case paragraph(String)
    /// Texts of which each begins with a hyphen.
    case list([String])
    /// Texts of which each has a line of its own, without an empty line between them.
    case lines([String])
}

extension Letter {
    /// Lays out what a template gave: a line with the subject, an empty line, and the body.
    init(rendered text: String) {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
        let subject = lines.first ?? ""
        let mark = LetterTemplates.subjectMark.utf8
        self.subject = LetterBlock.onOneLine(String(Substring(subject.utf8.dropFirst(mark.count))))
        body = LetterBlock.text(of: LetterBlock.blocks(of: lines.dropFirst()))
    }
}

// From lines to blocks.
extension LetterBlock {
    /// Empty lines part blocks; four spaces set a line alone; a hyphen begins an item, two spaces go on with it.
    static func blocks(of lines: some Sequence<String>) -> [LetterBlock] {
        var blocks: [LetterBlock] = []
        var isOpen = false
        for line in lines {
            let indent = line.utf8.prefix { $0 == UInt8(ascii: " ") }.count
            let text = String(Substring(line.utf8.dropFirst(indent)))
            if text.utf8.allSatisfy({ $0 <= 0x20 }) {
                // A line alone whose value is absent is left out; any other empty line ends the block.
                if indent < 4 { isOpen = false }
                continue
            }
            add(text, indent: indent, to: &blocks, joining: isOpen)
            isOpen = true
        }
        return blocks
    }

    private static func add(_ text: String, indent: Int, to blocks: inout [LetterBlock], joining: Bool) {
        let isItem = indent == 0 && text.utf8.starts(with: "- ".utf8)
        switch (joining ? blocks.last : nil, indent) {
        case (.lines(let lines), 4...): blocks[blocks.count - 1] = .lines(lines + [text])
        case (_, 4...): blocks.append(.lines([text]))
        case (.list(let items), _) where isItem: blocks[blocks.count - 1] = .list(items + [withoutHyphen(text)])
        case (_, _) where isItem: blocks.append(.list([withoutHyphen(text)]))
        case (.list(let items), 2...):
            let longer = (items.last ?? "") + " " + text
            blocks[blocks.count - 1] = .list(items.dropLast() + [longer])
        case (.paragraph(let start), _): blocks[blocks.count - 1] = .paragraph(start + " " + text)
        default: blocks.append(.paragraph(text))
        }
    }

    private static func withoutHyphen(_ text: String) -> String { String(Substring(text.utf8.dropFirst(2))) }
}

// From blocks to lines.
extension LetterBlock {
    /// Mail readers quote with `> `, so lines stay somewhat below the 78 columns that RFC 5322 advises.
    private static let columns = 74

    /// The text of a letter: lines of plain text with a line feed each, an empty line between blocks.
    static func text(of blocks: [LetterBlock]) -> String {
        blocks.map { $0.lines.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    private var lines: [String] {
        switch self {
        case .paragraph(let text): Self.wrapped(text, hanging: "")
        case .list(let items): items.flatMap { Self.wrapped("- " + $0, hanging: "  ") }
        case .lines(let items): items.flatMap { Self.wrapped($0, hanging: "  ") }
        }
    }

    /// Breaks at white space only: an address or a link that is longer than a line stays whole.
    private static func wrapped(_ text: String, hanging: String) -> [String] {
        var lines: [String] = []
        for word in words(text) {
            if let line = lines.last, line.unicodeScalars.count + 1 + word.unicodeScalars.count <= columns {
                lines[lines.count - 1] = line + " " + word
            } else {
                lines.append(lines.isEmpty ? word : hanging + word)
            }
        }
        return lines.map(withPlainSpaces)
    }

    /// The text as a subject, however long.
    static func onOneLine(_ text: String) -> String { withPlainSpaces(words(text).joined(separator: " ")) }

    /// White space is found among the bytes, because CR LF is one Character.
    private static func words(_ text: String) -> [String] {
        text.utf8.filter { $0 != SafeText.mark }.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self) }
    }

    private static func withPlainSpaces(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == SafeText.glue ? " " : $0 }))
    }
}
