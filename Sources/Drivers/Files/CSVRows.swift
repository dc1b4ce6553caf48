import ExporterKit

/// Cuts a file into rows of cells by RFC 4180, on bytes, quoted line ends included.
struct CSVRows {
    private enum State {
        case start, plain, quoted, closed
    }

    private let delimiter: UInt8
    private var line = 0
    /// The number of the line on which the row began that was taken last, counted from 1.
    private(set) var number = 0
    /// The text of the row's cells, one after the other.
    private(set) var text: [UInt8] = []
    private var ends: [Int] = []
    private var quoted: [Bool] = []

    init(delimiter: UInt8) { self.delimiter = delimiter }

    /// How many cells the row has.
    var count: Int { ends.count }

    /// Where a cell's text stands in ``text``.
    func range(_ cell: Int) -> Range<Int> { (cell == 0 ? 0 : ends[cell - 1])..<ends[cell] }

    /// Whether a cell is empty and was not written as a pair of quotes.
    func isNull(_ cell: Int) -> Bool { range(cell).isEmpty && !quoted[cell] }

    /// Takes the next row that is not a blank line; false at the file's end.
    mutating func next(_ reader: inout ByteReader) throws -> Bool {
        repeat {
            guard try reader.next(0) != nil else { return false }
            try takeRow(&reader)
        } while count == 1 && isNull(0)
        return true
    }

    private mutating func takeRow(_ reader: inout ByteReader) throws {
        text.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        quoted.removeAll(keepingCapacity: true)
        line += 1
        number = line
        var (state, offset, wasQuoted) = (State.start, 0, false)
        while let byte = try reader.next(offset) {
            offset += 1
            switch (state, byte) {
            case (.quoted, Byte.quote):
                state = .closed
            case (.quoted, _):
                if byte == 0x0A { line += 1 }
                text.append(byte)
            case (.start, Byte.quote):
                (state, wasQuoted) = (.quoted, true)
            case (.closed, Byte.quote):
                text.append(byte)
                state = .quoted
            case (_, delimiter):
                closeCell(&state, &wasQuoted)
            case (_, 0x0A):
                dropCarriageReturn(state)
                closeCell(&state, &wasQuoted)
                return reader.drop(offset)
            case (.closed, 0x0D):
                // Only before the line's end, which is checked with the next byte.
                guard try reader.next(offset) == 0x0A else { throw JSONProblem(.malformed, at: offset) }
            case (.closed, _), (.plain, Byte.quote):
                throw JSONProblem(.malformed, at: offset)
            default:
                text.append(byte)
                state = .plain
            }
        }
        guard state != .quoted else { throw JSONProblem(.malformed, at: offset) }
        closeCell(&state, &wasQuoted)
        reader.drop(offset)
    }

    private mutating func dropCarriageReturn(_ state: State) {
        if state == .plain, text.last == 0x0D { text.removeLast() }
    }

    private mutating func closeCell(_ state: inout State, _ wasQuoted: inout Bool) {
        ends.append(text.count)
        quoted.append(wasQuoted)
        (state, wasQuoted) = (.start, false)
    }
}
