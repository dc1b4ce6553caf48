import ExporterKit

/// Arrays as the server writes and reads them: `{1,NULL,"a b",{..}}`.
enum ArrayText {
    /// A list of texts, each within quotes, so that none of them is taken for something else.
    static func literal(of values: [[UInt8]]) -> [UInt8] {
        var text = [Byte.openBrace]
        for (index, value) in values.enumerated() {
            if index > 0 { text.append(Byte.comma) }
            text.append(Byte.quote)
            for byte in value {
                if byte == Byte.quote || byte == Byte.backslash { text.append(Byte.backslash) }
                text.append(byte)
            }
            text.append(Byte.quote)
        }
        return text + [Byte.closeBrace]
    }

    /// An array as JSON; nil where it is not so written, or holds what is no UTF-8.
    static func json(of value: UnsafeBufferPointer<UInt8>, _ element: ValueWriting, _ delimiter: UInt8) -> [UInt8]? {
        var reading = Reading(rest: value[...], element: element, delimiter: delimiter)
        // Bounds that do not begin at 1 stand before it: `[0:1]={..}`.
        if reading.rest.first == Byte.openBracket {
            reading.rest = reading.rest.drop { $0 != UInt8(ascii: "=") }.dropFirst()
        }
        guard reading.rest.first == Byte.openBrace else { return nil }
        reading.takeArray()
        return String(validating: reading.json, as: UTF8.self) == nil ? nil : reading.json
    }

    private struct Reading {
        var rest: Slice<UnsafeBufferPointer<UInt8>>
        let element: ValueWriting
        let delimiter: UInt8
        var json: [UInt8] = []

        mutating func takeArray() {
            rest = rest.dropFirst()
            json.append(Byte.openBracket)
            while let byte = rest.first, byte != Byte.closeBrace {
                switch byte {
                case delimiter:
                    json.append(Byte.comma)
                    rest = rest.dropFirst()
                case Byte.openBrace: takeArray()
                case Byte.quote: append(takeQuoted())
                default: takeBare()
                }
            }
            rest = rest.dropFirst()
            json.append(Byte.closeBracket)
        }

        private mutating func takeQuoted() -> [UInt8] {
            var text: [UInt8] = []
            rest = rest.dropFirst()
            while let byte = rest.popFirst(), byte != Byte.quote {
                text.append(byte == Byte.backslash ? rest.popFirst() ?? byte : byte)
            }
            return text
        }

        private mutating func takeBare() {
            let text = rest.prefix { $0 != delimiter && $0 != Byte.closeBrace }
            rest = rest.dropFirst(text.count)
            if text.elementsEqual("NULL".utf8) { json += "null".utf8 } else { append(Array(text)) }
        }

        private mutating func append(_ text: [UInt8]) {
            switch element {
            case .boolean: json += (text.first == UInt8(ascii: "t") ? "true" : "false").utf8
            case .number where ValueWriting.isNumber(text): json += text
            case .json: json += text
            case .moment: appendString(ValueWriting.moment(text))
            default: appendString(text)
            }
        }

        private mutating func appendString(_ text: [UInt8]) {
            json.append(Byte.quote)
            for byte in text {
                switch byte {
                case Byte.quote, Byte.backslash: json += [Byte.backslash, byte]
                case 0..<0x20:
                    json += #"\u00"#.utf8
                    json += [byte >> 4, byte & 0xF].map { $0 < 10 ? Byte.zero + $0 : UInt8(ascii: "a") + $0 - 10 }
                default: json.append(byte)
                }
            }
            json.append(Byte.quote)
        }
    }
}
