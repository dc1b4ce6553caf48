import Foundation
import ArchiveSealing
import TestSupport
import Testing
import PackagingStage
import Policy
import RegisterStore
import Inzage
import DeliveryStage
import IntakeStage
import GatheringStage
import Cases

@Suite struct `Signed package` {
    @Test func `the READ-ME's own commands accept it and show the fingerprint of the letter`() async throws {
        try await withSignedHouse { house, _ in
            let (id, archive) = try await house.answered()
            let files = try house.opened(archive, of: id)
            let openssl = OpenSSL(in: house.folder)
            for name in ["datapackage.json", "datapackage.json.p7s"] {
                try openssl.write(Array(#require(files[name])), to: name)
            }
            let readMe = String(decoding: try #require(files["00-READ-ME.txt"]), as: UTF8.self)
                .replacingOccurrences(of: "\r\n", with: "\n")
            let commands = try #require(readMe.firstMatch(of: /openssl cms[^\n]*\n[^\n]*\n *openssl x509[^\n]*/)).output
            let result = try runTool("sh", ["-c", String(commands)], in: house.folder)
            #expect(result.errors.contains("CMS Verification successful"))
            let shown = try #require(result.output.firstMatch(of: /([0-9A-F]{2}:){31}[0-9A-F]{2}/)).output.0
            let letter = try #require(house.postbox.mails.last?.body)
            #expect(letter.contains(shown.prefix(47)) && letter.contains(shown.suffix(47)))
            #expect(readMe.components(separatedBy: String(commands)).count == 5)
        }
    }

    @Test func `its place is behind the descriptor, which says that it is there`() async throws {
        try await withSignedHouse { house, signer in
            let (id, archive) = try await house.answered()
            let target = "\(house.folder)/out"
            let passphrase = try #require(Passphrase(house.pipeline.tellPassphrase(of: id).passphrase))
            let opened = try OpenedArchive.extract(
                "\(house.archives)/\(archive.name)",
                passphrase: passphrase,
                into: target,
                trust: OpenedArchive.Trust(certificates: signer.certificate)
            )
            #expect(
                opened.names.prefix(5) == [
                    "00-READ-ME.txt", "01-overview.html", "datapackage.json", "datapackage.json.p7s",
                    "processing.jsonld",
                ]
            )
            #expect(opened.signature?.certificate == signer.identity.certificate)
            #expect(opened.signature?.signedAt == Int(house.clock.now.timeIntervalSince1970))
            let descriptor = try String(contentsOfFile: "\(target)/datapackage.json", encoding: .utf8)
            #expect(descriptor.contains(#""inzage:signature": "datapackage.json.p7s""#))
        }
    }

    @Test func `two runs differ in the signature alone (case 74)`() async throws {
        try await withSignedHouse { house, _ in
            let id = try await house.proven().id
            let verified = try await house.verified(id)
            let dossier = try await house.gathering.gather(verified).done()
            let first = try house.sealing.seal(dossier, of: verified)
            let before = try house.opened(first.facts, of: id)
            // As a register put back from a backup would have it: what is sealed is never gathered again.
            try house.tamper("UPDATE request SET state = 'verified' WHERE id = '\(id)'")
            let again = try await house.gathering.gather(verified).done()
            let after = try house.opened(house.sealing.seal(again, of: verified).facts, of: id)
            #expect(before.keys == after.keys)
            #expect(before.keys.filter { before[$0] != after[$0] } == ["datapackage.json.p7s"])
        }
    }

    @Test func `without a key nothing is signed and nothing says so`() async throws {
        try await withOneCustomer { house in
            let (id, archive) = try await house.answered()
            let files = try house.opened(archive, of: id)
            #expect(files["datapackage.json.p7s"] == nil)
            #expect(!String(decoding: files["datapackage.json"] ?? Data(), as: UTF8.self).contains("inzage:signature"))
            #expect(try house.register.read { try $0.origin(request: id, round: 1) }?.certificateSHA256 == nil)
        }
    }

    @Test(arguments: [-3, 3])
    func `a certificate that is not valid that day holds the answer`(_ days: Int) async throws {
        try await withSignedHouse { house, _ in
            let id = try await house.proven().id
            house.clock.move(days: days)
            let error = await #expect(throws: ConfigurationError.self) { _ = try await house.pipeline.advance(id) }
            #expect(error?.code == .keyUnusable)
            #expect(house.postbox.mails.count == 1)
        }
    }

    @Test(arguments: ["right", "refused"])
    func `a timestamp is asked for, and one that does not come holds nothing`(_ answer: String) async throws {
        try await withOneCustomer { plain in
            var house = plain
            let openssl = OpenSSL(in: house.folder)
            let server = try TimestampServer(in: openssl, answer: answer)
            defer { server.stop() }
            house.signer = PackageSigner(
                identity: try Signer(at: house.clock.now).identity,
                authority: try TimestampAuthority(url: server.url, certificates: openssl.bytes("tsa.crt"))
            )
            let id = try await house.answered().id
            let origin = try house.register.read { try $0.origin(request: id, round: 1) }
            #expect((origin?.timestampedAt != nil) == (answer == "right"))
            #expect(try house.actions(id).contains("timestamp missing") == (answer != "right"))
        }
    }

    @Test func `the receipt has kinds, outcomes and hashes, and no value`() async throws {
        try await withSignedHouse { house, signer in
            let (id, archive) = try await house.answered()
            let files = try house.opened(archive, of: id)
            let request = try house.intake.request(id)
            let receipt = try #require(try house.pipeline.receipts(of: request).first)
            #expect(receipt.identifiers.contains("email"))
            #expect(receipt.archiveSHA256 == archive.sha256)
            let descriptor = try #require(files["datapackage.json"])
            let sum = try runTool("sha256sum", [], input: String(decoding: descriptor, as: UTF8.self)).output.prefix(64)
            #expect(receipt.origin?.descriptorSHA256 == String(sum))
            let fingerprint = signer.identity.certificate.fingerprint.map { String(format: "%02x", $0) }.joined()
            #expect(receipt.origin?.certificateSHA256 == fingerprint)
            #expect(receipt.searched.contains { $0.outcome == "records" && $0.askedBy == ["email"] })
            #expect(receipt.deliveredAt != nil && receipt.passphraseToldAt != nil)
            let text = String(decoding: try JSONEncoder().encode(receipt), as: UTF8.self)
            #expect(!text.contains("ada@") && !text.contains("Ada"))
            _ = try house.intake.close(id, reason: .answered)
            let later = try #require(try house.pipeline.receipts(of: house.intake.request(id)).first)
            #expect(later.archiveSHA256 == archive.sha256 && later.origin == receipt.origin)
        }
    }
}
