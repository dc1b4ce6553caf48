import DriverParts
package import ExporterKit

/// Turns JSON objects into records with the cells in the fields' order.
package struct JSONRecordReader {
    private let tree: FieldTree
    private let fieldNames: Set<[UInt8]>
    /// The fields whose paths lead through lists.
    private let lists: [(field: Int, path: ListPath)]
    /// What stands there in the record at hand.
    private var listed: [Int: [UInt8]] = [:]
    /// The field for what no other one names.
    private let restField: Int?
    private var rest: [(path: [UInt8], value: JSONScanner.Value)] = []
    private var scanner = JSONScanner()
    private var values: [JSONScanner.Value?]
    /// The members through which the way to the object at hand leads.
    private var trail: [Int] = []
    private var top = 0..<0
    /// What `records` would have to say if the record is a map of records; nil where it cannot be one.
    package var mapPath: String?
    /// Which records are the collection's (`where`); nil where all are.
    private let condition: RecordCondition?

    /// Makes a reader of a collection's records.
    package init(_ collection: CollectionDescription, without above: Set<Int> = []) {
        let condition = RecordCondition(collection)
        self.init(collection.fields, without: above, where: condition.isOpen ? nil : condition)
    }

    package init(
        _ fields: [FieldDescription],
        without above: Set<Int> = [],
        where condition: RecordCondition? = nil
    ) {
        self.condition = condition
        let lists = fields.enumerated().compactMap { index, field in ListPath(field.path).map { (index, $0) } }
        self.lists = lists.map { (field: $0.0, path: $0.1) }
        restField = fields.firstIndex(where: \.takesRest)
        tree = FieldTree(fields, without: above.union(lists.map(\.0)))
        fieldNames = Set(fields.map { Array($0.path.utf8) })
        values = Array(repeating: nil, count: fields.count)
    }

    /// Whether the record that was looked at last has a field.
    package func has(_ field: Int) -> Bool { values[field] != nil || listed[field] != nil }

    /// Fills a record from the object that a text is, or from one within it and what stands above that; throws a
    /// ``JSONProblem``, or a ``Problem`` for an unknown key.
    package mutating func read(
        _ bytes: Span<UInt8>,
        _ object: JSONScanner.Value? = nil,
        above: AboveValues? = nil,
        into record: inout RecordBuffer,
        virtual: (VirtualPath, inout RecordBuffer) -> Void
    ) throws {
        // What another collection's record has beside is none of this one's.
        let condition = condition
        var undeclared: Problem?
        try look(at: bytes, object) { problem in
            guard condition != nil else { throw problem }
            undeclared = undeclared ?? problem
        }
        if let above { take(above) }
        fill(&record, from: bytes, above, virtual)
        if let undeclared, condition?.admits(record) ?? true { throw undeclared }
    }

    private func fill(
        _ record: inout RecordBuffer,
        from bytes: Span<UInt8>,
        _ above: AboveValues?,
        _ virtual: (VirtualPath, inout RecordBuffer) -> Void
    ) {
        record.clear()
        for field in values.indices {
            if let path = tree.virtual[field] {
                virtual(path, &record)
            } else if let key = above?.keys[field] {
                record.append(.text, key)
            } else if let value = values[field] {
                record.append(value, of: bytes)
            } else if let list = listed[field] {
                record.append(JSONScanner.Value(kind: .array, range: 0..<list.count, hasEscapes: false), of: list.span)
            } else if field == restField, !rest.isEmpty {
                appendRest(bytes, to: &record)
            } else {
                record.appendNull()
            }
        }
    }

    /// Looks at the keys alone: which fields the object has, and every key that no field names.
    package mutating func keys(
        of bytes: Span<UInt8>,
        _ object: JSONScanner.Value? = nil,
        above: AboveValues? = nil
    ) throws -> SeenKeys {
        var problems: [Problem] = []
        try look(at: bytes, object) { problems.append($0) }
        if let above { take(above) }
        if let condition {
            var record = RecordBuffer()
            fill(&record, from: bytes, above) { $1.appendNull() }
            guard condition.admits(record) else { return SeenKeys(fields: [], problems: []) }
        }
        let found = values.indices.filter { has($0) || above?.keys[$0] != nil || $0 == restField }
        return SeenKeys(fields: Set(found), problems: problems)
    }

    private mutating func take(_ above: AboveValues) {
        for (field, value) in above.values { values[field] = value }
    }

    private mutating func look(
        at bytes: Span<UInt8>,
        _ object: JSONScanner.Value?,
        _ undeclared: (Problem) throws -> Void
    ) throws {
        for field in values.indices { values[field] = nil }
        listed.removeAll(keepingCapacity: true)
        rest.removeAll(keepingCapacity: true)
        trail.removeAll(keepingCapacity: true)
        scanner.forgetMembers()
        top = if let object { try scanner.members(of: object, in: bytes) } else { try scanner.scanObject(bytes) }
        try take(top, bytes, node: 0, isCovered: false, undeclared)
        if !lists.isEmpty { try takeLists(bytes, object) }
    }

    private mutating func takeLists(_ bytes: Span<UInt8>, _ object: JSONScanner.Value?) throws {
        var scanner = JSONScanner()
        let object = try object ?? scanner.scan(bytes)
        for (field, path) in lists { listed[field] = try path.values(in: object, bytes) }
    }

    /// What no field names as one object, by the paths of the keys.
    private func appendRest(_ bytes: Span<UInt8>, to record: inout RecordBuffer) {
        var json = [Byte.openBrace]
        for (path, value) in rest {
            if json.count > 1 { json.append(Byte.comma) }
            JSONString.append(path, to: &json)
            json.append(Byte.colon)
            JSONScanner.appendCompact(value.range, in: bytes, to: &json)
        }
        json.append(Byte.closeBrace)
        record.append(JSONScanner.Value(kind: .object, range: 0..<json.count, hasEscapes: false), of: json.span)
    }

    private mutating func take(
        _ members: Range<Int>,
        _ bytes: Span<UInt8>,
        node: Int,
        isCovered: Bool,
        _ undeclared: (Problem) throws -> Void
    ) throws {
        for member in members {
            if let child = tree.child(of: node, scanner, member) {
                try take(member, bytes, node: child, isCovered: isCovered, undeclared)
            } else if !isCovered {
                try note(undeclared: member, bytes, undeclared)
            }
        }
    }

    /// Keeps a key that no field names where one takes the rest, and says what is wrong elsewhere.
    private mutating func note(
        undeclared member: Int,
        _ bytes: Span<UInt8>,
        _ tell: (Problem) throws -> Void
    ) throws {
        guard restField != nil else { return try tell(problem(ofUndeclared: member, bytes)) }
        let value = scanner.value(at: member)
        guard value.kind != .null else { return }
        let path = (trail + [member]).map { Array(scanner.key(at: $0)) }
        rest.append((Array(path.joined(separator: [Byte.point])), value))
    }

    private mutating func take(
        _ member: Int,
        _ bytes: Span<UInt8>,
        node: Int,
        isCovered: Bool,
        _ undeclared: (Problem) throws -> Void
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
            trail.append(member)
            let members = try scanner.members(of: value, in: bytes)
            try take(members, bytes, node: node, isCovered: isCovered, undeclared)
            trail.removeLast()
        } else if !isCovered, value.kind != .null {
            try note(undeclared: member, bytes, undeclared)
        }
    }
}

