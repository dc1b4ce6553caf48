package import Policy

/// Articles of the GDPR, which are written as `6(1)(b)` or `13-15`.
package enum Article {
    /// An article as people cite it: `artikel 6, lid 1, onder b, AVG`, `Art. 6(1)(b) GDPR`.
    package static func citation(_ article: String, in language: Language) -> String {
        citation([article], in: language)
    }

    /// One or more articles in one citation.
    package static func citation(_ articles: [String], in language: Language) -> String {
        language.vocabulary.citation(articles)
    }

    /// The article, the paragraph and the point of `6(1)(b)`.
    static func parts(of article: String) -> [Substring] { article.split { $0 == "(" || $0 == ")" } }

    /// Each part after its name, or nil where the article has more parts than names.
    static func named(_ article: String, _ names: [String], separator: String) -> String? {
        let parts = parts(of: article)
        guard parts.count <= names.count else { return nil }
        return zip(names, parts).map { "\($0) \($1)" }.joined(separator: separator)
    }
}
