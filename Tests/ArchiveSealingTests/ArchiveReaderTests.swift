import ArchiveSealing
import Testing
import TestSupport

@Suite struct ArchiveReaderTests {
    private static let text = Array(String(repeating: "some text\n", count: 50_000).utf8)

    @Test func `the directory tells names and sizes`() async throws {
        try await withTemporaryFolder { folder in
            let fixture = try SealedFixture([("a", Self.text), ("b/c", [])], in: folder)
            let reader = try ArchiveReader(opening: fixture.path, passphrase: fixture.passphrase)
            #expect(reader.entries.map(\.name) == ["a", "b/c"])
            #expect(reader.entries.map(\.size) == [500_000, 0])
            #expect(reader.entries.map(\.sealedSize) == fixture.entries.map(\.entry.sealedSize))
            #expect(reader.entries.map(\.isSealed) == [true, true])
        }
    }

    @Test func `an entry comes in pieces of bounded size`() async throws {
        try await withTemporaryFolder { folder in
            let fixture = try SealedFixture([("zeros", [UInt8](repeating: 0, count: 5_000_000))], in: folder)
            var reader = try ArchiveReader(opening: fixture.path, passphrase: fixture.passphrase)
            var sizes: [Int] = []
            try reader.read(at: 0) { sizes.append($0.count) }
            #expect(sizes.reduce(0, +) == 5_000_000)
            #expect(sizes.allSatisfy { (1...65_536).contains($0) })
        }
    }

    @Test func `an entry larger than the limit is refused before it is expanded (case 72)`() async throws {
        try await withTemporaryFolder { folder in
            let fixture = try SealedFixture([("zeros", [UInt8](repeating: 0, count: 1_000_000))], in: folder)
            let read = { (limit: UInt64) in
                failureCode { _ = try contents(of: "zeros", in: fixture.path, fixture.passphrase, limit: limit) }
            }
            #expect(read(999_999) == .tooLarge)
            #expect(read(1_000_000) == nil)
        }
    }

    @Test func `a name or index that is not there is an error`() async throws {
        try await withTemporaryFolder { folder in
            let fixture = try SealedFixture([("a", [1])], in: folder)
            var reader = try ArchiveReader(opening: fixture.path, passphrase: fixture.passphrase)
            #expect(failureCode { try reader.read("A") { _ in } } == .noSuchEntry)
            #expect(failureCode { try reader.read(at: 1) { _ in } } == .noSuchEntry)
            #expect(failureCode { try reader.read(at: -1) { _ in } } == .noSuchEntry)
        }
    }

    @Test func `an entry can be read again, and reading stops when the receiver throws`() async throws {
        struct Enough: Error {}
        try await withTemporaryFolder { folder in
            let fixture = try SealedFixture([("a", Self.text)], in: folder)
            var reader = try ArchiveReader(opening: fixture.path, passphrase: fixture.passphrase)
            var pieces = 0
            #expect(throws: Enough.self) {
                try reader.read("a") { _ in
                    pieces += 1
                    throw Enough()
                }
            }
            #expect(pieces == 1)
            var total = 0
            try reader.read("a") { total += $0.count }
            #expect(total == Self.text.count)
        }
    }
}
