import ExporterKit
import Foundation
import Inzage
import TestSupport
import Testing
import Policy
import RegisterStore
import Cases
import IdentityMethods
import IdentityStage
import GatheringStage
import IntakeStage

@Suite struct `Gates of gathering` {
    @Test(
        arguments: CollectionDescription.Origin.allCases,
        ["6(1)(a)", "6(1)(b)", "9(2)(a)", "6(1)(c)", "6(1)(f)", "?"]
    )
    func `portability lets through what the person gave or did, on consent or for a contract`(
        origin: CollectionDescription.Origin,
        basis: String
    ) async throws {
        try await withHouse(origin: origin, category: .small("account", basis: basis)) { house, driver in
            let (id, step) = try await house.gathered(right: .portability)
            let line = try step.done().line("crm", "people")
            let isPortable =
                [.provided, .observed].contains(origin) && ["6(1)(a)", "6(1)(b)", "9(2)(a)"].contains(basis)
            #expect(line.outcome == (isPortable ? .records : .withheld(ground: .notPortable)))
            #expect(try house.intake.request(id).right == .portability)
        }
        try await withHouse(origin: origin, category: .small("account", basis: basis)) { house, _ in
            let dossier = try await house.gathered(right: .access).step.done()
            #expect(try dossier.line("crm", "people").outcome == .records)
        }
    }

    @Test func `what is held as a processor for a customer is never packed`() async throws {
        try await withHouse(category: .small("account", processorFor: "Bank X")) { house, driver in
            let dossier = try await house.gathered().step.done()
            #expect(try dossier.line("crm", "people").outcome == .withheld(ground: .processorFor("Bank X")))
            #expect(dossier.collections.isEmpty)
        }
    }

    /// A target, and what of the two records is left.
    static let cuts: [(String, [[String]])] = [
        ("crm/people/NL,1", [["ada@example.org", "NL", "2", "b"]]),
        (
            "crm/people/NL,2/note",
            [["ada@example.org", "NL", "1", "a"], ["ada@example.org", "NL", "2", "[withheld: g]"]]
        ),
        (
            "crm/people/*/note",
            [["ada@example.org", "NL", "1", "[withheld: g]"], ["ada@example.org", "NL", "2", "[withheld: g]"]]
        ),
    ]

    @Test(arguments: cuts)
    func `a cut takes the record or the field that it names, and is counted`(target: String, left: [[String]])
        async throws
    {
        try await withHouse { house, _ in
            let id = try await house.proven().id
            try house.pipeline.withhold(target, ground: "g", reason: "secret reason", from: id)
            let dossier = try await house.gather(id).done()
            #expect(dossier.rows("crm", "people") == left)
            let line = try dossier.line("crm", "people")
            let cut = left.count < 2 ? 1 : left.joined().count { $0 == "[withheld: g]" }
            #expect(line.redactions.reduce(0) { $0 + $1.count } == cut)
            #expect(line.redactions.allSatisfy { $0.ground == .operatorDecision && $0.reason == "g" })
        }
    }

    @Test(arguments: ["crm/people/1,NL", "crm/people/NL,3/note", "crm/people/NL,%null", "crm/people/%empty,1"])
    func `a cut that matches no record holds the answer until it is taken back, whatever is released`(target: String)
        async throws
    {
        try await withHouse { house, _ in
            let id = try await house.proven().id
            try house.pipeline.withhold(target, ground: "g", reason: "r", from: id)
            let waiting = try await house.gather(id).waiting()
            #expect(waiting.reasons == ["crm/people: a withholding matches no record; is its key right?"])
            var orders = Orders()
            orders.release = true
            let held = try await house.pipeline.advance(id, orders: orders)
            #expect(held.waiting?.reasons == waiting.reasons)
            #expect(held.stage == .gathering)
            let undone = try house.pipeline.undo(1, .withhold, of: id)
            #expect(undone.detail.target?.text == target)
            #expect(try await house.pipeline.advance(id, orders: orders).stage == .delivered)
        }
    }

    @Test func `a cut of a record in a collection that holds nothing is missed too`() async throws {
        try await withHouse { house, driver in
            driver.set("people", .records([]))
            let id = try await house.proven("nobody@example.org").id
            try house.pipeline.withhold("crm/people/NL,1", ground: "g", reason: "r", from: id)
            let reasons = try await house.gather(id).waiting().reasons
            #expect(reasons == ["crm/people: a withholding matches no record; is its key right?"])
        }
    }

