/// A row of words by which a text may name somebody.
struct NameForm: Hashable {
    var words: [[UInt8]]
    /// The words that must begin with a capital, a bit each; none where the form is a name in any case.
    var capitals: UInt16 = 0
    /// Whether it is a word as well, and a name only where the word cannot stand.
    var isCommon = false
    /// Whether it is the value itself, and not a part or another order of it.
    var isWhole = false
}

/// Makes the forms in which texts name a person whose name is on file.
///
/// Lengths, and why: of one or two letters nothing is looked for alone (`Bo`, `Li`: they are within too many
/// abbreviations); a part of a name with three or four letters alone is a name only with a capital (`Tom`, `Kees`, where
/// `tom` may be a tome and `ben` am); from five letters on in any case, because few words of that length that are no
/// names are somebody's name, and those stand in ``WordLists/common``. A value that is one word on file is looked for as
/// it stands from three letters on, in any case, because nothing else is known of whom it names.
struct NameForms {
    private static let shortestAlone = 3
    private static let anyCaseFrom = 5

    private(set) var forms: [NameForm] = []

    init(_ value: NameWords) {
        let words = value.words
        add(words, isWhole: true, capitals: 0)
        if words.count == 1 {
            // What is written small on file is how somebody is called in a chat, and no word that happens to be a name.
            forms[0].isCommon = words[0].isUpper && WordLists.common.contains(words[0].folded)
            forms[0].capitals = forms[0].isCommon ? 1 : 0
            return
        }
        if let number = words.firstIndex(where: \.hasDigit) {
            addStreet(words, number)
            return
        }
        guard words.count <= 8, !words.contains(where: { WordLists.organisations.contains($0.folded) })
        else { return }
        addParts(value)
    }

    /// Of an address also the street with the number.
    private mutating func addStreet(_ words: [NameWord], _ number: Int) {
        let street = words[..<number]
        guard street.contains(where: { $0.length >= Self.anyCaseFrom }), number < words.count - 1 else { return }
        add(Array(words[...number]))
    }

    private mutating func addParts(_ value: NameWords) {
        guard let name = PersonParts(value) else { return }
        let (given, last) = (name.given, name.last)
        if given.isEmpty { forms[0].capitals = capitals(of: name) }
        for nick in name.nicknames {
            addAlone(nick)
            add([nick] + last)
        }
        addLast(name)
        guard let first = given.first else { return }
        for given in [given.flatMap(\.self), first] {
            for family in name.families {
                add(given + family)
                add(family + given)
            }
            add(name.core + given + name.particles)
        }
        if given.count > 1 {
            let rest = given.dropFirst().map { Array($0[0].folded.prefix(1)) }
            insert(NameForm(words: first.map(\.folded) + rest + last.map(\.folded)))
        }
        addInitials(given.map { $0[0] }, name)
        if given.contains(where: { $0.count > 1 }) { addInitials(given.flatMap(\.self), name) }
        for given in given {
            if given.count == 1 { addAlone(given[0]) } else { add(given) }
        }
        if given.count > 1 { add(given.flatMap(\.self)) }
    }

    /// Adds `J. van den Berg`, `J.W. Bakker`, `JW Bakker` and `Bakker, J.W.` to them.
    private mutating func addInitials(_ firsts: [NameWord], _ name: PersonParts) {
        let letters = firsts.map { Array($0.folded.prefix(1)) }.filter { $0[0] < 0x80 }
        guard letters.count == firsts.count, !letters.isEmpty else { return }
        let rows = letters.count == 1 ? [letters] : [letters, [letters[0]], [letters.flatMap(\.self)]]
        for row in rows {
            for family in name.families where family.contains(where: { $0.length > 2 }) {
                let folded = family.map(\.folded)
                insert(NameForm(words: row + folded))
                insert(NameForm(words: folded + row))
            }
            if !name.particles.isEmpty {
                insert(NameForm(words: name.core.map(\.folded) + row + name.particles.map(\.folded)))
            }
        }
    }

    private mutating func addLast(_ name: PersonParts) {
        let core = name.core
        guard core.contains(where: { $0.length >= Self.shortestAlone }) else { return }
        if core.count == 1 {
            addAlone(core[0])
        } else {
            add(core)
            for word in core where word.length >= Self.anyCaseFrom { addAlone(word) }
        }
        guard !name.particles.isEmpty else { return }
        add(name.last, capitals: capitals(of: name))
    }

