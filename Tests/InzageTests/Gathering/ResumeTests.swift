import CommandParts
import ExporterKit
import Foundation
import Inzage
import TestSupport
import Testing
import GatheringStage
import Cases
import IntakeStage
import RegisterStore
import Policy

@Suite struct `Gathering again` {
    private let down = SourceFailure(.unreachable, "the store is down", retryable: true)

    @Test func `collections that are finished are not asked again`() async throws {
        try await withHouse { house, driver in
            let request = try await house.proven()
            driver.set("messages", .failure(down))
            _ = try await house.gather(request.id).waiting()
            let before = driver.calls.count
            let orders = driver.count("orders")
            driver.set("messages", GraphSample.answers["messages"] ?? .records([]))
            let dossier = try await house.gather(request.id).done()
            #expect(dossier.rows("b-chat", "messages").count == 1)
            let asked = Set(driver.calls[before...].map(\.collection))
            #expect(asked.isDisjoint(with: ["parcels"]), "only what yields identifiers and what failed is asked")
            #expect(driver.count("orders") == orders + 1, "orders yield parcels; they are not gathered a second time")
        }
    }

    @Test func `a gathered request asks nobody any more`() async throws {
        try await withHouse { house, driver in
            let (id, step) = try await house.gathered()
            let first = try step.done()
            let calls = driver.calls.count
            let second = try await house.gather(id).done()
            #expect(driver.calls.count == calls)
            #expect(second.ledger.lines == first.ledger.lines)
            #expect(second.head.packageID == first.head.packageID && second.head.collectedAt == first.head.collectedAt)
        }
    }

