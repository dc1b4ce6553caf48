import DriverParts
import ExporterKit
import Glibc
import Unpacking

/// Reads a file through one buffer, which holds whatever piece is being looked at as one run of bytes.
struct ByteReader: ~Copyable {
    /// The longest piece: a line, a row, an element (case 56).
    static let pieceLimit = 16 << 20
    private static let chunk = 128 << 10

    /// What is read from; nil where all the bytes were there from the start.
    private let file: FileInput?
    /// What turns the file into UTF-8; nil where its bytes are taken as they are.
    private var decoder: TextDecoder?
    /// What looks for bytes that are not UTF-8; nil where nobody asks.
    private var watch: UTF8Watch?
    private(set) var buffer = [UInt8](repeating: 0, count: Self.chunk)
    /// Where the piece begins that is being looked at.
    private(set) var start = 0
    private var end = 0
    /// How many bytes have been dropped.
    private(set) var passed = 0

    init(_ file: consuming OpenFile) { self.file = FileInput(file) }

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

    /// Appends the bytes of the piece that are there from an offset on, up to one of a set, and says where that is.
    func appendRun(from offset: Int, until marks: ByteSet, to text: inout [UInt8]) -> Int {
        var place = start + offset
        while place < end, !marks.contains(buffer[place]) { place += 1 }
        text.append(contentsOf: buffer[start + offset..<place])
        return place - start
    }

    /// Goes on behind the first bytes of the piece.
    mutating func drop(_ length: Int) {
        start += length
        passed += length
    }

    /// Looks at all bytes that are there.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        buffer.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[start..<end])) }
    }

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
        // A step of a conversion must fit.
        let least = decoder == nil ? 1 : TextDecoder.leastRoom
        if buffer.count - end < least {
            guard buffer.count < Self.pieceLimit else {
                throw SourceFailure(.tooLarge, "a record is longer than \(Self.pieceLimit >> 20) MiB")
            }
            buffer += [UInt8](repeating: 0, count: min(buffer.count, Self.pieceLimit - buffer.count))
        }
        let room = end..<buffer.count
        let read = try buffer.withUnsafeMutableBytes { memory in
            let memory = UnsafeMutableRawBufferPointer(rebasing: memory[room])
            return try decoder?.read(from: file, into: memory) ?? Self.read(file, into: memory)
        }
        watch?.look(at: buffer, room.lowerBound..<room.lowerBound + read)
        end += read
        return read > 0
    }

    /// Reads what a file holds next; 0 at its end, and where there is no file.
    static func read(_ file: FileInput?, into memory: UnsafeMutableRawBufferPointer) throws -> Int {
        try file?.read(into: memory) ?? 0
    }

    /// Drops the mark that some programs write before UTF-8.
    mutating func dropByteOrderMark() throws {
        for (offset, byte) in [UInt8](arrayLiteral: 0xEF, 0xBB, 0xBF).enumerated() where try next(offset) != byte {
            return
        }
        drop(3)
    }
}

extension ByteReader {
    /// Goes on with the file's text instead of its bytes, and refuses what is no text; nothing has been dropped yet.
    mutating func beginText(_ reading: FileReading, isWatched: Bool = false) throws {
        _ = try next(ForeignContent.length - 1)
        let packing = try unpack(reading.unpacking)
        if let problem = ForeignContent.problem(ofBytes: head) { throw problem.within(packing) }
        if let name = try reading.encoding.name(forFileBeginning: head) {
            decoder = TextDecoder(name, beginning: buffer[start..<end])
            (start, end) = (0, 0)
            _ = try next(ForeignContent.length - 1)
        } else if isWatched {
            watch = UTF8Watch()
            watch?.look(at: buffer, start..<end)
        }
        try dropByteOrderMark()
        let content = ForeignContent.problem(ofText: head, isConverted: isConverted, isMarkup: reading.isMarkup)
        if let content { throw content.within(packing) }
    }

    /// Whether what is handed out was written in another encoding than UTF-8, or is at least known to be UTF-8.
    var isConverted: Bool { decoder != nil }

    /// Reads records, and where they are broken says so of what they were packed in, if that is broken, too.
    mutating func blamingPacking(_ body: (inout ByteReader) throws -> Void) throws {
        do {
            try body(&self)
        } catch  where error is Problem || error is PlacedProblem || error is JSONProblem {
            try file?.checkPacking()
            throw error
        }
    }

    /// Goes on with what is packed in the file, if it is packed.
    private mutating func unpack(_ demands: UnpackingDemands) throws -> Packing? {
        guard let packing = Packing(fileBeginning: head), !ForeignContent.isOfficeDocument(head), let file else {
            return nil
        }
        try file.unpack(packing, beginning: Array(buffer[start..<end]), demands)
        (start, end) = (0, 0)
        _ = try next(ForeignContent.length - 1)
        return packing
    }

    /// The first line that is not UTF-8, where the file was not converted and that was asked for.
    ///
    /// As many bytes more are looked at as may be without taking long.
    mutating func firstLineNotUTF8(upTo limit: Int) throws -> Int? {
        guard watch != nil else { return nil }
        var looked = 0
        while looked < limit, watch?.wrongLine == nil {
            drop(count)
            guard try fill() else { break }
            looked += count
        }
        return watch?.wrongLine
    }

    private var head: ArraySlice<UInt8> { buffer[start..<min(end, start + ForeignContent.length)] }
}

extension UTF8Watch {
    fileprivate mutating func look(at buffer: [UInt8], _ range: Range<Int>) {
        buffer.withUnsafeBytes { look(at: UnsafeRawBufferPointer(rebasing: $0[range])) }
    }
}
