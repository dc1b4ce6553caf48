package import Policy

extension Right {
    /// What people call the right: `inzage`, `access`.
    package func name(in language: Language) -> String { language.vocabulary.name(of: self) }

    /// The article that gives the right, as people cite it, or nil where only the controller promises it.
    package func citation(in language: Language) -> String? {
        article.map { Article.citation($0, in: language) }
    }
}
