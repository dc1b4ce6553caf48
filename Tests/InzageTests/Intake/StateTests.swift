import Foundation
import GRDB
import Inzage
import Mail
import TestSupport
import Testing
import Cases
import IntakeStage
import IdentityMethods
import Policy
import RegisterStore
import IdentityStage
import DeliveryStage

/// An act on a request, by the name under which the command knows it.
enum Act: String, CaseIterable, Sendable {
    case code, evidence, look, export, amendLanguage, amendDestination, note, close, closeAnswered, withdraw, reopen
    case withhold, nothing, passphrase
}

@Suite struct `States of a request` {
    /// For each state the acts that are allowed; every other must end with 9 and change nothing.
    static let allowed: [State: Set<Act>] = [
        .received: [
            .code, .evidence, .look, .export, .amendLanguage, .amendDestination, .note, .close, .withdraw, .withhold,
            .nothing,
        ],
        .awaitingIdentity: [
            .code, .evidence, .look, .export, .amendLanguage, .amendDestination, .note, .close, .withdraw, .withhold,
            .nothing,
        ],
        .verified: [
            .look, .export, .amendLanguage, .amendDestination, .note, .close, .withdraw, .withhold, .nothing,
        ],
        .gathered: [
            .look, .export, .amendLanguage, .amendDestination, .note, .close, .withdraw, .withhold, .nothing,
        ],
        .sealed: [.look, .export, .amendDestination, .note, .close, .withdraw, .reopen, .passphrase],
        .delivered: [.look, .export, .note, .close, .closeAnswered, .reopen, .passphrase],
        .closed: [.export, .note, .reopen], .withdrawn: [.note, .reopen],
    ]

    static let cases = allowed.keys.sorted { $0.rawValue < $1.rawValue }.flatMap { state in
        Act.allCases.map { (state, $0) }
    }

    @Test(arguments: cases)
    func `an act is done where it is allowed, and elsewhere changes nothing`(state: State, act: Act) async throws {
        try await withTemporaryFolder { folder in
            let house = try await house(in: folder)
            let id = try await reach(state, house)
            try #require(try house.intake.request(id).state == state)
            let before = try fingerprint(house)
            let ending = await ending { try await perform(act, on: id, house) }
            if Self.allowed[state]?.contains(act) == true {
                #expect(ending == 0)
                if state == .closed, act == .export { #expect(try fingerprint(house) == before) }
            } else {
                #expect(ending == 9)
                #expect(try fingerprint(house) == before)
                #expect(try house.intake.request(id).state == state)
            }
        }
    }

    @Test func `every act on nobody's request is wrong use`() async throws {
        try await withTemporaryFolder { folder in
            let house = try await house(in: folder)
            for act in Act.allCases { #expect(await ending { try await perform(act, on: "NOBODY", house) } == 2) }
        }
    }

    @Test func `what is final ends codes, unsent mails, files and the way to open the archive`() async throws {
        try await withTemporaryFolder { folder in
            let house = try await house(in: folder)
            let id = try await reach(.sealed, house)
            _ = try house.pipeline.tellPassphrase(of: id)
            _ = try house.pipeline.change(id) { try $0.withdraw(id) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: house.archives).isEmpty)
            #expect(await ending { _ = try house.pipeline.tellPassphrase(of: id) } == 9)
            let mails = try house.register.read { try $0.outbox(request: id, round: 1) }
            #expect(mails.allSatisfy { $0.content == nil })
            let package = try #require(try house.register.read { try $0.package(request: id, round: 1) })
            #expect(package.secrets.passphrase.isEmpty && package.secrets.pseudonymKey.isEmpty)
        }
    }

    @Test func `another answer has its own package, passphrase and call number`() async throws {
        try await withTemporaryFolder { folder in
            let house = try await house(in: folder)
            let id = try await reach(.delivered, house)
            let first = try house.pipeline.tellPassphrase(of: id)
            _ = try house.intake.reopen(id, reason: "something is missing")
            _ = try await house.pipeline.advance(id)
            let second = try house.pipeline.tellPassphrase(of: id)
            #expect(first.passphrase != second.passphrase)
            let packages = try house.register.read { transaction in
                try [1, 2].compactMap { try transaction.package(request: id, round: $0) }
            }
            #expect(Set(packages.map(\.packageID)).count == 2)
            #expect(Set(packages.map(\.secrets.pseudonymKey)).count == 2)
            #expect(house.postbox.mails.compactMap(\.attachmentName) == ["\(id)-1.zip", "\(id)-2.zip"])
        }
    }

    private func house(in folder: String) async throws -> House {
        let shop = try Shop(in: folder)
        try shop.customer(1, "ada@example.org", phone: "+31 20 555 0142")
        return try House(in: folder, systems: [shop.crm], processing: .withoutChat)
    }

    private func reach(_ state: State, _ house: House) async throws -> String {
        switch state {
        case .received: return try house.open().id
        case .awaitingIdentity:
            let id = try house.open().id
            _ = try await house.pipeline.advance(id)
            return id
        case .verified: return try await house.proven().id
        case .gathered:
            let id = try await house.proven().id
            var orders = Orders()
            orders.previewOnly = true
            _ = try await house.pipeline.advance(id, orders: orders)
            return id
        case .sealed:
            let id = try await house.proven().id
            house.postbox.refuseNext(MailFailure(.deferred, "later"))
            _ = try await house.pipeline.advance(id)
            return id
        case .delivered:
            let id = try await house.proven().id
            _ = try await house.pipeline.advance(id)
            return id
        case .closed, .withdrawn:
            let id = try await reach(.verified, house)
            if state == .closed { return try house.intake.close(id, reason: .spam).id }
            return try house.intake.withdraw(id).id
        case .refused, .onHold: throw InzageError(.unexpected, "nothing leads there yet")
        }
    }

    private func perform(_ act: Act, on id: String, _ house: House) async throws {
        let pipeline = house.pipeline
        switch act {
        case .code: _ = try await pipeline.perform(.code("0000-0000"), on: id)
        case .evidence:
            _ = try await pipeline.perform(.evidence(EvidenceRecord(method: "call-back", checkedBy: "Bo")), on: id)
        case .look: _ = try await pipeline.perform(.look, on: id)
        case .export: _ = try await pipeline.advance(id)
        case .amendLanguage: _ = try pipeline.change(id) { try $0.amend(id, Amendment(language: .nl)) }
        case .amendDestination: _ = try pipeline.change(id) { try $0.amend(id, Amendment(destination: .post)) }
        case .note: try house.intake.note(id, "a remark")
        case .close: _ = try pipeline.change(id) { try $0.close(id, reason: .duplicate) }
        case .closeAnswered: _ = try pipeline.change(id) { try $0.close(id, reason: .answered) }
        case .withdraw: _ = try pipeline.change(id) { try $0.withdraw(id) }
        case .reopen: _ = try pipeline.change(id) { try $0.reopen(id, reason: "something is missing") }
        case .withhold: try pipeline.withhold("crm/accounts", ground: "privilege", reason: "asked", from: id)
        case .nothing: try pipeline.addNothing(category: "account", to: id)
        case .passphrase: _ = try pipeline.tellPassphrase(of: id)
        }
    }

    /// Everything that the register holds, and the mails that went.
    private func fingerprint(_ house: House) throws -> [String] {
        let tables = ["request", "challenge", "evidence", "package", "gathered", "decision", "outbox", "audit"]
        let rows = try house.rawRegister.read { database in
            try tables.map { "\(try Row.fetchAll(database, sql: "SELECT * FROM \($0)"))" }
        }
        return rows + ["\(house.postbox.mails.count)"]
    }
}
