import ExporterKit
import Foundation
import TestSupport
import Testing

/// Files that are something else than their collection says, each named as what it is.
@Suite struct ForeignFileTests {
    private func files(
        _ content: [UInt8],
        _ name: String,
        in folder: String,
        _ fields: [FieldDescription] = [field("v")],
        _ settings: [String: String] = [:]
    ) throws -> SystemDescription {
        try write(content, to: name, in: folder)
        let settings = settings.merging(["file": name]) { given, _ in given }
        return system("files", in: folder, collection(settings, [field("e", matches: "email")] + fields))
    }

    /// That both the check and the reading say a sentence, with the place, and nothing of the content.
    private func expect(
        _ problem: String,
        hint: String,
        _ system: SystemDescription,
        at place: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let told = try #require(try await failure(system, "email", "a@b.c"), sourceLocation: sourceLocation)
        #expect(told.message == "\(problem): \(place)", sourceLocation: sourceLocation)
        #expect(told.hint?.contains(hint) == true, "\(told.hint ?? "")", sourceLocation: sourceLocation)
        let found = await findings(system)
        #expect(
            found.contains { $0.hasPrefix("error ") && $0.contains(problem) },
            "\(found)",
            sourceLocation: sourceLocation
        )
        #expect(!(told.description + found.joined()).contains("a@b.c"), sourceLocation: sourceLocation)
    }

    @Test(arguments: [
        ("xz -c in", "packed by xz"), ("bzip2 -c in", "packed by bzip2"), ("tar cf - in", "a tar archive"),
    ])
    func `a file packed in a way that is not undone is named by its content, whatever its name`(
        command: String,
        what: String
    ) async throws {
        try await withTemporaryFolder { folder in
            try write("e,v\na@b.c,x\n", to: "in", in: folder)
            let program = String(command.prefix { $0 != " " })
            guard try runTool("sh", ["-c", "command -v \(program)"]).status == 0 else { return }
            let packed = try runTool("sh", ["-c", "(\(command)) > a.csv"], in: folder)
            try #require(packed.status == 0, "\(packed.errors)")
            let content = Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/a.csv")))
            for name in ["a.csv", "a.json", "a.jsonl"] {
                let system = try files(content, name, in: folder)
                try await expect("the file is \(what)", hint: "unpack it", system, at: "`\(name)`")
            }
        }
    }

    @Test(arguments: [
        ("<!DOCTYPE html>\n<title>Sign in</title>", "an HTML page", "the job"),
        ("\n <HTML><body>", "an HTML page", "job"),
        ("<?xml version=\"1.0\"?><r/>", "XML", "format: xml"), ("%PDF-1.7\n", "a PDF document", "driver: documents"),
        ("-- MySQL dump 10.13  Distrib 8.0\n--\n", "a dump of a MySQL database", "CSV"),
        ("/*M!999999\\- enable the sandbox mode */\n", "a dump of a MariaDB database", "CSV"),
        ("--\n-- PostgreSQL database dump\n--\n", "a dump of a database", "CSV"),
        ("PGDMP\u{1}\u{E}", "a dump of a PostgreSQL database", "CSV"),
        ("PRAGMA foreign_keys=OFF;\nBEGIN", "a dump of an SQLite database", "CSV"),
        ("SQLite format 3\0\u{10}", "an SQLite database", "driver: sqlite"),
        (
            "PK\u{3}\u{4}" + String(repeating: "\0", count: 26) + "[Content_Types].xml", "a workbook or another office",
            "CSV"
        ),
        ("PAR1\u{15}", "a Parquet file", "CSV"),
    ])
    func `a page, a dump or a workbook is named`(text: String, what: String, hint: String) async throws {
        try await withTemporaryFolder { folder in
            for name in ["a.csv", "a.json", "a.jsonl"] {
                let system = try files(Array(text.utf8), name, in: folder)
                let told = try #require(try await failure(system, "email", "a@b.c"))
                #expect(told.message.hasPrefix("the file is \(what)") && told.message.hasSuffix(": `\(name)`"))
                #expect(told.hint?.contains(hint) == true)
                #expect(await findings(system).first?.hasPrefix("error file: the file is \(what)") == true)
            }
        }
    }

    @Test func `UTF-16 without a mark is named with the setting that reads it`() async throws {
        try await withTemporaryFolder { folder in
            for (encoding, name) in [(String.Encoding.utf16LittleEndian, "UTF-16LE"), (.utf16BigEndian, "UTF-16BE")] {
                let content = Array(try #require("e,v\na@b.c,x\n".data(using: encoding)))
                let system = try files(content, "a.csv", in: folder)
                let problem = "the file is text in \(name) without a mark that says so"
                try await expect(problem, hint: "`encoding: \(name)`", system, at: "`a.csv`")
                let told = try files(content, "a.csv", in: folder, [field("v")], ["encoding": name])
                #expect(try await ask(told, "email", "a@b.c") == [["text a@b.c", "text x"]])
            }
        }
    }

    @Test func `a binary file is named, and a text with a zero in it is still read`() async throws {
        try await withTemporaryFolder { folder in
            let binary = try files((0..<2000).map { UInt8(truncatingIfNeeded: $0 * 7) }, "a.csv", in: folder)
            try await expect("the file is a binary file, not text", hint: "encoding", binary, at: "`a.csv`")
            let text = Array("e,v\n".utf8) + Array("a@b.c,x".utf8) + [0] + Array("y and much more of it\n".utf8)
            let system = try files(text, "a.csv", in: folder)
            #expect(try await ask(system, "email", "a@b.c").count == 1)
        }
    }

    @Test func `an empty file is named, and of JSON Lines it holds nothing`() async throws {
        try await withTemporaryFolder { folder in
            for (name, content) in [("a.csv", ""), ("a.json", ""), ("a.csv", "\u{FEFF}"), ("a.json", " \n")] {
                let system = try files(Array(content.utf8), name, in: folder)
                try await expect("the file is empty", hint: "job", system, at: "`\(name)`")
            }
            #expect(try await ask(files([], "a.jsonl", in: folder), "email", "a@b.c") == [])
        }
    }

    @Test func `JSON in the other arrangement is told which format it is`() async throws {
        try await withTemporaryFolder { folder in
            let array = try files(Array("\n[{\"e\":\"a@b.c\"},\n{\"e\":null}]".utf8), "a.jsonl", in: folder)
            let problem = "the file is a JSON array, not an object on each line"
            try await expect(problem, hint: "format: json", array, at: "`a.jsonl`")
            let spread = try files(Array("{\n  \"e\": \"a@b.c\"\n}\n".utf8), "a.jsonl", in: folder)
            let overLines = "the first object goes on over several lines, unlike in JSON Lines"
            try await expect(overLines, hint: "format: json", spread, at: "`a.jsonl`")
            let lines = try files(Array("{\"e\":\"a@b.c\"}\n{\"e\":\"x@y.z\"}\n".utf8), "a.json", in: folder)
            let another = "another object follows the first one, as in JSON Lines"
            try await expect(another, hint: "format: jsonl", lines, at: "`a.json`")
            for text in ["{\"e\":\"a@b.c\"}", "[{\"e\":\"a@b.c\"}]"] {
                let json = try files(Array(text.utf8), "a.csv", in: folder)
                try await expect("the file is JSON, not a table", hint: "format: json", json, at: "`a.csv`")
            }
        }
    }

    @Test(arguments: [
        ("e,v,w\na@b.c,1,2\na@b.c,1\n", "a row has 2 cells, and there are 3 labels", "line 3", "end of a line"),
        ("e,v,w\na@b.c,1,2\na@b.c,1", "a row has 2 cells, and there are 3 labels", "line 3", "write it again"),
        (
            "e,v,w\na@b.c,1,\"x\ny\"\na@b.c,1,2,3\n", "a row has 4 cells, and there are 3 labels", "line 4",
            "quotes around"
        ),
        ("e,v,w\na@b.c;1;2\n", "a row has 1 cell, and there are 3 labels", "line 2", "delimiter: \";\""),
        ("e,v,w\na@b.c,\"1,2\n", "a quote opens a cell and is never closed", "line 2", "quoteChar"),
        ("e,v,w\na@b.c,1\"x,2\n", "a quote stands within a cell that has none around it", "line 2", "quoteChar"),
        (
            "e,v,w\na@b.c,\"1\"x,2\n", "something stands between a closing quote and the end of its cell", "line 2",
            "dialect"
        ),
    ])
    func `a row that does not fit its labels says how`(text: String, problem: String, line: String, hint: String)
        async throws
    {
        try await withTemporaryFolder { folder in
            let system = try files(Array(text.utf8), "a.csv", in: folder, [field("v"), field("w")])
            try await expect(problem, hint: hint, system, at: "\(line) of `a.csv`")
        }
    }

    @Test(
        arguments: [
            ("e;v\na@b.c;x\n", [:], "the first row has one label; are its cells parted by \";\"?", "delimiter: \";\""),
            (
                "e\tv\na@b.c\tx\n", [:], "the first row has one label; are its cells parted by \"\\t\"?",
                "delimiter: \"\\t\""
            ),
            (
                "e,v\na@b.c,x\n", ["delimiter": ";"], "the first row has one label; are its cells parted by \",\"?",
                "\",\""
            ),
            ("a@b.c,Ada\nx@y.z,Bob\n", [:], "no label of the first row is one that a field names", "header: false"),
            ("e,v\ra@b.c,x\r", [:], "the lines of the file end with a carriage return alone", "lineTerminator"),
            ("e,v\rx,y\r", [:], "the lines of the file end with a carriage return alone", "lineTerminator"),
            ("E ,v\na@b.c,x\n", [:], "a label differs from `e` in capitals or in blanks around it alone", "exactly"),
            ("e,v,First Name\na@b.c,x,y\n", [:], "a record has a key that is no plain word (in column 3)", "fields"),
            ("e,v,\na@b.c,x,y\n", [:], "column 3 has no label", "from: \"[1]\""),
        ] as [(String, [String: String], String, String)]
    )
    func `labels that do not fit the fields say why, and quote no data`(
        text: String,
        settings: [String: String],
        problem: String,
        hint: String
    ) async throws {
        try await withTemporaryFolder { folder in
            let system = try files(Array(text.utf8), "a.csv", in: folder, [field("v")], settings)
            let told = try #require(try await failure(system, "email", "a@b.c"))
            #expect(told.message.hasPrefix(problem) && told.message.hasSuffix(": line 1 of `a.csv`"), "\(told.message)")
            #expect(told.hint?.contains(hint) == true, "\(told.hint ?? "")")
            #expect(!told.description.contains("Ada") && !told.description.contains("a@b.c"))
            #expect(await findings(system).contains { $0.contains("error ") && $0.contains(problem) })
        }
    }

    @Test func `labels are looked at also where no row stands below them`() async throws {
        try await withTemporaryFolder { folder in
            let system = try files(Array("e;v\n".utf8), "a.csv", in: folder)
            #expect(await findings(system).first?.hasPrefix("error delimiter: the first row has one label") == true)
            #expect(try await failure(system, "email", "a@b.c") != nil)
        }
    }

    @Test(arguments: [
        (#"{"e":"a@b.c","v":{"q":1,"z":2}}"#, "`v.z`", "from: v.z"),
        (#"{"e":"a@b.c","v":[{"q":1}]}"#, "`v`", "type: array"),
        (#"{"e":"a@b.c","v":{"q":1,"z z":2}}"#, "that is no plain word below `v`", "fields"),
        (#"{"e":"a@b.c","v":{"q":1,"a@b.c":{"z":1}}}"#, "that is no plain word below `v`", "fields"),
        (#"{"e":"a@b.c","w":[{"q":1}]}"#, "`w`", "records: w"),
    ])
    func `a key within an object is named by its path`(line: String, key: String, hint: String) async throws {
        try await withTemporaryFolder { folder in
            let system = try files(Array(line.utf8), "a.jsonl", in: folder, [field("q", path: "v.q")])
            let problem = "a record has a key \(key), which no field names"
            let told = try #require(try await failure(system, "email", "x@y.z"))
            #expect(told.message == "\(problem): line 1 of `a.jsonl`")
            #expect(told.hint?.contains(hint) == true, "\(told.hint ?? "")")
            #expect(await findings(system).contains { $0.hasSuffix(problem) })
        }
    }

    @Test func `a setting that nothing would read is refused`() async throws {
        try await withTemporaryFolder { folder in
            for (name, setting) in [
                ("a.json", "delimiter"), ("a.jsonl", "delimiter"), ("a.jsonl", "records"), ("a.csv", "records"),
            ] {
                let system = try files([], name, in: folder, [field("v")], [setting: ";"])
                #expect(
                    await findings(system).map { $0.hasPrefix("error \(setting): `\(setting)` means nothing here") }
                        == [true]
                )
            }
        }
    }
}
