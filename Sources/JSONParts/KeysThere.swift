package import DriverParts
import ExporterKit

/// The keys that stand where another one was looked for, to say which there are.
package struct KeysThere {
    private var words: [String] = []
    private var count = 0

    /// So many keys are a map's, and may be people.
    private static let most = 12

    package init() {}

    package mutating func add(_ key: [UInt8]) {
        count += 1
        if count <= Self.most, let word = Problem.plainWord(key) { words.append(word) }
    }

    /// The plain words among them behind a semicolon, or nothing.
    package var list: String {
        guard count <= Self.most, !words.isEmpty else { return "" }
        return "; there is " + words.map { "`\($0)`" }.joined(separator: ", ")
    }

    /// That the key which `records` names is not among them.
    package var problem: Problem {
        Problem(
            .malformed,
            "records",
            "`records` names a key that is not there\(list)",
            fix: count > Self.most
                ? "check `records`; where the file is a map, `*` stands for each of its values"
                : "check `records` in exporter.yaml"
        )
    }
}
