import ExporterKit
import Glibc

/// Cuts what a program writes into lines.
struct OutputLines: ~Copyable {
    /// The longest line, as for a record in a file.
    static let lineLimit = 16 << 20

    private let limit: Int
    private var total = 0
    private var buffer = [UInt8](repeating: 0, count: 128 << 10)
    private var end = 0

    init(limit: Int) { self.limit = limit }

    /// Reads all that is there, and hands over each line that is not blank; true where nothing more will come.
    mutating func take(from output: borrowing Descriptor, _ take: (Span<UInt8>) throws -> Void) throws -> Bool {
        while true {
            try Task.checkCancellation()
            if end == buffer.count { try grow() }
            let start = end
            let outcome = buffer.withUnsafeMutableBytes { memory in
                output.read(into: UnsafeMutableRawBufferPointer(rebasing: memory[start...]))
            }
            switch outcome {
            case .later: return false
            case .ended: return true
            case .moved(let count): try moved(count, take)
            }
        }
    }

    /// Says whether the program ended in the middle of a line.
    func finish() throws(SourceFailure) {
        guard buffer[..<end].allSatisfy(Byte.isSpace) else {
            throw SourceFailure(
                .malformed,
                "the program ended in the middle of a line",
                hint: "let it end each message with a line feed"
            )
        }
    }

    private mutating func moved(_ count: Int, _ take: (Span<UInt8>) throws -> Void) throws {
        total += count
        guard total <= limit else {
            throw SourceFailure(
                .tooLarge,
                "the program wrote more than \(limit >> 20) MiB",
                hint: "let it write what it was asked for alone, or raise output_limit"
            )
        }
        let searched = end
        end += count
        try cut(from: searched, take)
    }

    private mutating func cut(from searched: Int, _ take: (Span<UInt8>) throws -> Void) throws {
        var (start, searched) = (0, searched)
        while let feed = nextFeed(from: searched) {
            let line = buffer.span.extracting(start..<feed)
            if !isBlank(start..<feed) { try take(line) }
            (start, searched) = (feed + 1, feed + 1)
        }
        guard start > 0 else { return }
        let (first, last) = (start, end)
        buffer.withUnsafeMutableBytes { memory in
            guard let base = memory.baseAddress else { return }
            memmove(base, base + first, last - first)
        }
        end -= start
    }

    private func isBlank(_ range: Range<Int>) -> Bool { range.allSatisfy { Byte.isSpace(buffer[$0]) } }

    private func nextFeed(from place: Int) -> Int? {
        buffer.withUnsafeBytes { memory in
            guard let base = memory.baseAddress, place < end else { return nil }
            return memchr(base + place, 0x0A, end - place).map { UnsafeRawPointer($0) - base }
        }
    }

    private mutating func grow() throws(SourceFailure) {
        guard buffer.count < Self.lineLimit else {
            throw SourceFailure(.tooLarge, "the program wrote a line longer than \(Self.lineLimit >> 20) MiB")
        }
        buffer += [UInt8](repeating: 0, count: min(buffer.count, Self.lineLimit - buffer.count))
    }
}