    @Test(arguments: [0, 10, 300])
    func `entries that are gone from the spool, or were cut, are gathered again`(left: UInt64) async throws {
        try await withHouse { house, driver in
            let request = try await house.proven()
            driver.set("messages", .failure(down))
            _ = try await house.gather(request.id).waiting()
            let spool = "\(house.archives)/\(request.id)-1.spool"
            let names = try FileManager.default.contentsOfDirectory(atPath: spool).sorted()
            let pack = try #require(names.first)
            #expect(names.count == 1, "short entries share a file")
            if left == 0 {
                try FileManager.default.removeItem(atPath: "\(spool)/\(pack)")
            } else {
                let file = try #require(FileHandle(forWritingAtPath: "\(spool)/\(pack)"))
                #expect(try file.seekToEnd() > left)
                try file.truncate(atOffset: left)
            }
            driver.set("messages", GraphSample.answers["messages"] ?? .records([]))
            _ = try await house.pipeline.advance(request.id)
            let archive = try #require(
                try house.register.read { try $0.package(request: request.id, round: 1) }?.archive
            )
            #expect(try house.opened(archive, of: request.id).keys.count { $0.hasPrefix("data/") } == 5)
        }
    }

    @Test func `a source that dies half-way leaves nothing of its half (case 55)`() async throws {
        try await withHouse { house, driver in
            let request = try await house.proven()
            var random = Seeded(state: 55)
            let half = (0..<20_000).map { _ in
                [TestCell(stringLiteral: "ada_l"), TestCell(stringLiteral: String(random.next(), radix: 36))]
            }
            driver.set("messages", .cut(after: half))
            let waiting = try await house.gather(request.id).waiting()
            #expect(waiting.ending == .sourceFailed)
            let line = try house.pipeline.ledger(of: request.id).line("b-chat", "messages")
            #expect(line.outcome == .failed(code: "malformed", message: "the store died half-way", retryable: true))
            #expect(line.records == 0)
            let names = try FileManager.default.contentsOfDirectory(atPath: "\(house.archives)/\(request.id)-1.spool")
            #expect(!names.contains { $0.hasPrefix("3-") })
        }
    }

    @Test func `a system that takes longer than it may is a gap, and the others are kept`() async throws {
        try await withHouse { house, driver in
            var house = house
            let request = try await house.proven()
            house.systems[1] = .scripted("b-chat", timeLimit: 1, GraphSample.messages, GraphSample.profiles)
            driver.set("messages", .endless)
            let waiting = try await house.gather(request.id).waiting()
            #expect(waiting.ending == .sourceFailed)
            let ledger = try house.pipeline.ledger(of: request.id)
            guard case .failed("timedOut", _, true) = try ledger.line("b-chat", "messages").outcome else {
                return _ = Issue.record("it was not timed out")
            }
            #expect(ledger.lines.count { $0.outcome == .records } == 4)
        }
    }

    @Test func `a failed source holds the answer until its gap is accepted, and the answer says so`() async throws {
        try await withHouse { house, driver in
            let request = try await house.proven()
            driver.set("messages", .failure(down))
            let held = try await house.pipeline.advance(request.id)
            #expect(held.waiting?.ending == .sourceFailed)
            #expect(held.waiting?.next.contains { $0.text.contains("--accept-gap b-chat") } == true)
            #expect(house.postbox.mails.count == 1)
            var orders = Orders()
            orders.acceptGap = ("b-chat", "the supplier is repairing it")
            let sent = try await house.pipeline.advance(request.id, orders: orders)
            #expect(sent.stage == .delivered)
            let outcome = try sent.ledger.line("b-chat", "messages").outcome
            #expect(outcome == .gapAccepted(reason: "the supplier is repairing it"))
            #expect(try house.intake.request(request.id).state == .delivered)
            #expect(house.postbox.mails.last?.body.contains("15 July 2026") == true)
        }
    }

    @Test func `what was missing follows as a supplement of its system alone`() async throws {
        try await withHouse { house, driver in
            let request = try await house.proven()
            driver.set("messages", .failure(down))
            var orders = Orders()
            orders.acceptGap = ("b-chat", "later")
            _ = try await house.pipeline.advance(request.id, orders: orders)
            driver.set("messages", GraphSample.answers["messages"] ?? .records([]))
            let progress = try await house.pipeline.advance(request.id)
            #expect(progress.stage == .delivered)
            #expect(Set(progress.ledger.lines.map(\.system)) == ["b-chat"])
            #expect(try progress.ledger.line("b-chat", "messages").outcome == .records)
            #expect(house.postbox.mails.compactMap(\.attachmentName) == ["\(request.id)-1.zip", "\(request.id)-2.zip"])
            let mails = house.postbox.mails.count
            _ = try await house.pipeline.advance(request.id)
            #expect(house.postbox.mails.count == mails)
        }
    }

    @Test func `a gap that was accepted and then filled is no gap: no rest is promised, no supplement follows`()
        async throws
    {
        try await withHouse { house, driver in
            let request = try await house.proven()
            var orders = Orders()
            orders.acceptGap = ("b-chat", "they said it would be down")
            let progress = try await house.pipeline.advance(request.id, orders: orders)
            #expect(try progress.ledger.line("b-chat", "messages").outcome == .records)
            #expect(house.postbox.mails.last?.body.contains("15 July 2026") == false)
            let mails = house.postbox.mails.count
            _ = try await house.pipeline.advance(request.id)
            #expect(house.postbox.mails.count == mails)
        }
    }

    @Test func `a category that no exporter reaches waits for a colleague`() async throws {
        try await withHouse { house, _ in
            var house = house
            house.processing.categories.append(.small("paper"))
            let (id, step) = try await house.gathered()
            let waiting = try step.waiting()
            #expect(waiting.ending == .waiting)
            #expect(try house.pipeline.ledger(of: id).line("by-hand", "paper").outcome == .pendingHuman)
            let found = house.folder + "/letter.pdf"
            try Data("%PDF-1.7 a letter".utf8).write(to: URL(fileURLWithPath: found))
            try house.pipeline.add([found], category: "paper", title: "A letter", to: id)
            let progress = try await house.pipeline.advance(id)
            #expect(progress.stage == .delivered)
            #expect(try progress.ledger.line("by-hand", "paper").records == 1)
            let files = try house.opened(#require(progress.archive), of: id)
            #expect(files.values.contains(Data("%PDF-1.7 a letter".utf8)))
        }
    }

    @Test func `a colleague who finds nothing says so, and that is in the ledger`() async throws {
        try await withHouse { house, _ in
            var house = house
            house.processing.categories.append(.small("paper"))
            let id = try await house.gathered().id
            try house.pipeline.addNothing(category: "paper", to: id)
            let progress = try await house.pipeline.advance(id)
            #expect(try progress.ledger.line("by-hand", "paper").outcome == .nothingHeld)
        }
    }

    @Test func `a category whose gap was accepted still waits for a colleague in the supplement`() async throws {
        try await withHouse { house, _ in
            var house = house
            house.processing.categories.append(.small("paper"))
            let request = try await house.proven()
            var orders = Orders()
            orders.acceptGap = ("paper", "the archive is being moved")
            #expect(try await house.pipeline.advance(request.id, orders: orders).stage == .delivered)
            let mails = house.postbox.mails.count
            let progress = try await house.pipeline.advance(request.id)
            #expect(progress.waiting?.ending == .waiting)
            #expect(house.postbox.mails.count == mails, "a supplement of nothing is no supplement")
            try house.pipeline.addNothing(category: "paper", to: request.id)
            #expect(try await house.pipeline.advance(request.id).stage == .delivered)
        }
    }

    @Test(arguments: ["symlink", "fifo", "folder", "missing"])
    func `only a regular file is added by hand (case 71)`(kind: String) async throws {
        try await withHouse { house, _ in
            let id = try await house.proven().id
            let path = house.folder + "/thing"
            switch kind {
            case "symlink":
                try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/hostname")
            case "fifo": mkfifo(path, 0o600)
            case "folder": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            default: break
            }
            let result = await ending { try house.pipeline.add([path], category: "orders", title: "T", to: id) }
            #expect(result == 2)
        }
    }

    private func withHouse(_ body: (House, ScriptedDriver) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let driver = ScriptedDriver(GraphSample.answers)
            try await body(House(in: folder, systems: GraphSample.systems, drivers: [driver]), driver)
        }
    }
}
