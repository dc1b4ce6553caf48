import Drivers
import Foundation
import Inzage
import TestSupport
import Testing
import ControllerFiles
import Cases
import Policy
import IdentityStage
import DeliveryStage
import RegisterStore
import IntakeStage

@Suite struct `LetsBuild keeps its promise` {
    @Test func `LBD-3: project content is held for a customer, so it is withheld and referred`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .letsBuild, in: folder)
            let id = try await house.evaProven()
            let files = try await house.answer(id)
            let lines = try house.pipeline.ledger(of: id).lines.filter { $0.category == "project_content" }
            #expect(!lines.isEmpty && lines.allSatisfy { $0.outcome == .withheld(ground: .processorFor("customers")) })
            let overview = String(decoding: try #require(files["01-overview.html"]), as: UTF8.self)
            #expect(overview.contains("waarvan LetsBuild verwerker is"))
        }
    }

    @Test func `LBD-4: the archive is encrypted, and its secret is in no mail`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .letsBuild, in: folder)
            let id = try await house.evaProven()
            _ = try await house.answer(id)
            let passphrase = try house.pipeline.tellPassphrase(of: id).passphrase
            for mail in house.postbox.mails { #expect(!mail.body.contains(passphrase)) }
            let archive = try #require(house.postbox.mails.last?.attachment)
            // General purpose bit 0 of the first entry: encrypted; compression method 99: AES.
            #expect(archive[6] & 1 == 1 && archive[8] == 99)
        }
    }

    @Test func `LBD-5: portability is handled by law although the policy does not name it`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .letsBuild, in: folder)
            #expect(house.controller.promise(of: .portability) == nil)
            let id = try await house.evaProven(.portability)
            // The policy names no basis for contact data, so nobody knows whether Article 20 covers it: a person looks.
            let waiting = try #require(try await house.pipeline.advance(id).waiting)
            #expect(waiting.reasons.contains { $0.contains("account/contacts: no legal basis is recorded") })
            var orders = Orders()
            orders.release = true
            _ = try await house.pipeline.advance(id, orders: orders)
            #expect(try house.intake.request(id).state == .delivered)
            let findings = try await ControllerFixture.letsBuild.findings(in: folder + "/f", settling: .everything)
            #expect(findings.contains { $0.severity == .law && $0.problem.contains("portability") })
        }
    }

    @Test func `LBD-6: after five wrong codes none is taken any more`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .letsBuild, in: folder)
            let request = try house.open("eva.bakker@example.org")
            _ = try await house.pipeline.advance(request.id)
            let right = try house.mailedCode()
            let wrong = right == "0000-0000" ? "1111-1111" : "0000-0000"
            for _ in 1...5 { _ = try await house.pipeline.perform(.code(wrong), on: request.id) }
            let report = try await house.pipeline.perform(.code(right), on: request.id)
            #expect(!report.isVerified && report.lines.first?.contains("five wrong codes") == true)
        }
    }

    @Test func `LBD-7: a password is never exported, and no log holds one`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .letsBuild, in: folder)
            let id = try await house.evaProven()
            let files = try await house.answer(id)
            for (name, content) in files {
                #expect(!String(decoding: content, as: UTF8.self).contains("not-a-real-hash"), "\(name)")
            }
            let log = try house.register.read { try $0.auditEntries(request: id) }.map { "\($0)" }.joined()
            #expect(!log.contains("not-a-real-hash"))
        }
    }

    @Test func `LBD-8: every entry of an export's log has its operator and its purpose`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .letsBuild, in: folder)
            let id = try await house.evaProven()
            _ = try await house.answer(id)
            let entries = try house.register.read { try $0.auditEntries(request: id) }
            #expect(entries.count > 5)
            for entry in entries { #expect(entry.operator == "tester" && entry.purpose == "answering a data subject") }
        }
    }

    @Test(arguments: ["Belgi毛", "Contact\u{FFFD}gegevens"])
    func `LBD-9: a category's name with unreadable characters is warned of by name`(name: String) async throws {
        try await withTemporaryFolder { folder in
            try ControllerFixture.letsBuild.copy(to: folder + "/c")
            let file = URL(fileURLWithPath: folder + "/c/processing.yaml")
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            try #require(text.contains("nl: Contactgegevens"))
            try Data(text.replacingOccurrences(of: "nl: Contactgegevens", with: "nl: \(name)").utf8).write(to: file)
            let findings = ConfigurationReader(folder: folder + "/c", drivers: BuiltInDrivers.all).read().1
            let warning = try #require(
                findings.first { $0.severity == .warning && $0.field == "categories.contact.title.nl" }
            )
            #expect(warning.problem.contains(name.unicodeScalars.contains("\u{FFFD}") ? "U+FFFD" : "Chinese"))
        }
    }

    @Test func `LBD-10: an export that was interrupted comes to the same content, and nothing goes twice`() async throws
    {
        try await withTemporaryFolder { folder in
            let house = try House(of: .letsBuild, in: folder)
            let id = try await house.evaProven()
            var preview = Orders()
            preview.previewOnly = true
            let first = try await house.pipeline.advance(id, orders: preview).ledger
            let files = try await house.answer(id)
            #expect(try house.pipeline.ledger(of: id).lines == first.lines)
            #expect(try await house.pipeline.advance(id).receipt == nil)
            #expect(house.postbox.mails.filter { $0.attachment != nil }.count == 1)
            #expect(files["datapackage.json"] != nil)
        }
    }
}
