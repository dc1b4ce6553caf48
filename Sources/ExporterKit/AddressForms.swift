/// The ways in which one e-mail address may be written.
///
/// Two addresses are one where their bytes are equal once ASCII capitals are small letters and each `xn--` label of the
/// domain stands as the letters that it encodes (RFC 3490's two forms of one name). Nothing else is folded: the Kelvin
/// sign is no `k`, a composed `é` is no decomposed one (cases 5 to 9).
public enum AddressForms {
    private static let prefix = Array("xn--".utf8)

    /// The form under which two ways to write one address are equal.
    public static func canonical(_ address: some Collection<UInt8>) -> [UInt8] {
        let folded = address.map(asciiFolded)
        return withDomain(folded, eachLabel: letters)
    }

    /// The address as it is, and with its domain in the other form; each way once, the given one first.
    ///
    /// For a store that is asked by one way at a time, and may hold either.
    public static func spellings(of address: [UInt8]) -> [[UInt8]] {
        var spellings = [address]
        for other in [withDomain(address, eachLabel: letters), withDomain(address, eachLabel: asciiForm)]
        where !spellings.contains(other) {
            spellings.append(other)
        }
        return spellings
    }

    private static func withDomain(
        _ address: [UInt8],
        eachLabel other: (ArraySlice<UInt8>) -> [UInt8]?
    ) -> [UInt8] {
        guard let at = address.lastIndex(of: UInt8(ascii: "@")), mayHaveForms(address[at...]) else { return address }
        let labels = address[(at + 1)...].split(separator: Byte.point, omittingEmptySubsequences: false)
        let domain = labels.map { other($0) ?? Array($0) }
        return address[...at] + Array(domain.joined(separator: [Byte.point]))
    }

    /// Whether the two bytes may belong to an `xn--` label, so that folding alone does not make the address canonical.
    @inline(__always)
    static func isEncoded(_ byte: UInt8, after previous: UInt8) -> Bool { byte == Byte.minus && previous == Byte.minus }

    /// Most domains are ASCII and have one form only.
    private static func mayHaveForms(_ domain: ArraySlice<UInt8>) -> Bool {
        domain.contains { $0 >= 0x80 } || domain.contains { asciiFolded($0) == UInt8(ascii: "x") }
    }

    /// The letters of an `xn--` label; nil where it is none, or not the one encoding of what it says.
    private static func letters(of label: ArraySlice<UInt8>) -> [UInt8]? {
        guard label.count > 4, label.prefix(4).lazy.map(asciiFolded).elementsEqual(prefix) else { return nil }
        let encoded = label.dropFirst(4).map(asciiFolded)
        // A label that hides a dot, an @ or a capital would make another name of it.
        guard let scalars = Punycode.decode(encoded), scalars.contains(where: { !$0.isASCII }),
            scalars.allSatisfy({ !$0.isASCII || isLabelByte(UInt8($0.value)) }), Punycode.encode(scalars) == encoded
        else { return nil }
        return Array(String(String.UnicodeScalarView(scalars)).utf8)
    }

    /// The `xn--` form of a label with letters beyond ASCII; nil for any other.
    private static func asciiForm(of label: ArraySlice<UInt8>) -> [UInt8]? {
        guard label.contains(where: { $0 >= 0x80 }), let text = String(validating: label, as: UTF8.self) else {
            return nil
        }
        let scalars = text.unicodeScalars.map { scalar in
            scalar.isASCII ? Unicode.Scalar(asciiFolded(UInt8(scalar.value))) : scalar
        }
        guard scalars.allSatisfy({ !$0.isASCII || isLabelByte(UInt8($0.value)) }) else { return nil }
        return Punycode.encode(scalars).map { prefix + $0 }
    }

    private static func isLabelByte(_ byte: UInt8) -> Bool {
        Byte.isDigit(byte) || byte == Byte.minus || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
}
