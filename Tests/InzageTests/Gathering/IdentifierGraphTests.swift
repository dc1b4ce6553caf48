import ExporterKit
import TestSupport
import Testing
import Cases
import Inzage
import IdentityStage
import GatheringStage
import IntakeStage

/// Accounts yield customer numbers and handles; orders and messages are asked by them.
enum GraphSample {
    static let accounts = CollectionDescription.scripted(
        "accounts",
        [.named("id", "integer", identifies: "customer_id"), .named("mail", channel: .email)]
    )
    static let profiles = CollectionDescription.scripted(
        "profiles",
        [.named("handle", identifies: "handle"), .named("mail", channel: .email)]
    )
    static let orders = CollectionDescription.scripted(
        "orders",
        category: "orders",
        needs: ["customer_id"],
        [
            .named("no", "integer"), .named("customer", "integer", matches: "customer_id"),
            .named("parcel", identifies: "parcel"),
        ]
    )
    static let parcels = CollectionDescription.scripted(
        "parcels",
        category: "orders",
        needs: ["parcel"],
        [.named("parcel", matches: "parcel"), .named("street")]
    )
    static let messages = CollectionDescription.scripted(
        "messages",
        category: "chat",
        needs: ["handle"],
        [.named("from", matches: "handle"), .named("text")]
    )
    /// Sorted so that those asked by an identifier stand before those that yield it.
    static let systems: [SystemDescription] = [
        .scripted("a-delivery", parcels, orders), .scripted("b-chat", messages, profiles), .scripted("c-crm", accounts),
    ]
    static let answers: [String: ScriptedDriver.Answer] = [
        "accounts": .records([[1, "ada@example.org"], [2, "bob@example.org"]]),
        "profiles": .records([["ada_l", "ADA@example.org"], ["bob", "bob@example.org"]]),
        "orders": .records([[10, 1, "P-7"], [11, 1, "P-8"], [20, 2, "P-9"]]),
        "parcels": .records([["P-7", "Kerkstraat"], ["P-8", "Laan"], ["P-9", "canary street"]]),
        "messages": .records([["ada_l", "hello"], ["bob", "canary"]]),
    ]
}

@Suite struct `Graph of identifiers` {
    @Test func `an address leads to numbers, handles and what hangs on them, whatever the order of systems`()
        async throws
    {
        try await withHouse { house, driver in
            let dossier = try await house.gathered().step.done()
            #expect(dossier.rows("a-delivery", "orders") == [["10", "1", "P-7"], ["11", "1", "P-8"]])
            #expect(dossier.rows("a-delivery", "parcels") == [["P-7", "Kerkstraat"], ["P-8", "Laan"]])
            #expect(dossier.rows("b-chat", "messages") == [["ada_l", "hello"]])
            #expect(dossier.ledger.lines.map(\.outcome) == Array(repeating: .records, count: 5))
        }
    }

    @Test func `nothing that the claim names is ever asked`() async throws {
        try await withHouse { house, driver in
            let request = try house.open(identifiers: ["customer_id=2", "handle=bob", "parcel=P-9"])
            _ = try await house.pipeline.advance(request.id)
            _ = try await house.pipeline.perform(.code(house.mailedCode()), on: request.id)
            _ = try await house.gather(request.id).done()
            let asked = Set(driver.calls.flatMap(\.identifiers).map(\.text))
            #expect(asked.isDisjoint(with: ["2", "bob", "P-9"]))
        }
    }

    @Test func `a collection about others yields nothing to ask by`() async throws {
        try await withHouse { house, driver in
            var house = house
            let contacts = CollectionDescription.scripted(
                "contacts",
                aboutOthers: true,
                [.named("owner", matches: "email"), .named("id", "integer", identifies: "customer_id")]
            )
            driver.set("contacts", .records([["ada@example.org", 2]]))
            house.systems.append(.scripted("d-book", contacts))
            let dossier = try await house.gathered().step.done()
            #expect(dossier.rows("a-delivery", "orders").map { $0[1] } == ["1", "1"])
            #expect(try dossier.line("d-book", "contacts").outcome == .records)
        }
    }

    @Test func `a stranger's record alarms, fails its collection, yields nothing, and the rest is kept (case 54)`()
        async throws
    {
        try await withHouse { house, driver in
            var house = house
            let logins = CollectionDescription.scripted(
                "logins",
                [.named("mail", matches: "email"), .named("id", "integer", identifies: "customer_id")]
            )
            driver.set("logins", .everything([["ada@example.org", 1], ["eve@example.org", 2]]))
            house.systems.append(.scripted("d-web", logins))
            let (id, step) = try await house.gathered()
            #expect(try step.waiting().ending == .sourceFailed)
            let ledger = try house.pipeline.ledger(of: id)
            guard case .failed(let code, let message, let retryable) = try ledger.line("d-web", "logins").outcome else {
                return _ = Issue.record("it did not fail")
            }
            #expect(code == "strangersRecord" && !retryable && !message.contains("@"))
            #expect(try house.actions(id).contains { $0.hasPrefix("ALARM") && $0.contains("d-web/logins") })
            #expect(ledger.lines.count { $0.outcome == .records } == 5)
            let asked = Set(driver.calls.flatMap(\.identifiers).map(\.text))
            #expect(!asked.contains("2"))
            #expect(try house.intake.request(id).state == .verified)
        }
    }

