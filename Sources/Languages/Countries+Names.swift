import Policy

extension Countries {
    /// The country's name in a language; what is no known code stays as it is, such as "EU/EEA or US".
    static func name(_ code: String, in language: Language) -> String {
        language.vocabulary.countries[code] ?? code
    }

    /// The codes that have a name, and the names that they have in any of the languages.
    package static let names: [String: [String]] = Language.allCases.reduce(into: [:]) { names, language in
        for (code, name) in language.vocabulary.countries { names[code, default: []].append(name) }
    }
}
