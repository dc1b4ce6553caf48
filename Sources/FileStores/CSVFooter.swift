import DriverParts
import ExporterKit

/// Looks ahead for the lines at a file's end that are no records, such as a sum.
struct CSVFooter {
    private var isFirst = true

    /// Whether no more lines follow than the footer has; blank ones do not count.
    mutating func isNext(_ reader: inout ByteReader, _ dialect: CSVDialect) throws -> Bool {
        defer { isFirst = false }
        var (offset, count) = (0, 0)
        while count <= dialect.footerLines {
            while let byte = try reader.next(offset), byte == dialect.newline || byte == 0x0D { offset += 1 }
            guard try reader.next(offset) != nil else { break }
            count += 1
            offset = try Self.end(ofLineAt: offset, &reader, dialect)
        }
        guard count >= dialect.footerLines || !isFirst else { throw Self.missing }
        return count <= dialect.footerLines
    }

    private static func end(ofLineAt start: Int, _ reader: inout ByteReader, _ dialect: CSVDialect) throws -> Int {
        var start = start
        while true {
            if let end = reader.offset(of: dialect.newline, from: start) { return end }
            start = reader.count
            guard try reader.fill() else { return reader.count }
        }
    }

    private static let missing = Problem.inDialect(
        "the file has fewer lines than `footerRows` leaves out",
        fix: "look at the job that writes the file: its end is not there"
    )
}

extension FieldDescription {
    /// Whether a text may be what records are found by; of a field that takes any text, nobody can tell.
    func isPlausible(_ text: ArraySlice<UInt8>) -> Bool {
        if carriedKinds.contains("email") { return text.contains(UInt8(ascii: "@")) }
        guard type == "integer" || type == "number" else { return false }
        return !text.isEmpty && text.allSatisfy { Byte.isDigit($0) || $0 == Byte.point || $0 == Byte.comma }
    }
}
