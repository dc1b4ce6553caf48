import Foundation
import ArchiveSealing
import TestSupport
import Testing

@Suite struct `Envelope that does not open` {
    private func expectNothing(_ fixture: EnvelopeFixture, _ bytes: [UInt8], _ what: String) throws {
        try write(bytes, to: fixture.path)
        #expect(failureCode { _ = try fixture.open(fixture.path) } == .damaged, "\(what)")
        #expect(!FileManager.default.fileExists(atPath: "\(fixture.openssl.folder)/opened"))
    }

    @Test(arguments: OpenSSL.Kind.allCases)
    func `another key opens nothing and leaves nothing`(_ kind: OpenSSL.Kind) async throws {
        try await withTemporaryFolder { folder in
            let fixture = try EnvelopeFixture(in: folder, kind)
            for other in OpenSSL.Kind.allCases {
                try fixture.openssl.makeRecipient("other", other)
                #expect(failureCode { _ = try fixture.open(fixture.path, key: "other.key") } == .damaged)
                #expect(!FileManager.default.fileExists(atPath: "\(folder)/opened"))
            }
            #expect(failureCode { _ = try fixture.open(fixture.path, key: "recipient.crt") } == .unusableKey)
        }
    }

    @Test(arguments: OpenSSL.Kind.allCases)
    func `cut at any fiftieth, or with something behind it, it leaves no file`(_ kind: OpenSSL.Kind) async throws {
        try await withTemporaryFolder { folder in
            let fixture = try EnvelopeFixture(in: folder, kind)
            let whole = try fileBytes(fixture.path)
            for part in 0..<50 {
                try expectNothing(fixture, Array(whole.prefix(whole.count * part / 50)), "\(part)/50")
            }
            for less in 1...20 { try expectNothing(fixture, whole.dropLast(less), "\(less) bytes less") }
            try expectNothing(fixture, whole + [0], "a byte more")
            try expectNothing(fixture, whole + whole, "twice")
        }
    }

    @Test func `a bit that changes is found, or changes nothing of the content`() async throws {
        try await withTemporaryFolder { folder in
            let fixture = try EnvelopeFixture(in: folder, .ec)
            let whole = try fileBytes(fixture.path)
            let content = try fixture.open(fixture.path)
            let places =
                (0..<50).map { whole.count * $0 / 50 } + Array(0..<400) + Array((whole.count - 40)..<whole.count)
            for place in places {
                var changed = whole
                changed[place] ^= 1
                try write(changed, to: fixture.path)
                // The name of the recipient is outside of what is authenticated; the key finds its own part all the same.
                let opened = try? fixture.open(fixture.path)
                #expect(opened == nil || opened == content, "byte \(place)")
                #expect(!FileManager.default.fileExists(atPath: "\(folder)/opened"))
            }
        }
    }

    @Test func `a wrong passphrase or a damaged archive makes no envelope`() async throws {
        try await withTemporaryFolder { folder in
            let fixture = try EnvelopeFixture(in: folder, .ec)
            let recipient = try RecipientCertificate(parsing: fixture.openssl.bytes("recipient.crt"))
            let path = "\(folder)/again.p7m"
            let before = try names(in: folder)
            #expect(
                failureCode {
                    let wrong = passphrase(seed: 99)
                    _ = try Envelope.seal(
                        contentOf: fixture.archive.path,
                        keys: KeyRing(wrong),
                        to: recipient,
                        at: path
                    )
                } == .wrongPassphrase
            )
            var bytes = try fileBytes(fixture.archive.path)
            bytes[bytes.count / 2] ^= 1
            try write(bytes, to: fixture.archive.path)
            let secret = fixture.archive.passphrase
            #expect(
                failureCode {
                    _ = try Envelope.seal(
                        contentOf: fixture.archive.path,
                        keys: KeyRing(secret),
                        to: recipient,
                        at: path
                    )
                } == .damaged
            )
            #expect(try names(in: folder) == before)
        }
    }

    @Test func `a certificate that is not for encryption, or weak, is no recipient`() async throws {
        try await withTemporaryFolder { folder in
            let openssl = OpenSSL(in: folder)
            try openssl.makeSigner("ec")
            try openssl.makeSigner("rsa", .rsa)
            _ = try openssl.run([
                "req", "-x509", "-nodes", "-newkey", "rsa:1024", "-subj", "/CN=w", "-keyout", "w.key", "-out", "w.crt",
            ])
            for name in ["ec", "rsa", "w"] {
                let bytes = try openssl.bytes("\(name).crt")
                #expect(failureCode { _ = try RecipientCertificate(parsing: bytes) } == .unusableKey, "\(name)")
            }
            try openssl.makeRecipient("good", .rsa)
            try openssl("x509", "-in", "good.crt", "-outform", "DER", "-out", "good.der")
            let (pem, der) = (try openssl.bytes("good.crt"), try openssl.bytes("good.der"))
            #expect(try RecipientCertificate(parsing: der) == RecipientCertificate(parsing: pem))
        }
    }
}
