import ExporterKit

/// Cuts a file into lines.
struct Lines {
    /// The number of the line that was taken last, counted from 1.
    private(set) var number = 0

    /// Counts lines that were taken otherwise.
    mutating func pass(_ count: Int) { number += count }

    /// The length of the next line that is not blank, and how much to drop for it; nil at the file's end.
    mutating func nextFilled(_ reader: inout ByteReader) throws -> (length: Int, total: Int)? {
        while let line = try next(&reader) {
            if (0..<line.length).contains(where: { !Byte.isSpace(reader.byte($0)) }) { return line }
            reader.drop(line.total)
        }
        return nil
    }

    private mutating func next(_ reader: inout ByteReader) throws -> (length: Int, total: Int)? {
        var searched = 0
        while true {
            if let end = reader.offset(of: 0x0A, from: searched) {
                number += 1
                return (end, end + 1)
            }
            searched = reader.count
            guard try reader.fill() else { break }
        }
        guard reader.count > 0 else { return nil }
        number += 1
        return (reader.count, reader.count)
    }
}
