import DriverParts
import ExporterKit

/// Cuts a file into rows of cells by a dialect, on bytes, quoted line ends included.
struct CSVRows {
    private enum State {
        case start, plain, quoted, closed
    }

    private let dialect: CSVDialect
    private let plainMarks: ByteSet
    private let quotedMarks: ByteSet
    private var line = 0
    /// The number of the line on which the row began that was taken last, counted from 1.
    private(set) var number = 0
    /// The text of the row's cells, one after the other.
    private(set) var text: [UInt8] = []
    /// Whether the file ended where the row did, without the end of a line.
    private(set) var isAtEnd = false
    private var ends: [Int] = []
    private var nulls: [Bool] = []
    private var isBlank = false

    // The cell at hand.
    private var state = State.start
    private var wasQuoted = false
    private var cellStart = 0

    init(_ dialect: CSVDialect) {
        self.dialect = dialect
        plainMarks = ByteSet(dialect.delimiter, dialect.newline, dialect.quote, dialect.escape)
        quotedMarks = ByteSet(dialect.newline, dialect.quote, dialect.escape)
    }

    init(delimiter: UInt8) { self.init(CSVDialect(delimiter: delimiter)) }

    /// How many cells the row has.
    var count: Int { ends.count }

    /// Where a cell's text stands in ``text``.
    func range(_ cell: Int) -> Range<Int> { (cell == 0 ? 0 : ends[cell - 1])..<ends[cell] }

    /// Whether a cell holds nothing: it is empty and was not written as a pair of quotes, or it is the null sequence.
    func isNull(_ cell: Int) -> Bool { nulls[cell] }

    /// Takes the next row that is not a blank line or a remark; false at the file's end.
    mutating func next(_ reader: inout ByteReader) throws -> Bool {
        repeat {
            guard let byte = try reader.next(0) else { return false }
            if byte == dialect.comment || dialect.commentLines.contains(line + 1) {
                try skipLine(&reader)
            } else {
                try takeRow(&reader)
                if !isBlank { return true }
            }
        } while true
    }

    /// Counts lines that were taken otherwise.
    mutating func pass(_ count: Int) { line += count }

    /// Leaves out a line, whatever stands in it.
    mutating func skipLine(_ reader: inout ByteReader) throws {
        line += 1
        number = line
        while let byte = try reader.next(0) {
            reader.drop(1)
            if byte == dialect.newline { return }
        }
    }

    private mutating func takeRow(_ reader: inout ByteReader) throws {
        beginRow()
        var offset = 0
        while let byte = try reader.next(offset) {
            offset += 1
            switch byte {
            case dialect.newline where state != .quoted:
                dropCarriageReturn()
                closeCell(reader, end: offset - 1)
                return reader.drop(offset)
            case dialect.delimiter where state != .quoted:
                closeCell(reader, end: offset - 1)
                cellStart = offset
            case dialect.escape:
                try takeEscaped(&reader, &offset)
            case dialect.quote:
                try takeQuote()
            default:
                offset = try take(byte, &reader, offset)
            }
        }
        guard state != .quoted else { throw Self.unclosed }
        isAtEnd = true
        closeCell(reader, end: offset)
        reader.drop(offset)
    }

    private mutating func beginRow() {
        text.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        nulls.removeAll(keepingCapacity: true)
        line += 1
        number = line
        (state, wasQuoted, cellStart, isAtEnd) = (.start, false, 0, false)
    }

    /// Takes a byte that has no meaning of its own where it stands, and those that follow it.
    private mutating func take(_ byte: UInt8, _ reader: inout ByteReader, _ offset: Int) throws -> Int {
        switch state {
        case .start where byte == 0x20 && dialect.skipsInitialSpace:
            cellStart = offset
            return offset
        case .closed:
            // Only before the line's end, which is checked with the next byte.
            guard byte == 0x0D, try reader.next(offset) == dialect.newline else { throw Self.behindQuote }
            return offset
        case .quoted:
            if byte == dialect.newline { line += 1 }
            text.append(byte)
            return reader.appendRun(from: offset, until: quotedMarks, to: &text)
        case .start, .plain:
            state = .plain
            text.append(byte)
            return reader.appendRun(from: offset, until: plainMarks, to: &text)
        }
    }

    private mutating func takeQuote() throws {
        switch state {
        case .start:
            (state, wasQuoted) = (.quoted, true)
        case .quoted:
            state = .closed
        case .closed where dialect.doubleQuote:
            if let quote = dialect.quote { text.append(quote) }
            state = .quoted
        case .closed:
            throw Self.behindQuote
        case .plain:
            throw Self.withinCell
        }
    }

    private mutating func takeEscaped(_ reader: inout ByteReader, _ offset: inout Int) throws {
        guard state != .closed else { throw Self.behindQuote }
        guard let byte = try reader.next(offset) else { throw Self.cutEscape }
        offset += 1
        if byte == dialect.newline { line += 1 }
        text.append(dialect.meaning(ofEscaped: byte))
        if state == .start { state = .plain }
    }

    private mutating func dropCarriageReturn() {
        if state == .plain, text.last == 0x0D, text.count > (ends.last ?? 0) { text.removeLast() }
    }

    private mutating func closeCell(_ reader: borrowing ByteReader, end: Int) {
        let isEmpty = text.count == ends.last ?? 0
        nulls.append(!wasQuoted && (isEmpty || isNullSequence(reader, end)))
        isBlank = ends.isEmpty && isEmpty && !wasQuoted
        ends.append(text.count)
        (state, wasQuoted) = (.start, false)
    }

    /// Compared as it is written, because the escape in it is part of it.
    private func isNullSequence(_ reader: borrowing ByteReader, _ end: Int) -> Bool {
        guard let sequence = dialect.nullSequence else { return false }
        var end = end
        if end > cellStart + sequence.count, reader.byte(end - 1) == 0x0D { end -= 1 }
        guard end - cellStart == sequence.count else { return false }
        return sequence.indices.allSatisfy { reader.byte(cellStart + $0) == sequence[$0] }
    }
}

extension CSVRows {
    private static let unclosed = broken("a quote opens a cell and is never closed")
    private static let withinCell = broken("a quote stands within a cell that has none around it")
    private static let behindQuote = broken("something stands between a closing quote and the end of its cell")
    private static let cutEscape = broken("the file ends behind an escape")

    private static func broken(_ text: String) -> Problem {
        Problem(
            .malformed,
            "file",
            text,
            fix: "mend the file, or say under `dialect` what its `quoteChar`, `doubleQuote` and `escapeChar` are"
        )
    }
}
