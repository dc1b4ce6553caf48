import ExporterKit

/// The members of some records, and the types that all their values fit: what a store without a catalogue shows.
public struct SampleShape {
    private struct Member {
        var types: Set<FieldType> = []
        var count = 0
    }

    private var names: [String] = []
    private var members: [String: Member] = [:]
    private var count = 0
    private var scanner = JSONScanner()
    /// How deep objects are taken apart.
    private static let deepest = 3

    /// Makes a shape of nothing.
    public init() {}

    /// Whether nothing was looked at.
    public var isEmpty: Bool { names.isEmpty }

    /// Looks at a record that is a JSON object; anything else is no record.
    public mutating func add(object: [UInt8]) {
        scanner.forgetMembers()
        guard let value = try? scanner.scan(object.span), value.kind == .object else { return }
        count += 1
        add(value, object, below: "", depth: 1)
    }

    private mutating func add(_ object: JSONScanner.Value, _ bytes: [UInt8], below path: String, depth: Int) {
        guard let range = try? scanner.members(of: object, in: bytes.span) else { return }
        for (key, value) in range.map({ (Array(scanner.key(at: $0)), scanner.value(at: $0)) }) {
            let name = path + String(decoding: key, as: UTF8.self)
            if value.kind == .object, depth < Self.deepest {
                add(value, bytes, below: name + ".", depth: depth + 1)
            } else {
                note(name, Self.types(of: value, bytes))
            }
        }
    }

    /// Looks at a cell of a table.
    public mutating func add(cell: [UInt8], of name: String) {
        note(name, cell.isEmpty ? nil : Self.types(ofText: cell))
    }

    /// Counts a row of a table.
    public mutating func closeRow() { count += 1 }

    /// Notes a name without a value.
    public mutating func add(name: String) {
        if members[name] == nil {
            names.append(name)
            members[name] = Member()
        }
    }

    /// - Parameter types: what the value may be, nil for nothing.
    private mutating func note(_ name: String, _ types: Set<FieldType>?) {
        add(name: name)
        guard let types, var member = members[name] else { return }
        member.types = member.count == 0 ? types : member.types.intersection(types)
        member.count += 1
        members[name] = member
    }

    /// The members as columns.
    public var columns: [ColumnSchema] {
        // What is an object in one record and nothing in another is told by its members alone.
        let told = names.filter { name in
            (members[name]?.count ?? 0) > 0 || !names.contains { $0.hasPrefix(name + ".") }
        }
        return told.map { name in
            let types = members[name]?.types ?? []
            let type = Self.order.first(where: types.contains) ?? ((members[name]?.count ?? 0) == 0 ? .string : .any)
            let plain = name.split(separator: ".").joined(separator: "_").replacing("#text", with: "text")
            return ColumnSchema(
                name: plain,
                path: plain == name ? nil : name,
                type: type,
                mayBeNull: (members[name]?.count ?? 0) < count
            )
        }
    }

    /// From the narrowest to the widest.
    private static let order: [FieldType] = [.boolean, .integer, .number, .date, .datetime, .array, .object, .string]

    private static func types(of value: JSONScanner.Value, _ bytes: [UInt8]) -> Set<FieldType>? {
        switch value.kind {
        case .null: return nil
        case .boolean: return [.boolean]
        case .number:
            let isWhole = value.range.allSatisfy { Byte.isDigit(bytes[$0]) || bytes[$0] == Byte.minus }
            return isWhole ? [.integer, .number] : [.number]
        case .array: return [.array]
        case .object: return [.object]
        case .string:
            return datelike(Array(bytes[value.range.dropFirst().dropLast()])).union([.string])
        }
    }

    private static func types(ofText text: [UInt8]) -> Set<FieldType> {
        var types = datelike(text).union([.string])
        let digits = text.first == Byte.minus ? text.dropFirst() : text[...]
        // A number that begins with a zero is a code, and would lose it.
        let isCode = digits.first == Byte.zero && digits.count > 1 && digits.dropFirst().first != Byte.point
        if digits.isEmpty || isCode || digits.count > 15 { return types }
        if digits.allSatisfy(Byte.isDigit) { types.formUnion([.integer, .number]) }
        let parts = digits.split(separator: Byte.point, omittingEmptySubsequences: false)
        if parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Byte.isDigit) }) { types.insert(.number) }
        if text == Array("true".utf8) || text == Array("false".utf8) { types.insert(.boolean) }
        return types
    }

    /// Days and times as Table Schema writes them.
    private static func datelike(_ text: [UInt8]) -> Set<FieldType> {
        if fits(text, "0000-00-00") { return [.date] }
        return fits(Array(text.prefix(19)), "0000-00-00T00:00:00")
            || fits(Array(text.prefix(19)), "0000-00-00 00:00:00")
            ? [.datetime] : []
    }

    /// Whether a text has a digit wherever the form has one, and otherwise what the form has.
    private static func fits(_ text: [UInt8], _ form: String) -> Bool {
        text.count == form.utf8.count
            && zip(text, form.utf8).allSatisfy { Byte.isDigit($1) ? Byte.isDigit($0) : $0 == $1 }
    }
}
