import ExporterKit

/// Where a value stands in a JSON text: keys with points between, such as `meta.next`.
struct JSONPlace: Sendable, Hashable {
    private let keys: [[UInt8]]

    init?(_ text: String) {
        keys = text.utf8.split(separator: Byte.point, omittingEmptySubsequences: false).map(Array.init)
        if keys.contains([]) { return nil }
    }

    /// The value in an object, or nil where there is none.
    func value(in object: JSONScanner.Value, of bytes: Span<UInt8>) throws(JSONProblem) -> JSONScanner.Value? {
        var scanner = JSONScanner()
        var value = object
        for key in keys {
            guard value.kind == .object else { return nil }
            let members = try scanner.members(of: value, in: bytes)
            guard let member = members.first(where: { scanner.key(at: $0).elementsEqual(key) }) else { return nil }
            value = scanner.value(at: member)
        }
        return value
    }

    /// The text or the literal of the value; nil where there is none, or one that is null or empty.
    func text(in object: JSONScanner.Value?, of bytes: Span<UInt8>) throws(JSONProblem) -> [UInt8]? {
        guard let object, let value = try value(in: object, of: bytes) else { return nil }
        switch value.kind {
        case .null, .array, .object: return nil
        case .boolean, .number: return value.range.map { bytes[$0] }
        case .string:
            var text: [UInt8] = []
            JSONScanner.appendText(ofString: value.range, in: bytes, to: &text)
            return text.isEmpty ? nil : text
        }
    }
}
