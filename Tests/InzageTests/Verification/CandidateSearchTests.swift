import Drivers
import ExporterKit
import Foundation
import Mail
import TestSupport
import Testing
import IdentityStage
import Cases
import Groundwork
import SourceReading
import Inzage
import IntakeStage

@Suite struct `Candidate search` {
    @Test(arguments: ["kim.sam@example.org", "KIM.SAM@EXAMPLE.ORG", "kim.sam@Example.Org"])
    func `an address is found whatever the case of its ASCII letters, and kept as stored (case 8)`(claim: String)
        async throws
    {
        try await withShop { shop in
            try shop.customer(1, "Kim.Sam@example.org")
            let found = try await search(shop, claim)
            #expect(found.candidates.map(\.address) == [Array("Kim.Sam@example.org".utf8)])
            #expect(found.candidates.first?.identifiers == [Identifier(kind: "customer_id", "1")])
            #expect(found.candidates.first?.foundIn == ["crm/accounts"])
        }
    }

    /// What must not be taken for `kim.sam@example.org` or `straße@bücher.example` (cases 5, 6, 7, 9, 10 and 13).
    static let lookAlikes = [
        "\u{212A}im.sam@example.org", "k\u{131}m.sam@example.org", "kim.\u{17F}am@example.org",
        "kim.sam@\u{435}xample.org", "kim.sam@xn--xample-2of.org", "kim.sam+x@example.org", "kimsam@example.org",
        "kim.sam@example.org.evil.com", "kim.sam@examp1e.org", "kim.sam@example.com", "kim.sam@mail.example.org",
        "strasse@b\u{FC}cher.example", "stra\u{DF}e@bu\u{308}cher.example",
        "STRA\u{1E9E}E@b\u{FC}cher.example", "stra\u{DF}e@B\u{DC}CHER.example", "\u{FB01}nn@example.org",
        "kim_sam@example.org", "k%@example.org",
    ]

    @Test func `an international domain is the same in both of its forms`() async throws {
        try await withShop { shop in
            try shop.customer(2, "stra\u{DF}e@b\u{FC}cher.example")
            #expect(try await search(shop, "stra\u{DF}e@xn--bcher-kva.example").candidates.count == 1)
        }
    }

    @Test(arguments: lookAlikes)
    func `a look-alike is nobody's address`(claim: String) async throws {
        try await withShop { shop in
            try shop.customer(1, "kim.sam@example.org")
            try shop.customer(2, "stra\u{DF}e@b\u{FC}cher.example")
            try shop.customer(3, "finn@example.org")
            let found = try await search(shop, claim)
            #expect(found.candidates.isEmpty)
        }
    }

