import TestSupport
import Testing
import NamesInText
import Cases

@Suite struct `Known values in free text` {
    /// What is searched, the text, and what is found, in the text's own words.
    static let table: [(known: [String], text: String, found: [String])] = [
        (["Bob"], "Bob rang, and BOB, bob, bOb", ["Bob", "BOB", "bob", "bOb"]),
        (["Bob"], "Bobby Bobs kebob B.o.b Bob1 1Bob", []),
        (
            ["Bob"], "(Bob) [bob] bob@x /bob/ bob. bob, bob! \"bob\" 'bob' bob's",
            ["Bob"] + Array(repeating: "bob", count: 9)
        ),
        (
            ["Bob"], "\u{201C}Bob\u{201D} \u{2018}Bob\u{2019} Bob\u{2019}s \u{2014}Bob\u{2014} \u{AB}Bob\u{BB}",
            Array(repeating: "Bob", count: 5)
        ),
        (
            ["Bob"], "\u{A0}Bob\u{A0} Bob\u{2026} \u{1F600}Bob\u{1F600} \u{3000}Bob\u{3002}",
            Array(repeating: "Bob", count: 4)
        ),
        (["Ana"], "Ana\u{EF}s \u{C9}Ana An\u{308}as", []),
        (["Ana"], "Ana \u{EF}s, \u{C9} Ana", ["Ana", "Ana"]),
        (["Zo\u{EB}"], "Zo\u{EB}, ZO\u{EB} and zo\u{EB}", ["Zo\u{EB}", "ZO\u{EB}", "zo\u{EB}"]),
        (["Bob Jansen", "Bob"], "Bob Jansen and Bob", ["Bob Jansen", "Bob"]),
        (["Bob", "Bob Jansen"], "bob jansen", ["bob jansen"]),
        (["bob@example.org"], "to Bob@Example.org.", ["Bob@Example.org"]),
        (["@bob_j"], "hello @bob_j!", ["@bob_j"]),
        (["+31 20 555 0142", "0205550142"], "ring +31 20 555 0142 or 0205550142", ["+31 20 555 0142", "0205550142"]),
        (["42", "1001"], "order 42, number 1001", []),
        (["Bo", ""], "Bo", []),
        (["Bob"], "", []),
        (["Bob"], "Bo", []),
        (["Bob"], "xBob Bob", ["Bob"]),
        (["aab"], "aaab aab", ["aab"]),
    ]

    @Test(arguments: table.indices)
    func `a value is found as a whole word, whatever the case of its ASCII letters`(row: Int) {
        let (known, text, found) = Self.table[row]
        #expect(matches(known, Array(text.utf8)) == found.map { Array($0.utf8) })
    }

    @Test func `bytes that are no text neither stop the search nor hide a name (case 63)`() {
        let text: [UInt8] = [0xFF] + Array("Bob".utf8) + [0xC3] + Array(" Bob ".utf8) + [0x80, 0xE2, 0x80]
        #expect(matches(["Bob"], text) == [Array("Bob".utf8), Array("Bob".utf8)])
    }

    @Test func `what is found is what a slow and simple search finds`() {
        var generator = Seeded(state: 42)
        let alphabet: [[UInt8]] = ["a", "b", "A", "c", " ", "-", "\u{EB}", "\u{2019}", "1", "@"].map { Array($0.utf8) }
        /// A value that is no words alone, and so is found as it stands.
        func value() -> [UInt8] { [0x61] + word(0...2) + [0x40] + word(1...3) }
        func word(_ lengths: ClosedRange<Int>) -> [UInt8] {
            (0..<Int.random(in: lengths, using: &generator)).flatMap { _ in
                alphabet.randomElement(using: &generator) ?? []
            }
        }
        for _ in 0..<1_000 {
            let known = (0..<Int.random(in: 1...5, using: &generator)).map { _ in value() }
            let text = word(0...40)
            var values = KnownValues()
            for value in known { values.insert(value, as: .otherPerson) }
            var found: [Range<Int>] = []
            values.forEachMatch(in: text[...]) { place, _ in found.append(place) }
            #expect(found == naive(known, text))
        }
    }

    @Test func `the search is bounded, and longer values come first whatever the order`() {
        var values = KnownValues()
        for number in 0..<30_000 { values.insert(Array("name\(number)".utf8), as: .otherPerson) }
        #expect(values.count == 20_000)
        var found = 0
        values.forEachMatch(in: Array("name1 name19999 name29999".utf8)[...]) { _, _ in found += 1 }
        #expect(found == 2)
    }

    private func matches(_ known: [String], _ text: [UInt8]) -> [[UInt8]] {
        var values = KnownValues()
        for value in known { values.insert(Array(value.utf8), as: .otherPerson) }
        var found: [[UInt8]] = []
        values.forEachMatch(in: text[...]) { place, _ in found.append(Array(text[place])) }
        return found
    }

    /// From each place the longest value that is a whole word there, on Unicode scalars.
    private func naive(_ known: [[UInt8]], _ text: [UInt8]) -> [Range<Int>] {
        func fold(_ bytes: some Sequence<UInt8>) -> [UInt8] { bytes.map { (0x41...0x5A).contains($0) ? $0 + 32 : $0 } }
        func isWord(_ scalar: Unicode.Scalar?) -> Bool {
            scalar.map { $0.properties.isAlphabetic || $0.properties.numericType != nil } ?? false
        }
        let values = Set(known.map(fold)).filter { value in
            value.count >= 3 && (value.contains { (0x61...0x7A).contains($0) || $0 >= 0x80 })
        }
        let folded = fold(text)
        var found: [Range<Int>] = []
        var place = 0
        while place < text.count {
            let before = String(decoding: text[..<place], as: UTF8.self).unicodeScalars.last
            let fitting = values.filter { value in
                guard folded[place...].starts(with: value) else { return false }
                let scalars = String(decoding: value, as: UTF8.self).unicodeScalars
                let after = String(decoding: text[(place + value.count)...], as: UTF8.self).unicodeScalars.first
                return !(isWord(before) && isWord(scalars.first)) && !(isWord(scalars.last) && isWord(after))
            }
            guard let longest = fitting.map(\.count).max() else {
                place += 1
                continue
            }
            found.append(place..<(place + longest))
            place += longest
        }
        return found
    }
}
