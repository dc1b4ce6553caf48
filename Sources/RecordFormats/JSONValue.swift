/// A small JSON document whose keys keep their order, so that the same facts are always the same bytes.
package enum JSONValue: Sendable, Hashable {
    /// A text.
    case string(String)
    /// A whole number.
    case number(Int)
    /// A truth value.
    case boolean(Bool)
    /// A list.
    case array([JSONValue])
    /// Members in order; one without a value is left out.
    case object([Member])

    /// One member of an object.
    package struct Member: Sendable, Hashable {
        package var key: String
        package var value: JSONValue?
        package init(_ key: String, _ value: JSONValue?) { (self.key, self.value) = (key, value) }
    }

    /// A list of texts.
    package static func strings(_ texts: [String]) -> JSONValue { .array(texts.map(JSONValue.string)) }

    /// A list, or nothing where it would be empty.
    package static func nonEmpty(_ items: [JSONValue]) -> JSONValue? { items.isEmpty ? nil : .array(items) }

    /// The document as indented UTF-8, with a line break at the end.
    package var document: [UInt8] {
        var output: [UInt8] = []
        write(to: &output, depth: 0)
        return output + [0x0A]
    }

    private func write(to output: inout [UInt8], depth: Int) {
        switch self {
        case .string(let text): output += JSONText.string(text)
        case .number(let number): output += Array("\(number)".utf8)
        case .boolean(let flag): output += Array((flag ? "true" : "false").utf8)
        case .array(let items):
            Self.write(items, between: (0x5B, 0x5D), to: &output, depth: depth) { item, output in
                item.write(to: &output, depth: depth + 1)
            }
        case .object(let members):
            let present = members.compactMap { member in member.value.map { (member.key, $0) } }
            Self.write(present, between: (0x7B, 0x7D), to: &output, depth: depth) { member, output in
                output += JSONText.string(member.0) + [0x3A, 0x20]
                member.1.write(to: &output, depth: depth + 1)
            }
        }
    }

    private static func write<Item>(
        _ items: [Item],
        between brackets: (UInt8, UInt8),
        to output: inout [UInt8],
        depth: Int,
        item: (Item, inout [UInt8]) -> Void
    ) {
        output.append(brackets.0)
        for (position, value) in items.enumerated() {
            if position > 0 { output.append(0x2C) }
            appendLineBreak(depth: depth + 1, to: &output)
            item(value, &output)
        }
        if !items.isEmpty { appendLineBreak(depth: depth, to: &output) }
        output.append(brackets.1)
    }

    private static func appendLineBreak(depth: Int, to output: inout [UInt8]) {
        output.append(0x0A)
        output.append(contentsOf: repeatElement(0x20, count: depth * 2))
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    package init(stringLiteral text: String) { self = .string(text) }
    package init(arrayLiteral items: JSONValue...) { self = .array(items) }
}

extension [JSONValue.Member] {
    /// Appends a member, unless there is nothing to say.
    package mutating func add(_ key: String, _ value: JSONValue?) {
        if let value { append(JSONValue.Member(key, value)) }
    }

    /// Appends a text, unless there is none.
    package mutating func add(_ key: String, _ text: String?) { add(key, text.map(JSONValue.string)) }
}
