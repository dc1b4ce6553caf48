/// A language that Inzage answers in.
///
/// Each has a folder beside this file with all that it says: its vocabulary, the words of the overview, the names of
/// countries and the letters. A new language is such a folder, and a case in each switch here.
package enum Language: String, Sendable, Codable, CaseIterable {
    /// Dutch.
    case nl
    /// English.
    case en
    /// French.
    case fr
    /// German.
    case de

    /// What the language calls things, whoever is addressed.
    package var vocabulary: any Vocabulary {
        switch self {
        case .nl: DutchVocabulary()
        case .en: EnglishVocabulary()
        case .fr: FrenchVocabulary()
        case .de: GermanVocabulary()
        }
    }

    /// Whether the controller chooses how people are addressed; the others have one form that suits all.
    package var knowsFormsOfAddress: Bool { self == .nl }

    /// All codes in a row, as a fix or a help text lists them.
    package static let list = allCases.map(\.rawValue).joined(separator: ", ")
}

/// The words of a language in the overview; Dutch knows two ways to address its reader.
package func overviewWords(_ language: Language, form: FormOfAddress) -> any OverviewWords {
    switch language {
    case .nl: DutchWords(form: form)
    case .en: EnglishWords()
    case .fr: FrenchWords()
    case .de: GermanWords()
    }
}

/// How a Dutch reader is addressed.
package enum FormOfAddress: String, Sendable, Codable, CaseIterable {
    /// Formal.
    case u
    /// Familiar.
    case je
}
