import CLineMarks
import Glibc

/// Tells of a line, without reading it as a record, whether it is a whole one that hides no bytes.
package protocol PlainLines: Sendable {
    /// The byte that ends a line.
    var newline: UInt8 { get }

    /// The length of the line with which a text begins, where it is whole as far as its bytes tell and hides none of
    /// them; of any other the record is to be read.
    func plainLength(_ text: UnsafeRawBufferPointer) -> Int?
}

extension PlainLines {
    /// The length and the number of the lines with which a text begins that are plain and end before a place.
    package func lines(in text: UnsafeRawBufferPointer, before place: Int) -> (length: Int, count: Int) {
        var (start, count) = (0, 0)
        while start < place, let length = plainLength(UnsafeRawBufferPointer(rebasing: text[start...])),
            start + length < place
        {
            (start, count) = (start + length + 1, count + 1)
        }
        return (start, count)
    }
}

/// Lines that are objects of JSON.
///
/// Whole is what begins and ends with the object's braces, opens as many braces as it closes, closes every string, and
/// has no control characters: a line that was cut, or runs into the next one, is not.
package struct PlainObjects: PlainLines {
    /// JSON Lines have no other.
    package let newline: UInt8 = 0x0A

    /// Makes it.
    package init() {}

    package func plainLength(_ text: UnsafeRawBufferPointer) -> Int? {
        let sought = sought_marks(newline: newline, quote: Mark.quote, plus: Mark.openBrace, minus: Mark.closeBrace)
        let marks = line_marks(text.baseAddress, text.count, sought)
        var count = marks.length
        while count > 0, Mark.isSpace(text[count - 1]) { count -= 1 }
        guard count > 1, text[0] == Mark.openBrace, text[count - 1] == Mark.closeBrace, marks.balance == 0,
            marks.has_control == 0
        else { return nil }
        var openQuote = marks.has_open_quote
        if marks.has_backslash != 0 {
            let line = UnsafeRawBufferPointer(rebasing: text[..<count])
            guard Escapes.hideNothing(in: line, { openQuote ^= $0 == Mark.quote ? 1 : 0 }) else { return nil }
        }
        return openQuote == 0 ? marks.length : nil
    }
}

/// Lines that are rows of a table.
///
/// Whole is what has a delimiter between each two cells, and closes every quote.
package struct PlainRows: PlainLines {
    package let newline: UInt8
    private let delimiter: UInt8
    private let quote: UInt8
    private let comment: UInt8?
    private let width: Int

    /// Makes it for rows of so many cells; a quote that is nil is none.
    package init(delimiter: UInt8, quote: UInt8?, comment: UInt8?, newline: UInt8, width: Int) {
        (self.delimiter, self.comment, self.newline, self.width) = (delimiter, comment, newline, width)
        // The end of a line stands in none.
        self.quote = quote ?? newline
    }

    package func plainLength(_ text: UnsafeRawBufferPointer) -> Int? {
        let sought = sought_marks(newline: newline, quote: quote, plus: delimiter, minus: newline)
        let marks = line_marks(text.baseAddress, text.count, sought)
        guard marks.length > 0, text[0] != comment, marks.balance == width - 1, marks.has_open_quote == 0 else {
            return nil
        }
        let line = UnsafeRawBufferPointer(rebasing: text[..<marks.length])
        return marks.has_backslash == 0 || Escapes.hideNothing(in: line, { _ in }) ? marks.length : nil
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
        while place < text.count, let found = memchr(base + place, Int32(Mark.backslash), text.count - place) {
            let start = UnsafeRawPointer(found) - base
            guard start + 1 < text.count else { return false }
            // Of two backslashes the second escapes nothing in the outer text, but perhaps in the inner one.
            if isASCII(text, start) || (text[start + 1] == Mark.backslash && isASCII(text, start + 1)) { return false }
            escaped(text[start + 1])
            place = start + 2
        }
        return true
    }

    /// Whether `\u00` stands there with a digit that makes it ASCII.
    private static func isASCII(_ text: UnsafeRawBufferPointer, _ start: Int) -> Bool {
        guard start + 4 < text.count, text[start + 1] == UInt8(ascii: "u") else { return false }
        return text[start + 2] == Mark.zero && text[start + 3] == Mark.zero
            && (Mark.zero...UInt8(ascii: "7")).contains(text[start + 4])
    }
}
