/// One response of a mail server: its lines as one text, and the bytes that stood between them.
struct IMAPResponse {
    var text: [UInt8] = []
    var literals: [[UInt8]] = []

    /// More than any limit of a mail lets through.
    static let longestLiteral = 2 << 30

    /// How many bytes follow a line that ends with `{N}`; nil where none do.
    static func literal(atEndOf line: [UInt8]) -> Int? {
        guard line.last == UInt8(ascii: "}"), let open = line.lastIndex(of: UInt8(ascii: "{")) else { return nil }
        let digits = line[(open + 1)...].dropLast()
        guard !digits.isEmpty, digits.count < 11, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    /// The words of a text, without the brackets around them.
    private var words: [ArraySlice<UInt8>] {
        text.split { $0 == 0x20 || $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: ")") || $0 == 0x5D }
    }

    /// The number behind a word, such as `UID`.
    func number(after word: String) -> Int? {
        let words = words
        guard let place = words.firstIndex(where: { $0.elementsEqual(word.utf8) }), place + 1 < words.count else {
            return nil
        }
        return Int(String(decoding: words[place + 1], as: UTF8.self))
    }

    /// The numbers of a `* SEARCH` response; nil of any other.
    var found: [Int]? {
        guard text.starts(with: Array("* SEARCH".utf8)) else { return nil }
        return words.dropFirst(2).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    }

    /// Whether it is about a mail.
    var isFetch: Bool { words.count > 2 && words[0].elementsEqual("*".utf8) && words[2].elementsEqual("FETCH".utf8) }

    /// The content that was asked for: a literal, or a text in quotes; nil where there is none.
    var content: [UInt8]? {
        if let literal = literals.first { return literal }
        guard let open = text.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        var (content, rest): ([UInt8], ArraySlice<UInt8>) = ([], text[(open + 1)...])
        while let byte = rest.popFirst(), byte != UInt8(ascii: "\"") {
            guard let plain = byte == UInt8(ascii: "\\") ? rest.popFirst() : byte else { break }
            content.append(plain)
        }
        return content
    }
}
