import Foundation
import TestSupport
import Testing

/// A small system in a shape that real ones have, added to the sample company, and what is true of it.
struct ShapeCase: Sendable, CustomTestStringConvertible {
    /// What must be true, as a sentence.
    let testDescription: String
    /// Who asks: nobody that the sample company knows.
    var person = "kim@example.org"
    /// The system's files by their paths under `exporters/`; a `.sqlite` file's text is the SQL that fills it.
    let files: [String: String]
    /// Bytes in place of a text, for what no text can be.
    var bytes: [String: [UInt8]] = [:]
    /// The records that the person gets, by `system/collection`, as the faithful copy has them, a line each.
    var records: [String: [String]] = [:]
    /// The outcomes of the collections without records.
    var outcomes: [String: String] = [:]
    /// The exit status of the export.
    var status: Int32 = 0
    /// What `inzage check` says, beginning with the severity; an error where there is one.
    var finding: String?
}

extension ShapeCase {
    /// Puts the system beside the sample company's.
    func add(to company: String) throws {
        for (path, text) in files {
            let file = "\(company)/exporters/\(path)"
            try FileManager.default.createDirectory(
                atPath: URL(fileURLWithPath: file).deletingLastPathComponent().path,
                withIntermediateDirectories: true
            )
            guard path.hasSuffix(".sqlite") else {
                try Data(text.utf8).write(to: URL(fileURLWithPath: file))
                continue
            }
            let script = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.stdin.read())"
            let result = try runTool("/usr/bin/python3", ["-c", script, file], input: text)
            try #require(result.status == 0, "\(result.errors)")
        }
        for (path, bytes) in bytes {
            try Data(bytes).write(to: URL(fileURLWithPath: "\(company)/exporters/\(path)"))
        }
    }

    /// The names of the systems.
    var systems: Set<String> { Set(files.keys.compactMap { $0.split(separator: "/").first.map(String.init) }) }
}

/// What `export --json` prints, as far as the cases look.
struct ShapeReport: Decodable {
    struct Line: Decodable { let system, collection, outcome: String }
    let state: String
    let ledger: [Line]
}

/// The parts of a descriptor by which records are found.
struct ShapeDescriptor: Decodable {
    struct Resource: Decodable {
        let path: String
        let format: String?
        let system: String?
        let collection: String?
        private enum CodingKeys: String, CodingKey {
            case path, format
            case system = "inzage:system"
            case collection = "inzage:collection"
        }
    }
    let resources: [Resource]
}
