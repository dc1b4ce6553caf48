/// The e-mail addresses in a cell, which need not be one bare address: systems hold blanks around it, a display name
/// before it (`Ada Jansen <ada@example.org>`), or two addresses in one cell.
///
/// A display name and a comment are no addresses, whatever they look like: they are what somebody wrote, and
/// `"bob@example.org" <ada@example.org>` is Ada's alone.
public enum AddressCell {
    /// Whether the cell is one bare address or at least nothing else: no blanks, names, brackets or lists.
    public static func isPlain(_ cell: ArraySlice<UInt8>) -> Bool {
        var previous: UInt8 = 0
        for byte in cell {
            guard isPlain(byte, after: previous) else { return false }
            previous = byte
        }
        return true
    }

    /// Hands over each address of a cell as it stands there; a plain cell as a whole, whether or not it is an address.
    public static func forEachAddress(in cell: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>) -> Void) {
        if isPlain(cell) {
            if !cell.isEmpty { body(cell) }
            return
        }
        var reading = Reading(rest: cell)
        while !reading.rest.isEmpty {
            for address in reading.nextPart() { body(address) }
        }
    }

    /// Neither a blank, also one that does not break (U+00A0), nor a mark.
    @inline(__always)
    static func isPlain(_ byte: UInt8, after previous: UInt8) -> Bool {
        byte > 0x20 && byte != 0x7F && !isMark(byte) && !(byte == 0xA0 && previous == 0xC2)
    }

    @inline(__always)
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x28, 0x29, 0x2C, colon, 0x3B, 0x3C, 0x3E: true
        default: false
        }
    }

    /// No mark of an address itself, but of what is written before one.
    private static let colon = UInt8(ascii: ":")

    private static func isInWord(_ byte: UInt8, after previous: UInt8) -> Bool {
        byte == colon || isPlain(byte, after: previous)
    }

    /// Goes from part to part of a list; parts end at a comma, a semicolon or a line's end (RFC 5322, 3.4).
    private struct Reading {
        var rest: ArraySlice<UInt8>

        mutating func nextPart() -> [ArraySlice<UInt8>] {
            var bracketed: ArraySlice<UInt8>?
            var quoted: ArraySlice<UInt8>?
            var words: [ArraySlice<UInt8>] = []
            while let byte = rest.first {
                switch byte {
                case UInt8(ascii: ","), UInt8(ascii: ";"), 0x0A, 0x0D:
                    rest.removeFirst()
                    return Self.addresses(bracketed, words, quoted)
                case UInt8(ascii: "<"):
                    bracketed = takeUntil(UInt8(ascii: ">"))
                case UInt8(ascii: "\""):
                    quoted = takeUntil(UInt8(ascii: "\""))
                case UInt8(ascii: "("):
                    skipComment()
                default:
                    if let word = takeWord() { words.append(word) }
                }
            }
            return Self.addresses(bracketed, words, quoted)
        }

        /// What stands in brackets is the address, and everything beside it a name.
        private static func addresses(
            _ bracketed: ArraySlice<UInt8>?,
            _ words: [ArraySlice<UInt8>],
            _ quoted: ArraySlice<UInt8>?
        ) -> [ArraySlice<UInt8>] {
            if let bracketed { return [withoutLabel(trimmed(bracketed))].filter(isAddress) }
            let bare = words.map(withoutLabel).filter(isAddress)
            return bare.isEmpty && words.isEmpty ? [quoted.map(trimmed) ?? []].filter(isAddress) : bare
        }

        private static func isAddress(_ word: ArraySlice<UInt8>) -> Bool {
            let ats = word.count { $0 == UInt8(ascii: "@") }
            return ats == 1 && word.first != UInt8(ascii: "@") && word.last != UInt8(ascii: "@")
                && word.allSatisfy { AddressCell.isInWord($0, after: 0) }
        }

        /// The word without what is written before an address: `mailto:` of a link, `SMTP:` of a directory, a name.
        private static func withoutLabel(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
            let local = word.prefix { $0 != UInt8(ascii: "@") }
            return local.lastIndex(of: colon).map { word[($0 + 1)...] } ?? word
        }

        private static func trimmed(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
            var word = word
            while let first = word.first, first <= 0x20 { word.removeFirst() }
            while let last = word.last, last <= 0x20 { word.removeLast() }
            return word
        }

        /// What stands between an opening mark and its end; to the end of the cell where it is never closed.
        private mutating func takeUntil(_ end: UInt8) -> ArraySlice<UInt8> {
            rest.removeFirst()
            let start = rest
            while let byte = rest.popFirst() {
                if byte == UInt8(ascii: "\\") { _ = rest.popFirst() }
                if byte == end { return start[..<(rest.startIndex - 1)] }
            }
            return start
        }

        private mutating func skipComment() {
            var depth = 0
            while let byte = rest.popFirst() {
                if byte == UInt8(ascii: "\\") { _ = rest.popFirst() }
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
                if depth == 0 { return }
            }
        }

        /// A run of bytes that are neither blanks nor marks; nil where a blank was skipped.
        private mutating func takeWord() -> ArraySlice<UInt8>? {
            let start = rest
            var previous: UInt8 = 0
            while let byte = rest.first, AddressCell.isInWord(byte, after: previous) {
                previous = byte
                rest.removeFirst()
            }
            var word = start[..<rest.startIndex]
            // What ended it is the second byte of a blank whose first was taken for a letter's.
            if rest.first == 0xA0 { word = word.dropLast() }
            if rest.startIndex == start.startIndex || rest.first == 0xA0 { rest.removeFirst() }
            return word.isEmpty ? nil : word
        }
    }
}
