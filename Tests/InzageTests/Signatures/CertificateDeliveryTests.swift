import Foundation
import Mail
import ArchiveSealing
import TestSupport
import Testing
import Cases
import IdentityStage
import IntakeStage
import PackagingStage
import IdentityMethods
import Inzage
import RegisterStore
import Policy

@Suite struct `Sealed to a certificate` {
    private static let callBack = VerificationAct.evidence(EvidenceRecord(method: "call-back", checkedBy: "tester"))

    private func organisation(_ house: House, _ openssl: OpenSSL, kind: OpenSSL.Kind = .ec) async throws -> String {
        try openssl.makeRecipient("org", kind)
        let pem = String(decoding: try openssl.bytes("org.crt"), as: UTF8.self)
        let destination = Destination.organisation(name: "Other Shop", email: "data@other.example")
        let request = try house.open(right: .portability, destination: destination)
        _ = try house.intake.amend(request.id, Amendment(certificate: pem))
        return try await settled(request.id, in: house)
    }

    private func settled(_ id: String, in house: House) async throws -> String {
        _ = try await house.pipeline.advance(id)
        _ = try await house.pipeline.perform(.code(house.mailedCode()), on: id)
        #expect(try await house.pipeline.perform(Self.callBack, on: id).isVerified)
        return id
    }

    @Test(arguments: OpenSSL.Kind.allCases)
    func `an organisation opens its answer with openssl, and no passphrase is told`(_ kind: OpenSSL.Kind) async throws {
        try await withSignedHouse { house, signer in
            let openssl = OpenSSL(in: house.folder)
            let id = try await organisation(house, openssl, kind: kind)
            let archive = try #require(try await house.pipeline.advance(id).archive)
            #expect(archive.name == "\(id)-1.zip.p7m" && archive.isEnvelope)
            #expect(try FileManager.default.contentsOfDirectory(atPath: house.archives) == [archive.name])
            let mail = try #require(house.postbox.mails.last { $0.attachmentName != nil })
            #expect(mail.recipient == "data@other.example" && mail.attachmentName == archive.name)
            #expect(mail.body.contains("openssl cms -decrypt -inform DER -inkey KEY.pem"))
            #expect(!mail.body.localizedCaseInsensitiveContains("7-Zip"))
            try openssl.write(Array(#require(mail.attachment)), to: "mail.p7m")
            try openssl("cms", "-decrypt", "-inform", "DER", "-inkey", "org.key", "-in", "mail.p7m", "-out", "mail.zip")
            let listed = try runTool("7z", ["l", "-ba", "\(house.folder)/mail.zip"]).output
            #expect(listed.contains("datapackage.json.p7s"))
            let opened = try OpenedArchive.extract(
                envelope: "\(house.folder)/mail.p7m",
                key: openssl.bytes("org.key"),
                into: "\(house.folder)/opened",
                trust: OpenedArchive.Trust(certificates: signer.certificate)
            )
            #expect(opened.signature?.isTrusted == true)
            #expect(await ending { _ = try house.pipeline.tellPassphrase(of: id) } == 9)
            let origin = try house.register.read { try $0.origin(request: id, round: 1) }
            #expect(origin?.recipientSHA256?.count == 64)
        }
    }

    @Test func `a wrong key, a cut and a changed envelope open nothing and leave nothing`() async throws {
        try await withSignedHouse { house, _ in
            let openssl = OpenSSL(in: house.folder)
            let id = try await organisation(house, openssl)
            let archive = try #require(try await house.pipeline.advance(id).archive)
            try openssl.makeRecipient("other")
            let whole = try openssl.bytes("archives/\(archive.name)")
            var changed = whole
            changed[whole.count / 2] ^= 1
            for (name, bytes, key) in [
                ("key", whole, "other.key"), ("cut", Array(whole.dropLast(100)), "org.key"),
                ("bit", changed, "org.key"),
            ] {
                try openssl.write(bytes, to: name)
                let path = "\(house.folder)/\(name)"
                let error = #expect(throws: ArchiveError.self) {
                    _ = try OpenedArchive.extract(envelope: path, key: openssl.bytes(key), into: path + "-opened")
                }
                #expect(error?.code == .damaged)
                for left in ["-opened", "-opened.partial"] {
                    #expect(!FileManager.default.fileExists(atPath: path + left))
                }
            }
        }
    }

    @Test func `a person's certificate needs more than their mailbox`() async throws {
        try await withOneCustomer { house in
            let openssl = OpenSSL(in: house.folder)
            try openssl.makeRecipient("ada")
            let request = try house.open()
            let pem = String(decoding: try openssl.bytes("ada.crt"), as: UTF8.self)
            _ = try house.intake.amend(request.id, Amendment(certificate: pem))
            _ = try await house.pipeline.advance(request.id)
            let report = try await house.pipeline.perform(.code(house.mailedCode()), on: request.id)
            #expect(!report.isVerified)
            #expect(try await house.pipeline.perform(Self.callBack, on: request.id).isVerified)
            let archive = try #require(try await house.pipeline.advance(request.id).archive)
            #expect(archive.isEnvelope)
            #expect(house.postbox.mails.last?.recipient == "ada@example.org")
            _ = try house.intake.close(request.id, reason: .answered)
            #expect(try FileManager.default.contentsOfDirectory(atPath: house.archives) == [])
        }
    }

    @Test func `another destination drops the certificate, and another certificate drops the proof`() async throws {
        try await withOneCustomer { house in
            let openssl = OpenSSL(in: house.folder)
            let id = try await organisation(house, openssl)
            #expect(try house.intake.request(id).state == .verified)
            try openssl.makeRecipient("second")
            let pem = String(decoding: try openssl.bytes("second.crt"), as: UTF8.self)
            let changed = try house.intake.amend(id, Amendment(certificate: pem))
            #expect(changed.state == .awaitingIdentity && changed.claim.certificate == pem)
            let moved = try house.intake.amend(id, Amendment(destination: .post))
            #expect(moved.claim.certificate == nil)
        }
    }

    @Test func `a certificate that has expired holds the answer`() async throws {
        try await withOneCustomer { house in
            let id = try await organisation(house, OpenSSL(in: house.folder))
            house.clock.move(days: 3650)
            #expect(await ending { _ = try await house.pipeline.advance(id) } == 4)
        }
    }
}
