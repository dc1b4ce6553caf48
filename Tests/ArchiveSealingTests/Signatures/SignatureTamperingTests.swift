import Foundation
import ArchiveSealing
import TestSupport
import Testing

@Suite struct `Signature that was tampered with` {
    private func code(_ signature: [UInt8], _ content: [UInt8], trusting: [UInt8]? = nil) -> ArchiveError.Code? {
        failureCode { _ = try DetachedSignature(signature).check(against: content, trusting: trusting) }
    }

    @Test func `every changed bit of the content is found (case 77)`() throws {
        let signature = try DetachedSignature(of: descriptor, by: ownIdentity(), at: now).bytes
        #expect(code(signature, descriptor) == nil)
        for place in descriptor.indices {
            var changed = descriptor
            changed[place] ^= 1
            #expect(code(signature, changed) == .badSignature)
        }
        #expect(code(signature, descriptor + [0x0A]) == .badSignature)
        #expect(code(signature, Array(descriptor.dropLast())) == .badSignature)
        #expect(code(signature, []) == .badSignature)
    }

    @Test func `a signature cut anywhere, or with something behind it, is none`() throws {
        let signature = try DetachedSignature(of: descriptor, by: ownIdentity(), at: now).bytes
        for part in 0..<50 {
            #expect(code(Array(signature.prefix(signature.count * part / 50)), descriptor) == .badSignature)
        }
        #expect(code(Array(signature.dropLast()), descriptor) == .badSignature)
        #expect(code(signature + [0], descriptor) == .badSignature)
        #expect(code([UInt8](repeating: 0x30, count: 2 << 20), descriptor) == .badSignature)
    }

    @Test func `a changed bit of the signature never passes for the trusted certificate`() throws {
        let made = try NewCertificate(for: .signing, name: "Eigen", validFrom: now - 60, validUntil: now + 60)
        let identity = try SigningIdentity(key: made.key, certificates: made.certificate)
        let signature = try DetachedSignature(of: descriptor, by: identity, at: now).bytes
        for place in signature.indices {
            var changed = signature
            changed[place] ^= 0x10
            let facts = try? DetachedSignature(changed).check(against: descriptor, trusting: made.certificate)
            // What still passes is the same signature in other words: the same certificate at the same moment.
            #expect(facts == nil || facts?.certificate == identity.certificate, "byte \(place)")
        }
    }

    @Test func `another certificate of the same name is not the trusted one`() throws {
        let own = try ownIdentity()
        let other = try NewCertificate(
            for: .signing,
            name: "Eigen B.V.",
            country: "NL",
            validFrom: now - 60,
            validUntil: now + 60
        )
        let signature = try DetachedSignature(of: descriptor, by: own, at: now).bytes
        #expect(code(signature, descriptor, trusting: other.certificate) == .badSignature)
        #expect(code(signature, descriptor, trusting: Array("no certificate".utf8)) == .unusableKey)
    }

    @Test func `a certificate that had expired, or was not valid yet, when it signed is refused`() throws {
        for (from, until) in [(now - 100, now - 50), (now + 50, now + 100)] {
            let identity = try ownIdentity(validFrom: from, validUntil: until)
            let signature = try DetachedSignature(of: descriptor, by: identity, at: now).bytes
            #expect(code(signature, descriptor) == .badSignature)
        }
    }

    @Test func `a certificate that has expired since still proves what it signed before`() throws {
        let moment = now - 700
        let made = try NewCertificate(
            for: .signing,
            name: "Oud",
            validFrom: moment - 300,
            validUntil: moment + 200
        )
        let identity = try SigningIdentity(key: made.key, certificates: made.certificate)
        let signature = try DetachedSignature(of: descriptor, by: identity, at: moment)
        let facts = try signature.check(against: descriptor, trusting: made.certificate)
        #expect(facts.signedAt == moment && facts.isTrusted)
    }

    @Test func `two signers, content within, no attributes and other messages are refused`() async throws {
        try await withTemporaryFolder { folder in
            let openssl = OpenSSL(in: folder)
            try openssl.makeSigner("a")
            try openssl.makeSigner("b")
            try openssl.write(descriptor, to: "d")
            let one = ["-signer", "a.crt", "-inkey", "a.key"]
            let ways = [
                ["-sign"] + one + ["-signer", "b.crt", "-inkey", "b.key"], ["-sign", "-nodetach"] + one,
                ["-sign", "-noattr"] + one, ["-sign", "-nocerts"] + one, ["-digest_create"], ["-compress"],
                ["-data_create"],
            ]
            for way in ways {
                let made = try openssl.run(["cms"] + way + ["-binary", "-in", "d", "-outform", "DER", "-out", "s"])
                guard made.status == 0 else { continue }
                #expect(code(try openssl.bytes("s"), descriptor) == .badSignature, "\(way)")
            }
        }
    }
}
