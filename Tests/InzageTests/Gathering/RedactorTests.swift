import ExporterKit
import Foundation
import Testing
import GatheringStage
import Policy
import Cases

@Suite struct `Redactor of a record` {
    /// A chat: who wrote to whom, who else was there, what was said.
    private static let chat = CollectionDescription.scripted(
        "messages",
        needs: ["handle"],
        ownWhen: ["sender", "recipient"],
        [
            .named("sender", matches: "handle", person: .other), .named("recipient", matches: "handle", person: .other),
            .named("agent", person: .staff),
            .named("members", "array", matches: "handle", person: .other, always: true),
            .named("text"), .named("extra", "object"), .named("token", secret: true), .named("number", "integer"),
        ]
    )

    private static func row(
        _ sender: TestCell,
        to recipient: TestCell = nil,
        agent: TestCell = nil,
        members: TestCell = nil,
        _ text: TestCell,
        extra: TestCell = nil
    ) -> [TestCell] {
        [sender, recipient, agent, members, text, extra, "t0ken", 7]
    }

    @Test func `what the subject sent or received is kept as it is, but for the list of members (case 48)`() throws {
        let rows = [
            Self.row("ada", to: "bob", agent: "Sam", members: .json(#"["ada","bob"]"#), "Hi Bob, it is Ada. bob?"),
            Self.row("bob", to: "ada", "Hi Ada, Bob here"),
        ]
        let out = redact(rows)
        #expect(out[0][0] == "ada" && out[0][1] == "bob" && out[0][2] == "Sam")
        #expect(out[0][4] == "Hi Bob, it is Ada. bob?")
        let members = try strings(out[0][3])
        #expect(members[0] == "ada" && members[1].wholeMatch(of: Self.person) != nil)
        #expect(out[1][4] == "Hi Ada, Bob here")
    }

    @Test func `in what others wrote they have stand-ins, in the text too (cases 48 and 49)`() throws {
        let out = redact([Self.row("bob", to: "carol", agent: "Sam", "Carol, ask Sam or BOB about ada")])
        let (bob, carol, sam) = (out[0][0], out[0][1], out[0][2])
        #expect(bob.wholeMatch(of: Self.person) != nil && carol.wholeMatch(of: Self.person) != nil)
        #expect(bob != carol)
        #expect(sam.wholeMatch(of: /Staff [0-9A-HJKMNP-TV-Z]{6}/) != nil)
        #expect(out[0][4] == "\(carol), ask \(sam) or \(bob) about ada")
    }

    @Test func `a name that only another record knows is found in the text as well`() {
        let out = redact([Self.row("bob", "no name"), Self.row("carol", "said bob")])
        #expect(out[1][4] == "said \(out[0][0])")
    }

    @Test func `a person has one stand-in within an archive, whatever the order and the case`() {
        let rows = [Self.row("bob", "x"), Self.row("BOB", "y"), Self.row("carol", "z bob")]
        let forwards = redact(rows)
        let backwards = Array(redact(rows.reversed()).reversed())
        #expect(forwards == backwards)
        #expect(forwards[0][0] == forwards[1][0])
        #expect(redact(rows) == forwards)
    }

    @Test func `stand-ins of two archives cannot be linked`() {
        let rows = (0..<50).map { Self.row(TestCell(stringLiteral: "person\($0)"), "x") }
        let one = Set(redact(rows).map { $0[0] })
        let other = Set(redact(rows, key: 2).map { $0[0] })
        #expect(one.count == 50 && other.count == 50)
        #expect(one.isDisjoint(with: other))
    }

    @Test func `stand-ins speak the reader's language`() {
        #expect(redact([Self.row("bob", "x")], language: .nl)[0][0].hasPrefix("Persoon "))
    }

    @Test func `the subject is never redacted, by identifier or by name`() throws {
        let rows = [Self.row("bob", to: "carol", members: .json(#"["ada","carol"]"#), "Ada Lovelace and ada")]
        let out = redact(rows, names: ["ada lovelace"])
        #expect(out[0][4] == "Ada Lovelace and ada")
        #expect(try strings(out[0][3]).first == "ada")
    }

    @Test func `another kind of identifier with the same value makes no record the subject's own`() {
        // The subject's customer number is 17, and so is somebody else's handle.
        let out = redact([Self.row("17", to: "carol", "about Carol")])
        #expect(out[0][0] != "17" && out[0][4] == "about \(out[0][1])")
    }

    @Test(arguments: [
        #"{"name":"Bob","phone":"0612345678"}"#, #"[{"name":"Bob"}]"#, #"["ada",{"name":"Bob"}]"#, #"[["Bob"]]"#,
        #"["ada",["Bob"]]"#, "{}x", #"["Bob""#,
    ])
    func `people in nested values are replaced whole, never passed over`(members: String) {
        let out = redact([Self.row("bob", to: "carol", members: .json(members), "x")])
        #expect(!out[0][3].contains("Bob") && !out[0][3].contains("06"))
    }

    @Test(arguments: [TestCell.blob(Array("Bob".utf8)), .text(Array("Bob".utf8)), .number("5550142"), .boolean(true)])
    func `people in any kind of value are replaced`(value: TestCell) {
        let out = redact([Self.row("bob", to: value, members: value, "x")])
        for cell in [out[0][1], out[0][3]] { #expect(cell.wholeMatch(of: Self.person) != nil) }
    }

    @Test(arguments: [TestCell.null, "", .json("[]")])
    func `where there is nobody nothing is replaced or counted`(value: TestCell) {
        var tally: [Redaction] = []
        let out = redact([Self.row("ada", to: value, members: value, "x")], tally: &tally)
        #expect(!out[0][3].contains("Person"))
        #expect(tally == [Redaction(ground: .secret, field: "token", count: 1)])
    }

    @Test(arguments: [
        (#"{"note":"Bob rang"}"#, ["Bob"]), (#"{"a":"x\nBob\tBob"}"#, ["Bob"]), (#"{"a":"\u0042ob"}"#, ["Bob"]),
        (#"{"a":"Zo\u00eb!"}"#, ["Zo\u{EB}"]), (#"["\"Bob\"", 1, null, true, {"Bob": 2}]"#, ["Bob"]),
    ])
    func `names inside nested text are found however JSON writes them`(extra: String, names: [String]) throws {
        let rows = [Self.row("Bob", "x"), Self.row("Zo\u{EB}", "x"), Self.row("carol", "x", extra: .json(extra))]
        let cell = redact(rows)[2][5]
        let read = try JSONSerialization.jsonObject(with: Data(cell.utf8))
        for name in names { #expect(!"\(read)".contains(name)) }
        #expect("\(read)".contains("Person "))
    }

    @Test func `nested text without names stays byte for byte`() {
        let extra = #"{"b": [1.50, 12345678901234567890], "a":"\u00e9 \/ x"}"#
        #expect(redact([Self.row("bob", "x", extra: .json(extra))])[0][5] == extra)
    }

    @Test func `secrets are dropped and counted, and what was replaced is counted by field and reason`() {
        var tally: [Redaction] = []
        let out = redact(
            [Self.row("bob", to: "ada", "x"), Self.row("bob", to: "carol", agent: "Sam", "bob Sam bob")],
            tally: &tally
        )
        #expect(out.allSatisfy { $0[6] == "(null)" && $0[7] == "7" })
        #expect(
            tally == [
                Redaction(ground: .otherPerson, field: "sender", count: 1),
                Redaction(ground: .otherPerson, field: "recipient", count: 1),
                Redaction(ground: .staff, field: "agent", count: 1),
                Redaction(ground: .otherPerson, field: "text", count: 2),
                Redaction(ground: .staff, field: "text", count: 1),
                Redaction(ground: .secret, field: "token", count: 2),
            ]
        )
    }

    @Test func `staff are shown where the controller shows them`() {
        var tally: [Redaction] = []
        let rows = [Self.row("bob", to: "carol", agent: "Sam", "Sam and bob")]
        let out = redact(rows, staff: false, tally: &tally)
        #expect(out[0][2] == "Sam" && out[0][4].hasPrefix("Sam and Person "))
        #expect(!tally.contains { $0.ground == .staff })
    }

    private static var person: Regex<Substring> { /Person [0-9A-HJKMNP-TV-Z]{6}/ }

    private func redact(
        _ rows: [[TestCell]],
        language: Language = .en,
        staff: Bool = true,
        names: Set<String> = [],
        key: UInt8 = 1
    ) -> [[String]] {
        var tally: [Redaction] = []
        return redact(rows, language: language, staff: staff, names: names, key: key, tally: &tally)
    }

    private func redact(
        _ rows: [[TestCell]],
        language: Language = .en,
        staff: Bool = true,
        names: Set<String> = [],
        key: UInt8 = 1,
        tally: inout [Redaction]
    ) -> [[String]] {
        let identifiers = [Identifier(kind: "handle", "ada"), Identifier(kind: "customer_id", "17")]
        var redactor = Redactor(
            plan: RedactionPlan(Self.chat, redactStaff: staff),
            collection: Self.chat,
            subject: SubjectValues(identifiers: identifiers, names: Set(names.map { Array($0.utf8) })),
            pseudonyms: Pseudonyms(key: [UInt8](repeating: key, count: 32), language: language)
        )
        for row in rows { redactor.learn(from: RecordBuffer(cells: row)) }
        let result = rows.map { row -> [String] in
            let record = redactor.redacted(RecordBuffer(cells: row))
            return (0..<record.count).map { index in
                record.kind(at: index) == .null ? "(null)" : String(decoding: record.cell(at: index), as: UTF8.self)
            }
        }
        tally = redactor.redactions
        return result
    }

    private func strings(_ json: String) throws -> [String] {
        try JSONDecoder().decode([String].self, from: Data(json.utf8))
    }
}
