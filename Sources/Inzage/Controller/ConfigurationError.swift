/// Why a controller's folder cannot be used; never holds a secret.
package struct ConfigurationError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What sort of error it is.
    package enum Code: String, Sendable, Codable, CaseIterable {
        /// The files say something that cannot be; ``ConfigurationError/findings`` says what.
        case invalid
        /// The register key is not there.
        case keyMissing
        /// The register key may be read or replaced by others than its owner.
        case keyExposed
        /// The register key does not have the form of one.
        case keyMalformed
        /// The register key, or its folder, is a symbolic link or no regular file.
        case keyNotAFile
        /// The register key is the published example.
        case keyIsExample
        /// A register key is there already.
        case keyExists
        /// The register key could not be read or written.
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
