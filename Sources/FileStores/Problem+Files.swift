import DriverParts
import ExporterKit

extension Problem {
    /// The problem with the place at which it was met.
    func at(_ place: String) -> Problem {
        Problem(code, field, "\(text): \(place)", fix: fix, retryable: retryable)
    }

    static var empty: Problem {
        Problem(.malformed, "file", "the file is empty", fix: "look at the job that writes it")
    }

    static var linesNotArray: Problem {
        Problem(
            .malformed,
            "format",
            "another object follows the first one, as in JSON Lines",
            fix: "say `format: jsonl`"
        )
    }

    static var objectOverLines: Problem {
        Problem(
            .malformed,
            "format",
            "the first object goes on over several lines, unlike in JSON Lines",
            fix: "say `format: json`"
        )
    }

    static var returnsAlone: Problem {
        Problem(
            .malformed,
            "dialect",
            "the lines of the file end with a carriage return alone",
            fix: #"say `dialect: {lineTerminator: "\r"}`"#
        )
    }

    static var jsonNotTable: Problem {
        Problem(.malformed, "format", "the file is JSON, not a table", fix: "say `format: json` or `format: jsonl`")
    }

    static var arrayNotLines: Problem {
        Problem(
            .malformed,
            "format",
            "the file is a JSON array, not an object on each line",
            fix: "say `format: json`"
        )
    }

    /// An object of records by their ids, which are people more often than not, and never quoted.
    static func mapOfRecords(_ path: String) -> Problem {
        Problem(
            .undeclaredField,
            "records",
            "the records stand in a map, each under a key of its own",
            fix: "say `records: \"\(path)\"`; the key is a field with `from: \"@key\"`"
        )
    }

    /// A key that no field names, by its path; what is no plain word is not quoted, because it may itself be data.
    static func undeclared(_ path: [[UInt8]], isList: Bool) -> Problem {
        let words = path.map(plainWord)
        let above = words.dropLast().map { $0 ?? "?" }.joined(separator: ".")
        let place = above.isEmpty ? "" : " below `\(above)`"
        guard let word = words.last ?? nil else {
            return undeclared("that is no plain word\(place)", nil, fix: "describe it under `fields`")
        }
        let name = above.isEmpty ? word : "\(above).\(word)"
        let from = above.isEmpty ? "" : ", with `from: \(name)`"
        return undeclared(
            "`\(name)`",
            name,
            fix: isList
                ? "describe it under `fields` as one value of `type: array`\(from), or say `records: \(name)` in a "
                    + "collection of its own, where its elements are the records"
                : "describe it under `fields`\(from)"
        )
    }

    /// A label that no field names; one that is no plain word is told by its column.
    static func undeclared(_ label: [UInt8], column: Int) -> Problem {
        let word = plainWord(label)
        let key = word.map { "`\($0)`" } ?? "that is no plain word (in column \(column))"
        return undeclared(key, word, fix: "describe it under `fields`")
    }

    private static func undeclared(_ key: String, _ word: String?, fix: String) -> Problem {
        Problem(.undeclaredField, word ?? "fields", "a record has a key \(key), which no field names", fix: fix)
    }

    /// The text of a key that is a plain word.
    static func plainWord(_ key: some Collection<UInt8>) -> String? {
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(asciiFolded(byte)) }
        func isLater(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x5F }
        guard let first = key.first, isLetter(first), key.count <= 64, key.allSatisfy(isLater) else { return nil }
        return String(decoding: key, as: UTF8.self)
    }
}
