import Accountability
import ArchiveSealing
import Cases
import Cryptography
import DeliveryStage
import Foundation
import Groundwork
import IntakeStage
import Inzage
import Policy
import RegisterStore
import TestSupport
import Testing

@Suite struct `A case file` {
    @Test func `opens with 7-Zip, is signed for OpenSSL, and names its files by their SHA-256`() async throws {
        try await withSignedHouse { house, signer in
            let id = try await house.answered().id
            let file = try house.caseFile(of: id)
            #expect(file.written.names == ["case.html", "case.json", "case.json.p7s", "audit.jsonl"])
            let openssl = OpenSSL(in: file.folder)
            try openssl.write(signer.certificate, to: "signer.crt")
            let seen = try openssl.run([
                "cms", "-verify", "-binary", "-inform", "DER", "-in", "case.json.p7s", "-content", "case.json",
                "-CAfile",
                "signer.crt", "-purpose", "any", "-no_check_time", "-out", "seen.json",
            ])
            #expect(seen.status == 0, "\(seen.errors)")
            #expect(try openssl.bytes("seen.json") == file.bytes("case.json"))
            let named = try #require(try file.content()["files"] as? [String: String])
            let sums = try runTool("sha256sum", ["case.html", "audit.jsonl"], in: file.folder).output
            for (name, sum) in named { #expect(sums.contains("\(sum)  \(name)\n"), "\(name)") }
            #expect(Set(named.keys) == ["case.html", "audit.jsonl"])
            let archive = try runTool("sha256sum", [file.path]).output
            #expect(archive.hasPrefix(file.written.sha256))
        }
    }

    @Test func `holds what was asked, each step, the ledger and the days, and nothing that the answer held`()
        async throws
    {
        try await withSignedHouse { house, _ in
            let id = try await house.answered().id
            let told = try house.pipeline.tellPassphrase(of: id)
            let code = try #require(house.postbox.mails.compactMap(\.code).first)
            let file = try house.caseFile(of: id)
            let content = try file.content()
            let request = try #require(content["request"] as? [String: Any])
            #expect(request["id"] as? String == id && request["email"] as? String == "ada@example.org")
            let steps = try #require(content["steps"] as? [[String: Any]]).compactMap { $0["what"] as? String }
            #expect(try steps == Array(house.actions(id).dropLast()))
            let answers = try #require(content["answers"] as? [[String: Any]])
            let searched = try #require(answers.first?["searched"] as? [[String: Any]])
            #expect(searched.compactMap { $0["collection"] as? String }.sorted() == ["accounts", "orders"])
            let evidence = try #require(content["evidence"] as? [[String: Any]])
            #expect(evidence.compactMap { $0["method"] as? String } == [Evidence.returnedCode])
            for name in file.written.names {
                let text = try file.text(name)
                for secret in [code, told.passphrase, told.callNumber, file.passphrase.reveal(), "+31205550142"] {
                    #expect(!text.contains(secret), "\(name)")
                }
            }
        }
    }

    @Test func `says the texts of letters, with the form of a code in place of one`() async throws {
        try await withSignedHouse { house, _ in
            let id = try house.open("ada@example.org").id
            _ = try await house.pipeline.acknowledge(id, sending: true)
            _ = try await house.pipeline.extend(id, reason: "Four systems must be asked.")
            _ = try await house.pipeline.refuse(id, ground: "excessive", reason: "The fourth in a month.")
            let sent = house.postbox.mails
            let letters = try #require(try house.caseFile(of: id).content()["letters"] as? [[String: Any]])
            #expect(letters.compactMap { $0["kind"] as? String } == ["acknowledgement", "extension", "refusal"])
            for (letter, mail) in zip(letters, sent) {
                #expect(letter["text"] as? String == mail.body, "\(letter["kind"] ?? "")")
                #expect(letter["isRewritten"] as? Bool == true && letter["mailedAt"] is String)
            }
            let other = try await house.proven("ada@example.org").id
            let code = try #require(house.postbox.mails.last?.code)
            let codes = try #require(
                try house.caseFile(of: other, named: "b.zip").content()["letters"] as? [[String: Any]]
            )
            let text = try #require(codes.first?["text"] as? String)
            #expect(text == house.postbox.mails.last?.body.replacingOccurrences(of: code, with: "XXXX-XXXX"))
        }
    }

