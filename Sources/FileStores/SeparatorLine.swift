import ExporterKit

/// The line `sep=;` that Excel reads and writes before the labels.
struct SeparatorLine {
    let delimiter: UInt8

    /// Looks whether the file begins with such a line, and takes nothing.
    init?(_ reader: inout ByteReader) throws {
        var (offset, isQuoted) = (0, false)
        if try reader.next(0) == Byte.quote { (offset, isQuoted) = (1, true) }
        for letter in "sep=".utf8 {
            guard let byte = try reader.next(offset), asciiFolded(byte) == letter else { return nil }
            offset += 1
        }
        guard let delimiter = try reader.next(offset), delimiter < 0x80, ![0x0A, 0x0D].contains(delimiter) else {
            return nil
        }
        offset += 1
        if isQuoted {
            guard try reader.next(offset) == Byte.quote else { return nil }
            offset += 1
        }
        if try reader.next(offset) == 0x0D { offset += 1 }
        guard try [nil, 0x0A].contains(reader.next(offset)) else { return nil }
        self.delimiter = delimiter
    }
}
