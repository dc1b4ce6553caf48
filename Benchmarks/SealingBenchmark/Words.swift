/// Chance that is the same in every run (SplitMix64).
struct FixedRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }

    /// A number below a limit.
    mutating func below(_ limit: Int) -> Int { Int(next() >> 33) % limit }
}

/// A vocabulary of made-up words, the first ones much more frequent, as in any language.
struct Words {
    private let words: [[UInt8]]

    init(count: Int = 4000) {
        var random = FixedRandom(seed: 1)
        let onsets = ["b", "d", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "st", "br", "gr", "sch"]
        let nuclei = ["a", "e", "i", "o", "u", "aa", "ee", "oo", "ie", "oe", "ij", "ui"]
        let codas = ["", "", "n", "r", "t", "s", "l", "k", "nd", "st"]
        words = (0..<count).map { number in
            let syllables = number < 60 ? 1 : 1 + random.below(3)
            let word = (0..<syllables).map { _ in
                onsets[random.below(onsets.count)] + nuclei[random.below(nuclei.count)]
                    + codas[random.below(codas.count)]
            }
            return Array(word.joined().utf8)
        }
    }

    /// Appends so many words with spaces between them.
    func append(_ count: Int, to text: inout [UInt8], _ random: inout FixedRandom) {
        for place in 0..<count {
            if place > 0 { text.append(0x20) }
            // The square of an even chance falls on the first words most often.
            let even = random.below(1 << 20)
            let skewed = (even * even) >> 20
            text += words[(skewed * words.count) >> 20]
        }
    }
}
