import Foundation
import ArchiveSealing
import Testing
import TestSupport

@Suite struct ArchiveBuilderTests {
    private func build(
        _ entries: [(name: String, entry: SealedEntry)],
        in folder: String,
        _ secret: Passphrase = passphrase()
    ) throws {
        _ = try ArchiveBuilder.build(at: "\(folder)/x.zip", from: folder, entries: entries, keys: KeyRing(secret))
    }

    private func flippingLast(_ bytes: [UInt8]) -> [UInt8] {
        bytes.dropLast() + bytes.suffix(1).map { $0 ^ 1 }
    }

    @Test func `an archive that stood there before is replaced and only its owner may read it`() async throws {
        try await withTemporaryFolder { folder in
            try write(Array("old".utf8), to: "\(folder)/x.zip")
            let entry = try seal([1], as: "a.sealed", in: folder, passphrase())
            try build([("a", entry)], in: folder)
            #expect(try contents(of: "a", in: "\(folder)/x.zip", passphrase()) == [1])
            #expect(try names(in: folder) == ["a.sealed", "x.zip"])
            let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/x.zip")[.posixPermissions]
            #expect(mode as? Int == 0o600)
        }
    }

    @Test func `what a killed run left is swept, what belongs to others is not`() async throws {
        try await withTemporaryFolder { folder in
            let ours = ["x.zip.partial"]
            let others = ["x.zip", "x.zip.partially", "y.zip.partial", "xx.zip.partial"]
            for name in ours + others { try write([0], to: "\(folder)/\(name)") }
            ArchiveBuilder.removeLeftovers(of: "\(folder)/x.zip")
            #expect(try names(in: folder) == others.sorted())
            for name in ours { try write([0], to: "\(folder)/\(name)") }
            try build([("a", try seal([1], as: "a.sealed", in: folder, passphrase()))], in: folder)
            #expect(try names(in: folder) == (others + ["a.sealed"]).sorted())
        }
    }

    @Test func `a spool file that is missing, cut, longer or changed stops the archive`() async throws {
        let damages: [(code: ArchiveError.Code, damage: (String) throws -> Void)] = [
            (.cannotOpen, { try FileManager.default.removeItem(atPath: $0) }),
            (.damaged, { try write(Array(try fileBytes($0).dropLast()), to: $0) }),
            (.damaged, { try write(try fileBytes($0) + [0], to: $0) }),
            (.damaged, { try write(flippingLast(try fileBytes($0)), to: $0) }),
        ]
        for (code, damage) in damages {
            try await withTemporaryFolder { folder in
                try write(Array("old".utf8), to: "\(folder)/x.zip")
                let entries = try ["a", "b"].map { name in
                    (name, try seal(Array("some text".utf8), as: name, in: folder, passphrase()))
                }
                try damage("\(folder)/b")
                #expect(failureCode { try build(entries, in: folder) } == code)
                #expect(try fileBytes("\(folder)/x.zip") == Array("old".utf8))
                let partial = try names(in: folder).filter { $0.contains("partial") }
                #expect(partial.isEmpty)
            }
        }
    }

    @Test func `a spool file behind a link is not taken`() async throws {
        try await withTemporaryFolder { folder in
            var entry = try seal([1], as: "a", in: folder, passphrase())
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/b", withDestinationPath: "\(folder)/a")
            entry.spoolName = "b"
            #expect(failureCode { try build([("a", entry)], in: folder) } == .damaged)
        }
    }

    @Test func `spool files that changed places are found before the archive gets its name`() async throws {
        try await withTemporaryFolder { folder in
            var first = try seal([1, 2, 3], as: "1", in: folder, passphrase())
            var second = try seal([4, 5, 6], as: "2", in: folder, passphrase())
            swap(&first.spoolName, &second.spoolName)
            #expect(failureCode { try build([("a", first), ("b", second)], in: folder) } == .damaged)
            #expect(try names(in: folder) == ["1", "2"])
        }
    }

    @Test func `entries that were sealed with another passphrase do not become an archive`() async throws {
        try await withTemporaryFolder { folder in
            let entry = try seal([1, 2, 3], as: "1", in: folder, passphrase(seed: 4))
            #expect(failureCode { try build([("a", entry)], in: folder) } == .wrongPassphrase)
            #expect(try names(in: folder) == ["1"])
        }
    }

    @Test(arguments: ["/etc/passwd", "../up", "a/../../b", "caf\u{e9}", "", "a b", "rejection letter.pdf"])
    func `unsafe names are refused`(name: String) async throws {
        try await withTemporaryFolder { folder in
            let entry = try seal([1], as: "1", in: folder, passphrase())
            #expect(failureCode { try build([(name, entry)], in: folder) } == .invalidName)
            #expect(try names(in: folder) == ["1"])
        }
    }

    @Test func `a name that stands twice and an archive of nothing are refused`() async throws {
        try await withTemporaryFolder { folder in
            let entry = try seal([1], as: "1", in: folder, passphrase())
            #expect(failureCode { try build([("a", entry), ("a", entry)], in: folder) } == .invalidName)
            #expect(failureCode { try build([], in: folder) } == .cannotCreate)
        }
    }

    @Test func `the folder must exist`() async throws {
        try await withTemporaryFolder { folder in
            let entry = try seal([1], as: "1", in: folder, passphrase())
            let code = failureCode {
                _ = try ArchiveBuilder.build(
                    at: "\(folder)/none/x.zip",
                    from: folder,
                    entries: [("a", entry)],
                    keys: KeyRing(passphrase())
                )
            }
            #expect(code == .cannotCreate)
        }
    }
}
