import Cases
import Foundation
import IdentityStage
import Inzage
import IntakeStage
import Mail
import RegisterStore
import TestSupport
import Testing

@Suite("A request that was restored from a backup") struct RestoredRequestTests {
    private func expectHeld(_ house: House, _ id: String) async throws {
        #expect(try house.owed(id) == ["people: restored"])
        #expect(try house.pipeline.due().isEmpty)
        let waiting = try await house.pipeline.advance(id).waiting
        #expect(waiting?.ending == .waiting)
        #expect(
            waiting?.reasons == ["restored from a backup of 2026-06-15T12:00:00Z: look whether the answer went out"]
        )
        #expect(try house.pipeline.closeAnswered().isEmpty)
        #expect(house.postbox.mails.isEmpty)
    }

    @Test("is not mailed a code before a person has looked, and is afterwards")
    func newRequest() async throws {
        try await withRestoredHouse { lost in
            let id = try lost.house.open().id
            try lost.backUp()
            _ = try await lost.house.pipeline.advance(id)
            let house = try lost.restored()
            try await expectHeld(house, id)
            #expect(try house.pipeline.settleRestored(id, wentOut: false).state == .received)
            #expect(try house.owed(id) == ["due: proof"])
            _ = try await house.pipeline.advance(id)
            #expect(house.postbox.mails.count == 1)
            #expect(throws: InzageError.self) { try house.pipeline.settleRestored(id, wentOut: false) }
        }
    }

    @Test("takes no code that was open then: it may have been used since")
    func usedCode() async throws {
        try await withRestoredHouse { lost in
            let id = try lost.house.open().id
            _ = try await lost.house.pipeline.advance(id)
            let code = try lost.house.mailedCode()
            try lost.backUp()
            #expect(try await lost.house.pipeline.perform(.code(code), on: id).isVerified)
            let house = try lost.restored()
            #expect(try await !house.pipeline.perform(.code(code), on: id).isVerified)
            _ = try await house.pipeline.perform(.sendCode, on: id)
            try await expectHeld(house, id)
            _ = try house.pipeline.settleRestored(id, wentOut: false)
            _ = try await house.pipeline.advance(id)
            let anew = try house.mailedCode()
            #expect(anew != code)
            #expect(try await house.pipeline.perform(.code(anew), on: id).isVerified)
        }
    }

    @Test("is not answered twice: who finds that it went out says so, and it can be closed")
    func answeredSince() async throws {
        try await withRestoredHouse { lost in
            let id = try await lost.house.proven().id
            try lost.backUp()
            _ = try await lost.house.pipeline.advance(id)
            #expect(try lost.house.intake.request(id).state == .delivered)
            let house = try lost.restored()
            try await expectHeld(house, id)
            #expect(try house.pipeline.settleRestored(id, wentOut: true).state == .delivered)
            _ = try await house.pipeline.advance(id)
            #expect(house.postbox.mails.isEmpty)
            #expect(try house.pipeline.closeAnswered().map(\.id) == [id])
        }
    }

    @Test("keeps its sealed answer, which goes once it is said that it did not")
    func sealedAnswer() async throws {
        try await withRestoredHouse { lost in
            let id = try await lost.house.proven().id
            lost.house.postbox.refuseNext(MailFailure(.deferred, "later"))
            _ = try await lost.house.pipeline.advance(id)
            #expect(try lost.house.intake.request(id).state == .sealed)
            try lost.backUp()
            let house = try lost.restored()
            try await expectHeld(house, id)
            _ = try house.pipeline.settleRestored(id, wentOut: false)
            #expect(try await house.pipeline.advance(id).receipt != nil)
            #expect(house.postbox.mails.count == 1)
        }
    }

    @Test("gets no letter that decides something, and an order by name waits as well")
    func letters() async throws {
        try await withRestoredHouse { lost in
            let id = try await lost.house.proven().id
            try lost.backUp()
            let house = try lost.restored()
            let error = await #expect(throws: InzageError.self) {
                try await house.pipeline.refuse(id, ground: "excessive", reason: "often")
            }
            #expect(error?.ending == .waiting)
            #expect(try house.intake.request(id).state == .verified)
            var orders = Orders()
            orders.release = true
            #expect(try await house.pipeline.advance(id, orders: orders).waiting?.ending == .waiting)
            #expect(house.postbox.mails.isEmpty)
        }
    }

    @Test("that ended stays ended, and a mail that had not gone for it stays")
    func ended() async throws {
        try await withRestoredHouse { lost in
            let ids = try (1...2).map { try lost.house.open("p\($0)@example.org").id }
            lost.house.postbox.refuseNext(MailFailure(.deferred, "later"))
            _ = try await lost.house.pipeline.refuse(ids[0], ground: "excessive", reason: "often")
            _ = try lost.house.intake.close(ids[1], reason: .mistake)
            try lost.backUp()
            let house = try lost.restored()
            #expect(try await house.pipeline.advance(ids[0]).waiting?.ending == .waiting)
            #expect(house.postbox.mails.isEmpty)
            #expect(try house.pipeline.restoredFrom(ids[1]) == nil)
        }
    }

    @Test("stands in an audit that goes on, with what was held and what a person found")
    func audit() async throws {
        try await withRestoredHouse { lost in
            let id = try lost.house.open().id
            _ = try await lost.house.pipeline.advance(id)
            try lost.backUp()
            let house = try lost.restored()
            _ = try house.pipeline.settleRestored(id, wentOut: true)
            let entries = try house.register.read { try $0.auditEntries() }
            #expect(house.register.auditChain.breaks(in: entries).isEmpty)
            let restored = try #require(entries.first { $0.action.hasPrefix("restored from") })
            #expect(restored.counts == ["codes": 1, "held": 1] && restored.request == nil)
            #expect(
                try house.actions(id).suffix(3) == [
                    "held after a restore", "delivered, as a person found after the restore",
                    "looked at after the restore",
                ]
            )
        }
    }

    @Test("from a second backup is uncertain since the first")
    func twice() async throws {
        try await withRestoredHouse { lost in
            let id = try lost.house.open().id
            try lost.backUp()
            let house = try lost.restored()
            house.clock.move(days: 2)
            _ = try house.register.backUp(to: lost.folder + "/again")
            let third = lost.folder + "/shop"
            let restoring = RegisterRestoring(
                inFolder: third,
                vault: Vault(key: house.key),
                surroundings: house.clock.surroundings()
            )
            #expect(try restoring.restore(lost.folder + "/again", replacing: false).held == [id])
            let last = try House(in: third, key: house.key)
            #expect(try last.pipeline.restoredFrom(id) == "2026-06-15T12:00:00Z")
        }
    }
}