extension JSONRecordReader {
    /// What to say of a key that no field names; its values are looked at for their keys alone.
    private mutating func problem(ofUndeclared member: Int, _ bytes: Span<UInt8>) -> Problem {
        if trail.isEmpty, let mapPath {
            if isMapOfRecords(bytes) { return .mapOfRecords(mapPath) }
            if top.allSatisfy({ tree.child(of: 0, scanner, $0) == nil }) { return problemOfForeignObject() }
        }
        let path = (trail + [member]).map { Array(scanner.key(at: $0)) }
        return .undeclared(path, isList: scanner.value(at: member).kind == .array)
    }

    /// None of the object's keys is a field's: the records stand elsewhere, or the keys may be data.
    private func problemOfForeignObject() -> Problem {
        var there = KeysThere()
        for member in top { there.add(Array(scanner.key(at: member))) }
        let list = top.first { scanner.value(at: $0).kind == .array }.flatMap { Problem.plainWord(scanner.key(at: $0)) }
        return Problem(
            .undeclaredField,
            "fields",
            "the file is one object, and none of its keys is one that a field names\(there.list)",
            fix: list.map { "say where the records stand, such as `records: \($0)`" }
                ?? "say under `records` where the records stand, or correct the fields' `from`"
        )
    }

    /// Whether the object's members look like records under their ids: all are objects, or lists of objects, and have
    /// the same keys or the fields' names.
    private mutating func isMapOfRecords(_ bytes: Span<UInt8>) -> Bool {
        let values = top.map { scanner.value(at: $0) }
        guard values.allSatisfy({ $0.kind == .object || $0.kind == .array }) else { return false }
        let samples = values.prefix(8).compactMap { keys(within: $0, bytes) }
        guard let first = samples.first, !first.isEmpty, samples.count == min(values.count, 8) else { return false }
        let named = first.count { fieldNames.contains($0) }
        if named * 2 >= first.count { return true }
        guard samples.count > 1, values.allSatisfy({ $0.kind == .object }) else { return false }
        return samples.dropFirst().allSatisfy { first.intersection($0).count * 2 >= max(first.count, $0.count) }
    }

    /// The keys of an object, or of the first object of a list; nil where there is none.
    private mutating func keys(within value: JSONScanner.Value, _ bytes: Span<UInt8>) -> Set<[UInt8]>? {
        var object: JSONScanner.Value? = value.kind == .object ? value : nil
        if value.kind == .array {
            try? scanner.forEachElement(of: value, in: bytes) { if object == nil, $0.kind == .object { object = $0 } }
        }
        guard let object, let members = try? scanner.members(of: object, in: bytes) else { return nil }
        return Set(members.map { Array(scanner.key(at: $0)) })
    }
}
