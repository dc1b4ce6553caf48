import Foundation

/// The text of a mail that was written as a page (HTML), without what it quotes.
///
/// Nothing is shown and nothing is loaded: the text is only searched for what somebody asks.
package enum PageText {
    /// Elements whose content nobody reads.
    private static let hidden: Set<String> = ["style", "script", "head", "title", "template"]
    /// Elements that end a line.
    private static let blocks: Set<String> = [
        "br", "p", "div", "li", "tr", "table", "ul", "ol", "h1", "h2", "h3", "h4", "hr", "pre",
    ]
    /// What programs write around another mail.
    private static let quotes = ["gmail_quote", "yahoo_quoted", "moz-cite-prefix", "protonmail_quote", "divrplyfwdmsg"]

    /// The text, with each line of another mail behind a `>`.
    package static func text(of page: String) -> String {
        var reading = Reading(Array(page.utf8))
        return reading.whole()
    }

    private struct Reading {
        private let bytes: [UInt8]
        private var place = 0
        private var text: [UInt8] = []
        private var hiding: String?
        private var divs = 0
        private var quotingDiv: Int?
        private var blockquotes = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        mutating func whole() -> String {
            while place < bytes.count {
                if bytes[place] == UInt8(ascii: "<") {
                    takeTag()
                } else {
                    takeText()
                }
            }
            return String(decoding: text, as: UTF8.self)
        }

        private var isQuoting: Bool { blockquotes > 0 || quotingDiv != nil }

        private mutating func takeText() {
            let end = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
            if hiding == nil {
                let piece = Entities.decoded(bytes[place..<end]).map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
                if isQuoting, !piece.allSatisfy({ $0 <= 0x20 }) { beginQuotedLine() }
                text += piece
            }
            place = end
        }

        private mutating func beginQuotedLine() {
            let line = text.lastIndex(of: 0x0A).map { text[($0 + 1)...] } ?? text[...]
            if line.first == UInt8(ascii: ">") { return }
            if !line.allSatisfy({ $0 <= 0x20 }) { text.append(0x0A) }
            text += Array("> ".utf8)
        }

        private mutating func takeTag() {
            if bytes[place...].starts(with: "<!--".utf8) {
                place = endOfComment()
                return
            }
            let end = bytes[place...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
            let inside = bytes[(place + 1)..<max(place + 1, end)]
            place = min(end + 1, bytes.count)
            let isClosing = inside.first == UInt8(ascii: "/")
            let name = String(
                decoding: (isClosing ? inside.dropFirst() : inside).prefix {
                    (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 },
                as: UTF8.self
            )
            take(name, isClosing: isClosing, String(decoding: inside, as: UTF8.self).lowercased())
        }

        private func endOfComment() -> Int {
            let end = Array("-->".utf8)
            var index = place + 4
            while index + 3 <= bytes.count {
                if bytes[index..<(index + 3)].elementsEqual(end) { return index + 3 }
                index += 1
            }
            return bytes.count
        }

        private mutating func take(_ name: String, isClosing: Bool, _ inside: String) {
            if let hidden = hiding {
                if isClosing, name == hidden { hiding = nil }
                return
            }
            if PageText.hidden.contains(name), !isClosing {
                hiding = name
                return
            }
            if name == "blockquote" { blockquotes = max(0, blockquotes + (isClosing ? -1 : 1)) }
            if name == "div" {
                if isClosing {
                    if quotingDiv == divs { quotingDiv = nil }
                    divs = max(0, divs - 1)
                } else {
                    divs += 1
                    if quotingDiv == nil, quotes.contains(where: inside.contains) { quotingDiv = divs }
                }
            }
            if blocks.contains(name) || name == "blockquote" { text.append(0x0A) }
        }
    }
}

/// The names that a page has for characters.
enum Entities {
    private static let named: [String: String] = [
        "nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "eacute": "é", "egrave": "è",
        "ecirc": "ê", "euml": "ë", "agrave": "à", "acirc": "â", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä",
        "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "ccedil": "ç", "ocirc": "ô", "ucirc": "û", "ugrave": "ù", "iuml": "ï",
        "icirc": "î", "rsquo": "’", "lsquo": "‘", "ldquo": "“", "rdquo": "”", "ndash": "–", "mdash": "—", "hellip": "…",
        "Eacute": "É", "oelig": "œ", "euro": "€", "sect": "§",
    ]

    static func decoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard bytes.contains(UInt8(ascii: "&")) else { return Array(bytes) }
        var (plain, rest): ([UInt8], ArraySlice<UInt8>) = ([], bytes)
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "&"), let end = rest.prefix(10).firstIndex(of: UInt8(ascii: ";")),
                let meant = character(String(decoding: rest[..<end], as: UTF8.self))
            else {
                plain.append(byte)
                continue
            }
            plain += Array(meant.utf8)
            rest = rest[(end + 1)...]
        }
        return plain
    }

    private static func character(_ name: String) -> String? {
        guard name.hasPrefix("#") else { return named[name] }
        let digits = name.dropFirst()
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        let value = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init).map { String(Character($0)) }
    }
}
