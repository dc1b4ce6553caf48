import ExporterKit

/// How a server's SQL writes what is not code: texts, quoted names and comments.
package enum SQLDialect: Sendable {
    /// Texts with `E'..'` and `$tag$..$tag$`, names in `"`, comments that hold comments; parameters are `$1`.
    case postgreSQL
    /// Texts in `'` and `"` with backslashes, names in backquotes, `#` for a comment; parameters are `?`.
    case mariaDB
}

/// A query with its `:kind` parameters taken out of its code; what stands in texts, names and comments is left alone.
package struct QueryText: Sendable {
    /// What stands before, between and behind the parameters: one more than there are parameters.
    package private(set) var pieces: [[UInt8]] = [[]]
    /// The parameters' kinds in the order in which they stand, one as often as it stands there.
    package private(set) var parameters: [String] = []
    /// Whether a parameter stands there that names no kind, such as `?` or `$1`.
    package private(set) var hasNameless = false
    /// Whether the query writes what it finds somewhere (`INTO`): a file on the server, a table; or locks what it reads.
    package private(set) var doesMore = false
    /// The first word, in small letters.
    package private(set) var firstWord = ""

    private let dialect: SQLDialect
    private var rest: ArraySlice<UInt8>
    private var previous: UInt8 = 0
    private var lastWord = ""

    /// Reads a query.
    package init(_ query: String, _ dialect: SQLDialect) {
        self.dialect = dialect
        rest = Array(query.utf8)[...]
        while let byte = rest.first { takeNext(byte) }
    }

    /// The kinds, each once, in the order in which they first stand there.
    package var kinds: [String] {
        var seen: Set<String> = []
        return parameters.filter { seen.insert($0).inserted }
    }

    /// The query with something in the place of each parameter.
    package func text(_ placeholder: (_ parameter: Int) -> String) -> String {
        var text = pieces[0]
        for index in parameters.indices { text += Array(placeholder(index).utf8) + pieces[index + 1] }
        return String(decoding: text, as: UTF8.self)
    }

    private mutating func takeNext(_ byte: UInt8) {
        let length = lengthOfQuoted() ?? lengthOfComment()
        if let length {
            take(length)
        } else if byte == Byte.colon {
            takeColon()
        } else if Self.beginsWord(byte) {
            takeWord()
        } else {
            let isNameless =
                dialect == .mariaDB && byte == UInt8(ascii: "?")
                || dialect == .postgreSQL && byte == UInt8(ascii: "$")
                    && rest.dropFirst().first.map(Byte.isDigit) == true
            hasNameless = hasNameless || isNameless
            take(1)
        }
    }

    private mutating func take(_ count: Int) {
        previous = rest.dropFirst(count - 1).first ?? 0
        pieces[pieces.count - 1] += rest.prefix(count)
        rest = rest.dropFirst(count)
    }

    /// Two colons are a cast, and one before what is no name a slice or an assignment.
    private mutating func takeColon() {
        let name = rest.dropFirst().prefix(while: Self.isInWord)
        if rest.dropFirst().first == Byte.colon {
            take(2)
        } else if let first = name.first, Self.beginsWord(first) {
            parameters.append(String(decoding: name, as: UTF8.self))
            pieces.append([])
            rest = rest.dropFirst(1 + name.count)
            previous = Byte.zero
        } else {
            take(1)
        }
    }

    private mutating func takeWord() {
        let word = rest.prefix(while: Self.isInWord)
        let folded = String(decoding: word.map(asciiFolded), as: UTF8.self)
        if firstWord.isEmpty { firstWord = folded }
        // A name behind a point is no word of the language.
        if previous != Byte.point {
            let locks = ["for update", "for share", "lock in", "for no", "for key"].contains("\(lastWord) \(folded)")
            doesMore = doesMore || locks || folded == "into"
        }
        lastWord = folded
        take(word.count)
    }

    private static func beginsWord(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(asciiFolded(byte)) || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    private static func isInWord(_ byte: UInt8) -> Bool { beginsWord(byte) || Byte.isDigit(byte) }
}

extension QueryText {
    /// The length of a text or a quoted name that begins here; nil where none does.
    private func lengthOfQuoted() -> Int? {
        guard let byte = rest.first else { return nil }
        switch (dialect, byte) {
        case (.mariaDB, 0x27), (.mariaDB, Byte.quote): return length(until: byte, escapes: true)
        case (.mariaDB, UInt8(ascii: "`")): return length(until: byte, escapes: false)
        case (.postgreSQL, 0x27), (.postgreSQL, Byte.quote): return length(until: byte, escapes: false)
        case (.postgreSQL, UInt8(ascii: "e")), (.postgreSQL, UInt8(ascii: "E")):
            guard rest.dropFirst().first == 0x27, !Self.isInWord(previous) else { return nil }
            return QueryText.length(rest.dropFirst(), until: 0x27, escapes: true) + 1
        case (.postgreSQL, UInt8(ascii: "$")): return lengthOfDollars()
        default: return nil
        }
    }

    private func length(until end: UInt8, escapes: Bool) -> Int { Self.length(rest, until: end, escapes: escapes) }

    /// Two marks within are one mark of the text; to the end where it is never closed.
    private static func length(_ text: ArraySlice<UInt8>, until end: UInt8, escapes: Bool) -> Int {
        var rest = text.dropFirst()
        while let byte = rest.popFirst() {
            if escapes, byte == Byte.backslash { _ = rest.popFirst() }
            guard byte == end else { continue }
            guard rest.first == end else { break }
            _ = rest.popFirst()
        }
        return rest.startIndex - text.startIndex
    }

    /// `$tag$ .. $tag$`, whose tag may be empty but is no number.
    private func lengthOfDollars() -> Int? {
        let tag = rest.dropFirst().prefix(while: Self.isInWord)
        guard !Self.isInWord(previous), tag.first.map(Byte.isDigit) != true,
            rest.dropFirst(1 + tag.count).first == UInt8(ascii: "$")
        else { return nil }
        let mark = rest.prefix(tag.count + 2)
        var body = rest.dropFirst(mark.count)
        while !body.isEmpty, !body.starts(with: mark) { body = body.dropFirst() }
        return min(body.startIndex + mark.count, rest.endIndex) - rest.startIndex
    }

    /// The length of a comment that begins here; nil where none does.
    ///
    /// What MariaDB runs of one (`/*! .. */`) is code.
    private func lengthOfComment() -> Int? {
        if rest.starts(with: "--".utf8), dialect == .postgreSQL || isBlank(at: 2) { return lengthOfLine() }
        if rest.first == UInt8(ascii: "#"), dialect == .mariaDB { return lengthOfLine() }
        guard rest.starts(with: "/*".utf8) else { return nil }
        if dialect == .mariaDB, rest.starts(with: "/*!".utf8) || rest.starts(with: "/*M!".utf8) { return nil }
        var (inner, depth) = (rest.dropFirst(2), 1)
        while !inner.isEmpty, depth > 0 {
            if inner.starts(with: "*/".utf8) {
                (inner, depth) = (inner.dropFirst(2), depth - 1)
            } else if dialect == .postgreSQL, inner.starts(with: "/*".utf8) {
                (inner, depth) = (inner.dropFirst(2), depth + 1)
            } else {
                inner = inner.dropFirst()
            }
        }
        return inner.startIndex - rest.startIndex
    }

    private func lengthOfLine() -> Int { rest.prefix { $0 != 0x0A }.count }

    /// In MariaDB two strokes begin a comment only before a blank: `5--3` is 8.
    private func isBlank(at offset: Int) -> Bool { rest.dropFirst(offset).first.map { $0 <= 0x20 } ?? true }
}
