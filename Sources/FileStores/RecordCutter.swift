import ByteSearching
import DriverParts
import ExporterKit
import JSONParts

/// Takes the records out of a file of one format, one after the other.
protocol RecordCutter {
    /// Where the record stands that was taken last: a line or a number, and nothing of its content.
    var place: String { get }

    /// Begins a file.
    mutating func begin(_ reader: inout ByteReader) throws

    /// Fills a record from the next one; false at the file's end.
    mutating func next(
        _ reader: inout ByteReader,
        into record: inout RecordBuffer,
        virtual: VirtualValues
    ) throws -> Bool

    /// Looks at the keys of the next record alone: the fields it has, and the keys that no field names; nil at the end.
    mutating func nextKeys(_ reader: inout ByteReader) throws -> SeenKeys?
}

/// Objects that stand on a line each.
struct LineRecords: RecordCutter {
    private var lines = Lines()
    private var json: JSONRecordReader
    private let wanted: WantedRuns?
    private var sieve: LineSieve<PlainObjects>?

    /// Cuts every line, or leaves out those in which nothing stands that is wanted.
    init(_ collection: CollectionDescription, wanted: WantedRuns? = nil) {
        json = JSONRecordReader(collection)
        self.wanted = wanted
    }

    var place: String { "line \(lines.number)" }

    mutating func begin(_ reader: inout ByteReader) throws {
        lines = Lines()
        sieve = wanted.map { LineSieve($0, PlainObjects()) }
        var offset = 0
        while let byte = try reader.next(offset), Byte.isSpace(byte) { offset += 1 }
        guard let first = try reader.next(offset) else { return }
        if first == Byte.openBracket { throw PlacedProblem(.arrayNotLines) }
        try refuseSpread(&reader, behind: offset + 1, first)
    }

    /// An object that goes on over many lines has nothing behind its opening brace.
    private func refuseSpread(_ reader: inout ByteReader, behind start: Int, _ first: UInt8) throws {
        guard first == Byte.openBrace else { return }
        var offset = start
        while let byte = try reader.next(offset), Byte.isSpace(byte) {
            if byte == 0x0A { throw PlacedProblem(.objectOverLines) }
            offset += 1
        }
    }

    mutating func next(
        _ reader: inout ByteReader,
        into record: inout RecordBuffer,
        virtual: VirtualValues
    ) throws -> Bool {
        if let count = sieve?.dropLines(&reader) { lines.pass(count) }
        guard let line = try lines.nextFilled(&reader) else { return false }
        try json.read(reader.buffer.span.extracting(reader.range(line.length)), into: &record, virtual: virtual.append)
        reader.drop(line.total)
        return true
    }

    mutating func nextKeys(_ reader: inout ByteReader) throws -> SeenKeys? {
        guard let line = try lines.nextFilled(&reader) else { return nil }
        defer { reader.drop(line.total) }
        return try json.keys(of: reader.buffer.span.extracting(reader.range(line.length)))
    }
}
