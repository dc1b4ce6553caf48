import ExporterKit
import Glibc

/// Reads a file through one buffer, which holds whatever piece is being looked at as one run of bytes.
struct ByteReader: ~Copyable {
    /// The longest piece: a line, a row, an element (case 56).
    static let pieceLimit = 16 << 20
    private static let chunk = 128 << 10

    /// What is read from; nil where all the bytes were there from the start.
    private let file: OpenFile?
    private(set) var buffer = [UInt8](repeating: 0, count: Self.chunk)
    /// Where the piece begins that is being looked at.
    private(set) var start = 0
    private var end = 0

    init(_ file: consuming OpenFile) { self.file = .some(file) }

    init(_ bytes: [UInt8]) {
        file = nil
        buffer = bytes
        end = bytes.count
    }

    /// How many bytes of the piece are there.
    var count: Int { end - start }

    /// A byte of the piece that is there, counted from its start.
    func byte(_ offset: Int) -> UInt8 { buffer[start + offset] }

    /// A byte of the piece, read from the file if need be; nil after the file's end.
    mutating func next(_ offset: Int) throws -> UInt8? {
        while offset >= count {
            guard try fill() else { return nil }
        }
        return buffer[start + offset]
    }

    /// Goes on behind the first bytes of the piece.
    mutating func drop(_ length: Int) { start += length }

    /// The place of the piece's first bytes in ``buffer``, good until the next reading.
    func range(_ length: Int) -> Range<Int> { start..<start + length }

    /// How far behind an offset a byte stands in what is there, or nil.
    func offset(of byte: UInt8, from offset: Int) -> Int? {
        buffer.withUnsafeBytes { memory in
            guard let base = memory.baseAddress, offset < count else { return nil }
            let from = base + start + offset
            return memchr(from, Int32(byte), count - offset).map { UnsafeRawPointer($0) - from + offset }
        }
    }

    /// Reads more of the file behind what is there; false at the file's end.
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
            guard end < Self.pieceLimit else {
                throw SourceFailure(.tooLarge, "a record is longer than \(Self.pieceLimit >> 20) MiB")
            }
            buffer += [UInt8](repeating: 0, count: min(buffer.count, Self.pieceLimit - buffer.count))
        }
        let room = end..<buffer.count
        let read = try buffer.withUnsafeMutableBytes { memory throws(SourceFailure) in
            try Self.read(file, into: UnsafeMutableRawBufferPointer(rebasing: memory[room]))
        }
        end += read
        return read > 0
    }

    private static func read(
        _ file: borrowing OpenFile?,
        into memory: UnsafeMutableRawBufferPointer
    ) throws(SourceFailure) -> Int {
        switch file {
        case .some(let file): try file.read(into: memory)
        case nil: 0
        }
    }

    /// Drops the mark that some programs write before UTF-8.
    mutating func dropByteOrderMark() throws {
        for (offset, byte) in [UInt8](arrayLiteral: 0xEF, 0xBB, 0xBF).enumerated() where try next(offset) != byte {
            return
        }
        drop(3)
    }
}
