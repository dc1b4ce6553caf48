import CommandParts
import Cases
import ExporterKit
import Foundation
import GatheringStage
import IdentityStage
import Inzage
import IntakeStage
import Mail
import Policy
import RegisterStore
import TestSupport
import Testing

@Suite("The worker") struct WorkerTests {
    /// What one pass did and said.
    private struct Told {
        let pass: Worker.Pass
        let lines: [String]
    }

    private func withHouse(_ body: (House) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "ada@example.org", name: "Ada", phone: "+31 6")
            try shop.customer(2, "bob@example.org", name: "Bob", phone: "+31 6")
            try await body(House(in: folder, systems: shop.systems))
        }
    }

    private func pass(
        _ house: House,
        _ backOff: inout BackOff,
        isStopping: () -> Bool = { false }
    ) async throws -> Told {
        var lines: [String] = []
        let worker = Worker(house.pipeline, surroundings: house.clock.surroundings()) { error in
            (error as? InzageError)?.ending ?? .unexpected
        } words: {
            "\($0.meaning) (exit \($0.status))"
        }
        let pass = try await worker.pass(&backOff, isStopping: isStopping) { lines.append($0) }
        return Told(pass: pass, lines: lines)
    }

    private func pass(_ house: House) async throws -> Told {
        var backOff = BackOff(first: 300)
        return try await pass(house, &backOff)
    }

    @Test("mails codes and answers who is proven, one after the other, and then has nothing to do")
    func works() async throws {
        try await withHouse { house in
            let ids = try ["ada@example.org", "bob@example.org"].map { try house.open($0).id }
            let first = try await pass(house)
            #expect(first.pass.done == ids && first.pass.failed.isEmpty && first.pass.ending == .done)
            #expect(first.lines == ids.flatMap { ["\($0): code made", "\($0): mailed code"] })
            #expect(try await pass(house).lines.isEmpty)
            for (id, code) in zip(ids, house.postbox.mails.compactMap(\.code)) {
                _ = try await house.pipeline.perform(.code(code), on: id)
            }
            let second = try await pass(house)
            #expect(second.pass.done == ids)
            for id in ids {
                #expect(try house.intake.request(id).state == .delivered)
                #expect(second.lines.contains("\(id): delivered"))
            }
            #expect(try await pass(house).lines.isEmpty)
            #expect(house.postbox.mails.count == 4)
        }
    }

    @Test("says ids and nothing personal")
    func saysIDs() async throws {
        try await withHouse { house in
            let id = try await house.proven().id
            house.postbox.refuseNext(MailFailure(.rejected, "no such mailbox: ada@example.org"))
            let told = try await pass(house)
            #expect(!told.lines.isEmpty)
            for line in told.lines {
                #expect(line.hasPrefix(id + ": "))
                for personal in ["ada", "Ada", "@", "+31"] { #expect(!line.contains(personal), "\(line)") }
            }
        }
    }

    @Test("leaves what failed alone for a while, and then tries it again")
    func backsOff() async throws {
        try await withHouse { house in
            let id = try await house.proven().id
            house.postbox.refuseNext(MailFailure(.deferred, "later"))
            var backOff = BackOff(first: 300)
            let failed = try await pass(house, &backOff)
            #expect(failed.pass.failed == [id] && failed.pass.ending == .deliveryFailed)
            #expect(failed.lines.last?.contains("(exit 6); again in ") == true)
            let soon = try await pass(house, &backOff)
            #expect(soon.lines.isEmpty && soon.pass.ending == .done)
            house.clock.move(days: 1)
            #expect(try await pass(house, &backOff).lines.last == "\(id): delivered")
        }
    }

    @Test("does not keep the others from their answer where one fails")
    func goesOn() async throws {
        try await withHouse { house in
            let ids = try ["ada@example.org", "bob@example.org"].map { try house.open($0).id }
            house.postbox.refuseNext(MailFailure(.connectionLost, "gone"))
            let told = try await pass(house)
            #expect(told.pass.failed == [ids[0]] && told.pass.ending == .deliveryFailed)
            #expect(house.postbox.mails.count == 1)
        }
    }

    @Test("leaves a request to who has it, which is no failure")
    func leavesToOthers() async throws {
        try await withHouse { house in
            let id = try house.open().id
            let lease = try Lease(request: id, inFolder: house.folder)
            let told = try await pass(house)
            #expect(told.lines.isEmpty && told.pass.failed.isEmpty && told.pass.ending == .done)
            withExtendedLifetime(lease) {}
        }
    }

    @Test("ends after the step in hand when it is asked to")
    func stops() async throws {
        try await withHouse { house in
            let ids = try ["ada@example.org", "bob@example.org"].map { try house.open($0).id }
            var backOff = BackOff(first: 300)
            let told = try await pass(house, &backOff, isStopping: { !house.postbox.mails.isEmpty })
            #expect(told.pass.wasStopped && told.pass.done == [ids[0]])
            #expect(try house.intake.request(ids[1]).state == .received)
            #expect(try await pass(house).pass.done == [ids[1]])
        }
    }

    @Test("removes what is kept no longer, and nothing before its day")
    func purges() async throws {
        try await withHouse { house in
            let answered = try await house.proven().id
            #expect(try await pass(house).pass.done == [answered])
            let closed = try house.open("bob@example.org").id
            _ = try house.intake.close(closed, reason: .mistake)
            #expect(try await pass(house).lines.isEmpty)
            house.clock.move(days: 365)
            #expect(try await pass(house).lines == ["\(answered): archive 1 expired"])
            house.clock.move(days: 366)
            #expect(try await pass(house).lines == ["\(closed): purged, who asked is forgotten"])
            #expect(try house.intake.request(closed).claim.email == nil)
        }
    }

    @Test("of a restored register does nothing before a person has looked")
    func restored() async throws {
        try await withRestoredHouse { lost in
            let id = try await lost.house.proven().id
            try lost.backUp()
            let house = try lost.restored()
            #expect(try await pass(house).lines.isEmpty)
            _ = try house.pipeline.settleRestored(id, wentOut: false)
            #expect(try await pass(house).pass.done == [id])
            #expect(house.postbox.mails.count == 1)
        }
    }
}
