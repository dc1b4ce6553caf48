import Foundation
import ArchiveSealing
import TestSupport
import Testing

@Suite struct `Signature and the openssl command` {
    @Test(arguments: OpenSSL.Kind.allCases)
    func `openssl accepts ours, by its certificate or by none`(_ kind: OpenSSL.Kind) async throws {
        try await withTemporaryFolder { folder in
            let openssl = OpenSSL(in: folder)
            try openssl.makeSigner("signer", kind)
            let signature = try DetachedSignature(of: descriptor, by: identity("signer", in: openssl), at: now)
            try openssl.write(descriptor, to: "datapackage.json")
            try openssl.write(signature.bytes, to: "datapackage.json.p7s")
            for trust in [["-CAfile", "signer.crt"], ["-noverify"], ["-noverify", "-certfile", "signer.crt"]] {
                let verify = ["cms", "-verify", "-inform", "DER", "-in", "datapackage.json.p7s"]
                let content = ["-binary", "-content", "datapackage.json", "-out", "checked"]
                let result = try openssl.run(verify + content + trust)
                #expect(result.status == 0, "\(result.errors)")
                #expect(try openssl.bytes("checked") == descriptor)
            }
        }
    }

    @Test func `openssl refuses ours over a changed descriptor`() async throws {
        try await withTemporaryFolder { folder in
            let openssl = OpenSSL(in: folder)
            let signature = try DetachedSignature(of: descriptor, by: ownIdentity(), at: now)
            try openssl.write(descriptor.dropLast() + [0x20], to: "datapackage.json")
            try openssl.write(signature.bytes, to: "datapackage.json.p7s")
            let arguments = ["cms", "-verify", "-inform", "DER", "-in", "datapackage.json.p7s", "-binary", "-noverify"]
            #expect(try openssl.run(arguments + ["-content", "datapackage.json"]).status != 0)
        }
    }

    @Test(arguments: OpenSSL.Kind.allCases)
    func `ours is DER, detached, with time, certificate and the binding to it`(_ kind: OpenSSL.Kind) async throws {
        try await withTemporaryFolder { folder in
            let openssl = OpenSSL(in: folder)
            try openssl.makeSigner("signer", kind)
            let signature = try DetachedSignature(
                of: descriptor,
                by: identity("signer", in: openssl),
                at: 1_790_000_000
            )
            try openssl.write(signature.bytes, to: "s.p7s")
            let print = try openssl("cms", "-cmsout", "-print", "-inform", "DER", "-in", "s.p7s").output
            #expect(print.contains("eContent: <ABSENT>"))
            #expect(print.contains("UTCTIME:Sep 21 14:13:20 2026 GMT"))
            #expect(print.contains("signingCertificateV2"))
            #expect(print.contains("CN=signer") || print.contains("CN = signer"))
            #expect(!print.contains("S/MIME Capabilities"))
            let again = try openssl(
                "cms",
                "-cmsout",
                "-inform",
                "DER",
                "-in",
                "s.p7s",
                "-outform",
                "DER",
                "-out",
                "der"
            )
            #expect(try again.status == 0 && openssl.bytes("der") == signature.bytes)
        }
    }

    @Test(arguments: OpenSSL.Kind.allCases)
    func `we accept openssl's`(_ kind: OpenSSL.Kind) async throws {
        try await withTemporaryFolder { folder in
            let openssl = OpenSSL(in: folder)
            try openssl.makeSigner("signer", kind)
            try openssl.write(descriptor, to: "d")
            try openssl(
                "cms",
                "-sign",
                "-binary",
                "-in",
                "d",
                "-signer",
                "signer.crt",
                "-inkey",
                "signer.key",
                "-outform",
                "DER",
                "-out",
                "s.p7s"
            )
            let facts = try DetachedSignature(openssl.bytes("s.p7s"))
                .check(against: descriptor, trusting: openssl.bytes("signer.crt"))
            #expect(facts.isTrusted)
            #expect(facts.certificate.subject == "C = NL, O = Test, CN = signer")
            let shown = try openssl("x509", "-in", "signer.crt", "-noout", "-fingerprint", "-sha256").output
            let digits = facts.certificate.fingerprint.map { String(format: "%02X", $0) }.joined(separator: ":")
            #expect(shown.contains(digits))
        }
    }

    @Test func `a certificate authority vouches for a signer, and its whole chain travels along`() async throws {
        try await withTemporaryFolder { folder in
            let openssl = OpenSSL(in: folder)
            try openssl(
                "req",
                "-x509",
                "-nodes",
                "-newkey",
                "rsa:2048",
                "-subj",
                "/CN=CA",
                "-keyout",
                "ca.key",
                "-out",
                "ca.crt"
            )
            try openssl(
                "req",
                "-new",
                "-nodes",
                "-newkey",
                "rsa:2048",
                "-subj",
                "/CN=leaf",
                "-keyout",
                "leaf.key",
                "-out",
                "r"
            )
            try openssl.write(Array("keyUsage=digitalSignature\nextendedKeyUsage=emailProtection\n".utf8), to: "x")
            try openssl(
                "x509",
                "-req",
                "-in",
                "r",
                "-CA",
                "ca.crt",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-extfile",
                "x",
                "-out",
                "leaf.crt"
            )
            let chain = try openssl.bytes("leaf.crt") + openssl.bytes("ca.crt")
            let identity = try SigningIdentity(key: openssl.bytes("leaf.key"), certificates: chain)
            let signature = try DetachedSignature(of: descriptor, by: identity, at: now + 60)
            for trusted in ["ca.crt", "leaf.crt"] {
                let facts = try signature.check(against: descriptor, trusting: openssl.bytes(trusted))
                #expect(facts.certificate.subject == "CN = leaf")
            }
            let stranger = try ownIdentityCertificate()
            #expect(failureCode { _ = try signature.check(against: descriptor, trusting: stranger) } == .badSignature)
        }
    }

    private func ownIdentityCertificate() throws -> [UInt8] {
        try NewCertificate(for: .signing, name: "x", validFrom: now - 60, validUntil: now + 60).certificate
    }
}
