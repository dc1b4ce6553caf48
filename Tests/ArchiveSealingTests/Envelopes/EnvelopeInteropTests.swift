import Foundation
import ArchiveSealing
import TestSupport
import Testing

@Suite struct `Envelope and the openssl command` {
    @Test(arguments: OpenSSL.Kind.allCases)
    func `openssl opens ours into an ordinary ZIP file with every entry`(_ kind: OpenSSL.Kind) async throws {
        try await withTemporaryFolder { folder in
            let fixture = try EnvelopeFixture(in: folder, kind)
            let decrypt = ["cms", "-decrypt", "-inform", "DER", "-in", fixture.path, "-inkey", "recipient.key"]
            for more in [[], ["-recip", "recipient.crt"]] {
                let result = try fixture.openssl.run(decrypt + more + ["-binary", "-out", "out.zip"])
                #expect(result.status == 0, "\(result.errors)")
                let lines = fixture.archive.entries.map { "\($0.name) \($0.entry.sha256) 1980 0" }
                #expect(try pythonReads("\(folder)/out.zip") == (["None"] + lines).joined(separator: "\n") + "\n")
            }
            #expect(try runTool("7z", ["t", "\(folder)/out.zip"]).status == 0)
            #expect(try fixture.open(fixture.path) == fixture.openssl.bytes("out.zip"))
        }
    }

    @Test func `ours is authenticated, with AES-256-GCM, OAEP or ECDH, and SHA-256 throughout`() async throws {
        for (kind, words) in [
            (OpenSSL.Kind.rsa, ["rsaesOaep", "sha256", "aes-256-gcm", "authEnvelopedData"]),
            (.ec, ["dhSinglePass-stdDH-sha256kdf-scheme", "id-aes256-wrap", "aes-256-gcm", "authEnvelopedData"]),
        ] {
            try await withTemporaryFolder { folder in
                let fixture = try EnvelopeFixture(in: folder, kind, contents: [("a", [1])])
                let print = try fixture.openssl("cms", "-cmsout", "-print", "-inform", "DER", "-in", fixture.path)
                    .output
                for word in words { #expect(print.localizedCaseInsensitiveContains(word), "\(word)") }
                #expect(!print.contains("sha1"))
            }
        }
    }

    @Test(arguments: OpenSSL.Kind.allCases)
    func `we open openssl's, unless nothing authenticates it`(_ kind: OpenSSL.Kind) async throws {
        try await withTemporaryFolder { folder in
            let openssl = OpenSSL(in: folder)
            try openssl.makeRecipient("recipient", kind)
            var generator = SteadyGenerator(seed: 3)
            try openssl.write(generator.bytes(200_000), to: "x")
            for (cipher, isAuthentic) in [("-aes-256-gcm", true), ("-aes-256-cbc", false)] {
                let encrypt = ["cms", "-encrypt", "-binary", cipher, "-outform", "DER", "-in", "x", "-out", "x.p7m"]
                #expect(try openssl.run(encrypt + ["recipient.crt"]).status == 0)
                let code = failureCode {
                    try Envelope.open("\(folder)/x.p7m", key: openssl.bytes("recipient.key"), into: "\(folder)/y")
                }
                #expect(code == (isAuthentic ? nil : .damaged))
                #expect((try? openssl.bytes("y") == openssl.bytes("x")) == (isAuthentic ? true : nil))
                try? FileManager.default.removeItem(atPath: "\(folder)/y")
            }
        }
    }

    @Test func `what an envelope holds is read entry by entry`() async throws {
        try await withTemporaryFolder { folder in
            let fixture = try EnvelopeFixture(in: folder, .ec)
            try write(fixture.open(fixture.path), to: "\(folder)/plain.zip")
            let reader = try PlainArchiveReader(opening: "\(folder)/plain.zip")
            #expect(reader.names == EnvelopeFixture.contents.map(\.name))
            for (index, item) in EnvelopeFixture.contents.enumerated() {
                var bytes: [UInt8] = []
                try reader.read(at: index) { piece in for place in piece.indices { bytes.append(piece[place]) } }
                #expect(bytes == item.bytes)
            }
        }
    }

    @Test func `an entry of more bytes than 32 bits count is read by others`() async throws {
        try await withTemporaryFolder { folder in
            let block = [UInt8](repeating: 0x61, count: 1 << 24)
            var sealer = try EntrySealer(creating: "large", in: folder, keys: KeyRing(passphrase()))
            for _ in 0..<257 { try sealer.write(block) }
            let entries = [
                (name: "data/0001.json", entry: try sealer.finish(durably: false)),
                (name: "data/0002.json", entry: try seal([1, 2, 3], as: "small", in: folder, passphrase())),
            ]
            let archive = "\(folder)/large.zip"
            _ = try ArchiveBuilder.build(at: archive, from: folder, entries: entries, keys: KeyRing(passphrase()))
            let openssl = OpenSSL(in: folder)
            try openssl.makeRecipient("recipient")
            let recipient = try RecipientCertificate(parsing: openssl.bytes("recipient.crt"))
            _ = try Envelope.seal(contentOf: archive, keys: KeyRing(passphrase()), to: recipient, at: archive + ".p7m")
            try openssl(
                "cms",
                "-decrypt",
                "-inform",
                "DER",
                "-in",
                "large.zip.p7m",
                "-inkey",
                "recipient.key",
                "-out",
                "o.zip"
            )
            let result = try runTool("7z", ["t", "\(folder)/o.zip"])
            #expect(result.status == 0 && result.output.contains("\((257 << 24) + 3)"), "\(result.output)")
        }
    }

    @Test func `more entries than 16 bits count are read by others`() async throws {
        try await withTemporaryFolder { folder in
            let entry = try seal([1, 2, 3], as: "one", in: folder, passphrase())
            let entries = (0..<66_000).map { (name: "data/\($0)", entry: entry) }
            let archive = "\(folder)/many.zip"
            _ = try ArchiveBuilder.build(at: archive, from: folder, entries: entries, keys: KeyRing(passphrase()))
            let openssl = OpenSSL(in: folder)
            try openssl.makeRecipient("recipient")
            let recipient = try RecipientCertificate(parsing: openssl.bytes("recipient.crt"))
            _ = try Envelope.seal(contentOf: archive, keys: KeyRing(passphrase()), to: recipient, at: archive + ".p7m")
            try openssl(
                "cms",
                "-decrypt",
                "-inform",
                "DER",
                "-in",
                "many.zip.p7m",
                "-inkey",
                "recipient.key",
                "-out",
                "o.zip"
            )
            #expect(try pythonReads("\(folder)/o.zip").split(separator: "\n").count == 66_001)
        }
    }
}
