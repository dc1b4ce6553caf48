import ExporterKit

/// A JSON text of which nobody has said yet where its records stand.
public struct JSONSample {
    /// Where the records stand: keys with points between, `*` for every value of a map; empty where the text is the list,
    /// or is one record.
    public let path: String
    /// The records' members.
    public let shape: SampleShape

    /// How many records are looked at.
    private static let most = 1000

    /// Looks for the records of a text; nil where it is no sound JSON or holds no objects.
    public init?(_ bytes: [UInt8]) {
        var scanner = JSONScanner()
        guard let value = try? scanner.scan(bytes.span) else { return nil }
        var keys: [String] = []
        guard let records = Self.records(in: value, bytes, &scanner, &keys) else { return nil }
        var shape = SampleShape()
        for record in records.prefix(Self.most) { shape.add(object: Array(bytes[record.range])) }
        guard !shape.isEmpty else { return nil }
        path = keys.joined(separator: ".")
        self.shape = shape
    }

    /// The records: the elements of a list, the values of a map, or the object itself.
    private static func records(
        in value: JSONScanner.Value,
        _ bytes: [UInt8],
        _ scanner: inout JSONScanner,
        _ keys: inout [String]
    ) -> [JSONScanner.Value]? {
        if value.kind == .array {
            let elements = elements(of: value, bytes, &scanner)
            return elements.allSatisfy { $0.kind == .object } ? elements : nil
        }
        guard value.kind == .object else { return nil }
        let members = members(of: value, bytes, &scanner)
        if isMap(members.map(\.value), bytes, &scanner) {
            keys = ["*"]
            return members.map(\.value)
        }
        // The longest list of objects is the list of the records.
        var lists: [(path: [String], list: JSONScanner.Value)] = []
        collect(&lists, below: [], value, bytes, &scanner)
        guard let longest = lists.max(by: { $0.list.range.count < $1.list.range.count }) else { return [value] }
        keys = longest.path
        return elements(of: longest.list, bytes, &scanner)
    }

    private static func collect(
        _ lists: inout [(path: [String], list: JSONScanner.Value)],
        below path: [String],
        _ object: JSONScanner.Value,
        _ bytes: [UInt8],
        _ scanner: inout JSONScanner
    ) {
        for (key, value) in members(of: object, bytes, &scanner) {
            if value.kind == .object, path.count < 4 { collect(&lists, below: path + [key], value, bytes, &scanner) }
            if value.kind == .array, isListOfObjects(value, bytes, &scanner) { lists.append((path + [key], value)) }
        }
    }

    /// Whether values look like records under their ids: objects with much the same keys.
    private static func isMap(_ values: [JSONScanner.Value], _ bytes: [UInt8], _ scanner: inout JSONScanner) -> Bool {
        guard values.count > 1, values.allSatisfy({ $0.kind == .object }) else { return false }
        let keys = values.prefix(2).map { Set(members(of: $0, bytes, &scanner).map(\.key)) }
        return keys[0].intersection(keys[1]).count * 2 >= max(keys[0].count, keys[1].count, 1)
    }

    private static func members(
        of object: JSONScanner.Value,
        _ bytes: [UInt8],
        _ scanner: inout JSONScanner
    ) -> [(key: String, value: JSONScanner.Value)] {
        defer { scanner.forgetMembers() }
        guard let range = try? scanner.members(of: object, in: bytes.span) else { return [] }
        return range.map { (String(decoding: scanner.key(at: $0), as: UTF8.self), scanner.value(at: $0)) }
    }

    private static func isListOfObjects(
        _ list: JSONScanner.Value,
        _ bytes: [UInt8],
        _ scanner: inout JSONScanner
    ) -> Bool {
        let elements = elements(of: list, bytes, &scanner)
        return !elements.isEmpty && elements.allSatisfy { $0.kind == .object }
    }

    private static func elements(
        of list: JSONScanner.Value,
        _ bytes: [UInt8],
        _ scanner: inout JSONScanner
    ) -> [JSONScanner.Value] {
        var elements: [JSONScanner.Value] = []
        try? scanner.forEachElement(of: list, in: bytes.span) { elements.append($0) }
        return elements
    }
}
