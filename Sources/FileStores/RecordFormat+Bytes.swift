import ByteSearching
import ExporterKit
import JSONParts

extension RecordFormat {
    /// What the records of those who are asked about hold byte for byte, in a format whose lines are records; nil where
    /// every record is to be read.
    func wantedRuns(_ collection: CollectionDescription, _ questions: [Question]) -> WantedRuns? {
        switch self {
        case .json, .xml: return nil
        case .lines: return Self.runs(collection, questions, quote: nil)
        case .csv(let dialect):
            guard dialect.keepsBytes else { return nil }
            return Self.runs(collection, questions, quote: dialect.quote)
        }
    }

    private static func runs(
        _ collection: CollectionDescription,
        _ questions: [Question],
        quote: UInt8?
    ) -> WantedRuns? {
        WantedRuns(collection, questions) { field in
            !field.isVirtual
        } where: { byte in
            // JSON may write an escape of one letter for these; a cell of a table may hold JSON.
            byte >= 0x20 && byte < 0x7F && byte != Byte.quote && byte != Byte.backslash && byte != UInt8(ascii: "/")
                && byte != quote
        }
    }
}

extension CSVDialect {
    /// Whether a cell's bytes stand in the file as they are, and between marks that are no digits.
    var keepsBytes: Bool {
        escape == nil && footerLines == 0 && ![delimiter, quote, newline].contains { $0.map(Byte.isDigit) ?? false }
    }
}

extension PlainRows {
    /// The rows of a dialect, of so many cells.
    init(_ dialect: CSVDialect, width: Int) {
        self.init(
            delimiter: dialect.delimiter,
            quote: dialect.quote,
            comment: dialect.comment,
            newline: dialect.newline,
            width: width
        )
    }
}
