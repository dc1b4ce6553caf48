import ByteSearching
import DriverParts
import ExporterKit
import JSONParts

/// The rows of a CSV file, by the labels in its first row, or in the fields' order where it has none.
struct CSVRecords: RecordCutter {
    private let fields: [FieldDescription]
    private let virtual: [VirtualPath?]
    private let asked: [[Int]]
    private let collection: CollectionDescription
    private let given: CSVDialect
    private var dialect: CSVDialect
    private var rows: CSVRows
    private var columns: [Int?] = []
    private var width = 0
    private var problems: [Problem] = []
    private var hasTold = false
    private var footer = CSVFooter()
    private let wanted: WantedRuns?
    private var sieve: LineSieve<PlainRows>?

    /// Cuts every row, or leaves out those in which nothing stands that is wanted.
    init(_ collection: CollectionDescription, dialect: CSVDialect, wanted: WantedRuns? = nil) {
        self.collection = collection
        self.wanted = wanted
        fields = collection.fields
        virtual = fields.map(\.virtualPath)
        asked = collection.needs.map(collection.fieldsCarrying)
        given = dialect
        self.dialect = dialect
        rows = CSVRows(dialect)
    }

    var place: String { "line \(rows.number)" }

    mutating func begin(_ reader: inout ByteReader) throws {
        (dialect, hasTold, footer) = (given, false, CSVFooter())
        if try Self.isJSON(&reader) { throw PlacedProblem(.jsonNotTable) }
        rows = CSVRows(dialect)
        let taken = try takeSeparatorLine(&reader) ? 1 : 0
        guard dialect.hasHeader else {
            take(CSVHeader(withoutLabels: fields))
            return beginSieve()
        }
        take(CSVHeader(try takeLabels(&reader, behind: taken), of: collection, dialect: dialect))
        if problems.isEmpty { problems = missingMarks }
        beginSieve()
    }

    private mutating func beginSieve() {
        let dialect = dialect
        sieve = wanted.map { LineSieve($0, PlainRows(dialect, width: width)) }
    }

    /// The labels, whose parts may stand on several lines.
    private mutating func takeLabels(_ reader: inout ByteReader, behind taken: Int) throws -> [[UInt8]] {
        var labels: [[UInt8]] = []
        var line = taken
        for headerLine in dialect.headerLines {
            while line < headerLine - 1 {
                try rows.skipLine(&reader)
                line += 1
            }
            guard try rows.next(&reader) else { throw PlacedProblem(.empty) }
            line = max(line + 1, rows.number)
            let parts = (0..<rows.count).map { Array(rows.text[rows.range($0)]) }
            guard labels.isEmpty || labels.count == parts.count else { throw Self.unevenLabels }
            labels = labels.isEmpty ? parts : zip(labels, parts).map(joined)
        }
        return labels
    }

    private func joined(_ one: [UInt8], _ other: [UInt8]) -> [UInt8] {
        one.isEmpty || other.isEmpty ? one + other : one + Array(dialect.headerJoin.utf8) + other
    }

    private static let unevenLabels = Problem.inDialect(
        "the lines of `headerRows` have not as many cells each",
        fix: "name only the lines on which each column has a cell"
    )

    private static func isJSON(_ reader: inout ByteReader) throws -> Bool {
        let (first, second) = (try reader.next(0), try reader.next(1))
        return (first == Byte.openBrace && second == Byte.quote)
            || (first == Byte.openBracket && second == Byte.openBrace)
    }

    private mutating func take(_ header: CSVHeader) {
        (width, columns, problems) = (header.width, header.columns, header.problems)
    }

    /// Excel's own first line, `sep=;`, says what parts the cells; it must not contradict what is given.
    private mutating func takeSeparatorLine(_ reader: inout ByteReader) throws -> Bool {
        guard let line = try SeparatorLine(&reader) else { return false }
        guard !dialect.isDelimiterGiven || dialect.delimiter == line.delimiter else {
            throw PlacedProblem(
                Problem(
                    .malformed,
                    "delimiter",
                    "the first line (`sep=`) names another delimiter than the one that is given",
                    fix: "take the delimiter out of exporter.yaml, or say the one that the file names"
                ),
                line: 1
            )
        }
        dialect.delimiter = line.delimiter
        rows = CSVRows(dialect)
        try rows.skipLine(&reader)
        return true
    }