    /// `de Boer` is somebody, `de boer` is a farmer: which words of a family name with particles need a capital.
    private func capitals(of name: PersonParts) -> UInt16 {
        let isCommon = name.core.contains { WordLists.common.contains($0.folded) || $0.length < Self.anyCaseFrom }
        return isCommon && !name.particles.isEmpty ? UInt16(1) << UInt16(name.last.count - 1) : 0
    }

    private mutating func addAlone(_ word: NameWord) {
        guard word.length >= Self.shortestAlone, !word.isParticle else { return }
        let isCommon = WordLists.common.contains(word.folded)
        let capitals: UInt16 = word.isCaseless ? 0 : isCommon || word.length < Self.anyCaseFrom ? 1 : 0
        for folded in word.spelled == word.folded ? [word.folded] : [word.folded, word.spelled] {
            insert(NameForm(words: [folded], capitals: capitals, isCommon: isCommon))
            // Dutch and German add the s of the genitive without an apostrophe.
            if !isCommon, word.length > Self.shortestAlone, let end = folded.last, ![0x73, 0x78, 0x7A].contains(end) {
                insert(NameForm(words: [folded + [0x73]], capitals: capitals))
            }
        }
    }

    private mutating func add(_ words: [NameWord], isWhole: Bool = false, capitals: UInt16 = 0) {
        guard !words.isEmpty else { return }
        insert(NameForm(words: words.map(\.folded), capitals: capitals, isWhole: isWhole))
        let spelled = words.map(\.spelled)
        if spelled != words.map(\.folded) { insert(NameForm(words: spelled, capitals: capitals)) }
    }

    private mutating func insert(_ form: NameForm) { forms.append(form) }
}

/// A name taken apart.
struct PersonParts {
    /// The given names, each of the words that hyphens tie.
    let given: [[NameWord]]
    let particles: [NameWord]
    /// The family name without what stands before it.
    let core: [NameWord]
    let nicknames: [NameWord]

    var last: [NameWord] { particles + core }
    /// The family name with what stands before it, and without.
    var families: [[NameWord]] { particles.isEmpty ? [core] : [last, core] }

    init?(_ value: NameWords) {
        var nicknames: [NameWord] = []
        var words: [NameWord] = []
        var comma = value.comma
        for (index, word) in value.words.enumerated() {
            let isTitle = WordLists.honorifics.contains(word.folded)
            if word.isQuoted, value.words.count > 2 { nicknames.append(word) }
            if !(word.isQuoted && value.words.count > 2), !isTitle {
                words.append(word)
            } else if let place = value.comma, index < place, let left = comma {
                comma = left - 1
            }
        }
        if comma == 0 { comma = nil }
        let (given, last) = Self.divided(words, comma)
        let particles = Array(last.prefix { $0.isParticle }.prefix(max(0, last.count - 1)))
        let core = Array(last.dropFirst(particles.count))
        guard !core.isEmpty else { return nil }
        self.given = Self.tied(given)
        self.particles = particles
        self.core = core
        self.nicknames = nicknames
    }

    private static func divided(_ words: [NameWord], _ comma: Int?) -> (given: [NameWord], last: [NameWord]) {
        if let comma, comma < words.count {
            let behind = Array(words[comma...])
            let given = Array(behind.prefix { !$0.isParticle || $0.isInitial })
            return (given, Array(behind.dropFirst(given.count)) + words[..<comma])
        }
        if let particle = words.indices.dropFirst().dropLast().first(where: {
            words[$0].isParticle && !words[$0].isUpperInitial
        }) {
            return (Array(words[..<particle]), Array(words[particle...]))
        }
        if let first = words.first, first.isParticle, !first.isInitial { return ([], words) }
        var start = words.count - 1
        while start > 1, words[start].isTied { start -= 1 }
        // The one name of somebody may be tied as a whole.
        return start > 0 ? (Array(words[..<start]), Array(words[start...])) : ([], words)
    }

    private static func tied(_ words: [NameWord]) -> [[NameWord]] {
        words.reduce(into: []) { groups, word in
            if word.isTied, !groups.isEmpty { groups[groups.count - 1].append(word) } else { groups.append([word]) }
        }
    }
}

extension NameWord {
    fileprivate var isUpperInitial: Bool { isInitial && isUpper }
}
