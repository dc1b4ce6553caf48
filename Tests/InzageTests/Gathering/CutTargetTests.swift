import CommandParts
import ExporterKit
import Foundation
import GRDB
import Inzage
import TestSupport
import Testing
import Cases
import RegisterStore
import IntakeStage

/// Which record a cut names.
@Suite struct `The target of a cut` {
    /// Keys of two parts that are easily taken for one another, each with how it is written.
    private static let twins: [(cells: [TestCell], written: String)] = [
        (["a,b", "c"], "a%2Cb,c"), (["a", "b,c"], "a,b%2Cc"), (["a/b", "c"], "a%2Fb,c"), (["a%2Fb", "c"], "a%252Fb,c"),
        (["*", "c"], "%2A,c"), (["", "c"], "%empty,c"), ([nil, "c"], "%null,c"), (["%null", "c"], "%25null,c"),
        (["\u{E9}", "c"], "\u{E9},c"), (["e\u{301}", "c"], "e\u{301},c"), ([.text([0xFF]), "c"], "%ff,c"),
        ([5, "c"], "5,c"), (["05", "c"], "05,c"), (["a b", "c"], "a b,c"), (["c", ""], "c,"), (["", ""], ","),
        ([" ", "\n"], "%20,%0A"),
    ]

    @Test func `names the one record whose key is the same bytes`() async throws {
        for (number, twin) in Self.twins.enumerated() {
            let rows = Self.twins.map { ["ada@example.org"] + $0.cells + ["text"] }
            try await withHouse(key: ["one", "two"], rows) { house, id in
                try house.pipeline.withhold("crm/people/\(twin.written)/note", ground: "g", reason: "r", from: id)
                let notes = try await house.gather(id).done().rows("crm", "people").map { $0[3] }
                let left = Self.twins.indices.map { $0 == number ? "[withheld: g]" : "text" }
                #expect(notes == left, "\(twin.written)")
            }
        }
    }

    @Test(arguments: [
        ("*", "%2A"), ("a,b", "a%2Cb"), ("a/b/c", "a%2fb%2Fc"), ("100%", "100%25"), ("", "%empty"),
        ("%empty", "%25empty"),
    ])
    func `with a key of one part names it too`(_ key: String, _ written: String) async throws {
        let others: [TestCell] = ["x", "a", "b", "%2A", "100", nil, "a%2Cb"]
        let rows = ([.text(Array(key.utf8))] + others).map { ["ada@example.org", $0, "two", "text"] }
        try await withHouse(key: ["one"], rows) { house, id in
            try house.pipeline.withhold("crm/people/\(written)", ground: "g", reason: "r", from: id)
            #expect(try await house.gather(id).done().rows("crm", "people").count == others.count)
        }
    }

    @Test func `names a record by the key that its system has, also where the answer does not show it`() async throws {
        let fields: [FieldDescription] = [
            .named("mail", channel: .email), .named("one", person: .other, always: true), .named("two", secret: true),
            .named("note"),
        ]
        let rows: [[TestCell]] = [["ada@example.org", "Bo", "s1", "a"], ["ada@example.org", "Bo", "s2", "b"]]
        try await withHouse(key: ["one", "two"], fields: fields, rows) { house, id in
            try house.pipeline.withhold("crm/people/Bo,s1/note", ground: "g", reason: "r", from: id)
            let rows = try await house.gather(id).done().rows("crm", "people")
            #expect(rows.map(\.last) == ["[withheld: g]", "b"])
        }
    }

    @Test func `names a field by its bytes, with slashes and all`() async throws {
        let fields: [FieldDescription] = [
            .named("mail", channel: .email), .named("one"), .named("a/b/*"), .named("caf\u{E9}"), .named("cafe\u{301}"),
        ]
        for (field, place) in [("a/b/*", 2), ("caf\u{E9}", 3), ("cafe\u{301}", 4)] {
            let rows: [[TestCell]] = [["ada@example.org", "1", "text", "text", "text"]]
            try await withHouse(key: ["one"], fields: fields, rows) { house, id in
                try house.pipeline.withhold("crm/people/1/\(field)", ground: "g", reason: "r", from: id)
                let row = try #require(try await house.gather(id).done().rows("crm", "people").first)
                #expect(row.indices.filter { row[$0] == "[withheld: g]" } == [place])
                let wrong = "crm/people/1/CAF\u{E9}"
                #expect(await ending { try house.pipeline.withhold(wrong, ground: "g", reason: "r", from: id) } == 2)
            }
        }
    }

