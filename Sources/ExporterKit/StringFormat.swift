/// The formats of a text that Table Schema names, as far as their values can be told from others.
///
/// Each is looked at more narrowly than by the readers of packages, so that they read what is found good here.
public enum StringFormat: String, Sendable, CaseIterable {
    /// The words of the standard.
    case email, uri, uuid, binary

    func fits(_ text: ArraySlice<UInt8>) -> Bool {
        switch self {
        case .email: Self.isEmail(text)
        case .uri: Self.isURI(text)
        case .uuid: Self.isUUID(text)
        case .binary: Self.isBase64(text)
        }
    }

    private static func isEmail(_ text: ArraySlice<UInt8>) -> Bool {
        if PlainAddress.isOne(text) { return true }
        let parts = text.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, (1...64).contains(parts[0].count), text.count <= 254 else { return false }
        let words = parts[0].split(separator: Byte.point, omittingEmptySubsequences: false)
        guard words.allSatisfy({ !$0.isEmpty && isWord($0, marks: "!#$%&'*+-/=?^_`{|}~") }) else { return false }
        let labels = parts[1].split(separator: Byte.point, omittingEmptySubsequences: false)
        guard labels.count > 1, labels.allSatisfy(isLabel), let top = labels.last, top.count > 1 else { return false }
        return top.allSatisfy { !Byte.isDigit($0) && $0 != Byte.minus } || top.starts(with: "xn--".utf8)
    }

    private static func isLabel(_ label: ArraySlice<UInt8>) -> Bool {
        (1...63).contains(label.count) && isWord(label, marks: "-") && label.first != Byte.minus
            && label.last != Byte.minus
    }

    /// Letters of any script, ASCII digits, and some marks.
    private static func isWord(_ text: ArraySlice<UInt8>, marks: StaticString) -> Bool {
        if text.allSatisfy({ isLetterOrDigit($0) || isOne($0, of: marks) }) { return true }
        guard let word = String(validating: text, as: UTF8.self) else { return false }
        return word.unicodeScalars.allSatisfy { scalar in
            scalar.isASCII
                ? isLetterOrDigit(UInt8(scalar.value)) || isOne(UInt8(scalar.value), of: marks)
                : scalar.properties.isAlphabetic && scalar.value < 0x1_0000
        }
    }

    /// A scheme and something behind it, without blanks; a network's address has a host.
    private static func isURI(_ text: ArraySlice<UInt8>) -> Bool {
        guard let colon = text.firstIndex(of: Byte.colon), let first = text.first, isLetter(first),
            text[..<colon].allSatisfy({ isLetterOrDigit($0) || isOne($0, of: "+-.") })
        else { return false }
        let rest = text[(colon + 1)...]
        guard !rest.isEmpty, rest.allSatisfy({ $0 > 0x20 && $0 != 0x7F && !isOne($0, of: "\"<>\\^`{|}[]") }),
            String(validating: rest, as: UTF8.self) != nil
        else { return false }
        guard rest.starts(with: "//".utf8) else { return true }
        let authority = rest.dropFirst(2).prefix { !isOne($0, of: "/?#") }
        let host = authority.suffix(
            from: authority.lastIndex(of: UInt8(ascii: "@")).map { $0 + 1 } ?? authority.startIndex
        )
        let parts = host.split(separator: Byte.colon, omittingEmptySubsequences: false)
        guard let name = parts.first, !name.isEmpty, parts.count <= 2 else { return false }
        return name.allSatisfy { isLetterOrDigit($0) || isOne($0, of: "-._~") || $0 >= 0x80 }
            && (parts.count == 1 || (1...5).contains(parts[1].count) && parts[1].allSatisfy(Byte.isDigit))
    }

    /// `123e4567-e89b-12d3-a456-426614174000`.
    private static func isUUID(_ text: ArraySlice<UInt8>) -> Bool {
        text.count == 36
            && text.enumerated().allSatisfy { place, byte in
                [8, 13, 18, 23].contains(place) ? byte == Byte.minus : Byte.hexValue(byte) != nil
            }
    }

    private static func isBase64(_ text: ArraySlice<UInt8>) -> Bool {
        let digits = text.suffix(2).prefix { $0 != UInt8(ascii: "=") }.count + max(0, text.count - 2)
        return text.count % 4 == 0
            && text.prefix(digits).allSatisfy { isLetterOrDigit($0) || isOne($0, of: "+/") }
            && text.dropFirst(digits).allSatisfy { $0 == UInt8(ascii: "=") }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) && byte < 0x80 }
    private static func isLetterOrDigit(_ byte: UInt8) -> Bool { isLetter(byte) || Byte.isDigit(byte) }

    private static func isOne(_ byte: UInt8, of marks: StaticString) -> Bool {
        UnsafeBufferPointer(start: marks.utf8Start, count: marks.utf8CodeUnitCount).contains(byte)
    }
}
