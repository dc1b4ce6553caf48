/// Why a controller's folder cannot be used; never holds a secret.
package struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What sort of error it is.
    package enum Code: String, Sendable, Codable, CaseIterable {
        /// The files say something that cannot be; ``ConfigurationError/findings`` says what.
        case invalid
        /// A key is not there.
        case keyMissing
        /// A key may be read or replaced by others than its owner.
        case keyExposed
        /// A key or a certificate does not have the form of one, or not the right use.
        case keyMalformed
        /// A key, or its folder, is a symbolic link or no regular file.
        case keyNotAFile
        /// A key is the published example.
        case keyIsExample
        /// A key is there already.
        case keyExists
        /// A key could not be read or written.
        case keyUnusable
    }

    /// What sort of error it is.
    package let code: Code
    /// What happened, in one sentence without a full stop.
    package let message: String
    /// What to do about it.
    package let hint: String?
    /// What was found in the files.
    package let findings: [Finding]

    /// Makes an error.
    package init(_ code: Code, _ message: String, hint: String? = nil, findings: [Finding] = []) {
        self.code = code
        self.message = message
        self.hint = hint
        self.findings = findings
    }

    /// The message and the hint.
    package var description: String { hint.map { "\(message) (hint: \($0))" } ?? message }
}