    @Test func `a cut that is taken back is gathered again, and the audit says that it was`() async throws {
        try await withHouse { house, _ in
            let id = try await house.proven().id
            try house.pipeline.withhold("crm/people/NL,1", ground: "g", reason: "r", from: id)
            try house.pipeline.withhold("crm/people/*/note", ground: "h", reason: "r", from: id)
            #expect(try await house.gather(id).done().rows("crm", "people").count == 1)
            _ = try house.pipeline.undo(1, .withhold, of: id)
            #expect(
                try await house.gather(id).done().rows("crm", "people").map { $0[3] }
                    == Array(
                        repeating: "[withheld: h]",
                        count: 2
                    )
            )
            let actions = try house.register.read { try $0.auditEntries(request: id) }.map(\.action)
            #expect(actions.contains("undone: withhold crm/people"))
        }
    }

    @Test func `only what was decided of that kind can be taken back, and nothing once the answer is sealed`()
        async throws
    {
        try await withHouse { house, _ in
            let id = try await house.proven().id
            try house.pipeline.withhold("crm/people/NL,1", ground: "g", reason: "r", from: id)
            for (number, kind) in [(0, Decision.Kind.withhold), (2, .withhold), (1, .addition), (-1, .withhold)] {
                #expect(await ending { _ = try house.pipeline.undo(number, kind, of: id) } == 2)
            }
            _ = try await house.pipeline.advance(id)
            #expect(await ending { _ = try house.pipeline.undo(1, .withhold, of: id) } == 9)
        }
    }

    @Test(arguments: ["crm/people", "crm/people/*"])
    func `a collection that is cut whole is withheld, never said to hold nothing`(target: String) async throws {
        try await withHouse { house, driver in
            let id = try await house.proven().id
            try house.pipeline.withhold(target, ground: "privilege", reason: "r", from: id)
            let dossier = try await house.gather(id).done()
            #expect(try dossier.line("crm", "people").outcome == .withheld(ground: .decided("privilege")))
            #expect(dossier.collections.isEmpty)
        }
    }

    @Test func `what is cut after it was gathered is gathered again without it`() async throws {
        try await withHouse { house, _ in
            let (id, step) = try await house.gathered()
            #expect(try step.done().rows("crm", "people").count == 2)
            try house.pipeline.withhold("crm/people/NL,1", ground: "g", reason: "r", from: id)
            #expect(try house.intake.request(id).state == .verified)
            let dossier = try await house.gather(id).done()
            #expect(dossier.rows("crm", "people").map { $0[3] } == ["b"])
            let archive = try #require(try await house.pipeline.advance(id).archive)
            let data = try #require(try house.opened(archive, of: id)["data/0001.json"])
            #expect(!String(decoding: data, as: UTF8.self).contains(#""a""#))
        }
    }

    @Test(arguments: [
        "", "crm", "crm/", "/people", "crm/nobody", "web/people", "crm/people/", "crm/people/*/nothing",
        "crm/people//note", "crm/people/NL", "crm/people/NL,1,", "crm/people/NL,%", "crm/people/NL,%4",
        "crm/people/NL,%zz",
    ])
    func `a target that names nothing is wrong use`(target: String) async throws {
        try await withHouse { house, _ in
            let id = try await house.proven().id
            let before = try house.actions(id)
            #expect(await ending { try house.pipeline.withhold(target, ground: "g", reason: "r", from: id) } == 2)
            #expect(try house.actions(id) == before)
        }
    }

    @Test func `secrets are never exported, and the ledger says that they exist (case 57)`() async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "ada@example.org")
            let house = try House(in: folder, systems: [shop.crm], processing: .withoutChat)
            let id = try await house.proven().id
            let progress = try await house.pipeline.advance(id)
            let line = try progress.ledger.line("crm", "accounts")
            #expect(line.redactions == [Redaction(ground: .secret, field: "password", count: 1)])
            for (name, data) in try house.opened(#require(progress.archive), of: id) {
                if name.hasPrefix("data/") || name.hasPrefix("csv/") {
                    let text = String(decoding: data, as: UTF8.self)
                    #expect(!text.contains("password") && !text.contains("hash"))
                }
            }
        }
    }

    @Test func `records that nobody can be told apart by are a gap, and a mixture says what it left out`() async throws
    {
        try await withTemporaryFolder { folder in
            let people = CollectionDescription.scripted(
                "people",
                [.named("id", "integer", identifies: "id"), .named("mail", channel: .email)]
            )
            let letters = CollectionDescription.scripted("letters", [.named("mail", channel: .email), .named("text")])
            let visits = CollectionDescription.scripted(
                "visits",
                [.named("mail", matches: "email"), .named("id", "integer", identifies: "id")]
            )
            let driver = ScriptedDriver([
                "people": .records([[1, "f@example.org"], [2, "f@example.org"]]),
                "letters": .records([["f@example.org", "dear family"]]),
                "visits": .records([["f@example.org", 1], ["f@example.org", nil], ["f@example.org", 2]]),
            ])
            let house = try House(
                in: folder,
                systems: [.scripted("crm", people, letters, visits)],
                processing: .accountOnly,
                drivers: [driver]
            )
            let id = try house.open("f@example.org").id
            _ = try await house.pipeline.advance(id)
            _ = try await house.pipeline.perform(.code(house.mailedCode()), on: id)
            var facts = EvidenceRecord(method: "known-facts", checkedBy: "Bo", facts: ["order-number", "order-date"])
            facts.subject = 1
            #expect(try await house.pipeline.perform(.evidence(facts), on: id).isVerified)
            #expect(try await house.gather(id).waiting().ending == .sourceFailed)
            let ledger = try house.pipeline.ledger(of: id)
            #expect(try ledger.line("crm", "letters").outcome == .ambiguousSubject)
            let line = try ledger.line("crm", "visits")
            #expect(line.outcome == .records && line.records == 1)
            #expect(line.redactions == [Redaction(ground: .otherPerson, field: nil, count: 1)])
        }
    }

    private func withHouse(
        origin: CollectionDescription.Origin = .provided,
        category: Policy.Category = .small("account"),
        _ body: (House, ScriptedDriver) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let people = CollectionDescription.scripted(
                "people",
                origin: origin,
                key: ["country", "no"],
                [.named("mail", channel: .email), .named("country"), .named("no", "integer"), .named("note")]
            )
            let driver = ScriptedDriver([
                "people": .records([["ada@example.org", "NL", 1, "a"], ["ada@example.org", "NL", 2, "b"]])
            ])
            let house = try House(
                in: folder,
                systems: [.scripted("crm", people)],
                processing: Processing(categories: [category], processors: []),
                drivers: [driver]
            )
            try await body(house, driver)
        }
    }
}
