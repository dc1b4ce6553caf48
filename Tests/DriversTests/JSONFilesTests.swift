import ExporterKit
import Foundation
import TestSupport
import Testing

@Suite struct JSONFilesTests {
    private func files(
        _ content: String,
        _ fields: [FieldDescription],
        name: String = "a.jsonl",
        in folder: String,
        _ settings: [String: String] = [:]
    ) throws -> SystemDescription {
        try write(content, to: name, in: folder)
        let settings = settings.merging(["file": name]) { given, _ in given }
        return system("files", in: folder, collection(settings, [field("e", matches: "email")] + fields))
    }

    @Test func `values keep their kind and numbers every digit, case 64`() async throws {
        try await withTemporaryFolder { folder in
            let numbers = ["18446744073709551616", "-0", "1e400", "0.10", "-12.5E-3"]
            let lines = numbers.map { #"{"v":\#($0),"e":"a@b.c"}"# } + [#"{"e":"a@b.c","v":true}"#, #"{"e":"a@b.c"}"#]
            let system = try files(lines.joined(separator: "\n"), [field("v")], in: folder)
            #expect(
                try await ask(system, "email", "a@b.c").map { $0[1] } == numbers.map { "number \($0)" }
                    + ["boolean true", "null"]
            )
        }
    }

    @Test func `text that is not UTF-8 stays byte for byte, case 63`() async throws {
        try await withTemporaryFolder { folder in
            let system = try files("", [field("v")], in: folder)
            let line = Array(#"{"e":"a@b.c","v":"x"#.utf8) + [0xFF, 0x00] + Array(#"\ud800\u0000é\ud83d\ude00"}"#.utf8)
            try write(line.filter { $0 != 0 }, to: "a.jsonl", in: folder)
            #expect(
                try await ask(system, "email", "a@b.c") == [["text a@b.c", "text 78ffeda08000c3a9f09f9880"]]
            )
        }
    }

    @Test func `an object or array is kept whole on one line, and as text where it is not UTF-8`() async throws {
        try await withTemporaryFolder { folder in
            let system = try files("", [field("v", "object")], name: "a.json", in: folder)
            let head = Array("[{\"e\":\"a@b.c\",\"v\":{ \"a b\" :\n[1, \"".utf8)
            try write(head + Array("x\\\" y\"]}}]".utf8), to: "a.json", in: folder)
            #expect(try await ask(system, "email", "a@b.c")[0][1] == #"json {"a b":[1,"x\" y"]}"#)
            try write(head + [0xFF] + Array("\"]}}]".utf8), to: "a.json", in: folder)
            #expect(try await ask(system, "email", "a@b.c")[0][1].hasPrefix("text 7b"))
        }
    }