    @Test func `counts its days aloud: each step follows from the one before`() async throws {
        try await withOneCustomer { house in
            // Received on 30 April 2026; the last days fall on a Saturday and on the days after.
            try house.clock.set("2026-04-30T12:00:00Z")
            let plain = try house.open("ada@example.org").id
            let days = try #require(try house.caseFile(of: plain).content()["deadlines"] as? [String: Any])
            let steps = try #require(days["steps"] as? [[String: String]])
            let told = steps.map { "\($0["day"] ?? "") \($0["because"] ?? "")" }
            #expect(told.contains { $0.hasPrefix("2026-05-30 one month after receipt") })
            #expect(told.contains("2026-05-30 moved on: it is a saturday"))
            #expect(told.contains("2026-05-31 moved on: it is a sunday"))
            #expect(told.contains { $0.hasPrefix("2026-06-01 legal") })
            #expect(told.contains { $0.hasPrefix("2026-05-30 strict") })
        }
    }

    @Test func `says for what the clock stood still, and by how many days`() async throws {
        try await withOneCustomer { house in
            try house.clock.set("2026-03-02T12:00:00Z")
            let id = try house.open("ada@example.org").id
            try house.register.transaction { transaction in
                let asked = Ask(askedOn: CivilDay(existing: 2026, 3, 3), isCredited: true)
                try transaction.insertAsk(asked, of: id)
                try transaction.answerAsks(of: id, on: CivilDay(existing: 2026, 3, 10))
            }
            let days = try #require(try house.caseFile(of: id).content()["deadlines"] as? [String: Any])
            #expect(days["suspendedDays"] as? Int == 7)
            let dates = try #require(days["dates"] as? [String: String])
            // 2 April and seven days is 9 April, a Thursday.
            #expect(dates["legal"] == "2026-04-09" && dates["strict"] == "2026-04-02")
            let pauses = try #require(days["pauses"] as? [[String: Any]])
            #expect(pauses.count == 1 && pauses[0]["isCredited"] as? Bool == true)
        }
    }

    @Test func `has the lines of the audit as the register has them, and writing it is one more`() async throws {
        try await withSignedHouse { house, _ in
            let id = try await house.answered().id
            _ = try house.open("bob@example.org")
            let before = try house.register.read { try $0.auditEntries() }
            let file = try house.caseFile(of: id)
            let lines = try file.text("audit.jsonl").split(separator: "\n").map { line in
                try JSONDecoder().decode(AuditEntry.self, from: Data(line.utf8))
            }
            #expect(lines == before.filter { $0.request == id })
            let head = try #require((try file.content()["audit"] as? [String: Any])?["head"] as? [String: Any])
            #expect(head["hash"] as? String == before.last?.hash && head["number"] as? Int == before.count)
            let last = try #require(try house.register.read { try $0.auditEntries() }.last)
            #expect(last.action == "case file written, SHA-256 \(file.written.sha256)" && last.request == id)
            #expect(last.counts == ["entries": 4, "bytes": Int(file.written.bytes)])
            #expect(file.ending(of: file.path, in: house.register) == 0)
        }
    }

    @Test func `is sealed to a certificate where one is named, and OpenSSL opens that`() async throws {
        try await withSignedHouse { house, _ in
            let id = try house.open("ada@example.org").id
            let openssl = OpenSSL(in: house.folder)
            try openssl.makeRecipient("authority")
            let recipient = try RecipientCertificate(parsing: openssl.bytes("authority.crt"))
            let written = try house.caseDesk.write(id, to: "\(house.folder)/case.p7m", for: recipient)
            #expect(written.passphrase == nil)
            try openssl(
                "cms",
                "-decrypt",
                "-inform",
                "DER",
                "-in",
                "case.p7m",
                "-inkey",
                "authority.key",
                "-out",
                "case.zip"
            )
            let listed = try runTool("7z", ["l", "-ba", "\(house.folder)/case.zip"])
            #expect(listed.status == 0 && listed.output.contains("case.json.p7s"))
        }
    }

    @Test func `can be made of a request whose requester is forgotten`() async throws {
        try await withSignedHouse { plain, _ in
            var house = plain
            house.controller.requestsKept = ISOPeriod(days: 0)
            house.controller.delivery.archiveDays = 0
            let id = try house.open("ada@example.org").id
            _ = try house.intake.close(id, reason: .mistake)
            try house.intake.purge()
            let file = try house.caseFile(of: id)
            let request = try #require(try file.content()["request"] as? [String: Any])
            #expect(request["email"] == nil && request["forgottenAt"] is String)
            #expect(try file.text("case.html").contains("forgotten on"))
        }
    }
}
