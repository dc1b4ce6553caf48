import DriverParts
import ExporterKit

/// A text in which `{kind}` stands for an identifier.
struct RequestTemplate: Sendable {
    /// Where values are put, which says how they are escaped.
    enum Place: Sendable {
        case path, query, form, json
    }

    private enum Part: Sendable {
        case text([UInt8])
        /// A value, and in JSON whether it stands between quotes.
        case value(kind: String, isQuoted: Bool)
    }

    private let parts: [Part]
    private let place: Place

    init(_ text: String, _ place: Place) {
        self.place = place
        var (parts, literal, rest): ([Part], [UInt8], ArraySlice<UInt8>) = ([], [], Array(text.utf8)[...])
        var (isQuoted, isEscaped) = (false, false)
        while let byte = rest.popFirst() {
            if byte == Byte.openBrace, let (kind, behind) = Self.kind(rest) {
                parts += [.text(literal), .value(kind: kind, isQuoted: isQuoted)]
                (literal, rest) = ([], behind)
                continue
            }
            literal.append(byte)
            if byte == Byte.quote, !isEscaped { isQuoted.toggle() }
            isEscaped = byte == Byte.backslash && !isEscaped
        }
        self.parts = parts + [.text(literal)]
    }

    /// A word of small letters, digits and underscores before a closing brace, and what stands behind it.
    private static func kind(_ rest: ArraySlice<UInt8>) -> (String, ArraySlice<UInt8>)? {
        let word = rest.prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
        guard !word.isEmpty, rest.dropFirst(word.count).first == Byte.closeBrace else { return nil }
        return (String(decoding: word, as: UTF8.self), rest.dropFirst(word.count + 1))
    }

    /// The kinds that it asks by.
    var kinds: [String] {
        parts.compactMap { if case .value(let kind, _) = $0 { kind } else { nil } }
    }

    /// The kinds each of which is a name of the path by itself: what such an address is about, the identifier says alone.
    var wholeNames: Set<String> {
        let slash = UInt8(ascii: "/")
        var whole: Set<String> = []
        for (index, part) in parts.enumerated() {
            guard case .value(let kind, _) = part else { continue }
            var (before, behind): ([UInt8], [UInt8]) = ([], [])
            if index > 0, case .text(let text) = parts[index - 1] { before = text }
            if index + 1 < parts.count, case .text(let text) = parts[index + 1] { behind = text }
            let beginsName = before.isEmpty ? index <= 1 : before.last == slash
            let endsName = behind.isEmpty ? index + 2 >= parts.count : behind.first == slash
            if beginsName, endsName { whole.insert(kind) }
        }
        return whole
    }

    /// The text without the values.
    var literal: [UInt8] {
        parts.flatMap { if case .text(let text) = $0 { text } else { [UInt8]() } }
    }

    /// The text with values in it; nil where one can be none in this place, so that nothing is found by it.
    func filled(_ values: [AskedValue]) throws(Problem) -> [UInt8]? {
        try joined { kind, isQuoted throws(Problem) in
            guard let value = values.first(where: { $0.identifier.kind == kind }) else { return nil }
            guard place != .path || !Escaping.leadsElsewhere(value.identifier.value) else { return nil }
            return place == .json ? try json(value, isQuoted) : Escaping.percent(value.identifier.value)
        }
    }

    /// Whether it is JSON, whatever is asked for.
    var isJSON: Bool {
        guard let filled = try? joined({ _, _ in [Byte.zero] }) else { return false }
        var scanner = JSONScanner()
        return (try? scanner.scan(filled.span)) != nil
    }

    /// Whether it is an object of JSON in which a value can be put behind keys, whatever is asked for.
    func takes(_ keys: [[UInt8]]) -> Bool {
        guard place == .json, let filled = try? joined({ _, _ in [Byte.zero] }) else { return false }
        return PostedBody.changed(filled, keys, to: [Byte.zero]) != nil
    }

    private func joined(
        _ value: (_ kind: String, _ isQuoted: Bool) throws(Problem) -> [UInt8]?
    ) throws(Problem) -> [UInt8]? {
        var joined: [UInt8] = []
        for part in parts {
            switch part {
            case .text(let text):
                // A query is a text that is escaped whole; the rest is written as it is sent.
                joined += place == .query ? Escaping.percent(text) : text
            case .value(let kind, let isQuoted):
                guard let value = try value(kind, isQuoted) else { return nil }
                joined += value
            }
        }
        return joined
    }

    /// Between quotes the text; elsewhere a number of a field that is one, and a string of any other.
    private func json(_ value: AskedValue, _ isQuoted: Bool) throws(Problem) -> [UInt8] {
        let bytes = value.identifier.value
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Problem(
                .queryFailed,
                "body",
                "an identifier is not UTF-8, and cannot be said in JSON",
                fix: "say the `encoding` of the system that yields it"
            )
        }
        var json: [UInt8] = []
        var scanner = JSONScanner()
        if isQuoted {
            JSONString.appendContent(bytes, to: &json)
        } else if ["integer", "number"].contains(value.type), (try? scanner.scan(bytes.span).kind) == .number {
            json = bytes
        } else {
            JSONString.append(bytes, to: &json)
        }
        return json
    }
}
