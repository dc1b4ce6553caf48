import Groundwork
/// The eight characters that a person returns to prove that they read the mail of an address on file.
///
/// Letters that are taken for digits or for each other (I, L, O, U) do not occur; typed, O is 0, and I and L are 1. It never prints, has no equality, and
/// rests only as a keyed hash that ``matches(_:_:)`` compares.
package struct OneTimeCode: Sendable {
    private static let alphabet = ReadableAlphabet.symbols
    private static let length = 8

    private let characters: [UInt8]

    /// Draws a code; each of the 32 characters is equally likely, because five random bits choose one.
    package init(generatingWith generator: inout some RandomNumberGenerator) {
        let bits = generator.next()
        characters = (0..<Self.length).map { Self.alphabet[Int(bits >> UInt64($0 * 5) & 31)] }
    }

    /// Reads a code as people type it: in any case, with or without the hyphen, between spaces, and nothing else.
    ///
    /// Bytes are looked at, not characters: `uppercased()` would make a dotless i an I and take a Kelvin sign for a K.
    package init?(typed: String) {
        let space = UInt8(ascii: " ")
        var bytes = Array(typed.utf8.drop { $0 == space })
        while bytes.last == space { bytes.removeLast() }
        if bytes.count == Self.length + 1, bytes[Self.length / 2] == UInt8(ascii: "-") {
            bytes.remove(at: Self.length / 2)
        }
        let capitals = bytes.map { (0x61...0x7A).contains($0) ? $0 & 0xDF : $0 }
        // What looks like a digit was read as the digit that it was printed as.
        let meant = capitals.map(ReadableAlphabet.meant(by:))
        guard meant.count == Self.length, meant.allSatisfy(Self.alphabet.contains) else { return nil }
        characters = meant
    }

    /// The code as the person is shown it: `XXXX-XXXX`.
    package func reveal() -> String {
        let half = Self.length / 2
        return String(decoding: characters[..<half], as: UTF8.self) + "-"
            + String(decoding: characters[half...], as: UTF8.self)
    }

    /// Whether two hashes are equal, in a time that does not depend on where they differ (case 24).
    package static func matches(_ a: [UInt8], _ b: [UInt8]) -> Bool {
        !a.isEmpty && SecretBytes.areEqual(a, b)
    }
}

extension OneTimeCode: Redacted {}