    @Test(arguments: lookAlikes)
    func `a store whose collation takes look-alikes for equal is corrected (case 53)`(claim: String) async throws {
        try await withShop { shop in
            try shop.customer(1, "kim.sam@example.org")
            // Every row comes back, as from a collation that knows no difference.
            let error = await #expect(throws: SourceFailure.self) {
                try await search([shop.crm(accounts: ":email IS NOT NULL")], claim)
            }
            #expect(error?.code == .strangersRecord)
        }
    }

    @Test(arguments: ["\u{212A}im.sam@example.org", "kim.sam@examp1e.org", "kim.sam@\u{435}xample.org"])
    func `a look-alike warns the operator without naming anybody (case 10)`(claim: String) async throws {
        try await withShop { shop in
            try shop.customer(1, "kim.sam@example.org")
            let warnings = try await search(shop, claim).warnings
            #expect(warnings.count == 1)
            #expect(!warnings.joined().contains("kim"))
            #expect(try await search(shop, "ada@example.org").warnings.isEmpty)
            #expect(try await search(shop, "kim.sam@example.org").warnings.isEmpty)
        }
    }

    @Test func `two accounts under one address are two people (case 14)`() async throws {
        try await withShop { shop in
            try shop.customer(1, "family@example.org", name: "Ada", phone: "1")
            try shop.customer(2, "family@example.org", name: "Bob", phone: "2")
            let found = try await search(shop, "family@example.org").candidates
            #expect(found.map(\.number) == [1, 2])
            #expect(found.map(\.identifiers) == [["1"], ["2"]].map { $0.map { Identifier(kind: "customer_id", $0) } })
            #expect(found.map(\.phones) == [["1"], ["2"]])
        }
    }

    @Test func `case twins in one system are two people, each with the stored bytes`() async throws {
        try await withShop { shop in
            try shop.customer(1, "Kim@example.org")
            try shop.customer(2, "kim@example.org")
            let found = try await search(shop, "KIM@example.org").candidates
            #expect(found.map(\.address) == ["Kim@example.org", "kim@example.org"].map { Array($0.utf8) })
        }
    }

    @Test func `the same address in several systems is one person`() async throws {
        try await withShop { shop in
            try shop.customer(1, "ada@example.org")
            try shop.participants([("ada_l", "ADA@example.org")])
            let found = try await search(shop, "ada@example.org").candidates
            #expect(found.count == 1)
            #expect(
                found.first?.identifiers == [
                    Identifier(kind: "chat_handle", "ada_l"), Identifier(kind: "customer_id", "1"),
                ]
            )
            #expect(found.first?.foundIn == ["chat/participants", "crm/accounts"])
            #expect(found.first?.address == Array("ada@example.org".utf8))
        }
    }

    @Test func `another address of the same person is not reached from this one (case 15)`() async throws {
        try await withShop { shop in
            try shop.customer(1, "ada@example.org")
            try shop.customer(2, "ada.lovelace@work.example")
            let found = try await search(shop, "ada@example.org").candidates
            #expect(found.flatMap(\.identifiers).map(\.text) == ["1"])
        }
    }

    @Test(
        arguments: [
            (nil, nil), ("", nil), ("2026-05-16", nil), ("2026-05-15", nil), ("2019-01-01T10:00:00Z", nil),
            ("2026-06-14", Doubt.Kind.addressRecentlyChanged), ("2026-05-17 23:59:59", .addressRecentlyChanged),
            ("2026-06-15", .addressRecentlyChanged), ("2026-06-16", .addressDateUnclear),
            ("9999-12-31", .addressDateUnclear), ("yesterday", .addressDateUnclear),
            ("2026-02-30", .addressDateUnclear),
            ("1780000000", .addressDateUnclear), ("0000-00-00", .addressDateUnclear),
            ("15/06/2019", .addressDateUnclear),
        ] as [(String?, Doubt.Kind?)]
    )
    func `since when an address is known raises a doubt, or none (case 17)`(since: String?, doubt: Doubt.Kind?)
        async throws
    {
        try await withShop { shop in
            try shop.customer(1, "ada@example.org", since: since)
            let found = try await search(shop, "ada@example.org").candidates
            #expect(found.flatMap(\.doubts).map(\.kind) == (doubt.map { [$0] } ?? []))
        }
    }

    @Test func `a source that is down holds the look-up: whoever is not seen might be a second person`() async throws {
        try await withShop { shop in
            try shop.customer(1, "ada@example.org")
            try FileManager.default.removeItem(atPath: shop.folder + "/participants.jsonl")
            try FileManager.default.removeItem(atPath: shop.folder + "/crm.sqlite")
            await #expect(throws: SourceFailure.self) { try await search(shop, "ada@example.org") }
            let house = try House(in: shop.folder, systems: shop.systems)
            let id = try house.open().id
            await #expect(throws: SourceFailure.self) { try await house.pipeline.advance(id) }
            #expect(house.postbox.mails.isEmpty)
            #expect(try house.intake.request(id).state == .received)
        }
    }

    @Test func `the code goes to the stored bytes, never to the claimed ones (cases 1 and 8)`() async throws {
        try await withShop { shop in
            try shop.customer(1, "Kim.Sam@Example.org")
            let house = try House(in: shop.folder, systems: [shop.crm], processing: .withoutChat)
            let id = try await house.proven("kim.sam@example.org").id
            _ = try await house.pipeline.advance(id)
            #expect(house.postbox.mails.map(\.recipient) == ["Kim.Sam@Example.org", "Kim.Sam@Example.org"])
            #expect(house.postbox.mails.last?.attachment != nil)
        }
    }

    @Test func `a stored list of addresses is mailed nothing (case 20)`() async throws {
        try await withShop { shop in
            try shop.customer(1, "a@example.org, eve@evil.example")
            #expect(try await search(shop, "a@example.org").candidates.isEmpty)
        }
    }

    @Test func `of an array of addresses only the one that matches is the address`() async throws {
        let driver = ScriptedDriver([
            "people": .records([[7, .json(#"["eve@evil.example", "Ada@example.org"]"#)]])
        ])
        let system = SystemDescription.scripted(
            "s",
            .scripted("people", [.named("id", "integer", identifies: "id"), .named("mails", "array", channel: .email)])
        )
        let found = try await search([system], "ada@example.org", drivers: [driver])
        #expect(found.candidates.map(\.address) == [Array("Ada@example.org".utf8)])
    }

    @Test func `others yield nothing, and what needs more than an address is not asked`() async throws {
        let rows: [[TestCell]] = [[7, "ada@example.org"]]
        let driver = ScriptedDriver(["contacts": .everything(rows), "logins": .everything(rows)])
        let fields: [FieldDescription] = [
            .named("id", "integer", identifies: "id"), .named("mail", channel: .email),
        ]
        let system = SystemDescription.scripted(
            "s",
            .scripted("contacts", aboutOthers: true, fields),
            .scripted("logins", needs: ["email", "id"], fields)
        )
        let found = try await search([system], "ada@example.org", drivers: [driver])
        #expect(found.candidates.map { $0.tuples.flatMap(\.identifiers).map(\.kind) } == [["email"]])
        #expect(found.candidates.allSatisfy { $0.identifiers.allSatisfy { $0.kind == "email" } })
        #expect(driver.calls.map(\.collection) == ["contacts"])
    }

    private func withShop(_ body: (Shop) async throws -> Void) async throws {
        try await withTemporaryFolder { try await body(Shop(in: $0)) }
    }

    private func search(_ shop: Shop, _ claim: String) async throws -> CandidateSearchResult {
        try await search(shop.systems, claim)
    }

    @discardableResult
    private func search(
        _ systems: [SystemDescription],
        _ claim: String,
        drivers: [any Driver] = BuiltInDrivers.all
    ) async throws -> CandidateSearchResult {
        let search = CandidateSearch(
            systems: systems,
            reader: SourceReader(SourceOpening(drivers: drivers), retries: .none),
            quietDays: 30,
            today: try #require(CivilDay("2026-06-15"))
        )
        return try await search.find(MailAddress(parsing: Array(claim.utf8)))
    }
}
