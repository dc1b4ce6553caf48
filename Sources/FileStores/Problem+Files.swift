import DriverParts
import ExporterKit
import JSONParts

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

    static var jsonNotMarkup: Problem {
        Problem(.malformed, "format", "the file is JSON, not XML", fix: "say `format: json` or `format: jsonl`")
    }

    static var arrayNotLines: Problem {
        Problem(
            .malformed,
            "format",
            "the file is a JSON array, not an object on each line",
            fix: "say `format: json`"
        )
    }

    /// A label that no field names; one that is no plain word is told by its column.
    static func undeclared(_ label: [UInt8], column: Int) -> Problem {
        let word = plainWord(label)
        let key = word.map { "`\($0)`" } ?? "that is no plain word (in column \(column))"
        return undeclared(key, word, fix: "describe it under `fields`")
    }
}
