import CommandParts
import Cases
import ExporterKit
import Foundation
import IdentityMethods
import IdentityStage
import Inzage
import IntakeStage
import Policy
import RegisterStore
import TestSupport
import Testing

@Suite struct `A work list` {
    private func withHouse(
        processing: Processing = .small,
        _ body: (House, Shop) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(918_273_645, "ada@example.org")
            try shop.order(7, of: 918_273_645, "lamp")
            try shop.order(8, of: 918_273_645, "book")
            try await body(House(in: folder, systems: shop.systems, processing: processing), shop)
        }
    }

    @Test(arguments: [Right.erasure, .rectification, .restriction, .objection, .updateData])
    func `names every system, what it holds and by which keys`(_ right: Right) async throws {
        try await withHouse { house, _ in
            let id = try await house.proven(right: right).id
            let waiting = try #require(try await house.pipeline.advance(id).waiting)
            #expect(waiting.reasons.contains { $0.contains("0 of 1 place ticked off; to do: crm") })
            #expect(waiting.next.contains { $0.text.hasPrefix("inzage request done \(id) crm") })
            #expect(try house.work(id) == ["chat [ ] participants nothing", "crm [ ] accounts 918273645, orders 7 8"])
            let orders = try #require(try house.pipeline.workList(of: house.intake.request(id)).last?.collections.last)
            #expect(orders.askedBy == ["customer_id 918273645"] && orders.records == 2)
        }
    }

    @Test func `leaves no file and no package behind, and no key in the clear`() async throws {
        try await withHouse { house, _ in
            let id = try await house.proven(right: .erasure).id
            _ = try await house.pipeline.advance(id)
            #expect(try FileManager.default.contentsOfDirectory(atPath: house.archives).isEmpty)
            #expect(try house.register.read { try $0.package(request: id, round: 1) } == nil)
            for name in try FileManager.default.contentsOfDirectory(atPath: house.folder) where name.hasPrefix("reg") {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(house.folder)/\(name)"))
                #expect(bytes.range(of: Data("918273645".utf8)) == nil, "\(name)")
            }
            let log = try house.register.read { try $0.auditEntries(request: id) }.map { "\($0)" }.joined()
            #expect(!log.contains("918273645"))
        }
    }

    @Test func `has what could not be looked at as a place to look at by hand`() async throws {
        let fields = [FieldDescription.named("email", channel: .email), .named("number", identifies: "number")]
        let driver = ScriptedDriver([
            "people": .records([["ada@example.org", "5"]]),
            "broken": .failure(SourceFailure(.unreachable, "the store is down", retryable: true)),
        ])
        let processing = Processing(
            categories: [
                .small("account"), .small("visitors"), .small("hosted", processorFor: "Klant B.V."),
            ],
            processors: []
        )
        try await withTemporaryFolder { folder in
            let number = FieldDescription.named("number", matches: "number")
            let systems: [SystemDescription] = [
                .scripted("crm", .scripted("people", key: ["number"], fields)),
                .scripted("erp", .scripted("broken", needs: ["number"], [number])),
                .scripted("odd", .scripted("unasked", needs: ["badge"], [.named("badge", matches: "badge")])),
                .scripted("host", .scripted("theirs", category: "hosted", needs: ["number"], [number])),
            ]
            let house = try House(in: folder, systems: systems, processing: processing, drivers: [driver])
            let id = try await house.proven(right: .erasure).id
            _ = try await house.pipeline.advance(id)
            let work = try house.work(id)
            #expect(work[0] == "crm [ ] people 5")
            #expect(work[1].hasPrefix("erp [ ] broken unseen: ") && work[1].contains("the store is down"))
            #expect(work[2] == "odd [ ] unasked unseen: nothing that is known of the person lets it be asked")
            #expect(work[3].contains("theirs unseen: it is held for Klant B.V."))
            #expect(work[4] == "by-hand/visitors [ ] visitors unseen: no exporter reaches it")
            #expect(try house.actions(id).contains { $0.hasPrefix("source failed: ") && $0.hasSuffix("erp/broken") })
        }
    }

    @Test func `does not take a system for empty that does not find the company's own person`() async throws {
        let fields = [FieldDescription.named("email", channel: .email), .named("number", identifies: "number")]
        let driver = ScriptedDriver(["people": .records([["ada@example.org", "5"]])])
        try await withTemporaryFolder { folder in
            let blind = SystemDescription(
                id: "blind",
                title: LocalizedText("blind"),
                driver: "scripted",
                connection: "",
                canary: [Identifier(kind: "email", "canary@company.example")],
                folder: "/",
                collections: [.scripted("index", [.named("email", matches: "email")])]
            )
            let systems = [SystemDescription.scripted("crm", .scripted("people", key: ["number"], fields)), blind]
            let house = try House(in: folder, systems: systems, processing: .accountOnly, drivers: [driver])
            let id = try await house.proven(right: .erasure).id
            _ = try await house.pipeline.advance(id)
            #expect(try house.work(id).last?.hasPrefix("blind [ ] index unseen: ") == true)
        }
    }

    @Test func `holds the confirmation until each place is ticked off, and each tick is in the audit`() async throws {
        try await withHouse { house, _ in
            let id = try await house.proven(right: .erasure).id
            let unseen = await #expect(throws: InzageError.self) { try await house.pipeline.grant(id) }
            #expect(unseen?.ending == .notInThisState && unseen?.message.contains("nobody has looked") == true)
            _ = try await house.pipeline.lookForWork(id)
            let open = await #expect(throws: InzageError.self) { try await house.pipeline.grant(id) }
            #expect(open?.message == "not ticked off yet: crm")
            _ = try house.pipeline.tick("crm", isDone: true, of: id)
            _ = try house.pipeline.tick("crm", isDone: false, of: id)
            await #expect(throws: InzageError.self) { try await house.pipeline.grant(id) }
            #expect(try house.pipeline.tick("crm", isDone: true, of: id).open.isEmpty)
            _ = try await house.pipeline.grant(id)
            let actions = try house.actions(id)
            #expect(actions.filter { $0.contains("crm") } == ["done: crm", "not done after all: crm", "done: crm"])
            let letter = try #require(house.postbox.mails.last).flat
            #expect(letter.contains("every system and file that holds, or may hold, data about you"))
            #expect(letter.contains("(1 in all)"))
            // What was found is forgotten with the confirmation; that it was done stays.
            #expect(try house.work(id).last == "crm [x] ")
        }
    }

    @Test func `that is confirmed before its end counts what is done, and stays owed`() async throws {
        try await withHouse(
            processing: Processing(categories: Processing.small.categories + [.small("paper")], processors: [])
        ) {
            house,
            _ in
            let id = try await house.proven(right: .restriction).id
            _ = try await house.pipeline.lookForWork(id)
            _ = try house.pipeline.tick("crm", isDone: true, of: id)
            _ = try await house.pipeline.grant(id, anyway: true)
            #expect(try #require(house.postbox.mails.last).flat.contains("in 1 of the 2 systems and files"))
            let owed = try house.pipeline.owed(in: house.intake.request(id))
            #expect(owed.map(\.what) == [.act] && owed.first?.next.text.contains("by-hand/paper") == true)
            #expect(throws: InzageError.self) { try house.pipeline.tick("crm", isDone: false, of: id) }
            _ = try house.pipeline.tick("by-hand/paper", isDone: true, of: id)
            #expect(try house.pipeline.owed(in: house.intake.request(id)).isEmpty)
            #expect(try house.work(id).allSatisfy { !$0.contains("918273645") })
        }
    }

    @Test func `keeps a tick where nothing new is found, and drops it where something is`() async throws {
        try await withHouse { house, shop in
            let id = try await house.proven(right: .erasure).id
            try await house.carryOut(id)
            try shop.change("DELETE FROM purchase WHERE id = 7")
            _ = try await house.pipeline.lookForWork(id)
            #expect(try house.work(id).last == "crm [x] accounts 918273645, orders 8")
            try shop.order(9, of: 918_273_645, "cup")
            _ = try await house.pipeline.lookForWork(id)
            #expect(try house.work(id).last == "crm [ ] accounts 918273645, orders 8 9")
        }
    }

    @Test func `takes the place of no other: an unknown one, an empty one and one that is done are refused`()
        async throws
    {
        try await withHouse { house, _ in
            let id = try await house.proven(right: .erasure).id
            #expect(throws: InzageError.self) { try house.pipeline.tick("crm", isDone: true, of: id) }
            _ = try await house.pipeline.lookForWork(id)
            let unknown = #expect(throws: InzageError.self) { try house.pipeline.tick("crn", isDone: true, of: id) }
            #expect(unknown?.ending == .usage && unknown?.hint?.text.contains("did you mean \"crm\"") == true)
            #expect(throws: InzageError.self) { try house.pipeline.tick("chat", isDone: true, of: id) }
            #expect(throws: InzageError.self) { try house.pipeline.tick("crm", isDone: false, of: id) }
            _ = try house.pipeline.tick("crm", isDone: true, of: id)
            #expect(throws: InzageError.self) { try house.pipeline.tick("crm", isDone: true, of: id) }
        }
    }

    @Test func `is made for nobody who is not proven, and for no right that an archive answers`() async throws {
        try await withHouse { house, _ in
            let unproven = try house.open(right: .erasure).id
            let refused = await #expect(throws: InzageError.self) { try await house.pipeline.lookForWork(unproven) }
            #expect(refused?.ending == .notInThisState)
            let access = try await house.proven("ada@example.org").id
            await #expect(throws: InzageError.self) { try await house.pipeline.lookForWork(access) }
        }
    }

    @Test func `is made by what does whatever is owed, once`() async throws {
        try await withHouse { house, _ in
            let id = try await house.proven(right: .erasure).id
            #expect(try house.pipeline.owed(in: house.intake.request(id)).map(\.what) == [.workList])
            #expect(try house.pipeline.due().map(\.id) == [id])
            _ = try await house.pipeline.advance(id)
            #expect(try house.pipeline.due().isEmpty)
            let owed = try #require(try house.pipeline.owed(in: house.intake.request(id)).first)
            #expect(
                owed.what == .act && owed.isForPeople && owed.next.text == "inzage request worklist \(id); 0 of 1 done"
            )
            let looked = try house.actions(id).count { $0 == "looked where the person is held" }
            _ = try await house.pipeline.advance(id)
            #expect(try house.actions(id).count { $0 == "looked where the person is held" } == looked)
        }
    }

    @Test func `is another one for another right, and when it is reopened`() async throws {
        try await withHouse { house, _ in
            let id = try await house.proven(right: .rectification).id
            try await house.carryOut(id)
            _ = try house.pipeline.change(id) { try $0.amend(id, Amendment(right: .erasure)) }
            #expect(try house.work(id).isEmpty)
            try await house.carryOut(id)
            _ = try await house.pipeline.grant(id)
            _ = try house.pipeline.change(id) { try $0.reopen(id, reason: "Something is still there.") }
            _ = try await house.pipeline.advance(id)
            #expect(try house.work(id).last == "crm [ ] accounts 918273645, orders 7 8")
        }
    }

    @Test func `of an erasure names what a law keeps only where the person may be in it`() async throws {
        var orders = Category.small("orders")
        orders.retention = [RetentionRule(kind: .statutory, duration: "P7Y")]
        var chat = Category.small("chat")
        chat.retention = [RetentionRule(kind: .statutory, duration: "P1Y")]
        let categories = [Category.small("account"), orders, chat]
        try await withHouse(processing: Processing(categories: categories, processors: [])) { house, _ in
            let id = try await house.proven(right: .erasure).id
            #expect(
                try house.intake.kept(by: house.intake.request(id), also: [:]).map(\.category) == ["orders", "chat"]
            )
            try await house.carryOut(id)
            #expect(try house.intake.kept(by: house.intake.request(id), also: [:]).map(\.category) == ["orders"])
        }
    }
}
