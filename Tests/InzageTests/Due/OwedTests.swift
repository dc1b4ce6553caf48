import Cases
import ExporterKit
import Foundation
import IdentityStage
import Inzage
import IntakeStage
import Mail
import Policy
import RegisterStore
import TestSupport
import Testing

@Suite struct `What is owed` {
    private func withHouse(_ body: (House) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "ada@example.org", name: "Ada", phone: "+31 6")
            try await body(House(in: folder, systems: shop.systems))
        }
    }

    private func owed(_ house: House, _ id: String) throws -> [String] {
        try house.pipeline.owed(in: house.intake.request(id)).map {
            "\($0.isForPeople ? "people" : "due"): \($0.what.rawValue)"
        }
    }

    @Test func `goes from a code to an answer to a passphrase, and is nothing when that is told`() async throws {
        try await withHouse { house in
            let id = try house.open().id
            #expect(try owed(house, id) == ["due: proof"])
            _ = try await house.pipeline.advance(id)
            #expect(try owed(house, id) == ["people: proof"])
            _ = try await house.pipeline.perform(.code(house.mailedCode()), on: id)
            #expect(try owed(house, id) == ["due: answer"])
            #expect(try house.pipeline.due().map(\.id) == [id])
            _ = try await house.pipeline.advance(id)
            #expect(try owed(house, id) == ["people: passphrase"])
            #expect(try house.pipeline.closeAnswered().isEmpty)
            _ = try house.pipeline.tellPassphrase(of: id)
            #expect(try owed(house, id).isEmpty)
            #expect(try house.pipeline.closeAnswered().map(\.id) == [id])
            #expect(try house.intake.request(id).state == .closed)
        }
    }

    @Test func `is told of the request first that came first, where several are due on one day`() async throws {
        try await withHouse { house in
            let ids = try (1...12).map { try house.open("person\($0)@example.org").id }
            #expect(try house.pipeline.due().map(\.id) == ids)
            #expect(try house.register.read { try $0.requests() }.map(\.id) == ids)
        }
    }

    @Test func `is another code when nobody returned one in time, once`() async throws {
        try await withHouse { house in
            let id = try house.open().id
            _ = try await house.pipeline.advance(id)
            house.clock.move(days: 30)
            #expect(try owed(house, id) == ["due: expired code"])
            _ = try await house.pipeline.advance(id)
            #expect(house.postbox.mails.count { $0.code != nil } == 2)
            #expect(try owed(house, id) == ["people: proof"])
            house.clock.move(days: 30)
            #expect(try owed(house, id) == ["people: expired code"])
            #expect(try house.pipeline.due().isEmpty)
        }
    }

    @Test func `is a look where the controller wants one, until it is released`() async throws {
        try await withHouse { house in
            var house = house
            house.controller.release = .review
            let id = try await house.proven().id
            try house.pipeline.withhold("crm/accounts/*/name", ground: "g", reason: "r", from: id)
            _ = try await house.pipeline.advance(id)
            let state = try house.intake.request(id).state
            #expect(try owed(house, id) == [state == .gathered ? "people: look" : "people: passphrase"])
        }
    }
}
