import Foundation
import ArchiveSealing
import Testing
import TestSupport

/// What somebody between the company and the subject can do to an archive (case 77).
@Suite struct TamperingTests {
    private static let plaintexts: [(name: String, bytes: [UInt8])] = [
        ("a.txt", Array(String(repeating: "first\n", count: 2000).utf8)), ("empty", []), ("b.bin", [1, 2, 3]),
    ]

    /// Seals, changes the raw parts, writes them to another file and hands its path on.
    private func withChanged(
        _ change: (inout RawZip) -> Void,
        _ body: (_ path: String, _ fixture: SealedFixture) throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            let fixture = try SealedFixture(Self.plaintexts, in: folder)
            var raw = RawZip(try fileBytes(fixture.path))
            change(&raw)
            let path = "\(folder)/changed.zip"
            try write(raw.bytes, to: path)
            try body(path, fixture)
        }
    }

    private func codes(_ path: String, _ fixture: SealedFixture, reading name: String) -> [ArchiveError.Code?] {
        [
            failureCode { _ = try contents(of: name, in: path, fixture.passphrase) },
            failureCode { try check(path, against: fixture.entries, fixture.passphrase) },
        ]
    }

    @Test func `another passphrase is told apart from damage`() async throws {
        try await withChanged({ _ in }) { path, fixture in
            let error = #expect(throws: ArchiveError.self) {
                try check(path, against: fixture.entries, passphrase(seed: 2))
            }
            #expect(error?.code == .wrongPassphrase)
            #expect(error?.hint != nil)
            #expect(error?.description.contains(passphrase(seed: 2).reveal()) == false)
        }
    }

    @Test(arguments: [0, 1, 2], [18, 19, -11, -10, -1])
    func `one flipped bit in ciphertext or code is damage, in empty entries too`(index: Int, place: Int) async throws {
        let name = Self.plaintexts[index].name
        try await withChanged({ raw in
            let at = place < 0 ? raw.entries[index].data.count + place : place
            raw.entries[index].data[at] ^= 0x10
        }) { path, fixture in
            #expect(codes(path, fixture, reading: name) == [.damaged, .damaged])
        }
    }

    @Test(arguments: [0, 15, 16, 17])
    func `a flipped bit in salt or verifier looks like another passphrase`(place: Int) async throws {
        try await withChanged({ $0.entries[0].data[place] ^= 1 }) { path, fixture in
            // A changed salt gives other keys; by chance, once in 65536, the verifier does not show it.
            let allowed: Set<ArchiveError.Code?> = [.wrongPassphrase, .damaged]
            #expect(codes(path, fixture, reading: "a.txt").allSatisfy(allowed.contains))
        }
    }

    @Test func `no byte of a damaged entry is handed out`() async throws {
        // Only the code at the very end is wrong, all that stands before it could be expanded.
        try await withChanged({ $0.entries[0].data[$0.entries[0].data.count - 1] ^= 1 }) { path, fixture in
            var reader = try ArchiveReader(opening: path, passphrase: fixture.passphrase)
            var pieces = 0
            #expect(throws: ArchiveError.self) { try reader.read("a.txt") { _ in pieces += 1 } }
            #expect(pieces == 0)
        }
    }

    @Test func `an entry cut down to nothing is damage, not an empty file`() async throws {
        try await withChanged({ raw in
            let data = raw.entries[0].data
            raw.entries[0].data = Array(data.prefix(18) + data.suffix(10))
            raw.entries[0].local.size = 0
            raw.entries[0].central.size = 0
        }) { path, fixture in
            #expect(codes(path, fixture, reading: "a.txt") == [.damaged, .damaged])
        }
    }

    @Test func `a stored entry without any ciphertext has its code checked`() async throws {
        try await withChanged({ raw in
            raw.entries[1].data.removeSubrange(18..<20)
            raw.entries[1].local.extra[9] = 0
            raw.entries[1].central.extra[9] = 0
        }) { path, fixture in
            #expect(codes(path, fixture, reading: "empty") == [.damaged, .damaged])
        }
    }

    @Test(arguments: [0, 9, 17, 27])
    func `an entry too short for a seal is damage`(length: Int) async throws {
        try await withChanged({ $0.entries[0].data.removeSubrange(length...) }) { path, fixture in
            let allowed: Set<ArchiveError.Code?> = [.damaged]
            #expect(codes(path, fixture, reading: "a.txt").allSatisfy(allowed.contains))
        }
    }

    @Test func `a directory that lies about a size is damage`() async throws {
        for lie: UInt32 in [0, 11_999, 12_001, .max - 1] {
            try await withChanged({ raw in
                raw.entries[0].local.size = lie
                raw.entries[0].central.size = lie
            }) { path, fixture in
                #expect(codes(path, fixture, reading: "a.txt") == [.damaged, .damaged], "\(lie)")
            }
        }
    }

    @Test func `a header that contradicts the directory is damage`() async throws {
        try await withChanged({ $0.entries[0].local.size += 1 }) { path, fixture in
            #expect(codes(path, fixture, reading: "b.bin") == [.damaged, .damaged])
        }
    }

    @Test func `stripping the encryption does not make an entry readable`() async throws {
        try await withChanged({ raw in
            for part in [\RawZip.Entry.local, \RawZip.Entry.central] {
                raw.entries[2][keyPath: part].flags = 0
                raw.entries[2][keyPath: part].method = 0
                raw.entries[2][keyPath: part].extra = []
                raw.entries[2][keyPath: part].size = UInt32(raw.entries[2].data.count)
            }
        }) { path, fixture in
            #expect(codes(path, fixture, reading: "b.bin") == [.notEncrypted, .damaged])
        }
    }

    @Test func `removed, added, swapped and renamed entries are found`() async throws {
        let changes: [(inout RawZip) -> Void] = [
            { $0.entries.removeLast() },
            { $0.entries.removeFirst() },
            {
                $0.entries.append($0.entries[0]); $0.entries[3].name = Array("c.txt".utf8)
            },
            { $0.entries.swapAt(0, 2) },
            { $0.entries[0].name = Array("A.txt".utf8) },
            {
                $0.entries[0].name = Array("b.bin".utf8); $0.entries[2].name = Array("a.txt".utf8)
            },
            {
                $0.entries[2] = $0.entries[0]; $0.entries[2].name = Array("b.bin".utf8)
            },
        ]
        for change in changes {
            try await withChanged(change) { path, fixture in
                #expect(failureCode { try check(path, against: fixture.entries, fixture.passphrase) } == .damaged)
            }
        }
    }

    @Test func `an entry of another archive with another passphrase does not fit in`() async throws {
        try await withTemporaryFolder { folder in
            let other = "\(folder)/other"
            try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
            let foreign = RawZip(try fileBytes(try SealedFixture(Self.plaintexts, in: other, seed: 9).path))
            let fixture = try SealedFixture(Self.plaintexts, in: folder)
            var raw = RawZip(try fileBytes(fixture.path))
            raw.entries[0] = foreign.entries[0]
            try write(raw.bytes, to: fixture.path)
            let code = failureCode { try check(fixture.path, against: fixture.entries, fixture.passphrase) }
            #expect(code == .wrongPassphrase)
        }
    }

    @Test func `an archive cut anywhere is damage`() async throws {
        try await withTemporaryFolder { folder in
            let fixture = try SealedFixture(Self.plaintexts, in: folder)
            let whole = try fileBytes(fixture.path)
            for length in stride(from: 0, to: whole.count, by: 13) {
                try write(Array(whole.prefix(length)), to: fixture.path)
                let code = failureCode { try check(fixture.path, against: fixture.entries, fixture.passphrase) }
                #expect(code == .damaged, "cut to \(length) of \(whole.count)")
            }
        }
    }

    @Test func `a file that is no archive is damage, a missing one cannot be opened`() async throws {
        try await withTemporaryFolder { folder in
            try write(Array("not a zip".utf8), to: "\(folder)/x.zip")
            #expect(failureCode { _ = try contents(of: "a", in: "\(folder)/x.zip", passphrase()) } == .damaged)
            #expect(failureCode { _ = try contents(of: "a", in: "\(folder)/y.zip", passphrase()) } == .cannotOpen)
        }
    }
}
