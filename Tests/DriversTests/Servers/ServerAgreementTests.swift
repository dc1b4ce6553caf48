import ExporterKit
import GRDB
import TestSupport
import Testing

/// The same people in three stores: whoever is asked for, all three answer the same.
@Suite(.timeLimit(.minutes(5))) struct `Stores of SQL agree` {
    private struct Person {
        let email: String
        let branch: String
        let number: Int
    }

    /// Values that are easily taken for each other: capitals, accents, blanks, composed letters, wildcards, zeros.
    private static let names = [
        "ada", "Ada", "ADA", "ad", "áda", "a\u{301}da", "ada ", " ada", "o'hara", "ö", "o", "Ö", "ß", "ss", "%", "_da",
        "a\\da",
        "\u{212A}im", "kim", "ﬁn", "fin", "😀", "😁", "i", "ı", "İ", "a\u{200B}da", "007", "7", "7.0", "+7",
    ]

    private static func people(_ random: inout Seeded) -> [Person] {
        (0..<60).map { _ in
            Person(
                email: (names.randomElement(using: &random) ?? "") + "@example.org",
                branch: names.randomElement(using: &random) ?? "",
                number: Int.random(in: 0..<9, using: &random)
            )
        }
    }

    private static func tables(_ people: [Person], of server: ServerKind?) -> String {
        func quoted(_ text: String) -> String {
            let text = server == .mariadb ? text.replacing("\\", with: "\\\\") : text
            return "'" + text.replacing("'", with: "''") + "'"
        }
        let rows = people.enumerated().map { "(\($0), \(quoted($1.email)), \(quoted($1.branch)), \($1.number))" }
        return "CREATE TABLE person (id INTEGER, email VARCHAR(200), branch VARCHAR(200), number INTEGER);"
            + "INSERT INTO person VALUES \(rows.joined(separator: ", "))"
    }

    /// The recipes of the page: what the index finds is compared exactly beside it.
    private static func collections(of server: ServerKind?) -> [CollectionDescription] {
        let exactly = server == .mariadb ? "BINARY " : ""
        let email =
            switch server {
            case .postgresql: #"lower(email COLLATE "C") = lower(:email COLLATE "C")"#
            case .mariadb: "email = :email AND BINARY lower(email) = lower(:email)"
            case nil: "lower(email) = lower(:email)"
            }
        func people(_ needs: [String], _ condition: String) -> CollectionDescription {
            collection(
                named: needs.joined(),
                needs: needs,
                ["query": "SELECT * FROM person WHERE \(condition) ORDER BY id"],
                [
                    field("id", "integer"), field("email", matches: "email"), field("branch", matches: "branch"),
                    field("number", "integer", matches: "number"),
                ]
            )
        }
        return [
            people(["email"], email), people(["branch"], "branch = :branch AND \(exactly)branch = :branch"),
            people(["branch", "number"], "number = :number AND branch = :branch AND \(exactly)branch = :branch"),
        ]
    }

    @Test(arguments: 1...4)
    func `about random people, pairs and near misses`(seed: UInt64) async throws {
        var random = Seeded(state: seed)
        let people = Self.people(&random)
        let questions = (0..<150).map { _ -> [Identifier] in
            let number = ["7", "07", "7.0", "3", "x", "", " 3", "4"].randomElement(using: &random) ?? ""
            return [
                Identifier(kind: "email", (Self.names.randomElement(using: &random) ?? "") + "@example.org"),
                Identifier(kind: "branch", Self.names.randomElement(using: &random) ?? ""),
                Identifier(kind: "number", number),
            ]
        }
        let expected = try await withTemporaryFolder { folder in
            try makeDatabase(in: folder, Self.tables(people, of: nil))
            return try await answers(
                SystemDescription(
                    id: "sample",
                    title: LocalizedText("Sample"),
                    driver: "sqlite",
                    connection: "store.sqlite",
                    folder: folder,
                    collections: Self.collections(of: nil)
                ),
                questions
            )
        }
        #expect(expected.contains { $0.contains { !$0.isEmpty } })
        for server in ServerKind.allCases {
            try await server.withDatabase(Self.tables(people, of: server)) { database in
                let made = Self.collections(of: server)
                let found = try await answers(server.system(database, made[0], made[1], made[2]), questions)
                #expect(found == expected, "\(server)")
            }
        }
    }

    /// For each collection and question what comes and carries what was asked, as the reader of sources sees it.
    private func answers(_ system: SystemDescription, _ questions: [[Identifier]]) async throws -> [[[String]]] {
        var found: [[[String]]] = []
        for collection in system.collections {
            let asked = questions.map { Question(identifiers: $0).narrowed(to: collection) }
            var answers: [[String]] = questions.map { _ in [] }
            try await read(collection, of: system, for: asked) { record, question in
                let isAnswer = collection.isAnswer(record, to: asked[question])
                // What carries nothing that was asked is refused by whoever takes the records, and each store has its own.
                if isAnswer { answers[question].append(String(decoding: record.cell(at: 0), as: UTF8.self)) }
            }
            found.append(answers)
        }
        return found
    }
}
