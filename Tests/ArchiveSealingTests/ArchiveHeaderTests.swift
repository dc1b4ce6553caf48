import ArchiveSealing
import Testing
import TestSupport

/// What the unencrypted parts of an archive tell, read byte by byte (cases 75 and 76).
@Suite struct ArchiveHeaderTests {
    private static let plaintexts: [(name: String, bytes: [UInt8])] = [
        ("00-READ-ME.txt", Array("read me".utf8)), ("empty", []), ("one", [1]),
        ("data/0001.json", Array(String(repeating: "{\"a\":1}\n", count: 10_000).utf8)),
    ]

    private func withRawArchive(_ body: (RawZip, SealedFixture, String) throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let fixture = try SealedFixture(Self.plaintexts, in: folder)
            try body(RawZip(try fileBytes(fixture.path)), fixture, folder)
        }
    }

    @Test func `every header says AES-256, version AE-2, deflate, and nothing of the content`() async throws {
        try await withRawArchive { raw, _, _ in
            #expect(raw.entries.map(\.name) == Self.plaintexts.map { Array($0.name.utf8) })
            for header in raw.entries.flatMap({ [$0.local, $0.central] }) {
                #expect(header.method == 99)
                #expect(header.flags == 1)
                #expect(header.crc == 0)
                #expect(header.time == 0)
                #expect(header.date == 0x21)
                // Its id, its length, vendor version 2, vendor AE, strength 3, method 8: and no other field.
                #expect(header.extra == [0x01, 0x99, 7, 0, 2, 0, 0x41, 0x45, 3, 8, 0])
            }
        }
    }

    @Test func `local and central headers agree, with sizes of the plaintext and the sealed data`() async throws {
        try await withRawArchive { raw, fixture, _ in
            for (entry, item) in zip(raw.entries, fixture.entries) {
                #expect(entry.local == entry.central)
                #expect(UInt64(entry.central.size) == item.entry.size)
                #expect(UInt64(entry.central.sealedSize) == item.entry.sealedSize)
            }
        }
    }

    @Test func `every file is a plain 0644 one and nothing bears a comment`() async throws {
        try await withRawArchive { raw, _, _ in
            #expect(raw.comment.isEmpty)
            for entry in raw.entries {
                #expect(entry.comment.isEmpty)
                #expect(entry.externalAttributes == 0o100644 << 16)
                #expect(entry.madeBy >> 8 == 3)
            }
        }
    }

    @Test func `a finished entry is copied as it is and not sealed again`() async throws {
        try await withRawArchive { raw, fixture, folder in
            for (entry, item) in zip(raw.entries, fixture.entries) {
                let spooled = try fileBytes("\(folder)/\(item.entry.spoolName)")
                #expect(entry.data == spooled)
            }
        }
    }

    @Test func `an empty entry is sealed like any other`() async throws {
        try await withRawArchive { raw, _, _ in #expect(raw.entries[1].data.count == 16 + 2 + 2 + 10) }
    }

    @Test func `an archive that is taken apart and put together again is still whole`() async throws {
        try await withRawArchive { raw, fixture, folder in
            try write(raw.bytes, to: "\(folder)/again.zip")
            try check("\(folder)/again.zip", against: fixture.entries, fixture.passphrase)
        }
    }
}
