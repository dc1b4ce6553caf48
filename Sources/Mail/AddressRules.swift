/// What an address may consist of, byte by byte.
enum AddressRules {
    /// Refuses what is not UTF-8, and every character that is a control, a space or invisible (case 12).
    static func checkCharacters(_ bytes: [UInt8]) throws(MailAddressError) {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw MailAddressError(.notText) }
        guard !text.unicodeScalars.contains(where: isForbidden) else {
            throw MailAddressError(.forbiddenCharacter)
        }
    }

    /// Whether a scalar is a control, a space or invisible, and so has no place in an address or a header.
    static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .privateUse, .unassigned: true
        default: false
        }
    }

    /// A dot-string of atoms; a quoted local part is refused, because nobody can compare one by its bytes (case 11).
    static func checkLocalPart(_ bytes: ArraySlice<UInt8>) throws(MailAddressError) {
        guard bytes.count <= 64 else { throw MailAddressError(.tooLong) }
        guard !bytes.contains(where: separatesAddresses) else { throw MailAddressError(.notOneAddress) }
        let atoms = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard atoms.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isAtomText) }) else {
            throw MailAddressError(.invalidLocalPart)
        }
    }

    /// Labels of letters, digits and hyphens, or of bytes above 127; no address literal.
    static func checkDomain(_ bytes: ArraySlice<UInt8>) throws(MailAddressError) {
        guard !bytes.contains(where: separatesAddresses) else { throw MailAddressError(.notOneAddress) }
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.allSatisfy(isLabel) else { throw MailAddressError(.invalidDomain) }
    }

    /// Whether bytes are an ASCII domain name, as a server's name or the right side of a Message-ID must be.
    static func isPlainDomain(_ bytes: some Collection<UInt8>) -> Bool {
        let labels = Array(bytes).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return bytes.count <= 253 && labels.allSatisfy(isLabel) && bytes.allSatisfy { $0 < 0x80 }
    }

    private static func isLabel(_ bytes: ArraySlice<UInt8>) -> Bool {
        let hyphen = UInt8(ascii: "-")
        return !bytes.isEmpty && bytes.count <= 63 && bytes.first != hyphen && bytes.last != hyphen
            && bytes.allSatisfy { ASCII.isAlphanumeric($0) || $0 == hyphen || $0 >= 0x80 }
    }

    /// RFC 5322 atext, and whatever RFC 6531 adds above 127.
    private static func isAtomText(_ byte: UInt8) -> Bool {
        ASCII.isAlphanumeric(byte) || byte >= 0x80 || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }

    /// The specials by which headers tell names, comments, routes and lists from addresses.
    private static func separatesAddresses(_ byte: UInt8) -> Bool { ",;:<>()\"\\[]".utf8.contains(byte) }
}

/// Questions about single bytes.
enum ASCII {
    /// The byte with an ASCII capital made small; every other byte is left alone.
    static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    /// Whether the byte is an ASCII letter or digit.
    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(folded(byte))
    }

    /// Whether the bytes are a name that is safe as a file's name and inside quotes: `a-z`, digits, `.`, `_`, `-`,
    /// beginning with a letter or digit.
    static func isPlainName(_ bytes: some Collection<UInt8>, upTo limit: Int) -> Bool {
        guard let first = bytes.first, isAlphanumeric(first), bytes.count <= limit else { return false }
        return bytes.allSatisfy { isAlphanumeric($0) || "._-".utf8.contains($0) }
    }
}
