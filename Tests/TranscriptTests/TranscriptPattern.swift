import Foundation

/// What a transcript has seen so far: `[ID]` and what stood there.
struct TranscriptMemory: Sendable {
    private(set) var values: [String: String] = [:]

    /// Kinds of text that are checked and not remembered.
    private static let kinds = [
        "DATE": #"\d{4}-\d{2}-\d{2}"#, "TIME": #"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z"#, "NUMBER": #"\d+"#,
        "HASH": "[0-9a-f]{64}",
    ]

    /// Kinds of text that are remembered; every other name stands for a text without a space.
    private static let shapes = [
        "ID": "[0-9A-Z]{6}", "CODE": "[0-9A-Z]{4}-[0-9A-Z]{4}", "CALL": #"\d{6}"#,
        "PASSPHRASE": #"\d{4}(?:-\d{4}){5}"#,
    ]

    /// The shape of a name, without the number that tells a second of its kind apart: `ID2` is shaped as `ID`.
    private static func shape(_ name: String) -> String {
        let kind = String(name.reversed().drop(while: \.isNumber).reversed())
        return shapes[kind] ?? #"\S+?"#
    }

    /// A text with every remembered name filled in.
    func filled(_ text: String) throws -> String {
        try text.replacingNames { name in
            guard let value = values[name] else { throw TranscriptError("[\(name)] was never seen") }
            return value
        }
    }

    /// Whether lines are as expected; what they show is remembered.
    mutating func matches(_ expected: [String], _ actual: [String]) throws -> Bool {
        guard let first = expected.first else { return actual.isEmpty }
        let rest = Array(expected.dropFirst())
        if first == "..." {
            for skipped in 0...actual.count {
                if try matches(rest, Array(actual.dropFirst(skipped))) { return true }
            }
            return false
        }
        guard let line = actual.first else { return false }
        let before = values
        if try matches(line: first, line), try matches(rest, Array(actual.dropFirst())) { return true }
        values = before
        return false
    }

    private mutating func matches(line pattern: String, _ line: String) throws -> Bool {
        var fresh: [String] = []
        let body = try pattern.components(separatedBy: "...").map { part in
            try part.replacingNames(escaping: NSRegularExpression.escapedPattern) { name in
                if let kind = Self.kinds[name] { return kind }
                if let value = values[name] { return NSRegularExpression.escapedPattern(for: value) }
                if fresh.contains(name) { return #"\k<\#(name)>"# }
                fresh.append(name)
                return "(?<\(name)>\(Self.shape(name)))"
            }
        }
        let expression = try NSRegularExpression(pattern: "^" + body.joined(separator: ".*") + "$")
        let whole = NSRange(line.startIndex..., in: line)
        guard let match = expression.firstMatch(in: line, range: whole) else { return false }
        for name in fresh {
            guard let range = Range(match.range(withName: name), in: line) else { return false }
            values[name] = String(line[range])
        }
        return true
    }
}

extension String {
    /// The text with each `[NAME]` replaced, and what stands between them escaped.
    fileprivate func replacingNames(
        escaping: (String) -> String = { $0 },
        _ value: (String) throws -> String
    ) throws -> String {
        var result = ""
        var rest = self[...]
        while let found = rest.firstMatch(of: /\[([A-Z][A-Z0-9]*)\]/) {
            result += escaping(String(rest[..<found.range.lowerBound]))
            result += try value(String(found.1))
            rest = rest[found.range.upperBound...]
        }
        return result + escaping(String(rest))
    }
}
