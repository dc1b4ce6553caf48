/// A text, or one text for each language.
public struct LocalizedText: Sendable, Hashable, Codable {
    /// The texts by language code (`nl`, `en`); the key `*` holds a text that is the same in every language.
    public let byLanguage: [String: String]

    /// Makes a text that is the same in every language.
    public init(_ text: String) { byLanguage = ["*": text] }

    /// Makes a text from its translations.
    public init(byLanguage: [String: String]) { self.byLanguage = byLanguage }

    /// The text in a language, or else the nearest there is: for every language, English, the first by code.
    public func text(in language: String) -> String {
        byLanguage[language] ?? byLanguage["*"] ?? byLanguage["en"]
            ?? byLanguage.sorted { $0.key < $1.key }.first?.value ?? ""
    }

    /// Whether a reader of the language is served in it.
    public func speaks(_ language: String) -> Bool {
        byLanguage[language] != nil || byLanguage["*"] != nil
    }
}

extension LocalizedText: ExpressibleByStringLiteral {
    /// Makes a text that is the same in every language.
    public init(stringLiteral text: String) { self.init(text) }
}
