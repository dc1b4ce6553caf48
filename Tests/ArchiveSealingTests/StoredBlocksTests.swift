import ArchiveSealing
import Testing
import TestSupport

/// What is not worth compressing is stored, and nobody who reads it sees a difference.
@Suite struct StoredBlocksTests {
    private static let text = Array((0..<60_000).map { "order \($0), total \($0 * 7 % 1013)\n" }.joined().utf8)

    @Test(arguments: [1_000, 65_537, 240 * 1024, 1 << 30])
    func `noise and text by turns come back, however they were written`(_ piece: Int) async throws {
        var generator = SteadyGenerator(seed: 11)
        let bytes = Self.text + generator.bytes(2_600_000) + Self.text + generator.bytes(1_300_003) + Self.text
        try await withTemporaryFolder { folder in
            let secret = passphrase()
            let entry = try seal(bytes, as: "a", in: folder, secret, pieces: min(piece, bytes.count))
            let path = "\(folder)/x.zip"
            _ = try ArchiveBuilder.build(at: path, from: folder, entries: [("a", entry)], keys: KeyRing(secret))
            #expect(try contents(of: "a", in: path, secret) == bytes)
        }
    }

    @Test func `noise grows by less than a thousandth`() async throws {
        try await withTemporaryFolder { folder in
            var generator = SteadyGenerator(seed: 12)
            let entry = try seal(generator.bytes(20_000_000), as: "a", in: folder, passphrase(), pieces: 240 * 1024)
            #expect(entry.sealedSize < 20_020_000)
        }
    }

    @Test func `text that follows noise is compressed again`() async throws {
        try await withTemporaryFolder { folder in
            var generator = SteadyGenerator(seed: 13)
            let text = Array(repeating: Self.text, count: 8).flatMap(\.self)
            let bytes = generator.bytes(400_000) + text
            let entry = try seal(bytes, as: "a", in: folder, passphrase(), pieces: 100_000)
            #expect(entry.sealedSize < UInt64(400_000 + 1_200_000 + text.count / 3))
        }
    }
}