    @Test func `a path leads into objects, or is a key with a dot itself`() async throws {
        try await withTemporaryFolder { folder in
            let system = try files(
                #"{"e":"a@b.c","p":{"q":{"r":1},"s":null}}"# + "\n" + #"{"e":"a@b.c","p.q.r":2,"p":null}"#,
                [field("r", path: "p.q.r"), field("s", path: "p.s")],
                in: folder
            )
            #expect(
                try await ask(system, "email", "a@b.c").map { $0[1...] } == [
                    ["number 1", "null"], ["number 2", "null"],
                ]
            )
        }
    }

    @Test(arguments: [
        (#"{"e":"a@b.c","secret":1}"#, "secret"), (#"{"e":"a@b.c","p":{"q":1,"z":2}}"#, "p.z"),
        (#"{"e":"a@b.c","p":5}"#, "p"), (#"{"e":"a@b.c","p":{"q":1},"zz":{}}"#, "zz"),
    ])
    func `a key that no field covers is a finding and a failure`(line: String, key: String) async throws {
        try await withTemporaryFolder { folder in
            let system = try files(line, [field("q", path: "p.q")], in: folder)
            let told = try #require(try await failure(system, "email", "a@b.c"))
            #expect(told.code == .undeclaredField)
            #expect(told.message == "a record has a key `\(key)`, which no field names: line 1 of `a.jsonl`")
            #expect(await findings(system).contains("error \(key): a record has a key `\(key)`, which no field names"))
        }
    }

    @Test func `a key that is itself data is not quoted`() async throws {
        try await withTemporaryFolder { folder in
            let system = try files(#"{"e":"a@b.c","ada@example.org":1}"#, [], in: folder)
            #expect(
                try await failure(system, "email", "a@b.c")?.message
                    == "a record has a key that is no plain word, which no field names: line 1 of `a.jsonl`"
            )
        }
    }

    @Test(arguments: [
        #"{"e":"a@b.c","v":"cu"#, #"{"e":"a@b.c"}}"#, #"{"e":"a@b.c",}"#, "[1]", "17", #"{"e":"a@b.c"} {}"#,
        #"{"e":"a@b.c","e":"x@y.z"}"#, #"{"e":"a@b.c","v":{"k":1,"\u006b":2}}"#, #"{"e":"a@b.c","v":NaN}"#,
    ])
    func `a cut or broken line is a failure that names the line and quotes nothing, case 55`(line: String) async throws
    {
        try await withTemporaryFolder { folder in
            let system = try files("\n" + #"{"e":"a@b.c"}"# + "\n \r\n" + line, [field("v")], in: folder)
            let told = try #require(try await failure(system, "email", "a@b.c"))
            #expect(told.code == .malformed)
            #expect(told.message.hasSuffix(": line 4 of `a.jsonl`"))
            #expect(!told.description.utf8.contains(UInt8(ascii: "@")))
        }
    }

    @Test func `ten thousand levels are too deep, case 56`() async throws {
        try await withTemporaryFolder { folder in
            let deep = String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)
            let system = try files(#"{"e":"a@b.c","v":\#(deep)}"#, [field("v")], in: folder)
            #expect(try await failure(system, "email", "a@b.c")?.code == .tooLarge)
        }
    }

    @Test(arguments: ["a.jsonl", "a.json"]) func `an endless record is too large, case 56`(name: String) async throws {
        try await withTemporaryFolder { folder in
            let system = try files(
                #"{"e":"\#(String(repeating: "x", count: 17 << 20))"}"#,
                [],
                name: name,
                in: folder
            )
            #expect(try await failure(system, "email", "a@b.c")?.code == .tooLarge)
        }
    }

    @Test func `a byte order mark, CRLF and blank lines are no data`() async throws {
        try await withTemporaryFolder { folder in
            let system = try files("\u{FEFF}{\"e\":\"a@b.c\"}\r\n\r\n  \n{\"e\":\"a@b.c\"}\r\n", [], in: folder)
            #expect(try await ask(system, "email", "A@B.C") == [["text a@b.c"], ["text a@b.c"]])
        }
    }

    @Test func `a long file is read across the ends of the buffer`() async throws {
        try await withTemporaryFolder { folder in
            let lines = (0..<3000).map { #"{"e":"a@b.c","v":"\#(String(repeating: "é", count: $0 % 700))\#($0)"}"# }
            for name in ["a.jsonl", "a.json"] {
                let text =
                    name == "a.json" ? "[" + lines.joined(separator: " ,\n") + "]" : lines.joined(separator: "\n")
                let system = try files(text, [field("v")], name: name, in: folder)
                let found = try await ask(system, "email", "a@b.c").map { $0[1] }
                #expect(found == (0..<3000).map { "text " + String(repeating: "é", count: $0 % 700) + "\($0)" })
            }
        }
    }

    @Test func `records stand where a path leads, and what follows them is read too`() async throws {
        try await withTemporaryFolder { folder in
            let text = #"{"page":{"n":[1,"]"]},"data":{"rows":[{"e":"a@b.c"} , {"e":"x@y.z"}],"more":null},"end":"}"}"#
            let system = try files(text, [], name: "a.json", in: folder, ["records": "data.rows"])
            #expect(try await ask(system, "email", "a@b.c") == [["text a@b.c"]])
            for broken in [String(text.dropLast()), text + "]", text.replacing("more", with: "rows"), "{}", ""] {
                try write(broken, to: "a.json", in: folder)
                #expect(try await failure(system, "email", "a@b.c")?.code == .malformed)
            }
        }
    }

    @Test(arguments: ["[]", " [ ] ", #"[{"e":"x@y.z"}]"#, #"{"e":null}"#, #"{"e":["x@y.z",["a@b.c"]]}"#, "{}"])
    func `a sound file without the person is nothing held`(text: String) async throws {
        try await withTemporaryFolder { folder in
            let system = try files(text, [], name: "a.json", in: folder)
            #expect(try await ask(system, "email", "a@b.c") == [])
        }
    }

    @Test(arguments: [
        "[", #"[{"e":"a@b.c"}"#, #"[{"e":"a@b.c"},]"#, #"[{"e":"a@b.c"} {"e":"a@b.c"}]"#, #"[{"e":"a@b.c"}]]"#, "[,]",
        #"[{"e":"a@b.c"}] {}"#, "", "[1]", "[{]}", #"[{"e":"a@b.c"}"#,
    ])
    func `a broken JSON file is a failure, not a short answer`(text: String) async throws {
        try await withTemporaryFolder { folder in
            let system = try files(text, [], name: "a.json", in: folder)
            #expect(try await failure(system, "email", "a@b.c")?.code == .malformed)
        }
    }

    @Test func `an array finds by each of its elements`() async throws {
        try await withTemporaryFolder { folder in
            let system = try files(#"{"e":["x@y.z",null,"A\u0040b.c"]}"#, [], in: folder)
            #expect(try await ask(system, "email", "a@b.c") == [[#"json ["x@y.z",null,"A\u0040b.c"]"#]])
        }
    }
}
