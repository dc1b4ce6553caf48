package import DriverParts
package import ExporterKit

extension Problem {
    /// An object of records by their ids, which are people more often than not, and never quoted.
    package static func mapOfRecords(_ path: String) -> Problem {
        Problem(
            .undeclaredField,
            "records",
            "the records stand in a map, each under a key of its own",
            fix: "say `records: \"\(path)\"`; the key is a field with `from: \"@key\"`"
        )
    }

    /// A key that no field names, by its path; what is no plain word is not quoted, because it may itself be data.
    package static func undeclared(_ path: [[UInt8]], isList: Bool) -> Problem {
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

    /// A key that no field names, as it is to be shown.
    package static func undeclared(_ key: String, _ word: String?, fix: String) -> Problem {
        Problem(.undeclaredField, word ?? "fields", "a record has a key \(key), which no field names", fix: fix)
    }

    /// The text of a key that is a plain word.
    package static func plainWord(_ key: some Collection<UInt8>) -> String? {
        func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(asciiFolded(byte)) }
        func isLater(_ byte: UInt8) -> Bool { isLetter(byte) || (0x30...0x39).contains(byte) || byte == 0x5F }
        // What stands in an XML element beside its attributes.
        if key.elementsEqual("#text".utf8) { return "#text" }
        guard let first = key.first, isLetter(first), key.count <= 64, key.allSatisfy(isLater) else { return nil }
        return String(decoding: key, as: UTF8.self)
    }
}

extension JSONProblem {
    /// What it means for the record at a place.
    package func failure(at place: String, fix: String = "mend the file") -> SourceFailure {
        switch code {
        case .malformed:
            SourceFailure(.malformed, "a record is cut or broken: \(place)", hint: fix)
        case .duplicateKey:
            SourceFailure(.malformed, "a key stands twice: \(place)", hint: fix)
        case .tooDeep:
            SourceFailure(.tooLarge, "a record is nested too deeply: \(place)")
        case .tooManyKeys:
            SourceFailure(.tooLarge, "a record has too many keys: \(place)")
        }
    }
}
