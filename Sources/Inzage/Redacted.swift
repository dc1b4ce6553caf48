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

extension Claim: Redacted {}
extension Representative: Redacted {}
extension Destination: Redacted {}
extension Candidate: Redacted {}
extension Examination: Redacted {}
extension EvidenceRecord: Redacted {}
extension ChosenSubject: Redacted {}
extension VerifiedSubject: Redacted {}
extension KnownIdentifier: Redacted {}
extension KnownTuple: Redacted {}
extension KnownSubject: Redacted {}
extension PackageSecrets: Redacted {}
extension DecisionDetail: Redacted {}
extension Preview: Redacted {}
extension GatheredFile: Redacted {}
extension GatheredEntries: Redacted {}
extension MailContent: Redacted {}
extension SealedArchive: Redacted {}
extension PassphraseTold: Redacted {}
extension HandOver: Redacted {}
extension Vault: Redacted {}
