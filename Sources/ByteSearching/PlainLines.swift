import ExporterKit
import Glibc

/// Tells of a line, without reading it as a record, whether it is a whole one that hides no bytes.
package protocol PlainLines {
    /// Whether a line is whole as far as its bytes tell, and hides none of them; of any other the record is to be read.
    func isPlain(_ line: UnsafeRawBufferPointer) -> Bool
}

/// Lines that are objects of JSON.
///
/// Whole is what begins and ends with the object's braces, opens as many braces as it closes, closes every string, and
/// has no control characters: a line that was torn is not, wherever it was torn.
package struct PlainObjects: PlainLines {
    /// Makes it.
    package init() {}

    package func isPlain(_ line: UnsafeRawBufferPointer) -> Bool {
        var count = line.count
        while count > 0, Byte.isSpace(line[count - 1]) { count -= 1 }
        guard count > 1, line[0] == Byte.openBrace, line[count - 1] == Byte.closeBrace else { return false }
        let line = UnsafeRawBufferPointer(rebasing: line[..<count])
        // Written so that the compiler makes vectors of it.
        var (quotes, braces, others): (UInt8, UInt8, UInt8) = (0, 0, 0)
        var escapes: UInt8 = 0
        for byte in line {
            quotes ^= byte == Byte.quote ? 1 : 0
            braces = braces &+ (byte == Byte.openBrace ? 1 : 0) &- (byte == Byte.closeBrace ? 1 : 0)
            escapes |= byte == Byte.backslash ? 1 : 0
            others |= byte < 0x20 ? 1 : 0
        }
        guard braces == 0, others == 0 else { return false }
        if escapes == 0 { return quotes == 0 }
        return Escapes.hideNothing(in: line) { quotes ^= $0 == Byte.quote ? 1 : 0 } && quotes == 0
    }
}

/// Lines that are rows of a table.
///
/// Whole is what has a delimiter between each two cells, and closes every quote.
package struct PlainRows: PlainLines {
    private let delimiter: UInt8
    private let quote: UInt8
    private let comment: UInt8?
    private let width: Int

    /// Makes it for rows of so many cells; a quote that is nil is none.
    package init(delimiter: UInt8, quote: UInt8?, comment: UInt8?, width: Int) {
        // The end of a line stands in none.
        (self.delimiter, self.quote, self.comment, self.width) = (delimiter, quote ?? 0x0A, comment, width)
    }

    package func isPlain(_ line: UnsafeRawBufferPointer) -> Bool {
        guard let first = line.first, first != comment else { return false }
        var (quotes, escapes): (UInt8, UInt8) = (0, 0)
        var delimiters = 0
        var start = 0
        while start < line.count {
            // As many as a byte can count.
            let end = min(start + 255, line.count)
            var some: UInt8 = 0
            for byte in UnsafeRawBufferPointer(rebasing: line[start..<end]) {
                quotes ^= byte == quote ? 1 : 0
                some &+= byte == delimiter ? 1 : 0
                escapes |= byte == Byte.backslash ? 1 : 0
            }
            delimiters += Int(some)
            start = end
        }
        return quotes == 0 && delimiters == width - 1 && (escapes == 0 || Escapes.hideNothing(in: line) { _ in })
    }
}

/// The escapes of JSON in a text.
private enum Escapes {
    /// Whether none of a text's escapes stands for ASCII by its number; the bytes behind a backslash are handed over.
    ///
    /// What is not ASCII is part of no run, and what has an escape of one letter is none that stands there as it is. A
    /// text within a text has its backslashes doubled, and is looked at as if they were not.
    static func hideNothing(in text: UnsafeRawBufferPointer, _ escaped: (UInt8) -> Void) -> Bool {
        guard let base = text.baseAddress else { return true }
        var place = 0
        while place < text.count, let found = memchr(base + place, Int32(Byte.backslash), text.count - place) {
            let start = UnsafeRawPointer(found) - base
            guard start + 1 < text.count else { return false }
            // Of two backslashes the second escapes nothing in the outer text, but perhaps in the inner one.
            if isASCII(text, start) || (text[start + 1] == Byte.backslash && isASCII(text, start + 1)) { return false }
            escaped(text[start + 1])
            place = start + 2
        }
        return true
    }

    /// Whether `\u00` stands there with a digit that makes it ASCII.
    private static func isASCII(_ text: UnsafeRawBufferPointer, _ start: Int) -> Bool {
        guard start + 4 < text.count, text[start + 1] == UInt8(ascii: "u") else { return false }
        return text[start + 2] == Byte.zero && text[start + 3] == Byte.zero
            && (Byte.zero...UInt8(ascii: "7")).contains(text[start + 4])
    }
}
