import DriverParts
import ExporterKit
import Glibc

/// Turns a file's bytes into UTF-8 by the C library's `iconv`, piece by piece.
struct TextDecoder: ~Copyable {
    /// The room that any one step of a conversion fits into.
    static let leastRoom = 64
    private static let chunk = 64 << 10

    private let handle: iconv_t
    /// What has been read and not yet converted.
    private var raw: [UInt8]
    private var start = 0
    private var end: Int
    /// The line that the next converted byte stands on, counted from 1.
    private var line = 1
    private var isFinished = false

    /// Makes a decoder by iconv's name of an encoding, or nil for a name that it does not know.
    init?(_ name: String, beginning: some Collection<UInt8> = []) {
        guard let handle = iconv_open("UTF-8", name), handle != UnsafeMutableRawPointer(bitPattern: -1) else {
            return nil
        }
        self.handle = handle
        raw = Array(beginning)
        end = raw.count
        raw += [UInt8](repeating: 0, count: Self.chunk)
    }

    deinit { iconv_close(handle) }

    /// Converts the next bytes into memory of at least ``leastRoom`` and says how many came out; 0 is the end.
    ///
    /// A byte that the encoding does not have is told after all that stood before it, with its line.
    mutating func read(from file: FileInput?, into memory: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            if start < end {
                let (count, trouble) = convert(into: memory)
                if count > 0 { return count }
                if trouble == EILSEQ { throw wrongByte }
            }
            guard try readMore(file) else { return try finish(into: memory) }
        }
    }

    private mutating func convert(into memory: UnsafeMutableRawBufferPointer) -> (count: Int, trouble: Int32?) {
        var room = memory.count
        var trouble: Int32?
        raw.withUnsafeMutableBytes { bytes in
            var input = bytes.baseAddress?.assumingMemoryBound(to: CChar.self).advanced(by: start)
            var output = memory.baseAddress?.assumingMemoryBound(to: CChar.self)
            var left = end - start
            if iconv(handle, &input, &left, &output, &room) == -1 { trouble = errno }
            start = end - left
        }
        return (counted(memory, room), trouble)
    }

    private mutating func readMore(_ file: FileInput?) throws -> Bool {
        raw.removeSubrange(0..<start)
        (start, end) = (0, end - start)
        // An unfinished character is a few bytes; behind it there is always room.
        if raw.count < end + Self.chunk { raw += [UInt8](repeating: 0, count: end + Self.chunk - raw.count) }
        let room = end..<raw.count
        let count = try raw.withUnsafeMutableBytes { memory in
            try ByteReader.read(file, into: UnsafeMutableRawBufferPointer(rebasing: memory[room]))
        }
        end += count
        return count > 0
    }

    /// Hands out what a stateful encoding kept back to see what follows.
    private mutating func finish(into memory: UnsafeMutableRawBufferPointer) throws -> Int {
        guard start == end else { throw wrongByte }
        guard !isFinished else { return 0 }
        isFinished = true
        var room = memory.count
        var output = memory.baseAddress?.assumingMemoryBound(to: CChar.self)
        guard iconv(handle, nil, nil, &output, &room) != -1 else { throw wrongByte }
        return counted(memory, room)
    }

    private mutating func counted(_ memory: UnsafeMutableRawBufferPointer, _ room: Int) -> Int {
        let count = memory.count - room
        for byte in memory[..<count] where byte == 0x0A { line += 1 }
        return count
    }

    private var wrongByte: PlacedProblem {
        PlacedProblem(
            Problem(
                .malformed,
                "encoding",
                "a byte stands here that the file's encoding does not have",
                fix: "check `encoding` in exporter.yaml, or write the file again"
            ),
            line: line
        )
    }
}
