import ExporterKit

/// A path that leads through lists: `emails.*.address` is a list of what stands at `address` in each element of `emails`.
///
/// `*` is every element of a list or every value of a map, as in `records`. What such a path takes is taken beside: the
/// list itself needs a field of its own, so that nothing in it is left out.
struct ListPath: Sendable {
    private let steps: [RecordPath.Step]

    /// Reads a field's path; nil where no part of it is `*`.
    init?(_ path: String) {
        let parts = path.utf8.split(separator: Byte.point, omittingEmptySubsequences: false).map(Array.init)
        guard parts.count > 1, parts.contains([UInt8(ascii: "*")]), AbovePath(path) == nil else { return nil }
        steps = parts.map { $0 == [UInt8(ascii: "*")] ? .each : .key($0) }
    }

    /// What stands there in an object, as a JSON list; nil where there is no such list.
    func values(in object: JSONScanner.Value, _ bytes: Span<UInt8>) throws -> [UInt8]? {
        var json = [Byte.openBracket]
        let isThere = try follow(steps[...], object, bytes, into: &json)
        return isThere ? json + [Byte.closeBracket] : nil
    }

    private func follow(
        _ steps: ArraySlice<RecordPath.Step>,
        _ value: JSONScanner.Value,
        _ bytes: Span<UInt8>,
        into json: inout [UInt8]
    ) throws -> Bool {
        guard let step = steps.first else {
            if value.kind == .null { return false }
            if json.count > 1 { json.append(Byte.comma) }
            JSONScanner.appendCompact(value.range, in: bytes, to: &json)
            return true
        }
        var scanner = JSONScanner()
        switch (step, value.kind) {
        case (.key(let key), .object):
            let members = try scanner.members(of: value, in: bytes)
            guard let member = members.first(where: { scanner.key(at: $0).elementsEqual(key) }) else { return false }
            return try follow(steps.dropFirst(), scanner.value(at: member), bytes, into: &json)
        case (.each, .object):
            for member in try scanner.members(of: value, in: bytes) {
                _ = try follow(steps.dropFirst(), scanner.value(at: member), bytes, into: &json)
            }
            return true
        case (_, .array):
            // A key cannot lead into a list, so each of its elements is meant.
            let rest = step == .each ? steps.dropFirst() : steps
            var elements: [JSONScanner.Value] = []
            try scanner.forEachElement(of: value, in: bytes) { elements.append($0) }
            for element in elements { _ = try follow(rest, element, bytes, into: &json) }
            return true
        default: return false
        }
    }
}

extension FieldDescription {
    /// Whether the field takes what no other one names (`@rest`).
    package var takesRest: Bool { path.utf8.elementsEqual("@rest".utf8) }
    /// Whether the field says by what was asked (`@asked`).
    package var saysAsked: Bool { path.utf8.elementsEqual("@asked".utf8) }
}
