import ExporterKit
import Foundation
import TestSupport
import Testing

@Suite struct FilesDriverTests {
    private func lines(_ pattern: String, in folder: String, connection: String = ".") -> SystemDescription {
        system(
            "files",
            in: folder,
            connection: connection,
            collection(
                ["file": pattern],
                [field("e", matches: "email"), field("n", "integer"), field("f", path: "@folder")]
            )
        )
    }

    @Test func `files come in the order of their names' bytes`() async throws {
        try await withTemporaryFolder { folder in
            for (number, name) in ["b/1.jsonl", "a/é.jsonl", "a/Z.jsonl", "a/10.jsonl", "a/9.jsonl"].enumerated() {
                try write(#"{"e":"a@b.c","n":\#(number)}"#, to: name, in: folder)
            }
            #expect(
                try await ask(lines("*/*.jsonl", in: folder), "email", "a@b.c").map { $0[1] + $0[2] }
                    == ["number 3text a", "number 4text a", "number 2text a", "number 1text a", "number 0text b"]
            )
        }
    }

    @Test(arguments: [
        ("?.jsonl", ["1", "é"]), ("1*", ["1", "10"]), ("*0.jsonl", ["10"]), ("*.*l", ["1", "10", "é"]),
        ("[1]*.jsonl", []),
        (".h*", ["hidden"]), ("**1.jsonl", ["1"]), ("1?.jsonl", ["10"]), ("a*", []),
    ])
    func `a pattern's wildcards stand for bytes within a name`(pattern: String, expected: [String]) async throws {
        try await withTemporaryFolder { folder in
            for (name, text) in [("1", "1"), ("10", "10"), ("\u{1}", "é"), (".h", "hidden")] {
                try write(#"{"e":"a@b.c","n":"\#(text)"}"#, to: name + ".jsonl", in: folder)
            }
            try write(#"{"e":"a@b.c","n":0}"#, to: "a.jsonl/1", in: folder)
            let system = system(
                "files",
                in: folder,
                collection(["file": pattern, "format": "jsonl"], [field("e", matches: "email"), field("n")])
            )
            let found = try await ask(system, "email", "a@b.c").map { String($0[1].dropFirst(5)) }
            #expect(Set(found) == Set(expected) && found.count == expected.count)
        }
    }

    @Test(arguments: [
        "../a.jsonl", "a/../../a.jsonl", "/etc/passwd", "a//b.jsonl", "./a.jsonl", "**", "x/**/a.jsonl", "a\0",
    ])
    func `a pattern that may lead out of the folder is refused, case 105`(pattern: String) async throws {
        try await withTemporaryFolder { folder in
            try write(#"{"e":"a@b.c"}"#, to: "a.jsonl", in: folder)
            try FileManager.default.createDirectory(atPath: folder + "/in", withIntermediateDirectories: true)
            let system = lines(pattern, in: folder, connection: "in")
            #expect(try await failure(system, "email", "a@b.c")?.code == .queryFailed)
            #expect(await findings(system).map { $0.hasPrefix("error file: ") } == [true])
        }
    }

    @Test func `a link, a device or a pipe among the files fails the collection, case 71`() async throws {
        try await withTemporaryFolder { folder in
            try write(#"{"e":"a@b.c"}"#, to: "outside/a.jsonl", in: folder)
            let wrong = [
                ["ln", "-s", "../../outside/a.jsonl", "l/x/1.jsonl"], ["ln", "-s", "../outside", "l/x"],
                ["mkfifo", "l/x/1.jsonl"], ["ln", "-s", "/nowhere", "l/x/1.jsonl"],
            ]
            for command in wrong {
                _ = try runTool("rm", ["-rf", "l"], in: folder)
                _ = try runTool("mkdir", ["-p", command.last == "l/x" ? "l" : "l/x"], in: folder)
                #expect(try runTool(command[0], Array(command.dropFirst()), in: folder).status == 0)
                for pattern in ["x/1.jsonl", "*/*.jsonl"] {
                    let system = lines(pattern, in: folder, connection: "l")
                    #expect(try await failure(system, "email", "a@b.c")?.code == .notARegularFile)
                }
            }
        }
    }

    @Test func `a file or folder that is gone is unreachable; a pattern that fits nothing is nothing held`()
        async throws
    {
        try await withTemporaryFolder { folder in
            try write(#"{"e":"a@b.c"}"#, to: "other.json", in: folder)
            #expect(try await failure(lines("a.jsonl", in: folder), "email", "a@b.c")?.code == .unreachable)
            #expect(try await failure(lines("logs/*.jsonl", in: folder), "email", "a@b.c")?.code == .unreachable)
            #expect(
                try await failure(lines("*.jsonl", in: folder, connection: "no"), "email", "a")?.code == .unreachable
            )
            #expect(try await ask(lines("*.jsonl", in: folder), "email", "a@b.c") == [])
            #expect(
                await findings(lines("*.jsonl", in: folder)) == [
                    "warning file: no file has a name that fits the pattern"
                ]
            )
        }
    }

    @Test func `one pass answers every question, also when a record is about two`() async throws {
        try await withTemporaryFolder { folder in
            try write(
                (0..<100).map { #"{"e":["p\#($0 % 10)@x.org","P\#($0 % 7)@x.org"],"n":\#($0)}"# }.joined(
                    separator: "\n"
                ),
                to: "a.jsonl",
                in: folder
            )
            let questions = (0..<12).map { [Identifier(kind: "email", "p\($0)@x.org")] }
            let found = try await ask(lines("*.jsonl", in: folder), 0, questions).map { $0.map { $0[1] } }
            #expect(
                found
                    == (0..<12).map { person in
                        (0..<100).filter { $0 % 10 == person || $0 % 7 == person }.map { "number \($0)" }
                    }
            )
        }
    }

    @Test func `every needed kind must be carried, as it stood together in one record`() async throws {
        try await withTemporaryFolder { folder in
            try write(
                #"{"e":"a@b.c","i":1}"# + "\n" + #"{"e":"a@b.c","i":2}"# + "\n" + #"{"e":"x@y.z","i":1}"#,
                to: "a.jsonl",
                in: folder
            )
            let system = system(
                "files",
                in: folder,
                collection(
                    needs: ["email", "id"],
                    ["file": "a.jsonl"],
                    [field("e", matches: "email"), field("i", matches: "id")]
                )
            )
            let (email, other) = (Identifier(kind: "email", "A@b.c"), Identifier(kind: "email", "x@y.z"))
            let ids = ["1", "2", "3"].map { Identifier(kind: "id", $0) }
            #expect(
                try await ask(system, 0, [[email, ids[0]], [email, ids[2]], [email], ids, [other, ids[1]]])
                    == [[["text a@b.c", "number 1"]], [], [], [], []]
            )
        }
    }

    @Test func `an empty value finds no blank, case 51`() async throws {
        try await withTemporaryFolder { folder in
            try write(#"{"e":""}"# + "\n" + #"{"e":null}"# + "\n{}\n" + #"{"e":[""]}"#, to: "a.jsonl", in: folder)
            #expect(try await ask(lines("*.jsonl", in: folder), "email", "") == [])
        }
    }

    @Test func `a look-alike is somebody else, cases 5 and 6`() async throws {
        try await withTemporaryFolder { folder in
            try write(#"{"e":"\u212Aim@x.org"}"# + "\n" + #"{"e":"kım@x.org"}"#, to: "a.jsonl", in: folder)
            #expect(try await ask(lines("*.jsonl", in: folder), "email", "kim@x.org") == [])
        }
    }

    @Test func `a failure does not name a file that is named after a person`() async throws {
        try await withTemporaryFolder { folder in
            for name in ["KIM.jsonl", "k@x.jsonl", "p7/a.jsonl"] { try write("{", to: name, in: folder) }
            for pattern in ["KIM*.jsonl", "k@*.jsonl", "*/a.jsonl"] {
                let told = try #require(try await failure(lines(pattern, in: folder), "email", "kim"))
                #expect(told.message.hasSuffix("line 1 of file 1 of `\(pattern)`"))
            }
        }
    }

    @Test func `settings that say nothing sensible are findings`() async throws {
        try await withTemporaryFolder { folder in
            try write("x", to: "a.txt", in: folder)
            let wrong: [([String: String], String)] = [
                (["file": "a.txt"], "format"), (["file": "a.txt", "format": "yaml"], "format"), ([:], "file"),
                (["file": "a.csv", "delimiter": "ab"], "delimiter"),
                (["file": "a.csv", "delimiter": "\""], "delimiter"),
            ]
            for (settings, name) in wrong {
                let system = system("files", in: folder, collection(settings, [field("e", matches: "email")]))
                #expect(await findings(system).map { $0.hasPrefix("error \(name): ") } == [true])
            }
            let unmarked = system("files", in: folder, collection(["file": "a.json"], [field("e")]))
            #expect(
                await findings(unmarked) == ["error fields: no field carries `email`, by which the collection is asked"]
            )
            #expect(try await failure(unmarked, "email", "a@b.c")?.code == .missingField)
        }
    }
}
