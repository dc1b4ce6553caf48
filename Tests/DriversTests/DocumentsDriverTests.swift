import ExporterKit
import Foundation
import TestSupport
import Testing

@Suite struct DocumentsDriverTests {
    private let content = FieldDescription(
        name: "content",
        path: "@content",
        type: "string",
        title: LocalizedText("File"),
        file: true
    )

    private func letters(
        in folder: String,
        _ settings: [String: String] = [:],
        needs: [String] = ["customer_id"]
    ) -> SystemDescription {
        system(
            "documents",
            in: folder,
            collection(
                needs: needs,
                settings.merging(["folder": "letters/{customer_id}"]) { given, _ in given },
                [
                    field("customer", path: "@folder", matches: "customer_id"), field("name", path: "@name"),
                    field("size", "integer", path: "@size"), content,
                ]
            )
        )
    }

    @Test func `a record is a file of the subject's folder, in the order of the names' bytes`() async throws {
        try await withTemporaryFolder { folder in
            for (name, text) in [("42/b.pdf", "bb"), ("42/A.pdf", "a"), ("42/.note", ""), ("4/x", ""), ("421/y", "")] {
                try write(text, to: "letters/" + name, in: folder)
            }
            let found = try await ask(letters(in: folder), "customer_id", "42")
            #expect(
                found == [
                    ["text 42", "text .note", "number 0", "document .note"],
                    ["text 42", "text A.pdf", "number 1", "document A.pdf"],
                    ["text 42", "text b.pdf", "number 2", "document b.pdf"],
                ]
            )
            #expect(try await ask(letters(in: folder, ["files": "*.pdf"]), "customer_id", "42") == Array(found[1...]))
            #expect(try await ask(letters(in: folder), "customer_id", "43") == [])
            #expect(await findings(letters(in: folder)) == [])
        }
    }

    @Test(arguments: ["../letters/42", "42/", "..", ".", "./42", "/", "", "42\0", "*", ".hidden", "4?"])
    func `a value that is no plain name finds nothing, cases 52 and 70`(value: String) async throws {
        try await withTemporaryFolder { folder in
            try write("x", to: "letters/42/a", in: folder)
            try write("x", to: "letters/.hidden/a", in: folder)
            let found = try await ask(letters(in: folder), "customer_id", value)
            #expect(found == [])
        }
    }

    @Test func `a link, a device or a pipe fails the collection and is not followed, case 71`() async throws {
        try await withTemporaryFolder { folder in
            try write("stranger's", to: "outside/a", in: folder)
            let wrong = [
                ["ln", "-s", "../../outside/a", "letters/42/a"], ["mkfifo", "letters/42/a"], ["mkdir", "letters/42/a"],
            ]
            for link in wrong {
                _ = try runTool("rm", ["-rf", "letters"], in: folder)
                _ = try runTool("mkdir", ["-p", "letters/42"], in: folder)
                #expect(try runTool(link[0], Array(link.dropFirst()), in: folder).status == 0)
                #expect(try await failure(letters(in: folder), "customer_id", "42")?.code == .notARegularFile)
            }
            for link in [["outside", "letters"], ["../outside", "letters/42"]] {
                _ = try runTool("rm", ["-rf", "letters"], in: folder)
                if link[1] == "letters/42" { _ = try runTool("mkdir", ["letters"], in: folder) }
                #expect(try runTool("ln", ["-s"] + link, in: folder).status == 0)
                #expect(try await failure(letters(in: folder), "customer_id", "42")?.code == .notARegularFile)
            }
        }
    }

    @Test func `a document that is swapped for a link after it was found is not followed, case 71`() async throws {
        try await withTemporaryFolder { folder in
            try write("own", to: "letters/42/a", in: folder)
            try write("stranger's", to: "outside/a", in: folder)
            var documents: [any DocumentContent] = []
            let system = letters(in: folder)
            let question = Question(identifiers: [Identifier(kind: "customer_id", "42")])
            try await read(system.collections[0], of: system, for: [question]) { record, _ in
                documents += [record.document(at: 3)].compactMap { $0 }
            }
            let document = try #require(documents.first)
            var text: [UInt8] = []
            try document.read { text.append(contentsOf: $0) }
            #expect(text == Array("own".utf8))
            for command in [["letters/42/a", "../../outside/a"], ["letters/42", "../outside"]] {
                _ = try runTool("rm", ["-rf", command[0]], in: folder)
                #expect(try runTool("ln", ["-s", command[1], command[0]], in: folder).status == 0)
                let failure = #expect(throws: SourceFailure.self) { try document.read { _ in } }
                #expect(failure?.code == .notARegularFile)
            }
        }
    }

    @Test func `a store that is gone is not an empty one`() async throws {
        try await withTemporaryFolder { folder in
            let told = try #require(try await failure(letters(in: folder), "customer_id", "42"))
            #expect(told.code == .unreachable)
            #expect(told.message == "a folder of `letters/{customer_id}` is not there")
        }
    }

    @Test(arguments: [
        "letters", "{customer_id", "../{customer_id}", "/{customer_id}", "{customer_id}/{email}", "x//{customer_id}",
        "{}",
        "*/{customer_id}",
    ])
    func `a folder that is no path by the needed kinds is a finding`(template: String) async throws {
        try await withTemporaryFolder { folder in
            try write("x", to: "letters/42/a", in: folder)
            let system = letters(in: folder, ["folder": template])
            #expect(await findings(system).map { $0.hasPrefix("error folder: ") } == [true])
            #expect(try await failure(system, "customer_id", "42")?.code == .queryFailed)
        }
    }

    @Test func `a JSON file is a record with the names of its folder and itself`() async throws {
        try await withTemporaryFolder { folder in
            try write(#"{"basics":{"email":"a@b.c","name":"A"}}"#, to: "app/17/resume.json", in: folder)
            try write(#"{"basics":{"email":"x@y.z"}}"#, to: "app/18/resume.json", in: folder)
            let system = system(
                "documents",
                in: folder,
                connection: "app",
                collection(
                    ["file": "*/resume.json"],
                    [
                        field("id", path: "@folder"), field("email", path: "basics.email", matches: "email"),
                        field("name", path: "basics.name"), content,
                    ]
                )
            )
            #expect(await findings(system) == [])
            let found = try await ask(system, "email", "a@b.c")
            #expect(found == [["text 17", "text a@b.c", "text A", "document resume.json"]])
            try write("{", to: "app/18/resume.json", in: folder)
            let told = try #require(try await failure(system, "email", "a@b.c"))
            #expect(told.message == "a record is cut or broken: record 1 of file 2 of `*/resume.json`")
        }
    }

    @Test func `a collection has one source, and its fields are what a file has`() async throws {
        try await withTemporaryFolder { folder in
            try write("x", to: "letters/42/a", in: folder)
            let both = letters(in: folder, ["file": "*.json"])
            #expect(await findings(both) == ["error folder: a collection has either `file` or `folder`"])
            let unknown = system(
                "documents",
                in: folder,
                collection(
                    needs: ["customer_id"],
                    ["folder": "letters/{customer_id}"],
                    [field("c", path: "@folder", matches: "customer_id"), field("x", path: "@owner"), field("y")]
                )
            )
            #expect(await findings(unknown) == ["error x: the field's path begins with `@` and is none that there is"])
        }
    }
}
