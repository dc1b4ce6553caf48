import Foundation
import Inzage
import Mail
import TestSupport
import Testing
import IntakeStage
import IdentityMethods
import RegisterStore
import Cases
import IdentityStage

/// What goes along from one answer to the next, and what must not.
@Suite struct `Rounds of a request` {
    private let callBack = EvidenceRecord(method: "call-back", checkedBy: "Bo")

    @Test func `what was withheld stays withheld when the request is reopened`() async throws {
        try await withShop { shop, house in
            try shop.customer(1, "ada@example.org")
            try shop.order(7, of: 1, "Bicycle")
            let id = try await house.proven().id
            try house.pipeline.withhold("crm/orders", ground: "investigation", reason: "r", from: id)
            #expect(try await house.pipeline.advance(id).stage == .delivered)
            _ = try house.pipeline.change(id) { try $0.reopen(id, reason: "more") }
            let progress = try await house.pipeline.advance(id)
            #expect(progress.stage == .delivered)
            let line = try #require(progress.ledger.lines.first { $0.collection == "orders" })
            #expect(line.outcome == .withheld(ground: .decided("investigation")))
        }
    }

    @Test func `a request that had ended is proven anew when it is reopened`() async throws {
        try await withShop { shop, house in
            try shop.customer(1, "ada@example.org")
            let id = try await house.proven().id
            _ = try await house.pipeline.advance(id)
            _ = try house.pipeline.change(id) { try $0.close(id, reason: .answered) }
            _ = try house.pipeline.change(id) { try $0.reopen(id, reason: "more") }
            #expect(try await house.pipeline.advance(id).waiting?.ending == .waiting)
            #expect(house.postbox.mails.last?.code != nil)
        }
    }

    @Test func `a proof no longer holds for another answer when the address has left the file`() async throws {
        try await withShop { shop, house in
            try shop.customer(1, "ada@example.org")
            let id = try await house.proven().id
            _ = try await house.pipeline.advance(id)
            try shop.change("UPDATE customer SET email = 'new@example.org'")
            _ = try house.pipeline.change(id) { try $0.reopen(id, reason: "more") }
            let progress = try await house.pipeline.advance(id)
            #expect(progress.stage == .identity)
            #expect(house.postbox.mails.filter { $0.code == nil }.count == 1)
        }
    }

    @Test func `a reopened answer that nothing is held is given again, once the code came back again`() async throws {
        try await withShop { _, house in
            let id = try await house.proven("nobody@example.org").id
            _ = try await house.pipeline.advance(id)
            _ = try house.pipeline.change(id) { try $0.reopen(id, reason: "an old address") }
            _ = try await house.pipeline.advance(id)
            _ = try await house.pipeline.perform(.code(house.mailedCode()), on: id)
            #expect(try await house.pipeline.advance(id).stage == .delivered)
            #expect(house.postbox.mails.filter { $0.code == nil }.count == 2)
        }
    }

    @Test func `files found for one person never go to another whom later evidence names`() async throws {
        try await withShop { shop, house in
            try shop.customer(1, "home@example.org", phone: "+31205550101")
            try shop.customer(2, "home@example.org", phone: "+31205550102")
            let id = try house.open("home@example.org").id
            _ = try await house.pipeline.perform(.evidence(callBack.about(1)), on: id)
            try house.pipeline.add([try file(in: house)], category: "account", title: "Scan", to: id)
            let first = try house.register.read { try $0.package(request: id, round: 1)?.secrets.passphrase }
            _ = try house.pipeline.change(id) { try $0.amend(id, Amendment(destination: .handOver)) }
            _ = try await house.pipeline.perform(.evidence(callBack.about(2)), on: id)
            let progress = try await house.pipeline.advance(id)
            #expect(progress.waiting?.ending == .waiting)
            #expect(progress.ledger.lines.contains { $0.outcome == .pendingHuman && $0.category == "account" })
            let round = try house.intake.request(id).round
            let second = try house.register.read { try $0.package(request: id, round: round)?.secrets.passphrase }
            #expect(first != nil && second != nil && first != second)
        }
    }

    @Test func `evidence about one person proves nobody else when that person leaves the address`() async throws {
        try await withShop { shop, house in
            try shop.customer(1, "home@example.org")
            try shop.customer(2, "home@example.org")
            let id = try house.open("home@example.org").id
            _ = try await house.pipeline.advance(id)
            let code = try house.mailedCode()
            let facts = EvidenceRecord(
                method: "known-facts",
                checkedBy: "Bo",
                facts: ["order-number", "order-amount"],
                subject: 1
            )
            _ = try await house.pipeline.perform(.evidence(facts), on: id)
            try shop.change("UPDATE customer SET email = 'own@example.org' WHERE id = 1")
            let report = try await house.pipeline.perform(.code(code), on: id)
            #expect(!report.isVerified)
            #expect(report.lines.contains { $0.contains("no longer stands") })
        }
    }

    @Test func `a preview sends nothing, whatever stands ready`() async throws {
        try await withShop { shop, house in
            var preview = Orders()
            preview.previewOnly = true
            try shop.customer(1, "ada@example.org")
            let unproven = try house.open().id
            _ = try await house.pipeline.advance(unproven, orders: preview)
            #expect(house.postbox.mails.isEmpty)
            let id = try await house.proven().id
            house.postbox.refuseNext(MailFailure(.deferred, "later"))
            _ = try await house.pipeline.advance(id)
            #expect(try house.intake.request(id).state == .sealed)
            #expect(try await house.pipeline.advance(id, orders: preview).stage == .sealed)
            #expect(house.postbox.mails.allSatisfy { $0.code != nil })
        }
    }

    @Test func `files added for somebody whom no system knows are sent, and no letter denies them`() async throws {
        try await withShop { _, house in
            let id = try house.open("nobody@example.org").id
            try house.pipeline.add([try file(in: house)], category: "account", title: "Paper", to: id)
            _ = try await house.pipeline.advance(id)
            _ = try await house.pipeline.perform(.code(house.mailedCode()), on: id)
            let progress = try await house.pipeline.advance(id)
            let files = try house.opened(#require(progress.archive), of: id)
            #expect(files.values.contains(Data("found by hand".utf8)))
            #expect(progress.stage == .delivered)
            let mails = try house.register.read { try $0.outbox(request: id, round: 1) }
            #expect(mails.contains { $0.kind == .archive } && !mails.contains { $0.kind == .nothingHeld })
        }
    }

    private func file(in house: House) throws -> String {
        let path = house.folder + "/found.txt"
        try Data("found by hand".utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func withShop(_ body: (Shop, House) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try await body(shop, House(in: folder, systems: shop.systems))
        }
    }
}

extension EvidenceRecord {
    /// The same about a candidate.
    fileprivate func about(_ number: Int) -> EvidenceRecord {
        var record = self
        record.subject = number
        return record
    }
}
