import Policy

/// How people ask in one language: what it is told by, and by which phrases each right.
///
/// All words stand in small letters without accents, as ``Phrase`` wants them.
struct RequestWords: Sendable {
    /// Words that hardly any sentence of the language is without.
    let common: Set<[UInt8]>
    /// What asks for a right by name.
    let rights: [(right: Right, phrases: [Phrase])]
    /// What asks for data without naming a right.
    let asking: [Phrase]
    /// What speaks of rights without asking for one, as lists of what an answer must hold do.
    let telling: [Phrase]
    /// What says that somebody asks for another person.
    let forOthers: [Phrase]

    init(
        common: String,
        rights: [(Right, [String])],
        asking: [String],
        telling: [String],
        forOthers: [String]
    ) {
        self.common = Self.words(common)
        self.rights = rights.map { (right: $0, phrases: $1.map(Phrase.init)) }
        self.asking = asking.map(Phrase.init)
        self.telling = telling.map(Phrase.init)
        self.forOthers = forOthers.map(Phrase.init)
    }

    /// What a sentence may ask: what stands before it comes to tell of rights, in whatever language.
    static func asked(in sentence: [[UInt8]]) -> ArraySlice<[UInt8]> {
        let telling = Language.allCases.flatMap(\.requestWords.telling)
        return sentence[..<(telling.compactMap { $0.place(in: sentence[...]) }.min() ?? sentence.count)]
    }

    static func words(_ text: String) -> Set<[UInt8]> { Set(text.utf8.split { $0 <= 0x20 }.map { Array($0) }) }
}

extension Language {
    /// How people ask in it.
    var requestWords: RequestWords {
        switch self {
        case .nl: DutchRequests.words
        case .en: EnglishRequests.words
        case .fr: FrenchRequests.words
        case .de: GermanRequests.words
        }
    }
}
