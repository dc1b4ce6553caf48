/// A kind and a value by which a system knows a person, such as `email` or `customer_id`.
///
/// The value is kept as bytes, because `String` equality is canonical equivalence and would let a look-alike
/// match (canonical equivalence makes the Kelvin sign a K). It never prints.
public struct Identifier: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// What sort of identifier it is, as exporters name it: `email`, `customer_id`, `chat_handle`.
    public let kind: String
    /// The value, exactly as the system that yielded it holds it.
    public let value: [UInt8]

    /// Makes an identifier from the bytes of its value.
    public init(kind: String, value: [UInt8]) {
        self.kind = kind
        self.value = value
    }

    /// Makes an identifier from text.
    public init(kind: String, _ text: String) {
        self.init(kind: kind, value: Array(text.utf8))
    }

    /// Whether the value says nothing: it is empty, or nothing stands in it that anybody would see.
    ///
    /// Everybody without a number has the same blank one, so to ask for it is to ask for strangers (case 51).
    public var isBlank: Bool {
        guard let first = value.first else { return true }
        // Nearly all begin with a letter or a digit.
        if first > 0x20, first < 0x7F { return false }
        guard let text = String(validating: value, as: UTF8.self) else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
                || [.control, .format].contains(scalar.properties.generalCategory)
        }
    }

    /// The value as text, for a driver to bind as a parameter.
    public var text: String { String(decoding: value, as: UTF8.self) }

    /// The kind alone: an identifier's value is personal data.
    public var description: String { "\(kind) <redacted>" }
    /// The kind alone: an identifier's value is personal data.
    public var debugDescription: String { description }
    /// Nothing to look into, for `dump` and test output too.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// Whether a value that a record carries is this identifier's, compared as its kind is compared.
    ///
    /// `email` is compared by the addresses in the value, with ASCII folding and in whichever form of an international
    /// domain (``AddressForms``); every other kind byte for byte, so that the number 42 and the text "42" are one. An
    /// empty value matches nothing.
    public func matches(_ other: ArraySlice<UInt8>) -> Bool {
        guard !value.isEmpty, !other.isEmpty else { return false }
        guard kind == "email" else { return value.elementsEqual(other) }
        let own = AddressForms.canonical(value)
        var isFound = false
        AddressCell.forEachAddress(in: other) { isFound = isFound || AddressForms.canonical($0) == own }
        return isFound
    }

    /// The form under which equal identifiers are one: folded for `email`, the bytes themselves otherwise.
    public var canonical: Identifier {
        kind == "email" ? Identifier(kind: kind, value: AddressForms.canonical(value)) : self
    }
}

/// The byte with an ASCII capital made small; every other byte is left alone (measured trap 2).
@inlinable
public func asciiFolded(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
}
