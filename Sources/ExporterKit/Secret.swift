/// A password or token on its way from where it is kept to the store that asks for it; it prints as `<redacted>`.
public struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let text: String

    /// Takes a secret.
    public init(_ text: String) { self.text = text }

    /// The secret itself, for the one call that needs it.
    public func reveal() -> String { text }

    /// Nothing of it.
    public var description: String { "<redacted>" }
    /// Nothing of it.
    public var debugDescription: String { description }
    /// Nothing of it.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
