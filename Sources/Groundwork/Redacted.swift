/// What holds personal data or a secret: it says what it is at most, also to `dump` and where a test fails.
package protocol Redacted: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Redacted {
    /// Nothing of what it holds.
    package var description: String { "<redacted>" }
    /// Nothing of what it holds.
    package var debugDescription: String { description }
    /// A mirror without children: whoever looks inside sees nothing.
    package var customMirror: Mirror { Mirror(self, children: []) }
}
