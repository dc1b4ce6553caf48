import ExporterKit
import Groundwork

/// The kinds of text that stand in more than one place.
extension YAMLValue {
    /// A country code; two small letters or a word is an error.
    func countryCode() -> String? {
        guard let text = text() else { return nil }
        if isCountryCode(text) { return text }
        error("\(shown(text)) is no country code", fix: "write the two capitals of ISO 3166, such as NL")
        return nil
    }

    /// A country; a policy may say it in words, which is kept but looked at.
    func country() -> String? {
        guard let text = text() else { return nil }
        if !isCountryCode(text) {
            warning("\(shown(text)) is no country code", fix: "write the two capitals of ISO 3166, such as NL")
        }
        return text
    }

    /// A period of ISO 8601 in days or longer, exactly as written.
    func datePeriod() -> String? {
        guard let text = text() else { return nil }
        if ISODuration(text)?.isDateOnly == true { return text }
        error("\(shown(text)) is no period of ISO 8601", fix: "write P30D for 30 days, P1M for a month, P7Y for years")
        return nil
    }

    /// A period that is a whole number of days whatever the calendar says.
    func days(upTo limit: Int) -> Int? {
        guard let text = text() else { return nil }
        guard let days = ISODuration(text)?.wholeDays else {
            error("\(shown(text)) is no number of days", fix: "write P7D for seven days or P2W for two weeks")
            return nil
        }
        guard days <= limit else {
            error("\(days) days is too long", fix: "write at most P\(limit)D")
            return nil
        }
        return days
    }

    /// A limit in seconds, written as a number or as a period.
    func seconds(upTo limit: Int) -> Int? {
        guard let text = text() else { return nil }
        guard let seconds = Int(text) ?? ISODuration(text)?.wholeSeconds, seconds > 0 else {
            error("\(shown(text)) is no time", fix: "write PT5M or 300 for five minutes")
            return nil
        }
        guard seconds <= limit else {
            error("\(shown(text)) is too long", fix: "write at most \(limit) seconds")
            return nil
        }
        return seconds
    }

    /// A number of things, at least one.
    func wholeNumber(upTo limit: Int, of things: String) -> Int? {
        guard let text = text() else { return nil }
        if let number = Int(text), (1...limit).contains(number) { return number }
        error("\(shown(text)) is no number of \(things)", fix: "write a whole number from 1 to \(limit)")
        return nil
    }

    /// An e-mail address alone: one @, something on either side, and nothing that has a meaning in a header.
    func emailAddress() -> String? {
        guard let text = text() else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            !scalar.properties.isWhitespace && !"<>,;:\"()[]\\".unicodeScalars.contains(scalar)
                && ![.control, .format, .unassigned, .privateUse].contains(scalar.properties.generalCategory)
        }
        if isPlain, parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) { return text }
        error("\(shown(text)) is no e-mail address", fix: "write the address alone, such as privacy@example.org")
        return nil
    }

    /// Where a secret stands; the text is never repeated, because it may be the secret itself.
    func secretReference() -> SecretReference? {
        guard let text = text() else { return nil }
        let fix = "write env:NAME or file:PATH; if a secret stood here, change it"
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard parts.count == 2, parts[1].utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
            error("this does not say where the secret stands", fix: fix)
            return nil
        }
        switch parts[0] {
        case "env" where parts[1].utf8.allSatisfy { isIdentifierLike("a\(Character(Unicode.Scalar($0)))") }:
            return .environment(parts[1])
        case "file": return .file(parts[1])
        default:
            error("this does not say where the secret stands", fix: fix)
            return nil
        }
    }

    /// A path that stays in the folder of the file it stands in (case 105).
    func pathInFolder() -> String? {
        guard let text = text() else { return nil }
        if staysInFolder(text) { return text }
        error("the path leaves this folder", fix: "put the file in this folder and write a relative path without ..")
        return nil
    }

    /// The word for a kind of identifier.
    func identifierKind() -> String? {
        guard let text = text() else { return nil }
        let isKind = text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
        if isKind { return text }
        error(
            "\(shown(text)) cannot be a kind of identifier",
            fix: "use small letters, digits and underscore, such as customer_id"
        )
        return nil
    }
}

/// Whether a path stays below the folder it is relative to; bytes, because `..` with an accent is still two dots.
func staysInFolder(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    guard let first = bytes.first, first != UInt8(ascii: "/"), first != UInt8(ascii: "~"), !bytes.contains(0) else {
        return false
    }
    let components = bytes.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
    return !components.contains { $0.elementsEqual("..".utf8) }
}
