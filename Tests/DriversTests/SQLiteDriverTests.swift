import ExporterKit
import GRDB
import TestSupport
import Testing

@Suite struct SQLiteDriverTests {
    private let schema = """
        CREATE TABLE t (email TEXT, id INTEGER, code TEXT, v);
        INSERT INTO t VALUES ('ada@example.org', 7, '007', 1), ('bob@example.org', 8, '8', 2.5), (NULL, 9, NULL, NULL),
            ('', 10, '', x'00ff'), ('100%@example.org', 11, '42', 'text');
        """

    private func asking(_ condition: String, _ kind: String, in folder: String) throws -> SystemDescription {
        try makeDatabase(in: folder, schema)
        return system(
            "sqlite",
            in: folder,
            connection: "store.sqlite",
            collection(
                needs: [kind],
                ["query": "SELECT id, v FROM t WHERE \(condition) ORDER BY id"],
                [field("v"), field("id", "integer", matches: kind)]
            )
        )
    }

    @Test(arguments: ["' OR '1'='1", "ada@example.org' --", "%", "_%", "*", "", "ada@example.org\0"])
    func `text of a query or a pattern is a value like any other, case 52`(value: String) async throws {
        try await withTemporaryFolder { folder in
            let system = try asking("email = :email", "email", in: folder)
            #expect(try await ask(system, "email", value) == [])
        }
    }

    @Test func `neither null nor empty is asked or matched, case 51`() async throws {
        try await withTemporaryFolder { folder in
            let system = try asking("coalesce(email, '') = :email", "email", in: folder)
            #expect(try await ask(system, "email", "") == [])
            #expect(try await ask(system, 0, [[]]) == [[]])
        }
    }

