import ExporterKit
import TestSupport
import Testing

@Suite struct CSVFilesTests {
    private func table(
        _ content: String,
        _ fields: [FieldDescription],
        in folder: String,
        _ settings: [String: String] = [:]
    ) throws -> SystemDescription {
        try write(content, to: "a.csv", in: folder)
        let settings = settings.merging(["file": "a.csv"]) { given, _ in given }
        return system("files", in: folder, collection(settings, [field("e", matches: "email")] + fields))
    }

    @Test func `quotes, line ends and separators within a cell are its text, case 66`() async throws {
        try await withTemporaryFolder { folder in
            let system = try table(
                "\u{FEFF}v,e\r\n\"a \"\"b\"\"\r\n,c\",a@b.c\r\n\"\"\"\u{301}\",a@b.c\n\na\rb,a@b.c",
                [field("v")],
                in: folder
            )
            #expect(
                try await ask(system, "email", "a@b.c").map { $0[1] }
                    == ["text a \"b\"\r\n,c", "text \"\u{301}", "text a\rb"]
            )
        }
    }

    @Test func `an empty cell is null and a pair of quotes is empty text`() async throws {
        try await withTemporaryFolder { folder in
            let system = try table("e;v;w\na@b.c;;\"\"\n", [field("v"), field("w")], in: folder, ["delimiter": ";"])
            #expect(try await ask(system, "email", "a@b.c") == [["text a@b.c", "null", "text "]])
        }
    }

    @Test func `a literal of the field's type is a value and any other text stays text, case 64`() async throws {
        try await withTemporaryFolder { folder in
            let texts = ["7", "007", "-0", "1.5", "18446744073709551616", "1e3", "true", "TRUE", "NaN", " 1"]
            let system = try table(
                "e,i,n,b,s\n" + texts.map { "a@b.c,\($0),\($0),\($0),\($0)" }.joined(separator: "\n"),
                [field("i", "integer"), field("n", "number"), field("b", "boolean"), field("s")],
                in: folder
            )
            let found = try await ask(system, "email", "a@b.c")
            func cells(_ column: Int, of kind: String) -> [String] {
                found.map { $0[column] }.filter { $0.hasPrefix(kind) }.map { String($0.dropFirst(kind.count + 1)) }
            }
            #expect(cells(1, of: "number") == ["7", "-0", "18446744073709551616"])
            #expect(cells(2, of: "number") == ["7", "-0", "1.5", "18446744073709551616", "1e3"])
            // What Table Schema takes for true where a field says nothing else; `7` is no truth value.
            #expect(cells(3, of: "boolean") == ["true", "true"])
            #expect(cells(3, of: "text").count == texts.count - 2)
            #expect(
                cells(4, of: "text") == [
                    "7", "007", "-0", "1.5", "18446744073709551616", "1e3", "true", "TRUE", "NaN", " 1",
                ]
            )
        }
    }

    @Test(arguments: [
        ("e,v\na@b.c\n", 2), ("e,v\na@b.c,1,2\n", 2), ("e,v\n\"a\nb\",1\na@b.c,\"x", 4), ("e,v\na@b.c,x\"y\n", 2),
        ("e,v\na@b.c,\"x\"y\n", 2), ("e,e\na@b.c,1\n", 1),
    ])
    func `a broken table is a failure that names the line, case 55`(text: String, line: Int) async throws {
        try await withTemporaryFolder { folder in
            let system = try table(text, [field("v")], in: folder)
            let told = try #require(try await failure(system, "email", "a@b.c"))
            #expect(told.code == .malformed)
            #expect(told.message.hasSuffix(": line \(line) of `a.csv`"))
        }
    }

    @Test func `labels and fields are held against each other`() async throws {
        try await withTemporaryFolder { folder in
            let more = try table("e,v,x\na@b.c,1,2\n", [field("v")], in: folder)
            #expect(try await failure(more, "email", "a@b.c")?.code == .undeclaredField)
            #expect(await findings(more) == ["error x: a record has a key `x`, which no field names"])
            let fewer = try table("e\na@b.c\n", [field("v")], in: folder)
            #expect(try await ask(fewer, "email", "a@b.c") == [["text a@b.c", "null"]])
            #expect(await findings(fewer) == ["warning v: none of the first records has the field `v`"])
            let unmarked = try table("v\n1\n", [field("v")], in: folder)
            #expect(try await failure(unmarked, "email", "a@b.c")?.code == .missingField)
        }
    }
}
