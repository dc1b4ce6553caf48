/// One addr-spec, kept as the bytes it was stored in; it never prints.
///
/// Parsing is strict and looks at bytes: a dot-string, one `@`, a domain name (RFC 5321, and RFC 6531 where there are
/// bytes above 127). Nothing is decoded, folded or normalised, so what parses is what is sent to. Display names,
/// comments, source routes, quoted local parts, address literals and lists are refused (cases 2, 3, 11, 12, 20).
public struct MailAddress: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The address exactly as it was given.
    public let bytes: [UInt8]

    /// Where the only `@` stands.
    private let at: Int

    /// Takes the bytes as one address, or says why they are none.
    public init(parsing candidate: some Collection<UInt8>) throws(MailAddressError) {
        let bytes = Array(candidate)
        guard !bytes.isEmpty else { throw MailAddressError(.empty) }
        guard bytes.count <= 254 else { throw MailAddressError(.tooLong) }
        try AddressRules.checkCharacters(bytes)
        let ats = bytes.indices.filter { bytes[$0] == UInt8(ascii: "@") }
        guard let at = ats.first, ats.count == 1 else { throw MailAddressError(.notOneAddress) }
        try AddressRules.checkLocalPart(bytes[..<at])
        try AddressRules.checkDomain(bytes[(at + 1)...])
        self.bytes = bytes
        self.at = at
    }

    /// The address as text; its UTF-8 is ``bytes``.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// What stands before the `@`.
    public var localPart: ArraySlice<UInt8> { bytes[..<at] }

    /// What stands after the `@`.
    public var domain: ArraySlice<UInt8> { bytes[(at + 1)...] }

    /// Whether the address needs no extension of the mail protocol.
    public var isASCII: Bool { bytes.allSatisfy { $0 < 0x80 } }

    /// Whether two addresses are one for a look-up: equal bytes, where ASCII capitals count as small letters.
    ///
    /// No other folding: the Kelvin sign is not a `k`, and a composed `é` is not a decomposed one (cases 5 to 9).
    public func isSameMailbox(as other: MailAddress) -> Bool {
        bytes.count == other.bytes.count
            && zip(bytes, other.bytes).allSatisfy { ASCII.folded($0) == ASCII.folded($1) }
    }

    /// Nothing of the address.
    public var description: String { "<redacted>" }
    /// Nothing of the address.
    public var debugDescription: String { description }
    /// Nothing of the address, for `dump` and test output too.
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}

/// Why bytes are not one address; it never quotes them.
public struct MailAddressError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong.
    public enum Code: String, Sendable, CaseIterable {
        /// There is nothing.
        case empty
        /// More than 254 bytes, or more than 64 before the `@`.
        case tooLong
        /// Not UTF-8.
        case notText
        /// A control, a space, or a character that does not show.
        case forbiddenCharacter
        /// A list, a display name, a comment, a source route, or no `@`.
        case notOneAddress
        /// What stands before the `@` is not a dot-string.
        case invalidLocalPart
        /// What stands after the `@` is not a domain name.
        case invalidDomain
    }

    /// What is wrong.
    public let code: Code

    init(_ code: Code) { self.code = code }

    /// What is wrong, in one sentence without the address.
    public var message: String {
        switch code {
        case .empty: "the address is empty"
        case .tooLong: "the address is longer than mail allows"
        case .notText: "the address is not UTF-8"
        case .forbiddenCharacter: "the address holds a space, a control or an invisible character"
        case .notOneAddress: "this is not exactly one bare address"
        case .invalidLocalPart: "what stands before the @ is not a plain mailbox name"
        case .invalidDomain: "what stands after the @ is not a domain name"
        }
    }

    /// What to do about it.
    public var hint: String { "write one address like name@example.org, without name, brackets or comment" }

    /// The message and the hint.
    public var description: String { "\(message) (\(hint))" }
}
