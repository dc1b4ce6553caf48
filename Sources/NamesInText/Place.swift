/// Where a name may stand in a text, and what stands around it.
struct Place {
    let text: UnsafeBufferPointer<UInt8>
    let ascii: UnsafeBufferPointer<UInt8>
    let range: Range<Int>

    /// Where the next word of a name begins behind a word: a few of the marks that stand within names may be between.
    static func wordBehind(_ end: Int, of text: UnsafeBufferPointer<UInt8>) -> Int? {
        var place = end
        for _ in 0..<4 {
            guard place < text.count else { return nil }
            switch text[place] {
            case 0x20, 0x09, 0x0A, 0x0D, 0x2E, 0x2C, 0x2D, 0x27, 0x5F, 0x2F, 0x60, 0x22, 0x28, 0x29: place += 1
            case 0xC2 where place + 1 < text.count && [0xA0, 0xB4].contains(text[place + 1]): place += 2
            case 0xE2
            where place + 2 < text.count && text[place + 1] == 0x80
                && [0x90, 0x91, 0x98, 0x99, 0x9C, 0x9D, 0x9E].contains(text[place + 2]):
                place += 3
            default: return place > end ? place : nil
            }
        }
        return place > end && place < text.count ? place : nil
    }

    /// Whether somebody is addressed here: `mevrouw de boer`, `Herr Koch`.
    var isAddressed: Bool {
        var place = range.lowerBound
        for _ in 0..<3 {
            guard let before = wordBefore(place) else { return false }
            if WordLists.honorifics.contains(before.folded) { return true }
            guard WordLists.particles.contains(before.folded) else { return false }
            place = before.start
        }
        return false
    }

    /// Whether a name that is a word as well is a name here: it is addressed, or it has a capital that nothing else
    /// explains and stands where the word does not.
    func isName(withCapital isCapital: Bool) -> Bool {
        if isAddressed { return true }
        guard isCapital, !isNextToNumber else { return false }
        if isAll { return true }
        guard let before = wordBefore(range.lowerBound), !before.endsSentence else { return false }
        if WordLists.determiners.contains(before.folded) { return false }
        return !(WordLists.beforeMonths.contains(before.folded) && WordLists.months.contains(folded(range)))
    }

    /// Whether nothing else is said.
    private var isAll: Bool {
        wordBefore(range.lowerBound) == nil
            && !(range.upperBound..<text.count).contains { LetterFolding.beginsWord(at: $0, of: text) }
    }

    private var isNextToNumber: Bool {
        if let before = wordBefore(range.lowerBound), before.folded.allSatisfy({ (0x30...0x39).contains($0) }) {
            return true
        }
        var place = range.upperBound
        while place < text.count, place < range.upperBound + 3, [0x20, 0x2E, 0x27, 0x2D].contains(text[place]) {
            place += 1
        }
        return place < text.count && (0x30...0x39).contains(text[place])
    }

    private struct Before: Equatable {
        let start: Int
        let folded: [UInt8]
        /// Whether a sentence or a line ends between it and the place.
        let endsSentence: Bool
    }

    /// The word that stands before a place, without accents; nil where the text begins there.
    private func wordBefore(_ place: Int) -> Before? {
        var end = place
        var endsSentence = false
        while end > 0, !LetterFolding.endsWord(at: end, of: text) {
            end -= 1
            // A full stop, a mark, a colon, a bullet or the end of a line.
            if [0x0A, 0x0D, 0x2E, 0x21, 0x3F, 0x3A, 0x2A, 0x3E].contains(text[end]) { endsSentence = true }
            if place - end > 12 { return nil }
        }
        guard end > 0 else { return nil }
        var start = end
        while start > 0, LetterFolding.endsWord(at: start, of: text), end - start < 24 {
            start -= 1
            while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        }
        return Before(start: start, folded: folded(start..<end), endsSentence: endsSentence)
    }

    private func folded(_ range: Range<Int>) -> [UInt8] {
        var (folded, place): ([UInt8], Int) = ([], range.lowerBound)
        while place < range.upperBound {
            guard let (scalar, length) = LetterFolding.scalar(at: place, of: text) else { return folded }
            if scalar.isASCII {
                folded.append(ascii[Int(text[place])])
            } else {
                folded += LetterFolding.letter(scalar).folded
            }
            place += length
        }
        return folded
    }
}
