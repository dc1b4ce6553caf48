import ExporterKit

/// A JSON object as an export holds it, with its members looked up.
struct HeldObject {
    let bytes: [UInt8]
    let members: [(key: [UInt8], value: HeldValue)]

    /// Reads a text that is one object; throws a ``JSONProblem`` where it is none or a key stands twice.
    init(_ bytes: [UInt8]) throws {
        var scanner = JSONScanner()
        self.init(bytes, try scanner.scanObject(bytes.span), scanner)
    }

    fileprivate init?(_ value: JSONScanner.Value, of bytes: [UInt8]) {
        var scanner = JSONScanner()
        // The text was validated whole, so that nothing in it fails any more.
        guard value.kind == .object, let range = try? scanner.members(of: value, in: bytes.span) else { return nil }
        self.init(bytes, range, scanner)
    }

    private init(_ bytes: [UInt8], _ range: Range<Int>, _ scanner: JSONScanner) {
        self.bytes = bytes
        members = range.map { (Array(scanner.key(at: $0)), HeldValue(value: scanner.value(at: $0), bytes: bytes)) }
    }

    /// A member, or nil where there is none or it is null.
    subscript(key: String) -> HeldValue? {
        members.first { $0.key.elementsEqual(key.utf8) && $0.value.value.kind != .null }?.value
    }

    /// The text of a member, or nil where it is none or empty.
    func text(_ key: String) -> [UInt8]? {
        guard let text = self[key]?.text, !text.isEmpty else { return nil }
        return text
    }

    /// The members without some keys as a JSON object; nil where none is left.
    func rest(without keys: Set<[UInt8]>) -> [UInt8]? {
        var json = [Byte.openBrace]
        for (key, value) in members where value.value.kind != .null && !keys.contains(key) {
            if json.count > 1 { json.append(Byte.comma) }
            JSONString.append(HeldValue.valid(key), to: &json)
            json.append(Byte.colon)
            JSONScanner.appendCompact(value.value.range, in: bytes.span, to: &json)
        }
        return json.count == 1 ? nil : json + [Byte.closeBrace]
    }
}

/// A value within such an object.
struct HeldValue {
    let value: JSONScanner.Value
    let bytes: [UInt8]

    /// A string's text, or the literal of a number or a truth value.
    var text: [UInt8]? {
        switch value.kind {
        case .null, .array, .object: return nil
        case .boolean, .number: return Array(bytes[value.range])
        case .string:
            var text: [UInt8] = []
            JSONScanner.appendText(ofString: value.range, in: bytes.span, to: &text)
            return text
        }
    }

    /// A whole number.
    var number: Int64? {
        guard value.kind == .number else { return nil }
        return Int64(String(decoding: bytes[value.range], as: UTF8.self))
    }

    /// The object that it is.
    var object: HeldObject? { HeldObject(value, of: bytes) }

    /// The elements of the list that it is, those that are null left out.
    var elements: [HeldValue] {
        guard value.kind == .array else { return [] }
        var elements: [HeldValue] = []
        var scanner = JSONScanner()
        try? scanner.forEachElement(of: value, in: bytes.span) { element in
            if element.kind != .null { elements.append(HeldValue(value: element, bytes: bytes)) }
        }
        return elements
    }

    /// The texts of the list that it is.
    var texts: [[UInt8]] { elements.compactMap(\.text).filter { !$0.isEmpty } }

    /// Hands over the text of every string within it, keys included, and whether it stands as a value behind a key.
    func forEachString(_ body: (_ text: [UInt8], _ key: [UInt8]?) -> Void) {
        var place = value.range.lowerBound
        var last: [UInt8]?
        var isBehindColon = false
        while place < value.range.upperBound {
            let byte = bytes[place]
            guard byte == Byte.quote else {
                if byte == Byte.colon { isBehindColon = true } else if !Byte.isSpace(byte) { isBehindColon = false }
                place += 1
                continue
            }
            var end = place + 1
            while bytes[end] != Byte.quote { end += bytes[end] == Byte.backslash ? 2 : 1 }
            var text: [UInt8] = []
            JSONScanner.appendText(ofString: place..<end + 1, in: bytes.span, to: &text)
            body(text, isBehindColon ? last : nil)
            (last, isBehindColon, place) = (text, false, end + 1)
        }
    }

    /// A text as JSON takes it: what is no UTF-8 is replaced.
    static func valid(_ text: [UInt8]) -> [UInt8] {
        String(validating: text, as: UTF8.self) == nil ? Array(String(decoding: text, as: UTF8.self).utf8) : text
    }

    /// Texts as a JSON list.
    static func list(_ texts: [[UInt8]?]) -> [UInt8] {
        var json = [Byte.openBracket]
        for (index, text) in texts.enumerated() {
            if index > 0 { json.append(Byte.comma) }
            if let text { JSONString.append(valid(text), to: &json) } else { json += Array("null".utf8) }
        }
        return json + [Byte.closeBracket]
    }
}
