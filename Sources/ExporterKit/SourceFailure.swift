/// Why a source could not be read to its end; never holds personal data.
public struct SourceFailure: Error, Sendable, Hashable, CustomStringConvertible {
    /// What sort of failure it is.
    public enum Code: String, Sendable, Codable {
        /// The store is not there or does not answer.
        case unreachable
        /// The store takes no more for the moment (HTTP 429 and 503).
        case throttled
        /// The store does not know who asks, or does not let them.
        case refused
        /// The store refused the question.
        case queryFailed
        /// The store returned a column or a key that no field names.
        case undeclaredField
        /// The store lacks a column that a field names.
        case missingField
        /// What was read is not what it should be: a cut line, a broken document.
        case malformed
        /// A limit was passed: too deep, too long, too many.
        case tooLarge
        /// A document is a symbolic link, a device, or leads out of the folder (case 71).
        case notARegularFile
        /// A record does not carry the identifier it was asked by (case 54).
        case strangersRecord
        /// The store holds no record of anybody, which is no answer about somebody.
        case emptySource
        /// The person of the controller's own who must be found was not.
        case canaryMissing
        /// The system took longer than it may.
        case timedOut
    }

    /// What sort of failure it is.
    public let code: Code
    /// What happened, in one sentence without a full stop and without personal data.
    public let message: String
    /// What the operator or the administrator can do.
    public let hint: String?
    /// Whether trying again may help.
    public let retryable: Bool

    /// Makes a failure.
    public init(_ code: Code, _ message: String, hint: String? = nil, retryable: Bool = false) {
        self.code = code
        self.message = message
        self.hint = hint
        self.retryable = retryable
    }

    /// Whether trying again within seconds may help: the store itself may come back, what it holds does not change.
    public var isPassing: Bool { retryable && [.unreachable, .throttled].contains(code) }

    /// The message and the hint.
    public var description: String { hint.map { "\(message) (\($0))" } ?? message }
}
