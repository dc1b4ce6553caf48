import ExporterKit

/// A record made of fuzzed bytes: each cell a byte for its kind, one for its length, and its content.
struct FuzzRecord {
    private(set) var record = RecordBuffer()
    /// Three fields, of the types that writers treat differently.
    static let fields = [
        FieldDescription(name: "a", type: "string", title: ""),
        FieldDescription(name: "b", type: "number", title: ""),
        FieldDescription(name: "c", type: "string", format: "binary", title: ""),
    ]

    init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        for _ in Self.fields {
            let kind = rest.popFirst() ?? 0
            let length = Int(rest.popFirst() ?? 0)
            append(kind, rest.prefix(length))
            rest = rest.dropFirst(length)
        }
    }

    private mutating func append(_ kind: UInt8, _ content: ArraySlice<UInt8>) {
        switch kind % 6 {
        case 0: record.appendNull()
        case 1: record.append(content.count.isMultiple(of: 2))
        case 2: record.append(.number, content)
        case 3: record.append(.blob, content)
        // A driver makes a cell of kind `json` of what the scanner passed, and of nothing else.
        case 4 where isJSON(content): record.append(.json, content)
        default: record.append(.text, content)
        }
    }

    private func isJSON(_ content: ArraySlice<UInt8>) -> Bool {
        var scanner = JSONScanner()
        guard let value = try? scanner.scan(content.span), String(validating: content, as: UTF8.self) != nil else {
            return false
        }
        return value.kind == .array || value.kind == .object
    }
}
