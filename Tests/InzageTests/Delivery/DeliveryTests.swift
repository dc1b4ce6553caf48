import CommandParts
import Foundation
import Inzage
import Mail
import TestSupport
import Testing
import DeliveryStage
import IntakeStage
import Correspondence
import RegisterStore
import IdentityMethods
import Cases
import IdentityStage
import Policy

@Suite struct `Delivery of an answer` {
    @Test func `the archive goes to the one who was proven, and the passphrase in no mail at all (case 80)`()
        async throws
    {
        try await withHouse { house in
            let id = try await house.proven().id
            let progress = try await house.pipeline.advance(id)
            let told = try house.pipeline.tellPassphrase(of: id)
            #expect(told.phones == ["+31205550142"])
            #expect(!told.toldBefore)
            let digits = told.passphrase.filter(\.isNumber)
            for mail in house.postbox.mails {
                let text = mail.subject + mail.body + mail.messageID
                #expect(!text.contains(told.passphrase))
                #expect(!text.filter(\.isNumber).contains(digits))
            }
            #expect(house.postbox.mails.last?.body.contains(told.callNumber) == true)
            #expect(try house.opened(#require(progress.archive), of: id).count > 5)
        }
    }

    @Test func `the passphrase is told as often as needed, each time audited`() async throws {
        try await withHouse { house in
            let id = try await house.proven().id
            #expect(await ending { _ = try house.pipeline.tellPassphrase(of: id) } == 9)
            _ = try await house.pipeline.advance(id)
            let tellings = try (0..<3).map { _ in try house.pipeline.tellPassphrase(of: id) }
            #expect(Set(tellings.map(\.passphrase)).count == 1)
            #expect(tellings.map(\.toldBefore) == [false, true, true])
            #expect(try house.actions(id).count { $0 == "passphrase told" } == 3)
        }
    }

    @Test func `no two archives share a passphrase or a call number (case 78)`() async throws {
        try await withHouse { house in
            var told: [PassphraseTold] = []
            for _ in 0..<4 {
                let id = try await house.proven().id
                _ = try await house.pipeline.advance(id)
                told.append(try house.pipeline.tellPassphrase(of: id))
            }
            #expect(Set(told.map(\.passphrase)).count == 4 && Set(told.map(\.callNumber)).count == 4)
        }
    }

    @Test func `a request that is answered again gets another passphrase and another call number (case 78)`()
        async throws
    {
        try await withHouse { house in
            let id = try await house.proven().id
            _ = try await house.pipeline.advance(id)
            let first = try house.pipeline.tellPassphrase(of: id)
            _ = try house.intake.reopen(id, reason: "something is missing")
            _ = try await house.pipeline.advance(id)
            let second = try house.pipeline.tellPassphrase(of: id)
            #expect(first.passphrase != second.passphrase && first.callNumber != second.callNumber)
            let old = "\(house.archives)/\(id)-2.zip"
            #expect(try runTool("7z", ["t", "-p\(first.passphrase)", old]).status != 0)
            #expect(try runTool("7z", ["t", "-p\(second.passphrase)", old]).status == 0)
        }
    }

