import CommandParts
import Foundation
import Mail
import TestSupport
import Testing
import Cases
import IntakeStage
import Correspondence
import IdentityMethods
import Inzage
import RegisterStore
import IdentityStage

@Suite struct `Outbox of mails` {
    @Test
    func `a crash between hand-over and note sends the same bytes under the same id to the same address (case 89)`()
        async throws
    {
        try await withSealed { house, id in
            house.postbox.whenNextIsHanded { throw InzageError(.unexpected, "the power went") }
            _ = try await house.pipeline.advance(id)
            #expect(try house.intake.request(id).state == .sealed)
            house.clock.move(days: 2)
            _ = try await house.pipeline.advance(id)
            #expect(try house.intake.request(id).state == .delivered)
            let mails = house.postbox.mails.filter { $0.attachment != nil }
            #expect(mails.count == 2)
            #expect(mails.first == mails.last)
            _ = try await house.pipeline.advance(id)
            #expect(house.postbox.mails.count == 3)
        }
    }

    @Test func `a crash that takes the register's note along is the same crash`() async throws {
        try await withSealed { house, id in
            let folder = house.folder
            house.postbox.whenNextIsHanded {
                let path = folder + "/register.sqlite"
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
                let tool =
                    "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute(\"CREATE TRIGGER full BEFORE "
                    + "UPDATE ON outbox BEGIN SELECT RAISE(ABORT, 'disk full'); END\"); c.commit()"
                _ = try runTool("/usr/bin/python3", ["-c", tool, path])
            }
            await #expect(throws: InzageError.self) { try await house.pipeline.advance(id) }
            #expect(try house.intake.request(id).state == .sealed)
            try house.tamper("DROP TRIGGER full")
            #expect(try await house.pipeline.advance(id).stage == .delivered)
            let mails = house.postbox.mails.filter { $0.attachment != nil }
            #expect(mails.count == 2 && mails.first == mails.last)
        }
    }

    @Test(arguments: MailFailure.Code.allCases)
    func `a failure leaves the mail and the state, and the next run sends the same (case 82)`(code: MailFailure.Code)
        async throws
    {
        try await withSealed { house, id in
            house.postbox.refuseNext(MailFailure(code, "it did not go"))
            let progress = try await house.pipeline.advance(id)
            #expect(progress.waiting?.ending.status == (code == .messageTooLarge ? 4 : 6))
            #expect(progress.stage == .sealed && progress.archive != nil)
            #expect(try house.intake.request(id).state == .sealed)
            let mail = try #require(try house.outbox.mail(.archive, of: house.intake.request(id)))
            #expect(mail.tries == 1 && mail.lastFailure == code.rawValue && mail.handedOverAt == nil)
            #expect(try house.actions(id).contains("mail failed: \(code.rawValue)"))
            #expect(try await house.pipeline.advance(id).stage == .delivered)
            #expect(house.postbox.mails.last?.messageID == mail.messageID)
        }
    }

    @Test func `a mail whose address is not the request's any more is not sent (case 88)`() async throws {
        try await withSealed { house, id in
            house.postbox.refuseNext(MailFailure(.deferred, "later"))
            _ = try await house.pipeline.advance(id)
            let request = try house.intake.request(id)
            let mail = try #require(try house.outbox.mail(.archive, of: request))
            for other in ["eve@evil.example", "ADA@example.org", "ada@example.org ", ""] {
                let error = await #expect(throws: InzageError.self) {
                    try await house.outbox.handOver(mail, of: request, expecting: Array(other.utf8))
                }
                #expect(error?.ending == .integrityBroken)
            }
            #expect(house.postbox.mails.allSatisfy { $0.attachment == nil })
        }
    }

    @Test func `the mail of one request never takes the place of another's (case 88)`() async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            for number in 1...5 { try shop.customer(number, "person\(number)@example.org") }
            let house = try House(in: folder, systems: [shop.crm], processing: .withoutChat)
            var ids: [String] = []
            for number in 1...5 { ids.append(try await house.proven("person\(number)@example.org").id) }
            let pipeline = house.pipeline
            try await withThrowingTaskGroup(of: Void.self) { group in
                for id in ids { group.addTask { _ = try await pipeline.advance(id) } }
                try await group.waitForAll()
            }
            for (number, id) in ids.enumerated() {
                let mail = try #require(house.postbox.mails.first { $0.attachmentName == "\(id)-1.zip" })
                #expect(mail.recipient == "person\(number + 1)@example.org")
                let sealed = try Data(contentsOf: URL(fileURLWithPath: "\(house.archives)/\(id)-1.zip"))
                #expect(mail.attachment == sealed)
            }
        }
    }

    @Test func `a changed destination takes the unsent mail back`() async throws {
        try await withSealed { house, id in
            house.postbox.refuseNext(MailFailure(.deferred, "later"))
            _ = try await house.pipeline.advance(id)
            _ = try house.intake.amend(id, Amendment(destination: .address("new@example.org")))
            let left = try house.outbox.mail(.archive, of: house.intake.request(id))
            #expect(left == nil)
            #expect(try await house.pipeline.advance(id).stage == .identity)
            let callBack = EvidenceRecord(method: "call-back", checkedBy: "Bo")
            #expect(try await house.pipeline.perform(.evidence(callBack), on: id).isVerified)
            #expect(try await house.pipeline.advance(id).stage == .delivered)
            let archives = house.postbox.mails.filter { $0.attachmentName != nil }
            #expect(archives.map(\.recipient) == ["new@example.org"])
            // Whoever reads the mail at the address on file hears of it.
            #expect(house.postbox.mails.last?.recipient == "ada@example.org")
        }
    }

    @Test func `what was sent is not kept, and what is to send lies sealed`() async throws {
        try await withSealed { house, id in
            _ = try await house.pipeline.advance(id)
            let mails = try house.register.read { try $0.outbox(request: id, round: 1) }
            #expect(mails.count == 2 && mails.allSatisfy { $0.content == nil && $0.handedOverAt != nil })
        }
    }

    private func withSealed(_ body: (House, String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "ada@example.org", phone: "+31205550142")
            let house = try House(in: folder, systems: [shop.crm], processing: .withoutChat)
            try await body(house, house.proven().id)
        }
    }
}
