import Foundation
import ArchiveSealing
import TestSupport
import Testing

@Suite struct `Timestamp of a signature` {
    @Test func `an authority's token is checked when it comes and when it is read`() async throws {
        try await withTemporaryFolder { folder in
            let openssl = OpenSSL(in: folder)
            let server = try TimestampServer(in: openssl)
            defer { server.stop() }
            let authority = try TimestampAuthority(url: server.url, certificates: openssl.bytes("tsa.crt"))
            let plain = try DetachedSignature(of: descriptor, by: ownIdentity(), at: now)
            let stamped = try authority.stamp(plain)
            let trusted = try stamped.check(against: descriptor, authorities: openssl.bytes("tsa.crt"))
            #expect(trusted.timestamp?.isTrusted == true)
            #expect(trusted.timestamp?.authority.subject == "C = NL, O = Test, CN = tsa")
            #expect(abs((trusted.timestamp?.moment ?? 0) - now) < 300)
            #expect(try stamped.check(against: descriptor).timestamp?.isTrusted == false)
            #expect(try plain.check(against: descriptor).timestamp == nil)
            try expectOpenSSLAccepts(stamped, openssl)
        }
    }

    private func expectOpenSSLAccepts(_ stamped: DetachedSignature, _ openssl: OpenSSL) throws {
        try openssl.write(descriptor, to: "d")
        try openssl.write(stamped.bytes, to: "s")
        try openssl(
            "cms",
            "-verify",
            "-inform",
            "DER",
            "-in",
            "s",
            "-binary",
            "-content",
            "d",
            "-noverify",
            "-out",
            "x"
        )
        let print = try openssl("cms", "-cmsout", "-print", "-inform", "DER", "-in", "s").output
        #expect(print.contains("id-smime-aa-timeStampToken"))
    }

    @Test func `a token of another signature, or by another authority, is refused`() async throws {
        try await withTemporaryFolder { folder in
            let openssl = OpenSSL(in: folder)
            let server = try TimestampServer(in: openssl)
            defer { server.stop() }
            let authority = try TimestampAuthority(url: server.url, certificates: openssl.bytes("tsa.crt"))
            let stamped = try authority.stamp(DetachedSignature(of: descriptor, by: ownIdentity(), at: now))
            let stranger = try NewCertificate(for: .signing, name: "x", validFrom: now - 60, validUntil: now + 60)
            #expect(
                failureCode { _ = try stamped.check(against: descriptor, authorities: stranger.certificate) }
                    == .badSignature
            )
            // The last bytes of the message are the token's own signature.
            var changed = stamped.bytes
            changed[changed.count - 4] ^= 1
            #expect(failureCode { _ = try DetachedSignature(changed).check(against: descriptor) } == .badSignature)
        }
    }

    @Test(arguments: ["other", "refused", "garbage", "silence"])
    func `an authority that answers wrongly gives none`(_ answer: String) async throws {
        try await withTemporaryFolder { folder in
            let openssl = OpenSSL(in: folder)
            let server = try TimestampServer(in: openssl, answer: answer)
            defer { server.stop() }
            let authority = try TimestampAuthority(url: server.url, certificates: openssl.bytes("tsa.crt"))
            let signature = try DetachedSignature(of: descriptor, by: ownIdentity(), at: now)
            #expect(failureCode { _ = try authority.stamp(signature) } == .noTimestamp)
        }
    }

    @Test func `an authority that is not trusted, not there, or has no address gives none`() async throws {
        try await withTemporaryFolder { folder in
            let openssl = OpenSSL(in: folder)
            let server = try TimestampServer(in: openssl)
            let signature = try DetachedSignature(of: descriptor, by: ownIdentity(), at: now)
            try openssl.makeSigner("stranger")
            let trust = try openssl.bytes("stranger.crt")
            let wrong = try TimestampAuthority(url: server.url, certificates: trust)
            #expect(failureCode { _ = try wrong.stamp(signature) } == .noTimestamp)
            server.stop()
            for url in [server.url, "https://127.0.0.1/", "nowhere", ""] {
                let gone = try TimestampAuthority(url: url, certificates: trust)
                #expect(failureCode { _ = try gone.stamp(signature) } == .noTimestamp, "\(url)")
            }
        }
    }
}
