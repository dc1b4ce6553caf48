import Policy
import Groundwork

/// What a text seems to ask; a guess, which a person confirms.
package struct RequestGuess: Sendable {
    package let right: RightGuess
    package let language: LanguageGuess
    /// Whether somebody seems to ask for another person.
    package let isForOthers: Bool
    /// Identifiers that are named, as `kind=value`.
    package let identifiers: [String]

    /// Guesses what is asked.
    ///
    /// - Parameters:
    ///   - subject: the line above the text.
    ///   - text: what the person wrote themselves, without what they quote.
    ///   - labels: what identifiers are called.
    package init(subject: String, text: String, labels: [IdentifierLabel] = []) {
        let body = FoldedText(text)
        let signs = RightSigns(subject: FoldedText(subject), body: body)
        right = signs.guess
        isForOthers = signs.isForOthers
        language = LanguageGuess(
            FoldedText("\(subject)\n\n\(text)"),
            written: "\(subject)\n\(text)",
            asked: signs.asked
        )
        identifiers = IdentifierLabel.identifiers(in: "\(subject)\n\(text)", labels)
    }
}

extension RequestGuess: Redacted {}
