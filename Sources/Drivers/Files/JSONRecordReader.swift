import ExporterKit

/// Turns JSON objects into records with the cells in the fields' order.
struct JSONRecordReader {
    private let tree: FieldTree
    private var scanner = JSONScanner()
    private var values: [JSONScanner.Value?]

    init(_ tree: FieldTree) {
        self.tree = tree
        values = Array(repeating: nil, count: tree.virtual.count)
    }

    /// Fills a record from the object that a text is; throws a ``JSONProblem``, or a ``Problem`` for an unknown key.
    mutating func read(_ bytes: Span<UInt8>, into record: inout RecordBuffer, virtual: VirtualValues) throws {
        try look(at: bytes) { throw Problem.undeclared($0) }
        record.clear()
        for field in values.indices {
            if let path = tree.virtual[field] {
                virtual.append(path, to: &record)
            } else if let value = values[field] {
                record.append(value, of: bytes)
            } else {
                record.appendNull()
            }
        }
    }

    /// Looks at the keys alone: which fields the object has, and every key that no field names.
    mutating func keys(of bytes: Span<UInt8>) throws -> SeenKeys {
        var undeclared: [Problem] = []
        try look(at: bytes) { undeclared.append(.undeclared($0)) }
        return SeenKeys(fields: Set(values.indices.filter { values[$0] != nil }), problems: undeclared)
    }

    private mutating func look(at bytes: Span<UInt8>, _ undeclared: (ArraySlice<UInt8>) throws -> Void) throws {
        for field in values.indices { values[field] = nil }
        scanner.forgetMembers()
        let members = try scanner.scanObject(bytes)
        try take(members, bytes, node: 0, isCovered: false, undeclared)
    }

    private mutating func take(
        _ members: Range<Int>,
        _ bytes: Span<UInt8>,
        node: Int,
        isCovered: Bool,
        _ undeclared: (ArraySlice<UInt8>) throws -> Void
    ) throws {
        for member in members {
            if let child = tree.child(of: node, scanner, member) {
                try take(member, bytes, node: child, isCovered: isCovered, undeclared)
            } else if !isCovered {
                try undeclared(scanner.key(at: member))
            }
        }
    }

    private mutating func take(
        _ member: Int,
        _ bytes: Span<UInt8>,
        node: Int,
        isCovered: Bool,
        _ undeclared: (ArraySlice<UInt8>) throws -> Void
    ) throws {
        let value = scanner.value(at: member)
        let places = tree.fields(of: node)
        for place in places {
            let field = tree.field(at: place)
            // `a.b` stood there as a member of `a` and as a key of its own.
            guard values[field] == nil else { throw JSONProblem(.duplicateKey, at: value.range.lowerBound) }
            values[field] = value
        }
        let isCovered = isCovered || !places.isEmpty
        if value.kind == .object, tree.hasChildren(node) {
            let members = try scanner.members(of: value, in: bytes)
            try take(members, bytes, node: node, isCovered: isCovered, undeclared)
        } else if !isCovered, value.kind != .null {
            try undeclared(scanner.key(at: member))
        }
    }
}

extension Problem {
    /// A key that no field names; one that is no plain word is not quoted, because it may itself be data.
    static func undeclared(_ key: some Collection<UInt8>) -> Problem {
        let word = plainWord(key)
        return Problem(
            .undeclaredField,
            word ?? "fields",
            "a record has a key \(word.map { "`\($0)`" } ?? "that is no plain word"), which no field names",
            fix: "describe it under `fields`"
        )
    }

    private static func plainWord(_ key: some Collection<UInt8>) -> String? {
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(asciiFolded(byte)) }
        func isLater(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x5F }
        guard let first = key.first, isLetter(first), key.count <= 64, key.allSatisfy(isLater) else { return nil }
        return String(decoding: key, as: UTF8.self)
    }
}