    @Test(arguments: [
        ("crm/people/a,b", [1, 2]), ("crm/people/*", []),
        ("crm/people/a,b/note", [0, 1, 2]),
        ("crm/nobody/a,b", [0, 1, 2]),
    ])
    func `of an older register keeps its meaning, also into the next answer`(_ target: String, _ left: [Int])
        async throws
    {
        let rows: [[TestCell]] = [
            ["ada@example.org", "a", "b", "0"], ["ada@example.org", "a", "c", "1"], ["ada@example.org", "b", "a", "2"],
        ]
        try await withHouse(key: ["one", "two"], rows) { house, id in
            try Self.store(target, in: house, request: id)
            var orders = Orders()
            orders.release = true
            for _ in 1...2 {
                let progress = try await house.pipeline.advance(id, orders: orders)
                #expect(progress.waiting == nil)
                let ledger = progress.ledger
                let line = try ledger.line("crm", "people")
                #expect(line.records == left.count)
                #expect(line.redactions.contains { $0.field == "note" } == target.hasSuffix("/note"))
                _ = try house.pipeline.change(id) { try $0.reopen(id, reason: "more") }
            }
        }
    }

    @Test func `of an older register that matches no record holds the answer`() async throws {
        try await withHouse(key: ["one", "two"], [["ada@example.org", "a", "b", "0"]]) { house, id in
            try Self.store("crm/people/a%2Cb", in: house, request: id)
            var orders = Orders()
            orders.release = true
            #expect(try await house.pipeline.advance(id, orders: orders).waiting != nil)
        }
    }

    @Test(arguments: ["", "crm", "crm/", "/", "nothing at all"])
    func `that cannot be read never lets go what was withheld`(_ target: String) async throws {
        try await withHouse(key: ["one"], [["ada@example.org", "1", "2", "text"]]) { house, id in
            try Self.store(target, in: house, request: id)
            #expect(await ending { _ = try await house.gather(id) } == Ending.integrityBroken.status)
        }
    }

    @Test func `is stored so that any key comes back`() throws {
        var random = Seeded(state: 23)
        let alphabet = Array("a,/%*2F \u{E9}\n".utf8) + [0, 0xFF, 0x2C]
        for _ in 0..<2_000 {
            let parts = (0..<Int.random(in: 1...3, using: &random)).map { _ -> CutKeyPart in
                let length = Int.random(in: -1...4, using: &random)
                return length < 0
                    ? .null : .bytes((0..<length).map { _ in alphabet.randomElement(using: &random) ?? 0 })
            }
            let written = CutTarget("s/c/" + parts.map(\.text).joined(separator: ","))
            for target in [written, CutTarget(CollectionID(system: "s", collection: "c"), records: .keyed(parts))] {
                let stored = try JSONEncoder().encode(target)
                let read = try JSONDecoder().decode(CutTarget.self, from: stored)
                guard case .keyed(let again) = read.records else { throw Wrong.records }
                #expect(again == parts)
            }
        }
    }

    @Test func `prints no key`() {
        var dumped = ""
        dump(CutTarget("crm/people/Kim,%null/note"), to: &dumped)
        #expect(!dumped.contains("Kim"))
    }

    private enum Wrong: Error { case records }

    /// Stores a decision as older programs did.
    private static func store(_ target: String, in house: House, request id: String) throws {
        struct OlderDetail: Encodable { let ground, reason, target: String }
        let sealed = try house.register.read { try $0.vault(of: id) }.seal(
            OlderDetail(ground: "g", reason: "r", target: target),
            context: "decision \(id) 1 withhold crm/people"
        )
        try house.rawRegister.write { database in
            try database.execute(
                sql: "INSERT INTO decision (request, round, kind, target, detail, decidedAt, decidedBy) "
                    + "VALUES (?, 1, 'withhold', 'crm/people', ?, '2026-06-15T12:00:00Z', 'Bo')",
                arguments: [id, sealed]
            )
        }
    }

    private static let plainFields: [FieldDescription] = [
        .named("mail", channel: .email), .named("one"), .named("two"), .named("note"),
    ]

    private func withHouse(
        key: [String],
        fields: [FieldDescription] = plainFields,
        _ rows: [[TestCell]],
        _ body: (House, String) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let house = try House(
                in: folder,
                systems: [.scripted("crm", .scripted("people", key: key, fields))],
                processing: .accountOnly,
                drivers: [ScriptedDriver(["people": .records(rows)])]
            )
            try await body(house, house.proven().id)
        }
    }
}
