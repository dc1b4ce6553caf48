import Foundation
import ArchiveSealing
import Testing
import TestSupport

@Suite struct EntrySealerTests {
    @Test func `a dropped sealer leaves no file`() async throws {
        try await withTemporaryFolder { folder in
            func startAndDrop() throws {
                var sealer = try EntrySealer(creating: "a.sealed", in: folder, keys: KeyRing(passphrase()))
                try sealer.write(Array("half a record".utf8))
                #expect(try names(in: folder) == ["a.sealed"])
            }
            try startAndDrop()
            #expect(try names(in: folder).isEmpty)
        }
    }

    @Test func `a finished entry says what lies in its file`() async throws {
        try await withTemporaryFolder { folder in
            let entry = try seal(Array("abc".utf8), as: "a.sealed", in: folder, passphrase())
            let path = "\(folder)/a.sealed"
            #expect(entry.spoolName == "a.sealed")
            #expect(entry.size == 3)
            #expect(entry.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
            #expect(try UInt64(fileBytes(path).count) == entry.sealedSize)
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func `the size counts what has been written`() async throws {
        try await withTemporaryFolder { folder in
            var sealer = try EntrySealer(creating: "a.sealed", in: folder, keys: KeyRing(passphrase()))
            #expect(sealer.size == 0)
            try sealer.write([UInt8](repeating: 7, count: 100_000))
            try sealer.write(ArraySlice<UInt8>())
            try sealer.write([1, 2, 3].span)
            #expect(sealer.size == 100_003)
            #expect(try sealer.finish(durably: true).size == 100_003)
        }
    }

    @Test(arguments: [1, 7, 4096, 65_536, 65_537])
    func `the pieces in which bytes come do not matter`(pieces: Int) async throws {
        try await withTemporaryFolder { folder in
            var generator = SteadyGenerator(seed: 3)
            let bytes = generator.bytes(pieces == 1 ? 5_000 : 300_000)
            let entry = try seal(bytes, as: "a", in: folder, passphrase(), pieces: pieces)
            let whole = try seal(bytes, as: "b", in: folder, passphrase())
            #expect(entry.sha256 == whole.sha256)
            let entries = [(name: "a", entry: entry)]
            _ = try ArchiveBuilder.build(
                at: "\(folder)/x.zip",
                from: folder,
                entries: entries,
                keys: KeyRing(passphrase())
            )
            #expect(try contents(of: "a", in: "\(folder)/x.zip", passphrase()) == bytes)
        }
    }

    @Test func `what a killed run left is replaced, a link is not followed`() async throws {
        try await withTemporaryFolder { folder in
            try write(Array("left over".utf8), to: "\(folder)/a")
            try write(Array("precious".utf8), to: "\(folder)/target")
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/b", withDestinationPath: "\(folder)/target")
            for name in ["a", "b"] {
                let entry = try seal([1, 2, 3], as: name, in: folder, passphrase())
                #expect(try UInt64(fileBytes("\(folder)/\(name)").count) == entry.sealedSize)
            }
            #expect(try fileBytes("\(folder)/target") == Array("precious".utf8))
        }
    }

    @Test(arguments: ["../a", "a/b", "", "..", "a\0b"])
    func `a spool name that leads elsewhere is refused`(name: String) async throws {
        try await withTemporaryFolder { folder in
            #expect(failureCode { _ = try seal([], as: name, in: folder, passphrase()) } == .invalidName)
            let left = try names(in: folder)
            #expect(left.isEmpty)
        }
    }

    @Test func `a missing folder is an error that names the file`() {
        let error = #expect(throws: ArchiveError.self) {
            _ = try seal([], as: "a", in: "/nowhere/at/all", passphrase())
        }
        #expect(error?.code == .cannotCreate)
        #expect(error?.message == "cannot create spool file /nowhere/at/all/a: No such file or directory")
    }

    @Test func `each entry has a salt of its own, so that no key stream repeats`() async throws {
        try await withTemporaryFolder { folder in
            let files = try (0..<50).map { place in
                _ = try seal(Array("the same".utf8), as: "\(place)", in: folder, passphrase())
                return try fileBytes("\(folder)/\(place)")
            }
            #expect(Set(files.map { $0.prefix(16) }).count == 50)
            #expect(Set(files.map { $0.dropFirst(18) }).count == 50)
        }
    }

    @Test func `no plaintext reaches the disk, not even of bytes that do not compress`() async throws {
        try await withTemporaryFolder { folder in
            var generator = SteadyGenerator(seed: 11)
            let noise = generator.bytes(200_000)
            let text = Array(String(repeating: "Kim Sam lives in Marker Street. ", count: 4000).utf8)
            let fixture = try SealedFixture([("a", noise), ("b", text)], in: folder)
            for name in try names(in: folder) {
                let bytes = try fileBytes("\(folder)/\(name)")
                #expect(!bytes.contains(sequence: Array(noise[1000..<1008])))
                #expect(!bytes.contains(sequence: Array(noise[150_000..<150_008])))
                #expect(!bytes.contains(sequence: Array("Marker".utf8)))
                #expect(!bytes.contains(sequence: Array(fixture.passphrase.reveal().utf8)))
            }
        }
    }

    @Test func `entries are sealed side by side`() async throws {
        try await withTemporaryFolder { folder in
            let texts = (0..<12).map { String(repeating: "record \($0)\n", count: 5000) }
            let entries = try await withThrowingTaskGroup(of: (Int, SealedEntry).self) { group in
                for (place, text) in texts.enumerated() {
                    group.addTask { (place, try seal(Array(text.utf8), as: "\(place)", in: folder, passphrase())) }
                }
                return try await group.reduce(into: [Int: SealedEntry]()) { $0[$1.0] = $1.1 }
            }
            let ordered = entries.sorted { $0.key < $1.key }.map { (name: "data/\($0.key)", entry: $0.value) }
            let path = "\(folder)/x.zip"
            _ = try ArchiveBuilder.build(at: path, from: folder, entries: ordered, keys: KeyRing(passphrase()))
            for (place, text) in texts.enumerated() {
                #expect(try contents(of: "data/\(place)", in: path, passphrase()) == Array(text.utf8))
            }
        }
    }
}
