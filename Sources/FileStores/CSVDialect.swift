import DriverParts
import ExporterKit

/// How the rows of a table are written, in the words of Data Package; without any of them it is RFC 4180.
struct CSVDialect: Sendable {
    /// The words there are.
    static let words = [
        "commentChar", "commentRows", "delimiter", "doubleQuote", "escapeChar", "footerRows", "header", "headerJoin",
        "headerRows", "lineTerminator", "nullSequence", "quoteChar", "skipInitialSpace",
    ]

    /// What parts the cells of a row.
    var delimiter = Byte.comma
    /// Whether the delimiter was given, or is only the usual one.
    var isDelimiterGiven = false
    /// What stands around a cell that holds anything else; nil where quotes mean nothing.
    var quote: UInt8? = Byte.quote
    /// Whether two quotes within a quoted cell are one.
    var doubleQuote = true
    /// What takes the meaning from the byte behind it.
    var escape: UInt8?
    /// What a line begins with that is a remark.
    var comment: UInt8?
    /// What ends a row; before a line feed a carriage return may stand.
    var newline: UInt8 = 0x0A
    /// Whether blanks behind a delimiter are left out.
    var skipsInitialSpace = false
    /// Whether a row of labels comes first.
    var hasHeader = true
    /// The lines on which the labels stand, counted from 1; the others above them are left out.
    var headerLines = [1]
    /// What stands between the parts of a label that stands on several lines.
    var headerJoin = " "
    /// Lines that are remarks, counted from 1.
    var commentLines: Set<Int> = []
    /// How many lines at the file's end are no records.
    var footerLines = 0
    /// How a cell is written that holds nothing, beside one that is empty.
    var nullSequence: [UInt8]?

    /// What a byte stands for behind the escape, as MySQL and PostgreSQL write it behind a backslash.
    func meaning(ofEscaped byte: UInt8) -> UInt8 {
        guard escape == Byte.backslash else { return byte }
        switch byte {
        case UInt8(ascii: "0"): return 0x00
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "v"): return 0x0B
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "Z"): return 0x1A
        default: return byte
        }
    }
}

extension CSVDialect {
    /// The dialect of RFC 4180 with another delimiter.
    init(delimiter: UInt8) {
        self.delimiter = delimiter
        isDelimiterGiven = true
    }

    /// The dialect that a collection's `dialect` says, or its `delimiter` alone.
    init(_ collection: CollectionDescription) throws(Problem) {
        let words = try Self.words(of: collection)
        if let delimiter = try words.character("delimiter") {
            (self.delimiter, isDelimiterGiven) = (delimiter, true)
        }
        if words.text("quoteChar") == "" {
            quote = nil
        } else if let quote = try words.character("quoteChar") {
            self.quote = quote
        }
        escape = try words.character("escapeChar")
        comment = try words.character("commentChar")
        doubleQuote = try words.truth("doubleQuote") ?? true
        skipsInitialSpace = try words.truth("skipInitialSpace") ?? false
        hasHeader = try words.truth("header") ?? true
        headerLines = try words.lines("headerRows") ?? [1]
        headerJoin = words.text("headerJoin") ?? " "
        commentLines = Set(try words.lines("commentRows") ?? [])
        footerLines = try words.count("footerRows") ?? 0
        newline = try words.newline("lineTerminator") ?? 0x0A
        nullSequence = try words.nullSequence("nullSequence")
        try check()
    }

    private static func words(of collection: CollectionDescription) throws(Problem) -> DialectWords {
        let short = collection.settings["delimiter"]
        guard let setting = collection.settings["dialect"] else {
            guard short != nil else { return DialectWords(settings: [:]) }
            return DialectWords(settings: ["delimiter": .text(try collection.required("delimiter"))], isShort: true)
        }
        guard let settings = setting.map, settings.values.allSatisfy({ $0.texts != nil }) else {
            throw .inDialect(
                "`dialect` is no map of texts",
                fix: "write words below it, such as `dialect: {delimiter: \";\"}`"
            )
        }
        if short != nil {
            throw .inDialect("`delimiter` and `dialect` are both given", fix: "write the delimiter below `dialect`")
        }
        // A remark may stand in every map.
        guard settings.keys.allSatisfy({ words.contains($0) || $0 == "note" }) else {
            throw .inDialect(
                "a word below `dialect` is none that there is",
                fix: "the words are \(words.joined(separator: ", "))"
            )
        }
        return DialectWords(settings: settings)
    }

    private mutating func check() throws(Problem) {
        if let escape, escape == quote {
            // Some programs say so of quotes that are doubled.
            (self.escape, doubleQuote) = (nil, true)
        }
        let marks = [delimiter, quote, escape, comment].compactMap(\.self)
        guard Set(marks).count == marks.count else {
            throw .inDialect("one character has two meanings", fix: "give each word below `dialect` its own character")
        }
        if !hasHeader, headerLines != [1] {
            throw .inDialect("`headerRows` is given, and `header` says that there is none", fix: "take one of them out")
        }
    }
}

extension Problem {
    static func inDialect(_ text: String, fix: String) -> Problem {
        Problem(.queryFailed, "dialect", text, fix: fix)
    }
}
