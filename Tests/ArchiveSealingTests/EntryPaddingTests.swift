import Foundation
import ArchiveSealing
import Testing
import TestSupport

/// Entries of one of few sizes, whose plaintext nobody can tell from that of others.
@Suite struct EntryPaddingTests {
    private static let contents: [(name: String, bytes: [UInt8])] = {
        var generator = SteadyGenerator(seed: 21)
        let text = Array((0..<30_000).map { "order \($0), total \($0 * 7 % 1013)\n" }.joined().utf8)
        return [
            ("empty.bin", []), ("one.bin", [0x41]), ("text.txt", text), ("noise.bin", generator.bytes(2_000_003)),
            ("turns.bin", text + generator.bytes(900_000) + text),
        ]
    }()

    private func archive(in folder: String) throws -> (path: String, entries: [(name: String, entry: SealedEntry)]) {
        let entries = try Self.contents.enumerated().map { place, item in
            var sealer = try EntrySealer(
                creating: "\(place).sealed",
                in: folder,
                keys: KeyRing(passphrase()),
                padding: .buckets
            )
            try sealer.write(item.bytes)
            return (name: item.name, entry: try sealer.finish(durably: false))
        }
        let path = "\(folder)/padded.zip"
        _ = try ArchiveBuilder.build(at: path, from: folder, entries: entries, keys: KeyRing(passphrase()))
        return (path, entries)
    }

    @Test func `the sizes are few, and never much larger`() async throws {
        try await withTemporaryFolder { folder in
            let entries = try archive(in: folder).entries
            for (name, entry) in entries {
                let exponent = UInt64(63 - entry.sealedSize.leadingZeroBitCount)
                let keptBits = UInt64(64 - exponent.leadingZeroBitCount)
                #expect(entry.sealedSize % (1 << (exponent - keptBits)) == 0, "\(name)")
                let plain = try seal(contents(name), as: "plain", in: folder, passphrase())
                #expect(entry.sealedSize >= plain.sealedSize)
                #expect(entry.sealedSize <= max(4096, plain.sealedSize * 113 / 100 + 64), "\(name)")
            }
        }
    }

    @Test func `7-Zip, pyzipper and zlib read the very bytes`() async throws {
        try await withTemporaryFolder { folder in
            let path = try archive(in: folder).path
            let into = "\(folder)/out"
            let secret = passphrase().reveal()
            #expect(try runTool("7z", ["x", "-p\(secret)", "-o\(into)", path]).status == 0)
            let script = """
                import pyzipper, sys
                with pyzipper.AESZipFile(sys.argv[1]) as archive:
                    archive.setpassword(sys.argv[2].encode())
                    for name in archive.namelist():
                        open(f"{sys.argv[3]}/zlib-{name}", "wb").write(archive.read(name))
                """
            let python = "\(checkout)/.venv/bin/python"
            #expect(try runTool(python, ["-c", script, path, secret, into]).status == 0)
            for (name, bytes) in Self.contents {
                #expect(try fileBytes("\(into)/\(name)") == bytes, "\(name)")
                #expect(try fileBytes("\(into)/zlib-\(name)") == bytes, "\(name)")
            }
        }
    }

    @Test func `what is read back is the very bytes`() async throws {
        try await withTemporaryFolder { folder in
            let path = try archive(in: folder).path
            for (name, bytes) in Self.contents {
                #expect(try ArchiveSealingTests.contents(of: name, in: path, passphrase()) == bytes, "\(name)")
            }
        }
    }

    private func contents(_ name: String) -> [UInt8] { Self.contents.first { $0.name == name }?.bytes ?? [] }
}
