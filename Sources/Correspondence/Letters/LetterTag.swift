/// A tag of a template: `{{name}}`, `{{#name}}`, `{{> name}}`.
struct LetterTag {
    enum Kind {
        case value, section, inverted, end, part, comment
        /// What the template language has and letters do not take, by its first character.
        case other(String)
    }

    let kind: Kind
    let name: String
    let line: Int

    /// The tags of a text in order; what is found before a tag that is not closed, and that tag's line.
    static func all(in text: String) -> (tags: [LetterTag], unclosed: Int?) {
        let bytes = Array(text.utf8)
        var tags: [LetterTag] = []
        var line = 1
        var place = 0
        while place < bytes.count {
            if bytes[place] == 0x0A { line += 1 }
            guard isPair(UInt8(ascii: "{"), at: place, in: bytes) else {
                place += 1
                continue
            }
            guard let end = end(ofTagAt: place, in: bytes) else { return (tags, line) }
            tags.append(LetterTag(bytes[place + 2..<end], line: line))
            line += bytes[place..<end].count { $0 == 0x0A }
            place = end + 2
        }
        return (tags, nil)
    }

    private static func end(ofTagAt place: Int, in bytes: [UInt8]) -> Int? {
        let (opening, closing) = (UInt8(ascii: "{"), UInt8(ascii: "}"))
        let next = (place + 2..<bytes.count).first {
            isPair(opening, at: $0, in: bytes) || isPair(closing, at: $0, in: bytes)
        }
        // A tag that begins before this one ends is a sign that this one was never closed.
        return next.flatMap { bytes[$0] == closing ? $0 : nil }
    }

    private static func isPair(_ byte: UInt8, at place: Int, in bytes: [UInt8]) -> Bool {
        bytes[place] == byte && place + 1 < bytes.count && bytes[place + 1] == byte
    }

    private init(_ content: ArraySlice<UInt8>, line: Int) {
        self.line = line
        let sigil = content.first.map { String(decoding: [$0], as: UTF8.self) } ?? ""
        let kinds: [String: Kind] = ["#": .section, "^": .inverted, "/": .end, ">": .part, "!": .comment]
        if let kind = kinds[sigil] {
            self.kind = kind
        } else {
            kind = ["{", "&", "=", "%", "<", "$"].contains(sigil) ? .other(sigil) : .value
        }
        let rest = if case .value = kind { content } else { content.dropFirst() }
        let words = rest.split(omittingEmptySubsequences: true) { $0 <= 0x20 }
        name = String(decoding: Array(words.joined(separator: [0x20])), as: UTF8.self)
    }
}
