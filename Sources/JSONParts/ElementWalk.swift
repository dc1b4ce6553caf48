import DriverParts
package import ExporterKit

/// Finds the records that stand within one element of a file, and the objects above each.
package struct ElementWalk {
    /// An object above records.
    private struct Frame {
        let object: JSONScanner.Value
        let key: [UInt8]?
        let above: Int?
    }

    /// Where a record stands.
    package struct Place {
        package let record: JSONScanner.Value
        /// The key of the nearest map on the way to it.
        package let key: [UInt8]?
        fileprivate let frame: Int?
    }

    package private(set) var places: [Place] = []
    private var frames: [Frame] = []
    private var scanner = JSONScanner()

    package init() {}

    /// Finds the places; a parent without the list has no records, and one whose list is none is a failure.
    package mutating func find(_ steps: ArraySlice<RecordPath.Step>, in bytes: Span<UInt8>, key: [UInt8]?) throws {
        places.removeAll(keepingCapacity: true)
        frames.removeAll(keepingCapacity: true)
        scanner.forgetMembers()
        try reach(try scanner.scan(bytes), bytes, steps, key, above: nil)
    }

    /// An element of a list or a value of a map: a record, or an object above some.
    private mutating func reach(
        _ value: JSONScanner.Value,
        _ bytes: Span<UInt8>,
        _ steps: ArraySlice<RecordPath.Step>,
        _ key: [UInt8]?,
        above: Int?
    ) throws {
        if steps.isEmpty, value.kind != .array {
            places.append(Place(record: value, key: key, frame: above))
        } else if value.kind == .object {
            frames.append(Frame(object: value, key: key, above: above))
            try follow(value, bytes, steps, key, above: frames.count - 1)
        } else {
            try follow(value, bytes, steps, key, above: above)
        }
    }

    private mutating func follow(
        _ value: JSONScanner.Value,
        _ bytes: Span<UInt8>,
        _ steps: ArraySlice<RecordPath.Step>,
        _ key: [UInt8]?,
        above: Int?
    ) throws {
        switch (value.kind, steps.first) {
        case (.null, _):
            return
        case (.array, let step):
            // A key cannot lead into a list, so each of its elements is meant.
            let steps = step == .each ? steps.dropFirst() : steps
            for element in try elements(of: value, bytes) {
                if step == nil {
                    places.append(Place(record: element, key: key, frame: above))
                } else {
                    try reach(element, bytes, steps, key, above: above)
                }
            }
        case (.object, .each?):
            for (key, value) in try members(of: value, bytes) {
                try reach(value, bytes, steps.dropFirst(), key, above: above)
            }
        case (.object, .key(let name)?):
            guard let value = try member([name], of: value, bytes) else { return }
            try follow(value, bytes, steps.dropFirst(), key, above: above)
        default:
            throw Problem(
                .malformed,
                "records",
                "something else stands where `records` leads to a list",
                fix: "check `records`; for a map write `*` behind its key"
            )
        }
    }

    private mutating func elements(of array: JSONScanner.Value, _ bytes: Span<UInt8>) throws -> [JSONScanner.Value] {
        var elements: [JSONScanner.Value] = []
        try scanner.forEachElement(of: array, in: bytes) { elements.append($0) }
        return elements
    }

    private mutating func members(
        of object: JSONScanner.Value,
        _ bytes: Span<UInt8>
    ) throws -> [(key: [UInt8], value: JSONScanner.Value)] {
        defer { scanner.forgetMembers() }
        return try scanner.members(of: object, in: bytes).map { (Array(scanner.key(at: $0)), scanner.value(at: $0)) }
    }

    private mutating func member(
        _ parts: some Collection<[UInt8]>,
        of object: JSONScanner.Value,
        _ bytes: Span<UInt8>
    ) throws -> JSONScanner.Value? {
        var value = object
        for part in parts {
            guard value.kind == .object else { return nil }
            let members = try scanner.members(of: value, in: bytes)
            guard let member = members.first(where: { scanner.key(at: $0).elementsEqual(part) }) else { return nil }
            value = scanner.value(at: member)
        }
        scanner.forgetMembers()
        return value
    }
}

/// What fields take from above one record, in the same text or, for keys, apart.
package struct AboveValues {
    fileprivate(set) var values: [Int: JSONScanner.Value] = [:]
    fileprivate(set) var keys: [Int: [UInt8]] = [:]

    /// Says what a field takes that stands nowhere in the text.
    package mutating func set(_ text: [UInt8], for field: Int) { keys[field] = text }
}

extension ElementWalk {
    /// What the fields take from above a record.
    package mutating func values(
        _ paths: [Int: AbovePath],
        above place: Place,
        in bytes: Span<UInt8>
    ) throws -> AboveValues {
        var result = AboveValues()
        for (field, path) in paths {
            let frame = try frame(of: path, above: place)
            if path.parts == nil {
                guard let key = frame.map({ frames[$0].key }) ?? place.key else { throw Self.noKey }
                result.keys[field] = key
            } else if let frame {
                result.values[field] = try value(path.parts ?? [], of: frames[frame].object, bytes)
            }
        }
        return result
    }

    /// Whether the object next above a record has a member where a field looks for one in the record.
    package mutating func hasMember(_ path: String, above place: Place, in bytes: Span<UInt8>) throws -> Bool {
        guard let frame = place.frame else { return false }
        let parts = path.utf8.split(separator: Byte.point, omittingEmptySubsequences: false).map(Array.init)
        return try value(parts, of: frames[frame].object, bytes) != nil
    }

    /// A path names a member of a member, or a member whose key has points in it.
    private mutating func value(
        _ parts: [[UInt8]],
        of object: JSONScanner.Value,
        _ bytes: Span<UInt8>
    ) throws -> JSONScanner.Value? {
        try member(parts, of: object, bytes)
            ?? member([Array(parts.joined(separator: [Byte.point]))], of: object, bytes)
    }

    private func frame(of path: AbovePath, above place: Place) throws(Problem) -> Int? {
        guard path.level > 0 else { return nil }
        var frame = place.frame
        for _ in 1..<path.level { frame = frame.flatMap { frames[$0].above } }
        guard let frame else {
            throw Problem(
                .missingField,
                "fields",
                "a field's path begins with `^`, and no object stands so far above the records",
                fix: "take a `^` out of it; `records: orders.*.lines` has one object above, the order"
            )
        }
        return frame
    }

    private static let noKey = Problem(
        .missingField,
        "fields",
        "a field's path is `@key`, and the records stand in no map",
        fix: "write `*` in `records` where the map's keys stand"
    )
}
