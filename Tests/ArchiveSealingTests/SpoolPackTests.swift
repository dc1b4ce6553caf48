import Foundation
import ArchiveSealing
import TestSupport
import Testing

@Suite struct `A pack of short entries` {
    private func seal(_ bytes: [UInt8], in folder: String, _ pack: SpoolPack, durably: Bool = false) throws
        -> SealedEntry
    {
        var sealer = try EntrySealer(creating: "own", in: folder, keys: KeyRing(passphrase()), pack: pack)
        try sealer.write(bytes)
        return try sealer.finish(durably: durably)
    }

    private func read(_ name: String, of path: String) throws -> [UInt8] {
        var reader = try ArchiveReader(opening: path, passphrase: passphrase())
        var bytes: [UInt8] = []
        try reader.read(name) { piece in piece.withUnsafeBufferPointer { bytes += $0 } }
        return bytes
    }

    @Test func `is one file, and its entries become an archive that 7-Zip reads`() async throws {
        try await withTemporaryFolder { folder in
            var random = SteadyGenerator(seed: 3)
            let contents = (0..<40).map { (name: "data/\($0).json", bytes: random.bytes($0 * 97)) }
            let pack = SpoolPack(in: folder)
            let entries = try contents.map { ($0.name, try seal($0.bytes, in: folder, pack)) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 1)
            #expect(entries.allSatisfy { SpoolFolder.holds($0.1, in: folder) })
            let path = "\(folder)/archive.zip"
            _ = try ArchiveBuilder.build(at: path, from: folder, entries: entries, keys: KeyRing(passphrase()))
            let tested = try runTool("7z", ["t", "-p\(passphrase().reveal())", path])
            #expect(tested.status == 0, "\(tested.output)")
            for content in contents { #expect(try read(content.name, of: path) == content.bytes) }
        }
    }

    @Test func `an entry that does not fit into one step has a file of its own`() async throws {
        try await withTemporaryFolder { folder in
            var random = SteadyGenerator(seed: 4)
            let pack = SpoolPack(in: folder)
            let long = random.bytes(1_000_000)
            let entries = [("a", try seal(long, in: folder, pack)), ("b", try seal([1, 2, 3], in: folder, pack))]
            #expect(entries.map { $0.1.spoolOffset } == [nil, 0])
            #expect(entries[0].1.spoolName == "own")
            let path = "\(folder)/archive.zip"
            _ = try ArchiveBuilder.build(at: path, from: folder, entries: entries, keys: KeyRing(passphrase()))
            #expect(try read("a", of: path) == long && read("b", of: path) == [1, 2, 3])
        }
    }

    @Test func `an entry that is dropped leaves nothing in it`() async throws {
        try await withTemporaryFolder { folder in
            let pack = SpoolPack(in: folder)
            do {
                var sealer = try EntrySealer(creating: "own", in: folder, keys: KeyRing(passphrase()), pack: pack)
                try sealer.write([1, 2, 3])
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
            let entry = try seal([1], in: folder, pack, durably: true)
            #expect(entry.spoolOffset == 0 && SpoolFolder.holds(entry, in: folder))
        }
    }

    @Test func `entries that threads finish at once do not run into each other`() async throws {
        try await withTemporaryFolder { folder in
            let pack = SpoolPack(in: folder)
            let entries = try await withThrowingTaskGroup(of: (String, SealedEntry).self) { group in
                for number in 0..<50 {
                    group.addTask { ("\(number)", try seal(Array("entry \(number)".utf8), in: folder, pack)) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let path = "\(folder)/archive.zip"
            _ = try ArchiveBuilder.build(at: path, from: folder, entries: entries, keys: KeyRing(passphrase()))
            for (name, _) in entries { #expect(try read(name, of: path) == Array("entry \(name)".utf8)) }
        }
    }

    @Test(arguments: [UInt64(1), 20, 90])
    func `one that was cut is found before an archive is made of it`(cut: UInt64) async throws {
        try await withTemporaryFolder { folder in
            let pack = SpoolPack(in: folder)
            let entries = try (0..<3).map { ("\($0)", try seal(Array("entry \($0)".utf8), in: folder, pack)) }
            let last = try #require(entries.last?.1)
            let end = try #require(last.spoolOffset) + last.sealedSize
            let file = try #require(FileHandle(forWritingAtPath: "\(folder)/\(last.spoolName)"))
            try file.truncate(atOffset: end - cut)
            #expect(!SpoolFolder.holds(last, in: folder))
            let error = #expect(throws: ArchiveError.self) {
                try ArchiveBuilder.build(
                    at: "\(folder)/x.zip",
                    from: folder,
                    entries: entries,
                    keys: KeyRing(passphrase())
                )
            }
            #expect(error?.code == .damaged)
        }
    }

    @Test func `an offset that points elsewhere is found when the archive is read back`() async throws {
        try await withTemporaryFolder { folder in
            let pack = SpoolPack(in: folder)
            var entries = try (0..<3).map { ("\($0)", try seal(Array("entry \($0)".utf8), in: folder, pack)) }
            entries[0].1.spoolOffset = entries[1].1.spoolOffset
            let error = #expect(throws: ArchiveError.self) {
                try ArchiveBuilder.build(
                    at: "\(folder)/x.zip",
                    from: folder,
                    entries: entries,
                    keys: KeyRing(passphrase())
                )
            }
            #expect(error?.code == .damaged)
        }
    }

    @Test func `a folder that is gone is an error, and no entry`() async throws {
        try await withTemporaryFolder { folder in
            let pack = SpoolPack(in: folder + "/nowhere")
            let error = #expect(throws: ArchiveError.self) { try seal([1], in: folder + "/nowhere", pack) }
            #expect(error?.code == .cannotCreate)
        }
    }
}
