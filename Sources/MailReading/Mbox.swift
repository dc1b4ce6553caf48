import DriverParts
import ExporterKit

/// Mails in one file, each behind a line that begins with `From `.
///
/// The file is read in pieces of one size, so that memory does not grow with it. What a `Content-Length` says is not
/// looked at: it is often wrong, and a mail that is none would hide behind it.
enum Mbox {
    private static let start = Array("From ".utf8)
    private static let mark = Array("\nFrom ".utf8)
    private static let quote = Array("\n>".utf8)
    private static let chunk = 1 << 20
    /// How much is looked at of a line that may stand between two mails, and of the one behind it.
    private static let view = 2048

    /// Whether a file begins like an mbox.
    static func begins(_ file: borrowing OpenFile) throws -> Bool { try view(of: file, at: 0).starts(with: start) }

    /// Visits the bytes of each mail, without the line before it and the empty one behind it, until a visit says false.
    static func visit(_ file: borrowing OpenFile, _ body: (Range<Int>) throws -> Bool) throws {
        var from = try contentStart(in: file, of: 0)
        var next = from - 1
        while let edge = try nextEdge(in: file, from: next) {
            let content = try contentStart(in: file, of: edge)
            guard try body(from..<max(from, mailEnd(in: file, before: edge))) else { return }
            (from, next) = (content, content - 1)
        }
        _ = try body(from..<max(from, mailEnd(in: file, before: file.size)))
    }

    /// The place of the next line that stands between two mails.
    private static func nextEdge(in file: borrowing OpenFile, from start: Int) throws -> Int? {
        var position = start
        return try withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 16) { memory in
            while position < file.size {
                try Task.checkCancellation()
                let count = try file.read(into: memory, at: position)
                var offset = 0
                let piece = UnsafeRawBufferPointer(rebasing: memory[..<count])
                while let found = ByteSearch.find(mark, in: piece, from: offset) {
                    offset = found + 1
                    if try isEdge(position + offset, in: file) { return position + offset }
                }
                if count < memory.count { return nil }
                // A mark may begin at the end of one piece and end in the next.
                position += count - (mark.count - 1)
            }
            return nil
        }
    }

    /// Whether the line at a place stands between two mails, and is none of a text that begins with `From `.
    ///
    /// Such a line names a sender and a time, an empty line stands before it, and a header follows. One of the last two
    /// may be missing where the first is there, and the first where both others are: programs differ, and a mail that is
    /// taken for the end of another is not found.
    private static func isEdge(_ line: Int, in file: borrowing OpenFile) throws -> Bool {
        let before = line >= 3 ? try view(of: file, at: line - 3).prefix(3) : []
        let isAfterEmpty = before.suffix(2) == Array("\n\n".utf8)[...] || before == Array("\n\r\n".utf8)[...]
        let bytes = try view(of: file, at: line)
        let lines = bytes.split(separator: 0x0A, maxSplits: 2, omittingEmptySubsequences: false)
        let isBeforeHeader = lines.count > 1 && MailHeader.isField(lines[1])
        return hasTime(lines[0]) ? isAfterEmpty || isBeforeHeader : isAfterEmpty && isBeforeHeader
    }

    /// Whether a time and a year stand in a line.
    private static func hasTime(_ line: ArraySlice<UInt8>) -> Bool {
        let words = line.split { $0 <= 0x20 }
        let isYear = words.contains { $0.count == 4 && $0.allSatisfy(Byte.isDigit) }
        return isYear
            && words.contains { word in
                let parts = word.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
                return (2...3).contains(parts.count)
                    && parts.allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(Byte.isDigit) }
            }
    }

    /// Where the mail begins behind the line at a place.
    private static func contentStart(in file: borrowing OpenFile, of line: Int) throws -> Int {
        let bytes = try view(of: file, at: line)
        guard let end = bytes.firstIndex(of: 0x0A) else {
            guard line + bytes.count >= file.size else {
                throw Problem(
                    .malformed,
                    "connection",
                    "a line that begins with `From ` goes on for more than 2 KiB",
                    fix: "look at what writes the mbox"
                )
            }
            return file.size
        }
        return line + end + 1
    }

    /// The end of a mail without the empty line that ends it in an mbox.
    private static func mailEnd(in file: borrowing OpenFile, before edge: Int) throws -> Int {
        guard edge >= 3 else { return edge }
        let last = try view(of: file, at: edge - 3).prefix(3)
        if last == Array("\n\r\n".utf8)[...] { return edge - 2 }
        return last.suffix(2) == Array("\n\n".utf8)[...] ? edge - 1 : edge
    }

    private static func view(of file: borrowing OpenFile, at place: Int) throws -> [UInt8] {
        try [UInt8](unsafeUninitializedCapacity: view) { memory, count in
            count = try file.read(into: UnsafeMutableRawBufferPointer(memory), at: place)
        }
    }

    /// A mail without the marks that its text got when it was put into the file.
    static func unquoted(_ mail: [UInt8], _ quoting: MailLimits.Quoting) -> [UInt8] {
        guard quoting != .none, let body = MailHeader.end(in: mail) else { return mail }
        var marks: [Int] = []
        mail.withUnsafeBytes { memory in
            var offset = body - 1
            while let found = ByteSearch.find(quote, in: memory, from: offset) {
                let first = found + 1
                var end = first + 1
                if quoting == .mboxrd { while end < memory.count, memory[end] == UInt8(ascii: ">") { end += 1 } }
                if memory[end...].starts(with: start) { marks.append(first) }
                offset = first
            }
        }
        guard !marks.isEmpty else { return mail }
        var (plain, from): ([UInt8], Int) = ([], 0)
        plain.reserveCapacity(mail.count)
        for mark in marks {
            plain += mail[from..<mark]
            from = mark + 1
        }
        return plain + mail[from...]
    }
}
