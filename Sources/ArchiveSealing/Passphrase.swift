/// What opens one archive: 24 digits in six groups of four joined by hyphens, which are part of it.
///
/// Digits because it is read out in many languages, 24 of them because the format stretches its key with 1000
/// rounds only: nothing shorter than 80 bits withstands guessing (case 79).
public struct Passphrase: Sendable, Equatable {
    private static let groups = 6
    private static let digitsInGroup = 4
    private static let hyphen = UInt8(ascii: "-")

    private let text: String

    /// Draws a passphrase from a source of randomness.
    public init(generatingWith generator: inout some RandomNumberGenerator) {
        var groups: [String] = []
        for _ in 0..<Self.groups {
            var group = ""
            for _ in 0..<Self.digitsInGroup { group += String(Int.random(in: 0...9, using: &generator)) }
            groups.append(group)
        }
        text = groups.joined(separator: "-")
    }

    /// Takes a passphrase as it was told, or nothing if it has not the form of one.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        let stride = Self.digitsInGroup + 1
        guard bytes.count == Self.groups * stride - 1 else { return nil }
        for (place, byte) in bytes.enumerated() {
            let isHyphenPlace = place % stride == Self.digitsInGroup
            guard isHyphenPlace ? byte == Self.hyphen : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            else { return nil }
        }
        self.text = text
    }

    /// The digits and hyphens, for the one who tells them and for the keys.
    public func reveal() -> String { text }
}

extension Passphrase: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the passphrase.
    public var description: String { "<redacted>" }
    /// Never the passphrase.
    public var debugDescription: String { "<redacted>" }
    /// A mirror without children, so that `dump` shows nothing either.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
