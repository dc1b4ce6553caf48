import Cases
import ExporterKit

/// The forms of all known values, as a tree of words that a text is led through.
struct FormTable: Sendable {
    /// Whom a form names, and why they are replaced.
    struct Target: Sendable {
        /// Below zero where several people share the form.
        var value: Int32
        var ground: Redaction.Ground
    }

    private struct End: Sendable {
        var target: Target
        var capitals: UInt16
        var isCommon: Bool
        var isWhole: Bool
    }

    private struct Literal: Sendable {
        let bytes: [UInt8]
        /// Where its first word begins.
        let lead: Int
        let target: Target
    }

    private struct Node: Sendable {
        var end: End?
        var goesOn = false
        var literals: [Literal] = []
    }

    private var nodes = [Node()]
    private var edges: [UInt64: Int32] = [:]
    /// Which two letters a form begins with, so that most words of a text are passed over without a look into the tree.
    private var starts = [Bool](repeating: false, count: 1 << 16)

    mutating func insert(_ form: NameForm, _ target: Target) {
        var node = 0
        for word in form.words {
            nodes[node].goesOn = true
            node = child(of: node, FoundWord.hash(word))
        }
        mark(form.words[0])
        let end = End(target: target, capitals: form.capitals, isCommon: form.isCommon, isWhole: form.isWhole)
        guard let other = nodes[node].end else {
            nodes[node].end = end
            return
        }
        nodes[node].end = Self.merged(other, end)
    }

    /// What two people share names nobody, unless it is all that is known of one of them.
    private static func merged(_ one: End, _ other: End) -> End {
        var end = one.isWhole || !other.isWhole ? one : other
        if one.target.value != other.target.value, one.isWhole == other.isWhole { end.target.value = -1 }
        if one.isCommon == other.isCommon {
            end.capitals = one.capitals & other.capitals
        } else {
            // The form that is less of a word is a name in more places.
            end.capitals = one.isCommon ? other.capitals : one.capitals
        }
        end.isCommon = one.isCommon && other.isCommon
        return end
    }

    /// Inserts a value that is found as it stands, whatever the case of its ASCII letters.
    mutating func insert(literal bytes: [UInt8], _ target: Target) {
        bytes.withUnsafeBufferPointer { text in
            LetterFolding.ascii.withUnsafeBufferPointer { ascii in
                var lead = 0
                while lead < text.count {
                    if let word = FoundWord(at: lead, of: text, ascii) {
                        let node = child(of: 0, word.hash)
                        let literal = Literal(bytes: bytes, lead: lead, target: target)
                        let place = nodes[node].literals.firstIndex { $0.bytes.count < bytes.count }
                        nodes[node].literals.insert(literal, at: place ?? nodes[node].literals.endIndex)
                        return mark(Array(text[lead..<word.end]))
                    }
                    lead += 1
                }
            }
        }
    }

    private mutating func child(of node: Int, _ word: UInt64) -> Int {
        let key = Self.key(node, word)
        if let child = edges[key] { return Int(child) }
        nodes.append(Node())
        edges[key] = Int32(nodes.count - 1)
        return nodes.count - 1
    }

    private static func key(_ node: Int, _ word: UInt64) -> UInt64 {
        (word ^ UInt64(node) &* 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD
    }

    /// Marks how a word may begin in a text; what is not ASCII there is always looked at.
    private mutating func mark(_ word: [UInt8]) {
        let first = Int(LetterFolding.ascii[Int(word[0])])
        let second = word.count > 1 ? Int(LetterFolding.ascii[Int(word[1])]) : 0
        starts[first << 8 | second] = true
        // An accent may stand behind the first letter, composed with the second or not.
        starts[first << 8 | Int(LetterFolding.foreign)] = true
    }

    // MARK: Search

    /// Hands over each form's place in a text, from left to right, the longest first, none overlapping.
    func forEachMatch(in text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, Target) -> Void) {
        LetterFolding.ascii.withUnsafeBufferPointer { ascii in
            starts.withUnsafeBufferPointer { starts in
                var (place, taken) = (0, 0)
                while place < text.count {
                    let first = ascii[Int(text[place])]
                    if first == 0 {
                        place += 1
                        continue
                    }
                    if first != LetterFolding.foreign {
                        let second = place + 1 < text.count ? ascii[Int(text[place + 1])] : 0
                        if !starts[Int(first) << 8 | Int(second)] {
                            place = endOfWord(from: place + 1, of: text, ascii)
                            continue
                        }
                    }
                    if let (range, target) = match(at: place, of: text, ascii, after: taken) {
                        body(range, target)
                        (place, taken) = (range.upperBound, range.upperBound)
                        // What was found may end within a word where it begins with none.
                        if LetterFolding.endsWord(at: place, of: text) {
                            place = endOfWord(from: place, of: text, ascii)
                        }
                    } else {
                        place = max(endOfWord(from: place, of: text, ascii), place + 1)
                    }
                }
            }
        }
    }

    private func endOfWord(
        from place: Int,
        of text: UnsafeBufferPointer<UInt8>,
        _ ascii: UnsafeBufferPointer<UInt8>
    ) -> Int {
        var place = place
        while place < text.count {
            let folded = ascii[Int(text[place])]
            if folded == 0 { return place }
            if folded != LetterFolding.foreign {
                place += 1
            } else {
                guard let (scalar, length) = LetterFolding.scalar(at: place, of: text),
                    LetterFolding.letter(scalar).isInWord
                else { return place }
                place += length
            }
        }
        return place
    }

    private typealias Match = (range: Range<Int>, target: Target)

    private func match(
        at start: Int,
        of text: UnsafeBufferPointer<UInt8>,
        _ ascii: UnsafeBufferPointer<UInt8>,
        after taken: Int
    ) -> Match? {
        guard var word = FoundWord(at: start, of: text, ascii), let first = edges[Self.key(0, word.hash)] else {
            return nil
        }
        var best = literal(nodes[Int(first)].literals, at: start, of: text, after: taken)
        var node = Int(first)
        var (capitals, count): (UInt16, UInt16) = (0, 0)
        while true {
            if word.isUpper { capitals |= 1 << count }
            count += 1
            if let end = nodes[node].end, word.end > (best?.range.upperBound ?? 0) {
                let place = Place(text: text, ascii: ascii, range: start..<word.end)
                let isCapital = capitals & end.capitals == end.capitals
                if end.isCommon ? place.isName(withCapital: isCapital) : isCapital || place.isAddressed {
                    best = (start..<word.end, end.target)
                }
            }
            guard nodes[node].goesOn, count < 16, let next = Place.wordBehind(word.end, of: text),
                let behind = FoundWord(at: next, of: text, ascii), let child = edges[Self.key(node, behind.hash)]
            else { return best }
            (word, node) = (behind, Int(child))
        }
    }

    private func literal(
        _ literals: [Literal],
        at place: Int,
        of text: UnsafeBufferPointer<UInt8>,
        after taken: Int
    ) -> Match? {
        for literal in literals {
            let start = place - literal.lead
            let end = start + literal.bytes.count
            guard start >= taken, end <= text.count,
                !(LetterFolding.endsWord(at: end, of: text) && LetterFolding.beginsWord(at: end, of: text)),
                !(LetterFolding.endsWord(at: start, of: text) && LetterFolding.beginsWord(at: start, of: text)),
                literal.bytes.indices.allSatisfy({ asciiFolded(text[start + $0]) == literal.bytes[$0] })
            else { continue }
            return (start..<end, literal.target)
        }
        return nil
    }
}
