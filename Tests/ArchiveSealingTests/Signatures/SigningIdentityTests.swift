import Foundation
import ArchiveSealing
import TestSupport
import Testing

@Suite struct `Signing key` {
    private func code(_ key: [UInt8], _ certificate: [UInt8]) -> ArchiveError.Code? {
        failureCode { _ = try SigningIdentity(key: key, certificates: certificate) }
    }

    @Test func `a key that does not belong to the certificate is refused`() async throws {
        try await withTemporaryFolder { folder in
            let openssl = OpenSSL(in: folder)
            try openssl.makeSigner("a")
            try openssl.makeSigner("b")
            try openssl.makeSigner("c", .rsa)
            for other in ["b", "c"] {
                #expect(try code(openssl.bytes("a.key"), openssl.bytes("\(other).crt")) == .unusableKey)
            }
        }
    }

    @Test func `a certificate for something else, or with a weak key, is refused`() async throws {
        try await withTemporaryFolder { folder in
            let openssl = OpenSSL(in: folder)
            try openssl.make("tls", .ec, usage: "digitalSignature", purpose: "serverAuth")
            try openssl.make("seal", .ec, usage: "keyAgreement")
            let weak = ["-x509", "-nodes", "-subj", "/CN=weak", "-keyout", "weak.key", "-out", "weak.crt"]
            _ = try openssl.run(["req", "-newkey", "rsa:1024"] + weak)
            _ = try openssl.run(
                ["req", "-newkey", "ed25519"] + weak.map { $0.replacingOccurrences(of: "weak", with: "ed") }
            )
            for name in ["tls", "seal", "weak", "ed"] {
                #expect(try code(openssl.bytes("\(name).key"), openssl.bytes("\(name).crt")) == .unusableKey, "\(name)")
            }
        }
    }

    @Test func `a key under a passphrase is refused, and nobody is asked for it`() async throws {
        try await withTemporaryFolder { folder in
            let openssl = OpenSSL(in: folder)
            try openssl.makeSigner("a")
            try openssl("pkey", "-in", "a.key", "-aes256", "-passout", "pass:secret", "-out", "locked.key")
            #expect(try code(openssl.bytes("locked.key"), openssl.bytes("a.crt")) == .unusableKey)
        }
    }

    @Test func `what is no key or no certificate is refused wherever it is cut`() async throws {
        try await withTemporaryFolder { folder in
            let openssl = OpenSSL(in: folder)
            try openssl.makeSigner("a")
            let (key, certificate) = (try openssl.bytes("a.key"), try openssl.bytes("a.crt"))
            for part in 0..<50 {
                #expect(code(Array(key.prefix(key.count * part / 50)), certificate) == .unusableKey)
                #expect(code(key, Array(certificate.prefix(certificate.count * part / 50))) == .unusableKey)
            }
            let half = certificate + certificate.prefix(certificate.count / 2)
            #expect(code(key, half) == .unusableKey)
            #expect(code(key, certificate + Array("a remark\n".utf8)) == nil)
        }
    }

    @Test func `a new certificate is what openssl takes for one, and no two are alike`() async throws {
        try await withTemporaryFolder { folder in
            let openssl = OpenSSL(in: folder)
            let made = try NewCertificate(
                for: .signing,
                name: "Één & Zo, \"B.V.\"",
                country: "NL",
                email: "privacy@example.org",
                validFrom: now - 60,
                validUntil: now + 86_400
            )
            try openssl.write(made.certificate, to: "c")
            try openssl.write(made.key, to: "k")
            let text = try openssl("x509", "-in", "c", "-noout", "-text", "-nameopt", "utf8,sep_comma_plus").output
            for part in [
                "Één & Zo", "prime256v1", "Digital Signature", "E-mail Protection", "email:privacy@example.org",
                "CA:FALSE",
            ] { #expect(text.contains(part), "\(part)") }
            #expect(try openssl("pkey", "-in", "k", "-noout", "-check").status == 0)
            #expect(try openssl("verify", "-CAfile", "c", "-purpose", "smimesign", "c").status == 0)
            let other = try NewCertificate(for: .signing, name: "Één", validFrom: now, validUntil: now + 60)
            #expect(other.key != made.key)
        }
    }

    @Test func `a signing identity never prints its key`() throws {
        let identity = try ownIdentity()
        var dumped = ""
        dump(identity, to: &dumped)
        for text in ["\(identity)", String(reflecting: identity), dumped] { #expect(!text.contains("PRIVATE")) }
    }
}
