import ExporterKit
import Glibc

/// Reads a file through one buffer, which holds the piece that is being looked at as one run of bytes.
struct PieceReader {
    /// The longest piece, a message or a line, as for a record of a file.
    private static let limit = 16 << 20
    private static let chunk = 64 << 10

    private let input: ExportInput
    private var buffer = [UInt8](repeating: 0, count: Self.chunk)
    private var start = 0
    private var end = 0
    private var isFresh = true

    init(_ input: ExportInput) { self.input = input }

    /// How many bytes of the piece are there.
    var count: Int { end - start }

    /// A byte of the piece that is there.
    func byte(_ offset: Int) -> UInt8 { buffer[start + offset] }

    /// The first bytes of the piece, which are dropped.
    mutating func take(_ length: Int) -> [UInt8] {
        defer { start += length }
        return Array(buffer[start..<start + length])
    }

    /// Goes on behind the first bytes of the piece.
    mutating func drop(_ length: Int) { start += length }

    /// Where a byte stands in what is there, or nil.
    func offset(of byte: UInt8, from offset: Int) -> Int? {
        buffer.withUnsafeBytes { memory in
            guard let base = memory.baseAddress, offset < count else { return nil }
            let from = base + start + offset
            return memchr(from, Int32(byte), count - offset).map { UnsafeRawPointer($0) - from + offset }
        }
    }

    /// Reads more behind what is there; false at the file's end.
    mutating func fill() throws -> Bool {
        try Task.checkCancellation()
        if start > 0 {
            buffer.withUnsafeMutableBytes { memory in
                guard let base = memory.baseAddress else { return }
                memmove(base, base + start, end - start)
            }
            (start, end) = (0, end - start)
        }
        if end == buffer.count {
            guard buffer.count < Self.limit else {
                throw SourceFailure(.tooLarge, "a message of the export is longer than \(Self.limit >> 20) MiB")
            }
            buffer += [UInt8](repeating: 0, count: buffer.count)
        }
        let room = end..<buffer.count
        let read = try buffer.withUnsafeMutableBytes { memory in
            try input.read(into: UnsafeMutableRawBufferPointer(rebasing: memory[room]))
        }
        end += read
        if isFresh, read > 0 {
            isFresh = false
            // The mark that some programs write before UTF-8.
            if buffer[start..<end].starts(with: [0xEF, 0xBB, 0xBF]) { start += 3 }
        }
        return read > 0
    }
}

/// Cuts a file that is one JSON list of objects into its elements, without holding more than one of them.
///
/// It looks at brackets and quotes alone; whether an element is sound is for the scanner that gets it.
struct ListCutter {
    private var reader: PieceReader
    private var isBegun = false
    private var isDone = false
    /// The number of the element that was taken last, counted from 1.
    private(set) var number = 0

    init(_ input: ExportInput) { reader = PieceReader(input) }

    /// The bytes of the next object, or nil behind the list's end.
    mutating func next() throws -> [UInt8]? {
        if isDone { return nil }
        if !isBegun {
            guard try peek() == Byte.openBracket else { throw JSONProblem(.malformed, at: 0) }
            reader.drop(1)
        }
        number += 1
        switch try peek() {
        case Byte.closeBracket?:
            reader.drop(1)
            number -= 1
            guard try peek() == nil else { throw JSONProblem(.malformed, at: 0) }
            isDone = true
            return nil
        case Byte.comma? where isBegun:
            reader.drop(1)
            guard try peek() == Byte.openBrace else { throw JSONProblem(.malformed, at: 0) }
        case Byte.openBrace? where !isBegun: break
        default: throw JSONProblem(.malformed, at: 0)
        }
        isBegun = true
        return try object()
    }

    private mutating func peek() throws -> UInt8? {
        while true {
            while reader.count > 0 {
                guard Byte.isSpace(reader.byte(0)) else { return reader.byte(0) }
                reader.drop(1)
            }
            guard try reader.fill() else { return nil }
        }
    }

    /// The object that begins the piece, up to the brace that closes it.
    private mutating func object() throws -> [UInt8] {
        var (length, depth, isText, isEscaped) = (0, 0, false, false)
        repeat {
            while length < reader.count {
                let byte = reader.byte(length)
                length += 1
                if isEscaped {
                    isEscaped = false
                } else if isText {
                    if byte == Byte.quote { isText = false } else { isEscaped = byte == Byte.backslash }
                } else {
                    switch byte {
                    case Byte.quote: isText = true
                    case Byte.openBrace, Byte.openBracket: depth += 1
                    case Byte.closeBrace, Byte.closeBracket:
                        depth -= 1
                        if depth == 0 { return reader.take(length) }
                    default: break
                    }
                }
            }
        } while try reader.fill()
        throw JSONProblem(.malformed, at: length)
    }
}

/// Cuts a file into lines that are not blank.
struct LineCutter {
    private var reader: PieceReader
    /// The number of the line that was taken last, counted from 1.
    private(set) var number = 0

    init(_ input: ExportInput) { reader = PieceReader(input) }

    /// The bytes of the next line without its end, or nil behind the last one.
    mutating func next() throws -> [UInt8]? {
        while let line = try nextOfAny() {
            if !line.allSatisfy(Byte.isSpace) { return line }
        }
        return nil
    }

    private mutating func nextOfAny() throws -> [UInt8]? {
        var searched = 0
        while true {
            if let end = reader.offset(of: 0x0A, from: searched) {
                number += 1
                defer { reader.drop(1) }
                return reader.take(end)
            }
            searched = reader.count
            guard try reader.fill() else { break }
        }
        guard reader.count > 0 else { return nil }
        number += 1
        return reader.take(reader.count)
    }
}
