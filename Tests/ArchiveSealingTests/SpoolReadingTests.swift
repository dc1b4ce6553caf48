import ArchiveSealing
import Foundation
import TestSupport
import Testing

@Suite struct `Entries that are read back from the spool` {
    private static let contents: [[UInt8]] = {
        var generator = SteadyGenerator(seed: 7)
        let text = Array((0..<60_000).map { "order \($0)\n" }.joined().utf8)
        return [[], [0x41], text, generator.bytes(1_500_001), text + generator.bytes(300_000)]
    }()

    private static func read(_ entry: SealedEntry, in folder: String, _ keys: KeyRing) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try SpoolFolder.read(entry, in: folder, keys: keys) { piece in
            piece.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
        }
        return bytes
    }

    private static func seal(_ folder: String, padding: EntryPadding = .none) throws -> [SealedEntry] {
        let (keys, pack) = (KeyRing(passphrase()), SpoolPack(in: folder))
        return try contents.enumerated().map { place, bytes in
            var sealer = try EntrySealer(creating: "e\(place)", in: folder, keys: keys, padding: padding, pack: pack)
            try sealer.write(bytes)
            return try sealer.finish(durably: false)
        }
    }

    @Test(arguments: [EntryPadding.none, .buckets])
    func `are as they were written, in a file of their own and in one that they share`(
        _ padding: EntryPadding
    ) async throws {
        try await withTemporaryFolder { folder in
            let entries = try Self.seal(folder, padding: padding)
            #expect(entries.contains { $0.spoolOffset ?? 0 > 0 } && entries.contains { $0.spoolOffset == nil })
            let keys = KeyRing(passphrase())
            for (entry, bytes) in zip(entries, Self.contents) {
                #expect(try Self.read(entry, in: folder, keys) == bytes)
            }
        }
    }

    @Test func `open with no other passphrase`() async throws {
        try await withTemporaryFolder { folder in
            let entries = try Self.seal(folder)
            let other = try KeyRing(#require(Passphrase("0000-0000-0000-0000-0000-0000")))
            for entry in entries {
                let failure = #expect(throws: ArchiveError.self) { try Self.read(entry, in: folder, other) }
                #expect([.wrongPassphrase, .damaged].contains(failure?.code))
            }
        }
    }

    @Test func `show a byte that was changed, an end that is missing and a file that is gone`() async throws {
        try await withTemporaryFolder { folder in
            let entry = try Self.seal(folder)[2]
            let path = "\(folder)/\(entry.spoolName)"
            let whole = try Data(contentsOf: URL(fileURLWithPath: path))
            let start = Int(entry.spoolOffset ?? 0)
            for place in [0, 17, 18, 1000, Int(entry.sealedSize) - 1] {
                var changed = whole
                changed[start + place] ^= 1
                try changed.write(to: URL(fileURLWithPath: path))
                #expect(throws: ArchiveError.self) { try Self.read(entry, in: folder, KeyRing(passphrase())) }
            }
            try whole.prefix(start + 40).write(to: URL(fileURLWithPath: path))
            #expect(throws: ArchiveError.self) { try Self.read(entry, in: folder, KeyRing(passphrase())) }
            try FileManager.default.removeItem(atPath: path)
            #expect(throws: ArchiveError.self) { try Self.read(entry, in: folder, KeyRing(passphrase())) }
        }
    }

    @Test func `are refused where they say that they are shorter than their head`() async throws {
        try await withTemporaryFolder { folder in
            var entry = try Self.seal(folder)[0]
            entry.sealedSize = 27
            let short = entry
            #expect(throws: ArchiveError.self) { try Self.read(short, in: folder, KeyRing(passphrase())) }
        }
    }
}
