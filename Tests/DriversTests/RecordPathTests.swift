import ExporterKit
import Foundation
import TestSupport
import Testing

/// Records that stand in lists below other objects, or in maps.
@Suite struct RecordPathTests {
    private func file(
        _ content: String,
        _ records: String?,
        _ fields: [FieldDescription],
        in folder: String
    ) throws -> SystemDescription {
        try write(content, to: "a.json", in: folder)
        var settings = ["file": "a.json"]
        settings["records"] = records
        return system("files", in: folder, collection(settings, fields))
    }

    private let email = field("e", path: "^e", matches: "email")
    private let tree = """
        {"shop": "x", "orders": [
          {"e": "a@b.c", "n": {"m": 7}, "lines": [{"i": 1}, {"i": 2}]}, {"e": "x@y.z", "lines": [{"i": 3}]},
          {"e": "a@b.c", "lines": null}, {"e": "a@b.c"}, {"e": "a@b.c", "lines": [ ]}, null,
          {"lines": [{"i": 4}], "e": "A@B.C", "n.m": 8}
        ], "end": [1]}
        """

    @Test(arguments: ["orders.*.lines", "orders.lines", "orders.*.lines.*"])
    func `the lists below each element are read, with what stands above them`(path: String) async throws {
        try await withTemporaryFolder { folder in
            let system = try file(tree, path, [email, field("i"), field("m", path: "^n.m")], in: folder)
            #expect(
                try await ask(system, "email", "a@b.c") == [
                    ["text a@b.c", "number 1", "number 7"], ["text a@b.c", "number 2", "number 7"],
                    ["text A@B.C", "number 4", "number 8"],
                ]
            )
            #expect(await findings(system) == [])
        }
    }

    @Test(arguments: ["orders", "*.orders"]) func `a list at the top is gone through, with or without a star`(
        path: String
    ) async throws {
        try await withTemporaryFolder { folder in
            let text = #"[{"e":"a@b.c","orders":[{"i":1},{"i":2}]},{"orders":[{"i":3}],"e":"x@y.z"}]"#
            let system = try file(text, path, [email, field("i")], in: folder)
            #expect(try await ask(system, "email", "a@b.c").map { $0[1] } == ["number 1", "number 2"])
            let unaware = try file(text, path, [field("e", matches: "email"), field("i")], in: folder)
            let told = try #require(try await failure(unaware, "email", "a@b.c"))
            #expect(told.code == .missingField)
            #expect(told.hint == #"write `from: "^e"`"#)
            #expect(
                await findings(unaware) == [
                    "error e: no record has the field `e`, and the object above the records has it"
                ]
            )
        }
    }

    @Test func `a map's values are records, and its keys a field`() async throws {
        try await withTemporaryFolder { folder in
            let text = #"{"U1":{"e":"a@b.c","n":1} , "U\u00e9":{"e":"x@y.z","n":2},"":{"e":"a@b.c","n":3}}"#
            let fields = [field("e", matches: "email"), field("n"), field("k", path: "@key")]
            let system = try file(text, "*", fields, in: folder)
            #expect(
                try await ask(system, "email", "a@b.c") == [
                    ["text a@b.c", "number 1", "text U1"], ["text a@b.c", "number 3", "text "],
                ]
            )
            #expect(await findings(system) == [])
            let byKey = try file(
                text,
                "*",
                [field("k", path: "@key", matches: "email"), field("e"), field("n")],
                in: folder
            )
            #expect(try await ask(byKey, "email", "Ué") == [["text Ué", "text x@y.z", "number 2"]])
            let below = try file(#"{"p":1,"users":\#(text)}"#, "users.*", fields, in: folder)
            #expect(try await ask(below, "email", "x@y.z") == [["text x@y.z", "number 2", "text Ué"]])
        }
    }

    @Test(arguments: [
        (#"{"a@b.c":[{"i":1},{"i":2}],"x":[]}"#, "*", "@key"), (#"{"a@b.c":{"l":[{"i":1},{"i":2}]}}"#, "*.l", "@key"),
        (#"{"a@b.c":{"O1":{"i":1},"O2":{"i":2}}}"#, "*.*", "^@key"),
        (#"{"d":{"a@b.c":{"p":[{"l":[{"i":1}]},{"l":[{"i":2}]}]}}}"#, "d.*.p.l", "^^@key"),
        (#"[{"e":"a@b.c","p":[{"l":[{"i":1},{"i":2}]}]}]"#, "*.p.*.l", "^^e"),
    ])
    func `keys and members are reached from every level`(text: String, path: String, from: String) async throws {
        try await withTemporaryFolder { folder in
            let system = try file(text, path, [field("e", path: from, matches: "email"), field("i")], in: folder)
            #expect(try await ask(system, "email", "a@b.c").map { $0[1] } == ["number 1", "number 2"])
            #expect(await findings(system) == [])
        }
    }

    @Test(arguments: [
        (#"[{"e":"a@b.c","l":{"i":1}}]"#, "*.l"), (#"[{"e":"a@b.c","l":5}]"#, "*.l"),
        (#"[{"e":"a@b.c","l":[5]}]"#, "*.l"),
        (#"[{"e":"a@b.c","l":[[{"i":1}]]}]"#, "*.l"), (#"[5]"#, "*.l"), (#"{"U1":5}"#, "*"), (#"{"l":"x"}"#, "l"),
        (#"[{"e":"a@b.c","l":[{"i":1}]}"#, "*.l"), (#"{"U1":{"e":1}"#, "*"), (#"{"U1":{}} x"#, "*"),
        (#"{"U1":{},}"#, "*"),
        (#"[{"e":"a@b.c","e":"a@b.c","l":[{"i":1}]}]"#, "*.l"), (#"{"U1"}"#, "*"),
    ])
    func `what is no list or map of objects is a failure`(text: String, path: String) async throws {
        try await withTemporaryFolder { folder in
            let system = try file(text, path, [email, field("i")], in: folder)
            let told = try #require(try await failure(system, "email", "a@b.c"))
            #expect([.malformed, .missingField].contains(told.code))
            #expect(told.message.hasSuffix(" of `a.json`") || told.message.hasSuffix(": `a.json`"), "\(told.message)")
            #expect(await findings(system).contains { $0.hasPrefix("error ") })
        }
    }

    @Test func `a path that leads above what there is, or asks for a key without a map, is told`() async throws {
        try await withTemporaryFolder { folder in
            let text = #"[{"e":"a@b.c","l":[{"i":1}]}]"#
            for (from, problem) in [
                ("^^e", "a field's path begins with `^`, and no object stands so far above the records"),
                ("@key", "a field's path is `@key`, and the records stand in no map"),
            ] {
                let system = try file(text, "*.l", [email, field("i"), field("x", path: from)], in: folder)
                #expect(try await failure(system, "email", "a@b.c")?.message == "\(problem): record 1 of `a.json`")
            }
            for name in ["a.csv", "a.jsonl"] {
                try write("e\n", to: name, in: folder)
                let fields = [field("e", matches: "email"), field("x", path: "@key")]
                let system = system("files", in: folder, collection(["file": name], fields))
                #expect(await findings(system).map { $0.hasPrefix("error x: ") } == [true])
            }
            let empty = try file(text, "*..l", [email], in: folder)
            #expect(await findings(empty) == ["error records: `records` has an empty part"])
        }
    }

    @Test func `a map of records is told how to be read, and no key of it is quoted`() async throws {
        try await withTemporaryFolder { folder in
            let fields = [field("e", matches: "email"), field("n")]
            for (text, path, fix) in [
                (#"{"ada":{"e":"a@b.c","n":1},"bob":{"e":"x@y.z"}}"#, nil, "*"),
                (#"{"ada":[{"e":"a@b.c"}]}"#, nil, "*"),
                (#"{"users":{"ada":{"e":"a@b.c","n":1}}}"#, "users", "users.*"),
                (#"{"ada":{"x":"a@b.c","y":1},"bob":{"x":"x@y.z","y":1}}"#, nil, "*"),
            ] {
                let system = try file(text, path, fields, in: folder)
                let told = try #require(try await failure(system, "email", "a@b.c"))
                #expect(told.message == "the records stand in a map, each under a key of its own: record 1 of `a.json`")
                #expect(told.hint == "say `records: \"\(fix)\"`; the key is a field with `from: \"@key\"`")
                let found = await findings(system)
                let problem = "error records: the records stand in a map, each under a key of its own"
                #expect(found.filter { $0.hasPrefix("error ") } == [problem])
                #expect(!found.joined().contains("ada") && !found.joined().contains("bob"))
            }
        }
    }

    @Test func `an object none of whose keys is known says where the list stands`() async throws {
        try await withTemporaryFolder { folder in
            let fields = [field("e", matches: "email")]
            let system = try file(#"{"page":1,"orders":[{"x":"a@b.c"}],"a b":2}"#, nil, fields, in: folder)
            let told = try #require(try await failure(system, "email", "a@b.c"))
            #expect(told.message.contains("none of its keys is one that a field names; there is `page`, `orders`: "))
            #expect(told.hint == "say where the records stand, such as `records: orders`")
            let many = "{" + (0..<20).map { #""user\#($0)":1"# }.joined(separator: ",") + "}"
            let quiet = try file(many, nil, fields, in: folder)
            #expect(try await failure(quiet, "email", "a@b.c")?.message.contains("user1") == false)
            let wrong = try file(#"{"page":1,"rows":[],"a@b.c":2}"#, "row", fields, in: folder)
            #expect(
                try await failure(wrong, "email", "a@b.c")?.message
                    == "`records` names a key that is not there; there is `page`, `rows`: `a.json`"
            )
        }
    }

    @Test func `a long list below parents and a long map are read whole`() async throws {
        try await withTemporaryFolder { folder in
            let tail = String(repeating: "é", count: 40)
            let parents = (0..<800).map { (number: Int) -> String in
                let lines = (0..<number % 9).map { (line: Int) -> String in #"{"i":"\#(number).\#(line)\#(tail)"}"# }
                return #"{"e":"p\#(number % 5)@x.org","l":["# + lines.joined(separator: " , ") + "]}"
            }
            let mine = (0..<800).filter { $0 % 5 == 3 }
            let expected = mine.flatMap { (number: Int) -> [String] in
                (0..<number % 9).map { (line: Int) -> String in "text \(number).\(line)\(tail)" }
            }
            let list = try file("[" + parents.joined(separator: ",\n") + "]", "*.l", [email, field("i")], in: folder)
            #expect(try await ask(list, "email", "p3@x.org").map { $0[1] } == expected)
            let members = parents.enumerated().map { #""k\#($0)" : \#($1)"# }.joined(separator: "\n,")
            let map = try file("{" + members + "}", "*.l", [email, field("i")], in: folder)
            #expect(try await ask(map, "email", "p3@x.org").map { $0[1] } == expected)
        }
    }
}
