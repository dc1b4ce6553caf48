import ExporterKit
import Foundation
import Inzage
import TestSupport
import Testing
import IntakeStage
import Policy
import Cases
import IdentityStage

@Suite struct `Look before it goes` {
    private static let notes = CollectionDescription.scripted(
        "notes",
        [.named("mail", channel: .email), .named("about", person: .other), .named("text")]
    )

    @Test func `what was redacted or is free text about others waits for a release`() async throws {
        try await withHouse { house in
            let id = try await house.proven().id
            let stopped = try await house.pipeline.advance(id)
            #expect(stopped.waiting?.ending == .waiting)
            #expect(stopped.waiting?.reasons.count == 2)
            #expect(try house.intake.request(id).state == .gathered)
            #expect(try await house.pipeline.advance(id).waiting?.ending == .waiting)
            #expect(house.postbox.mails.count == 1)
            #expect(try await house.pipeline.advance(id, orders: Self.release).stage == .delivered)
        }
    }

    @Test func `nothing can be released before there is anything to look at`() async throws {
        try await withHouse { house in
            let id = try house.open().id
            _ = try await house.pipeline.advance(id, orders: Self.release)
            _ = try await house.pipeline.perform(.code(house.mailedCode()), on: id)
            #expect(try await house.pipeline.advance(id, orders: Self.release).waiting?.ending == .waiting)
            #expect(try house.intake.request(id).state == .gathered)
            #expect(try await house.pipeline.advance(id, orders: Self.release).stage == .delivered)
        }
    }

    @Test(arguments: ["language", "withhold", "add"])
    func `what changes after a release is looked at again`(change: String) async throws {
        try await withHouse { house in
            let id = try await house.proven().id
            _ = try await house.pipeline.advance(id)
            var orders = Self.release
            orders.previewOnly = true
            _ = try await house.pipeline.advance(id, orders: orders)
            switch change {
            case "language": _ = try house.intake.amend(id, Amendment(language: .nl))
            case "withhold": try house.pipeline.withhold("crm/notes/*/mail", ground: "g", reason: "r", from: id)
            default:
                let path = house.folder + "/a.txt"
                try Data("a".utf8).write(to: URL(fileURLWithPath: path))
                try house.pipeline.add([path], category: "account", title: "A", to: id)
            }
            #expect(try await house.pipeline.advance(id).waiting?.ending == .waiting)
            #expect(house.postbox.mails.count == 1)
        }
    }

    @Test func `where nothing needs a look nothing waits, and a release does no harm`() async throws {
        try await withHouse { house in
            var house = house
            house.systems = [
                .scripted("crm", .scripted("notes", [.named("mail", channel: .email), .named("a"), .named("b")]))
            ]
            let id = try await house.proven().id
            #expect(try await house.pipeline.advance(id, orders: Self.release).stage == .delivered)
            #expect(try await house.pipeline.advance(id, orders: Self.release).stage == .delivered)
        }
    }

    private static var release: Orders {
        var orders = Orders()
        orders.release = true
        return orders
    }

    private func withHouse(_ body: (House) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let driver = ScriptedDriver(["notes": .records([["ada@example.org", "Bob Jansen", "rang Bob Jansen"]])])
            var house = try House(
                in: folder,
                systems: [.scripted("crm", Self.notes)],
                processing: .accountOnly,
                drivers: [driver]
            )
            house.controller.release = .review
            try await body(house)
        }
    }
}
