package import Policy

extension Language {
    /// What the language calls things, whoever is addressed.
    package var vocabulary: any Vocabulary {
        switch self {
        case .nl: DutchVocabulary()
        case .en: EnglishVocabulary()
        case .fr: FrenchVocabulary()
        case .de: GermanVocabulary()
        }
    }
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
