import Drivers
import ExporterKit
import Foundation
import GRDB
import Inzage
import TestSupport
import Testing
import Policy
import SourceReading

/// `inzage check --data` on small sources of every sort.
@Suite struct `A look into the sources` {
    @Test func `a query that compares letters otherwise than we do is an error`() async throws {
        let rows = "INSERT INTO p VALUES (1, 'Eva.Bos@example.org'), (2, 'kim@example.org')"
        let exact = try await look(rows, "SELECT id, mail FROM p WHERE mail = :email")
        #expect(
            exact.findings.errors
                == [
                    "2 of 2 identifiers that it holds are not found when they are asked for in capitals",
                    "1 of 2 identifiers that it holds are not found when they are asked for in small letters",
                ].sorted()
        )
        let small = try await look(rows, "SELECT id, mail FROM p WHERE mail = lower(:email)")
        #expect(small.findings.errors.contains { $0.hasSuffix("as held") })
        let folded = try await look(rows, "SELECT id, mail FROM p WHERE lower(mail) = lower(:email)")
        #expect(folded.findings.errors.isEmpty)
        #expect(folded.looks[0].rows == 2 && folded.looks[0].askedAgain.asked == 2)
    }

    @Test func `who a query passes over by conditions of its own is told of, and no error of comparing`() async throws {
        let rows = """
            INSERT INTO p VALUES (0, 'ann@example.org'), (0, 'Bea@example.org'), (1, 'kim@example.org'), \
            (1, 'Lee@example.org')
            """
        let active = try await look(rows, "SELECT id, mail FROM p WHERE id = 1 AND lower(mail) = lower(:email)")
        #expect(active.findings.errors.isEmpty)
        let told = try #require(active.findings.first)
        #expect(active.findings.count == 1 && told.severity == .warning)
        #expect(told.problem.hasPrefix("2 of 4 identifiers that its table holds are found in no way"))
        // Capitals that are never found are no condition of the query's.
        let small = try await look(rows, "SELECT id, mail FROM p WHERE mail = lower(:email)")
        #expect(small.findings.errors.contains { $0.hasPrefix("2 of 4") && $0.hasSuffix("as held") })
        // Nor is a query that finds nobody.
        let nobody = try await look(rows, "SELECT id, mail FROM p WHERE mail = upper(:email)")
        #expect(nobody.findings.errors.contains { $0.hasPrefix("4 of 4") && $0.hasSuffix("as held") })
    }

    @Test func `an address that is found only with the blanks around it is an error`() async throws {
        let rows = "INSERT INTO p VALUES (1, ' kim@example.org'), (2, 'Lee <lee@example.org>')"
        let bare = try await look(rows, "SELECT id, mail FROM p WHERE lower(mail) = lower(:email)")
        #expect(
            bare.findings.errors.contains(
                "2 of 2 identifiers that it holds are not found when they are asked for as held"
            )
        )
        let wide = try await look(rows, "SELECT id, mail FROM p WHERE instr(lower(mail), lower(:email))")
        #expect(wide.findings.errors.isEmpty)
        #expect(wide.looks[0].addresses.map(\.notPlain) == [2])
    }

    @Test func `a handle is asked for in other letters only where it is compared so`() async throws {
        let rows = "INSERT INTO p VALUES ('Kim_D', 'kim@example.org')"
        func look(_ shape: [IdentifierShape]) async throws -> [String] {
            let fields = [
                FieldDescription(name: "id", type: "string", title: "Handle", matches: "handle", shape: shape),
                FieldDescription(name: "mail", type: "string", title: "Mail"),
            ]
            return try await self.look(rows, "SELECT id, mail FROM p WHERE id = :handle", needs: ["handle"], fields)
                .findings.errors
        }
        #expect(try await look([]).isEmpty)
        #expect(try await look([.lower]).contains { $0.hasSuffix("as held") })
    }

    @Test func `values that do not fit and cells without an address are counted`() async throws {
        let file =
            "id,mail,born\n1,kim@example.org,2001-02-03\nx,none,03.02.2001\n3,lee@example.org; kim@example.org,\n"
        let fields = [
            FieldDescription(name: "id", type: "integer", title: "Id"),
            FieldDescription(name: "mail", type: "string", title: "Mail", addressOfRecord: .email),
            FieldDescription(name: "born", type: "date", title: "Born"),
        ]
        let (looks, findings) = try await check([("people", file, ["email"], fields)])
        #expect(looks[0].rows == 3 && looks[0].isCut == false)
        #expect(looks[0].misfits.map(\.field) == ["id", "born"] && looks[0].misfits.map(\.count) == [1, 1])
        #expect(looks[0].addresses.map(\.none) == [1] && looks[0].addresses.map(\.notPlain) == [1])
        #expect(findings.map(\.severity) == [.warning, .warning, .warning])
        #expect(
            findings.map(\.field) == ["collections.people.id", "collections.people.born", "collections.people.mail"]
        )
    }

    @Test(arguments: [
        ("AB-CD", "ab-cd", "shape: [lower]", "aa-aa", "AA-AA"), ("5 ", "5", "shape: [trim]", "9", "9␣"),
        ("5.0", "5", "shape: [integer]", "9", "9.9"), ("0042", "42", "shape: [integer]", "99", "9999"),
        ("12-34", "1234", "shape: [digits]", "9999", "99-99"),
    ]) func `another shape of an identifier in the next system is told, with the step that mends it`(
        here: String,
        there: String,
        step: String,
        pattern: String,
        other: String
    ) async throws {
        func findings(_ shape: [IdentifierShape]) async throws -> [Finding] {
            try await check([
                ("a", "mail,code\nkim@example.org,\(here)\n", ["email"], Self.source(shape)),
                ("b", "code\n\(there)\n", ["code"], [Self.code(matches: "code", shape)]),
            ]).findings
        }
        let told = try await findings([])
        let shape = try #require(told.first { $0.problem.contains("looks like") })
        #expect(shape.fix.contains(step) && shape.field == "collections.b.code")
        #expect(shape.problem.contains("`\(pattern)` here") && shape.problem.contains("`\(other)` in a/a"))
        // Nothing is found there either, and that is told too.
        #expect(told.contains { $0.problem.contains("yields anything is found here") })
        let steps = try #require(
            step.firstMatch(of: /\[(\w+)\]/).flatMap { IdentifierShape(rawValue: String($0.output.1)) }
        )
        #expect(try await findings([steps]).isEmpty)
    }

    @Test func `systems that write an identifier alike are not told of`() async throws {
        let findings = try await check([
            ("a", "mail,code\nkim@example.org,AB-1\nlee@example.org,cd-2\n", ["email"], Self.source([])),
            ("b", "code\nAB-1\nEF-9\n", ["code"], [Self.code(matches: "code", [])]),
        ]).findings
        #expect(findings.isEmpty)
    }

    @Test func `a source that holds nobody is an error unless it may`() async throws {
        for mayBeEmpty in [false, true] {
            let findings = try await check([("a", "mail,code\n", ["email"], Self.source([]))], mayBeEmpty: mayBeEmpty)
                .findings
            #expect(findings.errors.count == (mayBeEmpty ? 0 : 1))
        }
    }

    @Test func `a canary that is not found is an error`() async throws {
        let file = "mail,code\nkim@example.org,1\n"
        for (canary, isFound) in [("kim@example.org", true), ("canary@example.org", false)] {
            let findings = try await check(
                [("a", file, ["email"], Self.source([]))],
                canary: [Identifier(kind: "email", canary)]
            ).findings
            #expect(findings.errors.isEmpty == isFound)
            #expect(findings.allSatisfy { !$0.description.contains(canary) })
        }
    }

    @Test func `a source that cannot be read is an error, and nothing that is told names anybody`() async throws {
        let broken = try await check([("a", "mail,code\nkim@example.org\n", ["email"], Self.source([]))])
        #expect(broken.findings.errors.count == 1 && broken.looks[0].failure != nil)
        let whole = try await check([("a", "mail,code\n kim@example.org,canary\n", ["email"], Self.source([]))])
        for (looks, findings) in [broken, whole] {
            let told = String(decoding: try JSONEncoder().encode(looks), as: UTF8.self) + "\(findings)"
            #expect(!told.contains("kim@") && !told.contains("canary"))
        }
    }

    // MARK: Sources

    private typealias Result = (looks: [CollectionLook], findings: [Finding])

    private static func code(identifies: String? = nil, matches: String? = nil, _ shape: [IdentifierShape])
        -> FieldDescription
    {
        FieldDescription(
            name: "code",
            type: "string",
            title: "Code",
            matches: matches,
            identifies: identifies,
            shape: shape
        )
    }

    private static func source(_ shape: [IdentifierShape]) -> [FieldDescription] {
        [
            FieldDescription(name: "mail", type: "string", title: "Mail", addressOfRecord: .email),
            code(identifies: "code", shape),
        ]
    }

    /// Systems of one CSV file each, which has the system's name.
    private func check(
        _ files: [(id: String, text: String, needs: [String], fields: [FieldDescription])],
        mayBeEmpty: Bool = false,
        canary: [Identifier] = []
    ) async throws -> Result {
        try await withTemporaryFolder { folder in
            let systems = try files.map { file in
                try Data(file.text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(file.id).csv"))
                return SystemDescription(
                    id: file.id,
                    title: LocalizedText(file.id),
                    driver: "files",
                    connection: ".",
                    canary: canary,
                    folder: folder,
                    collections: [
                        CollectionDescription(
                            id: file.id,
                            title: "Table",
                            category: "account",
                            origin: .provided,
                            needs: file.needs,
                            mayBeEmpty: mayBeEmpty,
                            settings: ["file": .text("\(file.id).csv")],
                            fields: file.fields
                        )
                    ]
                )
            }
            return await run(systems)
        }
    }

    /// A table `p` of two columns behind a query.
    private func look(
        _ rows: String,
        _ query: String,
        needs: [String] = ["email"],
        _ fields: [FieldDescription] = [
            FieldDescription(name: "id", type: "integer", title: "Id"),
            FieldDescription(name: "mail", type: "string", title: "Mail", addressOfRecord: .email),
        ]
    ) async throws -> Result {
        try await withTemporaryFolder { folder in
            let queue = try DatabaseQueue(path: folder + "/p.sqlite")
            try await queue.write { try $0.execute(sql: "CREATE TABLE p (id, mail TEXT); \(rows)") }
            try queue.close()
            let collection = CollectionDescription(
                id: "people",
                title: "People",
                category: "account",
                origin: .provided,
                needs: needs,
                settings: ["query": .text(query)],
                fields: fields
            )
            return await run([
                SystemDescription(
                    id: "p",
                    title: "P",
                    driver: "sqlite",
                    connection: "p.sqlite",
                    folder: folder,
                    collections: [collection]
                )
            ])
        }
    }

    private func run(_ systems: [SystemDescription]) async -> Result {
        // What is looked at must not depend on how busy the machine is.
        var limits = DataCheck.Limits()
        (limits.readingSeconds, limits.askingSeconds) = (60, 120)
        let check = DataCheck(systems: systems, opening: SourceOpening(drivers: BuiltInDrivers.all), limits: limits)
        let looks = await check.look()
        return (looks, await check.findings(looks))
    }
}

extension [Finding] {
    fileprivate var errors: [String] { filter { $0.severity == .error }.map(\.problem).sorted() }
}
