import Foundation
import ArchiveSealing
import TestSupport
import Testing

@Suite struct `A key ring` {
    @Test func `gives every entry a salt of its own, however many threads draw`() async throws {
        try await withTemporaryFolder { folder in
            let ring = KeyRing(passphrase())
            let salts = try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for number in 0..<103 {
                    group.addTask {
                        var sealer = try EntrySealer(creating: "\(number)", in: folder, keys: ring)
                        try sealer.write([1])
                        _ = try sealer.finish(durably: false)
                        return Array(try fileBytes("\(folder)/\(number)").prefix(16))
                    }
                }
                return try await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
            }
            #expect(salts.count == 103)
        }
    }

    @Test func `that sealed checks, and so does another one of the same passphrase`() async throws {
        try await withTemporaryFolder { folder in
            let ring = KeyRing(passphrase())
            let entries = try (0..<7).map { number in
                var sealer = try EntrySealer(creating: "\(number)", in: folder, keys: ring)
                try sealer.write(Array("entry \(number)".utf8))
                return ("\(number)", try sealer.finish(durably: false))
            }
            for keys in [ring, KeyRing(passphrase())] {
                let path = "\(folder)/archive.zip"
                _ = try ArchiveBuilder.build(at: path, from: folder, entries: entries, keys: keys)
                let secret = "-p\(passphrase().reveal())"
                #expect(try runTool("7z", ["t", secret, path]).status == 0)
            }
        }
    }

    @Test func `of another passphrase finds that the archive is not its own`() async throws {
        try await withTemporaryFolder { folder in
            let entries = [("a", try seal([1, 2, 3], as: "a", in: folder, passphrase()))]
            #expect(
                failureCode {
                    _ = try ArchiveBuilder.build(
                        at: "\(folder)/archive.zip",
                        from: folder,
                        entries: entries,
                        keys: KeyRing(passphrase(seed: 2))
                    )
                } == .wrongPassphrase
            )
        }
    }

    @Test func `shows nothing of what it holds`() {
        let ring = KeyRing(passphrase())
        var shown = "\(ring) \(String(reflecting: ring))"
        dump(ring, to: &shown)
        #expect(!shown.contains(passphrase().reveal()))
    }
}