    @Test func `cells come in the fields' order as what they are`() async throws {
        try await withTemporaryFolder { folder in
            let system = try asking("email LIKE '%' || substr(:email, 4)", "email", in: folder)
            #expect(
                try await ask(system, "email", "ada@example.org")
                    == [["number 1", "number 7"], ["number 2.5", "number 8"], ["text text", "number 11"]]
            )
        }
    }

    @Test func `a number asks a text column by its canonical text alone`() async throws {
        try await withTemporaryFolder { folder in
            let system = try asking("code = :code", "code", in: folder)
            #expect(try await ask(system, "code", "7") == [])
            #expect(try await ask(system, "code", "007") == [["number 1", "number 7"]])
            #expect(try await ask(system, "code", "42") == [["text text", "number 11"]])
        }
    }

    // SQLite takes '007' for 7 there; the record carries 7, so that the check of every record refuses it.
    @Test func `a text with leading zeros finds the number, and the record does not carry it`() async throws {
        try await withTemporaryFolder { folder in
            let system = try asking("id = :id", "id", in: folder)
            #expect(try await ask(system, "id", "7") == [["number 1", "number 7"]])
            let identifier = Identifier(kind: "id", "007")
            var carries: [Bool] = []
            try await read(system.collections[0], of: system, for: [Question(identifiers: [identifier])]) { record, _ in
                carries.append(system.collections[0].isAnswer(record, to: Question(identifiers: [identifier])))
            }
            #expect(carries == [false])
        }
    }

    @Test func `a neighbour's row from a bad join carries nothing that was asked, cases 51 and 54`() async throws {
        try await withTemporaryFolder { folder in
            let system = try asking("id = 8 OR email = :email", "email", in: folder)
            let asked = Question(identifiers: [Identifier(kind: "email", "ada@example.org")])
            let collection = collection(
                ["query": "SELECT email FROM t WHERE id = 8 OR email = :email"],
                [field("email", matches: "email")]
            )
            var answers: [Bool] = []
            try await read(collection, of: system, for: [asked]) { record, _ in
                answers.append(collection.isAnswer(record, to: asked))
            }
            #expect(answers == [true, false])
        }
    }

    @Test func `a number past 64 bits is asked as text`() async throws {
        try await withTemporaryFolder { folder in
            try makeDatabase(in: folder, "CREATE TABLE t (id TEXT); INSERT INTO t VALUES ('123456789012345678901');")
            let system = system(
                "sqlite",
                in: folder,
                connection: "store.sqlite",
                collection(
                    needs: ["id"],
                    ["query": "SELECT id FROM t WHERE id = :id"],
                    [field("id", matches: "id")]
                )
            )
            #expect(try await ask(system, "id", "123456789012345678901") == [["text 123456789012345678901"]])
        }
    }

    @Test func `every combination is asked and a record found by two is yielded once`() async throws {
        try await withTemporaryFolder { folder in
            let system = try asking("email = :email OR id = 7", "email", in: folder)
            let both = [Identifier(kind: "email", "ada@example.org"), Identifier(kind: "email", "bob@example.org")]
            #expect(try await ask(system, 0, [both]) == [[["number 1", "number 7"], ["number 2.5", "number 8"]]])
        }
    }

    @Test func `equal rows without a key all come`() async throws {
        try await withTemporaryFolder { folder in
            try makeDatabase(in: folder, "CREATE TABLE t (email TEXT); INSERT INTO t VALUES ('a@b.c'), ('a@b.c');")
            let system = system(
                "sqlite",
                in: folder,
                connection: "store.sqlite",
                collection(["query": "SELECT email FROM t WHERE email = :email"], [field("email", matches: "email")])
            )
            let emails = ["a@b.c", "A@b.c"].map { Identifier(kind: "email", $0) }
            #expect(try await ask(system, 0, [emails]) == [[["text a@b.c"], ["text a@b.c"]]])
        }
    }

    @Test func `text that is not UTF-8 and text with a zero stay byte for byte, case 63`() async throws {
        try await withTemporaryFolder { folder in
            try makeDatabase(
                in: folder,
                "CREATE TABLE t (a, b, c); INSERT INTO t VALUES (CAST(x'61ff62' AS TEXT), CAST(x'610062' AS TEXT), x'');"
            )
            let system = system(
                "sqlite",
                in: folder,
                connection: "store.sqlite",
                collection(
                    ["query": "SELECT a, b, c FROM t WHERE :email <> ''"],
                    [field("a"), field("b"), field("c")]
                )
            )
            #expect(try await ask(system, "email", "x") == [["text 61ff62", "text a\0b", "blob "]])
        }
    }

    @Test func `numbers keep their size, and only 0 and 1 are truth values, case 64`() async throws {
        try await withTemporaryFolder { folder in
            try makeDatabase(
                in: folder,
                "CREATE TABLE t (a, b); INSERT INTO t VALUES (-9223372036854775808, 1), (1e300, 0), (9e999, 2);"
            )
            let system = system(
                "sqlite",
                in: folder,
                connection: "store.sqlite",
                collection(
                    ["query": "SELECT a, b FROM t WHERE :email <> ''"],
                    [field("a", "number"), field("b", "boolean")]
                )
            )
            #expect(
                try await ask(system, "email", "x") == [
                    ["number -9223372036854775808", "boolean true"], ["number 1e+300", "boolean false"],
                    ["text inf", "number 2"],
                ]
            )
        }
    }

    @Test func `a document in a column has its name beside it and ends with its record`() async throws {
        try await withTemporaryFolder { folder in
            try makeDatabase(
                in: folder,
                "CREATE TABLE t (f, f_name); INSERT INTO t VALUES (zeroblob(200000), 'cv.pdf'), (x'01', NULL);"
            )
            let file = FieldDescription(name: "f", type: "string", title: LocalizedText("File"), file: true)
            let system = system(
                "sqlite",
                in: folder,
                connection: "store.sqlite",
                collection(["query": "SELECT f, f_name FROM t WHERE :email <> ''"], [file, field("f_name")])
            )
            #expect(
                try await ask(system, "email", "x") == [["document cv.pdf", "text cv.pdf"], ["document f", "null"]]
            )
            var kept: [any DocumentContent] = []
            var sizes: [Int] = []
            let question = Question(identifiers: [Identifier(kind: "email", "x")])
            try await read(system.collections[0], of: system, for: [question]) { record, _ in
                guard let document = record.document(at: 0) else { return }
                var size = 0
                try document.read { size += $0.count }
                sizes.append(size)
                kept.append(document)
            }
            #expect(sizes == [200_000, 1])
            for document in kept { #expect(throws: SourceFailure.self) { try document.read { _ in } } }
        }
    }
}
