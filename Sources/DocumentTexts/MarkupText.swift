/// Texts as they are, and web pages without their tags.
enum MarkupText {
    static func text(of bytes: [UInt8]) -> [UInt8] {
        let start = bytes.prefix(1024).map { $0 | 0x20 }
        let isPage = ["<html", "<!doctype html", "<body", "<div", "<p>"].contains {
            start.firstRange(of: Array($0.utf8)) != nil
        }
        return isPage ? withoutTags(bytes) : bytes
    }

    /// The text of a page; a tag within a word cuts it only where it breaks the line.
    static func withoutTags(_ bytes: [UInt8]) -> [UInt8] {
        var (text, place): ([UInt8], Int) = ([], 0)
        while place < bytes.count {
            guard bytes[place] == UInt8(ascii: "<"), let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) else {
                text.append(bytes[place])
                place += 1
                continue
            }
            let name = bytes[(place + 1)..<end].drop { $0 == UInt8(ascii: "/") }
                .prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }.map { $0 | 0x20 }
            if !inline.contains(name) { text.append(0x0A) }
            place = end + 1
        }
        return withoutEntities(text[...])
    }

    private static let inline = Set(
        ["b", "i", "u", "em", "strong", "span", "a", "font", "small", "mark", "wbr"].map { Array($0.utf8) }
    )

    /// A text with its entities as the letters that they stand for, as far as names have them.
    static func withoutEntities(_ text: ArraySlice<UInt8>) -> [UInt8] {
        guard text.contains(UInt8(ascii: "&")) else { return Array(text) }
        var (output, place): ([UInt8], Int) = ([], text.startIndex)
        while place < text.endIndex {
            if text[place] == UInt8(ascii: "&"), let end = text[place...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
                let letter = letter(String(decoding: text[(place + 1)..<end], as: UTF8.self))
            {
                output += letter.utf8
                place = end + 1
            } else {
                output.append(text[place])
                place += 1
            }
        }
        return output
    }

    private static func letter(_ name: String) -> String? {
        if let named = named[name] { return named }
        guard name.utf8.first == UInt8(ascii: "#") else { return accented(name) }
        let isHexadecimal = ["#x", "#X"].contains { name.utf8.starts(with: $0.utf8) }
        let value = isHexadecimal ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
        return value.flatMap(Unicode.Scalar.init).map { String($0) }
    }

    private static let named = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "szlig": "ß", "oslash": "ø",
        "Oslash": "Ø", "aelig": "æ", "AElig": "Æ", "oelig": "œ", "rsquo": "\u{2019}", "lsquo": "\u{2018}",
        "shy": "\u{AD}",
    ]

    /// `&eacute;` and its like: a letter and the accent upon it.
    private static func accented(_ name: String) -> String? {
        let accents = [
            "acute": "\u{301}", "grave": "\u{300}", "circ": "\u{302}", "uml": "\u{308}", "tilde": "\u{303}",
            "cedil": "\u{327}", "ring": "\u{30A}", "caron": "\u{30C}",
        ]
        return name.first.flatMap { first in accents[String(name.dropFirst())].map { "\(first)\($0)" } }
    }
}