    mutating func nextKeys(_ reader: inout ByteReader) throws -> SeenKeys? {
        defer { hasTold = true }
        let isThere = try takeRow(&reader)
        // What is wrong with the labels is told also where nothing stands below them.
        guard isThere || (!hasTold && !problems.isEmpty) else { return nil }
        return SeenKeys(fields: Set(fields.indices.filter { columns[$0] != nil }), problems: problems)
    }

    private mutating func takeRow(_ reader: inout ByteReader) throws -> Bool {
        if let count = sieve?.dropLines(&reader) { rows.pass(count) }
        if dialect.footerLines > 0, try footer.isNext(&reader, dialect) {
            try leaveOutFooter(&reader)
            return false
        }
        guard try rows.next(&reader) else { return false }
        guard rows.count == width else {
            if let problem = problems.first { throw problem }
            throw wrongWidth
        }
        return true
    }

    /// Goes behind the lines that `footerRows` leaves out; where one of them looks like a record, the footer is not there.
    private mutating func leaveOutFooter(_ reader: inout ByteReader) throws {
        while let isRow = try? rows.next(&reader), isRow {
            guard rows.count == width, !asked.isEmpty else { continue }
            let looksLikeRecord = asked.allSatisfy { carrying in
                carrying.contains { field in
                    columns[field].map { fields[field].isPlausible(rows.text[rows.range($0)]) } ?? false
                }
            }
            if looksLikeRecord { throw Self.recordInFooter }
        }
    }

    private static let recordInFooter = Problem.inDialect(
        "`footerRows` leaves out a line that looks like a record",
        fix: "take `footerRows` out, or look at the job: the file may have lost its end"
    )

    /// A row that is cut, or that was parted in the wrong places.
    private var wrongWidth: Problem {
        let labels = dialect.hasHeader ? "there are \(width) labels" : "`fields` lists \(width)"
        if rows.count == 1, let guess = CSVDelimiterGuess(rows.text, besides: dialect.delimiter).problem {
            return Problem(.malformed, "delimiter", "a row has 1 cell, and \(labels)", fix: guess.fix)
        }
        return Problem(
            .malformed,
            "file",
            "a row has \(rows.count) cell\(rows.count == 1 ? "" : "s"), and \(labels)",
            fix: rows.count > width
                ? "a text that holds the delimiter needs quotes around it, or `dialect` an `escapeChar`"
                : rows.isAtEnd
                    ? "the file ends in the middle of the row: write it again"
                    : "a text that holds the end of a line needs quotes around it; where the file was cut, write it again"
        )
    }

    // Without any of these no record could be found, and a store that was changed would look empty.
    private var missingMarks: [Problem] {
        asked.filter { !$0.contains { columns[$0] != nil || virtual[$0] != nil } }.map { carrying in
            let name = carrying.first.map { fields[$0].name } ?? "fields"
            return Problem(
                .missingField,
                name,
                "the first row has no label `\(name)`, by which the records are found",
                fix: "correct the field's path, or take the file out of the pattern"
            )
        }
    }

    mutating func next(
        _ reader: inout ByteReader,
        into record: inout RecordBuffer,
        virtual: VirtualValues
    ) throws -> Bool {
        if let problem = problems.first { throw problem }
        guard try takeRow(&reader) else { return false }
        record.clear()
        for field in fields.indices {
            if let path = self.virtual[field] {
                virtual.append(path, to: &record)
            } else if let column = columns[field], !rows.isNull(column) {
                let range = rows.range(column)
                record.append(.text, of: rows.text.span, in: range)
            } else {
                record.appendNull()
            }
        }
        return true
    }
}
