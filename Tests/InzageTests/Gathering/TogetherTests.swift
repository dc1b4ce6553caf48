import Cases
import DeliveryStage
import ExporterKit
import Foundation
import GatheringStage
import IdentityStage
import IntakeStage
import Inzage
import PackagingStage
import RegisterStore
import TestSupport
import Testing

@Suite struct `Requests asked for together` {
    private static let ada = "ada@example.org"
    private static let bob = "bob@example.org"

    @Test func `get the same bytes as one by one`() async throws {
        try await withTemporaryFolder { folder in
            let alone = try await digests(in: folder + "/alone", together: false)
            let together = try await digests(in: folder + "/together", together: true)
            #expect(alone == together)
            #expect(alone.count == 12 && Set(alone).count == 12, "each has an answer of their own")
        }
    }

    @Test func `are read in one pass, and asked no more when each is gathered`() async throws {
        try await withScript { house, driver in
            let requests = try await proven(house)
            let before = driver.passes
            let asked = await house.pipeline.askTogether(requests)
            // Orders yield parcels in a second round; each collection is then gathered once.
            let passes = driver.passes - before
            let (one, other) = (
                try await gather(requests[0], house, asked), try await gather(requests[1], house, asked)
            )
            #expect(driver.passes == before + passes, "nobody is asked once more")
            #expect(one.rows("a-delivery", "orders").map(\.[0]) == ["10", "11"])
            #expect(other.rows("a-delivery", "orders").map(\.[0]) == ["20"])
            #expect(one.rows("b-chat", "messages") == [["ada_l", "hello"]])
            #expect(passes < 2 * 5 + 4, "two people one by one are ten collections, and those that yield before them")
        }
    }

    @Test func `are asked for alone where a source fails them together`() async throws {
        try await withScript { house, driver in
            let requests = try await proven(house)
            // Of a message of neither of them the one who is asked first is told.
            driver.set("messages", .everything([["ada_l", "hello"], ["eve", "canary"]]))
            let asked = await house.pipeline.askTogether(requests)
            for request in requests {
                let waiting = try await house.gathering.gather(house.verified(request.id), after: asked).waiting()
                #expect(waiting.reasons.contains { $0.contains("returned a record of somebody else") })
            }
            driver.set("messages", .records([["ada_l", "hello"], ["bob", "to bob"]]))
            #expect(try await gather(requests[1], house, asked).rows("b-chat", "messages") == [["bob", "to bob"]])
        }
    }

    @Test func `leave whoever has very much to be asked for alone`() async throws {
        try await withScript { house, driver in
            let long = String(repeating: "a long story, ", count: 4_000)
            let hers: [[TestCell]] = (0..<12).map { ["ada_l", .text(Array("\($0) \(long)".utf8))] }
            driver.set("messages", .records(hers + [["bob", "short"]]))
            let requests = try await proven(house)
            let asked = await house.pipeline.askTogether(requests)
            let states = try requests.map { request in
                try house.register.read { try $0.gathered(request: request.id, round: 1) }
                    .contains { $0.line.collection == "messages" }
            }
            #expect(states == [false, true])
            let before = driver.count("messages")
            #expect(try await gather(requests[0], house, asked).line("b-chat", "messages").records == 12)
            #expect(driver.count("messages") == before + 1)
        }
    }

    @Test func `do not wait for one on which somebody else works`() async throws {
        try await withScript { house, driver in
            let requests = try await proven(house)
            let lease = try Lease(request: requests[0].id, inFolder: house.folder)
            let before = driver.passes
            _ = await house.pipeline.askTogether(requests)
            #expect(driver.passes == before, "one alone is no group")
            withExtendedLifetime(lease) {}
        }
    }

    private func proven(_ house: House) async throws -> [Request] {
        [try await house.proven(Self.ada), try await house.proven(Self.bob)]
    }

    private func gather(_ request: Request, _ house: House, _ asked: AskedTogether) async throws -> Dossier {
        try await house.gathering.gather(house.verified(request.id), after: asked).done().withShownRecords()
    }

    private func withScript(_ body: (House, ScriptedDriver) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let driver = ScriptedDriver(GraphSample.answers, manyAtOnce: true)
            try await body(House(in: folder, systems: GraphSample.systems, drivers: [driver]), driver)
        }
    }

    /// What each of twelve people's archives holds of their data, by the names of the files.
    private func digests(in folder: String, together: Bool) async throws -> [[String: String]] {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let shop = try Shop(in: folder)
        for number in 1...12 {
            try shop.customer(number, "person\(number)@example.org", name: "Person \(number)")
            for order in 0...number { try shop.order(100 * number + order, of: number, "item \(order) of \(number)") }
        }
        try shop.participants((1...12).filter { $0 % 3 != 0 }.map { ("handle\($0)", "person\($0)@example.org") })
        let house = try House(in: folder, systems: shop.systems)
        var requests: [Request] = []
        for number in 1...12 { requests.append(try await house.proven("person\(number)@example.org")) }
        let asked = together ? await house.pipeline.askTogether(requests) : .none
        var digests: [[String: String]] = []
        for request in requests {
            let progress = try await house.pipeline.advance(request.id, after: asked)
            let archive = try #require(progress.archive, "\(progress.waiting?.reasons ?? [])")
            let all = try await sevenZipDigests(
                "\(house.archives)/\(archive.name)",
                passphrase: house.pipeline.tellPassphrase(of: request.id).passphrase
            )
            digests.append(all.filter { entry in ["data/", "csv/", "02-"].contains(where: entry.key.hasPrefix) })
        }
        return digests
    }
}
