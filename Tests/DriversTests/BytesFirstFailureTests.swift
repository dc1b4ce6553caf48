import ExporterKit
import TestSupport
import Testing

/// What is still noticed in lines of which no record is read, and what is not (docs/decisions/044).
@Suite struct BytesFirstFailureTests {
    private static let count = 5000

    /// A file of several buffers about others, in which one line is as given.
    private func lines(
        _ line: String,
        at number: Int,
        in folder: String,
        format: String = "jsonl"
    ) throws -> SystemDescription {
        var lines = (1...Self.count).map { number in
            format == "jsonl"
                ? #"{"e":"somebody.\#(number)@example.org","n":\#(number),"v":"a text that is as long as most"}"#
                : "somebody.\(number)@example.org,\(number),a text that is as long as most"
        }
        if format == "csv" { lines[0] = "e,n,v" }
        lines[number - 1] = line
        try write(lines.joined(separator: "\n") + "\n", to: "a.\(format)", in: folder)
        return system(
            "files",
            in: folder,
            collection(["file": "a.\(format)"], [field("e", matches: "email"), field("n", "integer"), field("v")])
        )
    }

    @Test(arguments: [
        #"{"e":"eva@exam{"e":"bob@example.org","n":1,"v":""}"#, #"{"e":"a@b.c","n":1{"e":"a@b.c","n":1,"v":""}"#,
        #"{"e":"a@b.c","n":1,"v":""#, #"{"e":"a@b.c","n":1,"v":"half"#, #"va@example.org","n":1,"v":""}"#, #"}"#, #"{"#,
        #"{"e":"a@b.c","n":1,"v":"\"}"#, "{\"e\":\"a@b.c\",\"v\":\"\0\0\0\0\"}", #"{"e":"a@b.c"}}"#, "null", "[]",
        #"{"e":"a@b.c","v":{"x":1}"#,
    ])
    func `a torn line fails the whole, wherever it stands and whoever is asked about`(line: String) async throws {
        try await withTemporaryFolder { folder in
            for number in [3, 2000, 3333, Self.count] {
                let system = try lines(line, at: number, in: folder)
                let told = try #require(try await failure(system, "email", "eva@example.org"))
                #expect(told.code == .malformed)
                #expect(told.message.hasSuffix(": line \(number) of `a.jsonl`"), "\(told.message)")
            }
        }
    }

    @Test(arguments: [
        "eva@exam5,bob@example.org,5,x", "bob@example.org,5", "bob@example.org,\"5,x", "bob@example.org,5,\"x\"y,z",
    ])
    func `a torn row fails the whole, wherever it stands and whoever is asked about`(row: String) async throws {
        try await withTemporaryFolder { folder in
            for number in [3, 2000, 3333, Self.count] {
                let system = try lines(row, at: number, in: folder, format: "csv")
                let told = try #require(try await failure(system, "email", "eva@example.org"))
                #expect(told.code == .malformed)
                #expect(told.message.contains(": line \(number) of `a.csv`"), "\(told.message)")
            }
        }
    }

    @Test func `a line about somebody else is not looked at for keys, and one that holds the wanted bytes is`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let other = try lines(#"{"mail":"bob@example.org","n":1,"v":""}"#, at: 2000, in: folder)
            #expect(try await ask(other, "email", "eva@example.org") == [])
            #expect(try await failure(other, "email", "bob@example.org")?.code == .undeclaredField)
            let own = try lines(#"{"e":null,"n":1,"v":"","mail":"EVA@example.org"}"#, at: 2000, in: folder)
            #expect(try await failure(own, "email", "eva@example.org")?.code == .undeclaredField)
        }
    }

    @Test func `a file that is written otherwise from some line on is noticed`() async throws {
        try await withTemporaryFolder { folder in
            let lines = (1...Self.count).map { number in
                number < 3000
                    ? #"{"e":"somebody.\#(number)@example.org","v":"a text that is as long as most"}"#
                    : #"{"who":\#(number),"v":"a text that is as long as most others are"}"#
            }
            for count in [3001, Self.count] {
                try write(lines.prefix(count).joined(separator: "\n"), to: "a.jsonl", in: folder)
                let system = system(
                    "files",
                    in: folder,
                    collection(["file": "a.jsonl"], [field("e", matches: "email"), field("v")])
                )
                #expect(try await failure(system, "email", "eva@example.org")?.code == .undeclaredField)
            }
        }
    }

    @Test(arguments: ["gzip -c", "zstd -qc", "iconv -f UTF-8 -t UTF-16"])
    func `a packed file and one in another encoding are searched like any`(way: String) async throws {
        try await withTemporaryFolder { folder in
            let line = #"{"e":"Eva <EVA@Example.org>","n":7,"v":"é"}"#
            let system = try lines(line, at: 4000, in: folder)
            let result = try runTool("bash", ["-ec", "\(way) a.jsonl > b; mv b a.jsonl"], in: folder)
            try #require(result.status == 0, "\(result.errors)")
            let found = [["text Eva <EVA@Example.org>", "number 7", "text é"]]
            #expect(try await ask(system, "email", "eva@example.org") == found)
            let many = (0..<50).map { [Identifier(kind: "email", "nobody\($0)@example.com")] }
            let asked = many + [[Identifier(kind: "email", "eva@example.org")]]
            #expect(try await ask(system, 0, asked).flatMap(\.self) == found)
        }
    }

    @Test func `a line that is longer than a buffer is found like any other`() async throws {
        try await withTemporaryFolder { folder in
            let text = String(repeating: "long ", count: 60_000)
            let system = try lines(#"{"e":"eva@example.org","n":7,"v":"\#(text)"}"#, at: 4000, in: folder)
            #expect(
                try await ask(system, "email", "EVA@example.org") == [
                    ["text eva@example.org", "number 7", "text " + text]
                ]
            )
            let other = try lines(#"{"e":"bob@example.org","n":7,"v":"\#(text)"}"#, at: 4000, in: folder)
            #expect(try await ask(other, "email", "eva@example.org") == [])
        }
    }
}