    @Test func `a passphrase holds nothing of what the systems know of the person (case 79)`() async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(
                1_234_567,
                "ada@example.org",
                since: "1815-12-10",
                phone: "+31205550142",
                post: "1012 AB 7"
            )
            var told: Set<String> = []
            for number in 0..<2 {
                let place = "\(folder)/\(number)"
                // The same chance for another customer: the passphrase is the same, so nothing else goes into it.
                if number == 1 {
                    try shop.change("UPDATE customer SET id = 7654321, since = '1990-01-01', post = '9999 ZZ 1'")
                }
                try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
                let house = try House(in: place, systems: [shop.crm], processing: .withoutChat, seed: 79)
                let id = try await house.proven().id
                _ = try await house.pipeline.advance(id)
                told.insert(try house.pipeline.tellPassphrase(of: id).passphrase)
            }
            #expect(told.count == 1)
        }
    }

    @Test(arguments: ["changed", "cut", "longer", "gone", "another's"])
    func `an archive that is not the one that was sealed is not sent`(tampering: String) async throws {
        try await withHouse { house in
            let id = try await house.proven().id
            house.postbox.refuseNext(MailFailure(.deferred, "later"))
            _ = try await house.pipeline.advance(id)
            let path = "\(house.archives)/\(id)-1.zip"
            var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            switch tampering {
            case "changed": bytes[bytes.count / 2] ^= 1
            case "cut": bytes.removeLast()
            case "longer": bytes.append(0)
            case "another's": bytes = Data("PK".utf8)
            default: break
            }
            try bytes.write(to: URL(fileURLWithPath: path))
            if tampering == "gone" { try FileManager.default.removeItem(atPath: path) }
            let result = await ending { _ = try await house.pipeline.advance(id) }
            #expect(result == 8)
            #expect(house.postbox.mails.count == 1)
            #expect(try house.intake.request(id).state == .sealed)
            _ = try house.intake.reopen(id, reason: "the archive is broken")
            #expect(try await house.pipeline.advance(id).stage == .delivered)
        }
    }

    @Test func `an archive over the mail limit stays, and hand-over is the way out (case 82)`() async throws {
        try await withHouse { house in
            let id = try await house.proven().id
            let outbox = house.folder + "/outbox"
            try FileManager.default.createDirectory(atPath: outbox, withIntermediateDirectories: true)
            let postbox = FolderPostbox(folder: outbox, sizeLimit: 1_000)
            let small = Outbox(
                register: house.register,
                postbox: postbox,
                policy: house.controller.delivery,
                archives: house.archives
            )
            let pipeline = Pipeline(
                intake: house.intake,
                verification: house.verification,
                gathering: house.gathering,
                sealing: house.sealing,
                delivery: Delivery(
                    controller: house.controller,
                    register: house.register,
                    outbox: small,
                    archives: house.archives
                ),
                correspondence: house.correspondence,
                folder: house.folder
            )
            let progress = try await pipeline.advance(id)
            #expect(progress.stage == .sealed && progress.waiting?.ending == .waiting)
            #expect(progress.waiting?.next.contains { $0.text.contains("hand-over") } == true)
            #expect(try FileManager.default.contentsOfDirectory(atPath: outbox).isEmpty)
            try await handOver(id, house)
        }
    }

    @Test func `a hand-over needs a destination that was proven for it`() async throws {
        try await withHouse { house in
            let id = try await house.proven().id
            let result = await ending { _ = try await house.pipeline.advance(id, orders: Self.orders(house)) }
            #expect(result == 9)
            #expect(!FileManager.default.fileExists(atPath: house.folder + "/stick"))
            try await handOver(id, house)
            let names = try FileManager.default.contentsOfDirectory(atPath: house.folder + "/stick")
            #expect(names.sorted() == ["\(id)-2-letter.txt", "\(id)-2.zip"])
            #expect(try house.actions(id).contains("handed over"))
            // The code, and to the address on file that the answer was handed over.
            #expect(house.postbox.mails.map { $0.code != nil } == [true, false])
            let letter = try String(contentsOfFile: "\(house.folder)/stick/\(id)-2-letter.txt", encoding: .utf8)
            let called = try house.pipeline.tellPassphrase(of: id).callNumber
            #expect(letter.utf8.firstRange(of: called.utf8) != nil)
            let notes = try house.register.read { try $0.decisions(request: id, round: 2) }
            #expect(notes.contains { $0.target == "hand-over" && $0.detail.reason?.contains("Ada Canary") == true })
            #expect(try house.register.read { "\(try $0.auditEntries())" }.contains("Canary") == false)
        }
    }

    @Test func `an archive that goes by post is mailed to nobody`() async throws {
        try await withHouse { house in
            let id = try house.open(destination: .post).id
            _ = try await house.pipeline.advance(id)
            _ = try await house.pipeline.perform(.code(house.mailedCode()), on: id)
            let callBack = EvidenceRecord(method: "call-back", checkedBy: "Bo")
            _ = try await house.pipeline.perform(.evidence(callBack), on: id)
            for _ in 0..<3 {
                let progress = try await house.pipeline.advance(id)
                #expect(progress.stage == .sealed && progress.waiting?.ending == .waiting)
            }
            #expect(house.postbox.mails.count == 1)
        }
    }

    @Test func `a hand-over never writes over what lies there, nor sends a changed archive`() async throws {
        try await withHouse { house in
            let id = try await house.proven().id
            house.postbox.refuseNext(MailFailure(.deferred, "later"))
            _ = try await house.pipeline.advance(id)
            try await prove(id, house)
            house.postbox.refuseNext(MailFailure(.deferred, "later"))
            _ = try await house.pipeline.advance(id)
            let stick = house.folder + "/stick"
            try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: true)
            try Data("older".utf8).write(to: URL(fileURLWithPath: "\(stick)/\(id)-2.zip"))
            #expect(await ending { _ = try await house.pipeline.advance(id, orders: Self.orders(house)) } == 2)
            #expect(try Data(contentsOf: URL(fileURLWithPath: "\(stick)/\(id)-2.zip")) == Data("older".utf8))
            try FileManager.default.removeItem(atPath: stick)
            try Data("PK".utf8).write(to: URL(fileURLWithPath: "\(house.archives)/\(id)-2.zip"))
            #expect(await ending { _ = try await house.pipeline.advance(id, orders: Self.orders(house)) } == 8)
            #expect(!FileManager.default.fileExists(atPath: stick))
        }
    }

    @Test func `delivered is delivered: the same answer does not go twice (case 46)`() async throws {
        try await withHouse { house in
            let id = try await house.proven().id
            for _ in 0..<3 { #expect(try await house.pipeline.advance(id).stage == .delivered) }
            _ = try await house.pipeline.advance(id, orders: Self.orders(house))
            #expect(house.postbox.mails.count == 2)
            #expect(!FileManager.default.fileExists(atPath: house.folder + "/stick"))
        }
    }

    @Test func `somebody else's lease keeps everybody out`() async throws {
        try await withHouse { house in
            let id = try await house.proven().id
            let lease = try Lease(request: id, inFolder: house.folder)
            #expect(await ending { _ = try await house.pipeline.advance(id) } == 7)
            #expect(await ending { _ = try await house.pipeline.perform(.look, on: id) } == 7)
            #expect(await ending { _ = try house.pipeline.tellPassphrase(of: id) } == 7)
            withExtendedLifetime(lease) {}
            #expect(house.postbox.mails.count == 1)
        }
    }

    private static func orders(_ house: House) -> Orders {
        var orders = Orders()
        orders.handOver = HandOver(folder: house.folder + "/stick", to: "Ada Canary", how: "in person")
        return orders
    }

    private func prove(_ id: String, _ house: House) async throws {
        _ = try house.intake.amend(id, Amendment(destination: .handOver))
        let callBack = EvidenceRecord(method: "call-back", checkedBy: "Bo")
        #expect(try await house.pipeline.perform(.evidence(callBack), on: id).isVerified)
        #expect(try await house.pipeline.advance(id).stage == .sealed)
    }

    private func handOver(_ id: String, _ house: House) async throws {
        try await prove(id, house)
        #expect(try await house.pipeline.advance(id, orders: Self.orders(house)).stage == .delivered)
    }

    private func withHouse(_ body: (House) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "ada@example.org", phone: "+31205550142")
            try await body(House(in: folder, systems: [shop.crm], processing: .withoutChat))
        }
    }
}
