package import Groundwork

/// What keeps a command from doing what was asked; never holds personal data.
package struct InzageError: Error, Sendable, CustomStringConvertible {
    /// How what was asked ends.
    package let ending: Ending
    /// What happened, one sentence, lower case, without a full stop.
    package let message: String
    /// What to do about it.
    package let hint: Advice?

    package init(_ ending: Ending, _ message: String, hint: Advice? = nil) {
        self.ending = ending
        self.message = message
        self.hint = hint
    }

    /// An error with a hint of words alone that was made elsewhere.
    @_disfavoredOverload
    package init(_ ending: Ending, _ message: String, hint: String?) {
        self.init(ending, message, hint: hint.map { Advice($0) })
    }

    package var description: String { hint.map { "\(message) (hint: \($0))" } ?? message }
}