    @Test(arguments: [TestCell.null, "", .json("[]"), .json(#"["", null]"#)])
    func `an empty identifier is never sent (case 51)`(handle: TestCell) async throws {
        try await withHouse { house, driver in
            driver.set("profiles", .records([[handle, "ada@example.org"]]))
            driver.set("messages", .everything([["", "canary of all blanks"]]))
            let dossier = try await house.gathered().step.done()
            #expect(try dossier.line("b-chat", "messages").outcome == .nothingHeld)
            #expect(driver.count("messages") == 0)
            #expect(driver.calls.flatMap(\.identifiers).allSatisfy { !$0.value.isEmpty })
        }
    }

    @Test func `several values of a kind are all asked`() async throws {
        try await withHouse { house, driver in
            driver.set("profiles", .records([[.json(#"["ada_l", "countess"]"#), "ada@example.org"]]))
            driver.set("messages", .records([["ada_l", "one"], ["countess", "two"], ["bob", "canary"]]))
            let dossier = try await house.gathered().step.done()
            #expect(dossier.rows("b-chat", "messages").map { $0[1] } == ["one", "two"])
        }
    }

    @Test func `identifiers that lead round in a circle come to an end`() async throws {
        try await withTemporaryFolder { folder in
            let ring = (0..<6).map { place in
                CollectionDescription.scripted(
                    "c\(place)",
                    needs: [place == 0 ? "email" : "k\(place - 1)"],
                    [
                        place == 0 ? .named("in", channel: .email) : .named("in", matches: "k\(place - 1)"),
                        .named("out", identifies: "k\(place)"), .named("back", identifies: "k0"),
                    ]
                )
            }
            let driver = ScriptedDriver()
            for place in 0..<6 {
                driver.set("c\(place)", .records([[place == 0 ? "ada@example.org" : "v", "v", "v"]]))
            }
            let house = try House(in: folder, systems: [Self.system(ring)], processing: .accountOnly, drivers: [driver])
            let dossier = try await house.gathered().step.done()
            #expect(dossier.ledger.lines.allSatisfy { $0.outcome == .records })
            #expect(driver.calls.count < 100)
        }
    }

    @Test func `a kind that no system yields is said to be unsupported`() async throws {
        try await withHouse { house, driver in
            var house = house
            let wifi = CollectionDescription.scripted("wifi", needs: ["mac"], [.named("mac", matches: "mac")])
            house.systems.append(.scripted("d-wifi", wifi))
            let dossier = try await house.gathered().step.done()
            #expect(try dossier.line("d-wifi", "wifi").outcome == .identifierUnsupported)
            #expect(driver.count("wifi") == 0)
        }
    }

    @Test func `what hangs on a source that failed is a gap too, however long the chain`() async throws {
        try await withHouse { house, driver in
            var house = house
            let routes = CollectionDescription.scripted(
                "routes",
                needs: ["parcel"],
                [.named("parcel", matches: "parcel"), .named("route", identifies: "route")]
            )
            let stops = CollectionDescription.scripted(
                "stops",
                needs: ["route"],
                [.named("route", matches: "route"), .named("street")]
            )
            house.systems.append(.scripted("d-roads", stops, routes))
            driver.set("routes", .records([["P-7", "R-1"]]))
            driver.set("stops", .records([["R-1", "Laan"]]))
            driver.set("orders", .failure(SourceFailure(.unreachable, "the store is down", retryable: true)))
            let (id, step) = try await house.gathered()
            #expect(try step.waiting().ending == .sourceFailed)
            let ledger = try house.pipeline.ledger(of: id)
            for (system, collection) in [
                ("a-delivery", "orders"), ("a-delivery", "parcels"), ("d-roads", "routes"), ("d-roads", "stops"),
            ] {
                let outcome = try ledger.line(system, collection).outcome
                guard case .failed = outcome else {
                    Issue.record("\(collection): \(outcome.word)")
                    continue
                }
            }
            driver.set("orders", GraphSample.answers["orders"] ?? .records([]))
            let dossier = try await house.gather(id).done()
            #expect(dossier.rows("d-roads", "stops") == [["R-1", "Laan"]])
        }
    }

    @Test func `an identifier that turns up late has its collections asked again`() async throws {
        try await withHouse { house, driver in
            var house = house
            let loyalty = CollectionDescription.scripted(
                "loyalty",
                [.named("mail", matches: "email"), .named("id", "integer", identifies: "customer_id")]
            )
            house.systems.append(.scripted("d-card", loyalty))
            driver.set("loyalty", .failure(SourceFailure(.timedOut, "the store is slow", retryable: true)))
            let (id, step) = try await house.gathered()
            #expect(try step.waiting().ending == .sourceFailed)
            driver.set("loyalty", .records([["ada@example.org", 3]]))
            driver.set("orders", .records([[10, 1, "P-7"], [30, 3, "P-8"]]))
            let dossier = try await house.gather(id).done()
            #expect(dossier.rows("a-delivery", "orders").map { $0[0] } == ["10", "30"])
        }
    }

    private static func system(_ collections: [CollectionDescription]) -> SystemDescription {
        SystemDescription(
            id: "ring",
            title: LocalizedText("ring"),
            driver: "scripted",
            connection: "",
            folder: "/",
            collections: collections
        )
    }

    private func withHouse(_ body: (House, ScriptedDriver) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let driver = ScriptedDriver(GraphSample.answers)
            try await body(House(in: folder, systems: GraphSample.systems, drivers: [driver]), driver)
        }
    }
}
