import Foundation
import ArchiveSealing
import Testing
import TestSupport

/// What other people's programs make of an archive.
@Suite struct IndependentReaderTests {
    /// Contents of every shape: empty, tiny, text, noise, large, and lengths around the steps of the work.
    static let shapes: [(name: String, bytes: [UInt8])] = {
        var generator = SteadyGenerator(seed: 5)
        let text = Array((0..<40_000).map { "{\"order\":\($0),\"total\":\($0 * 7 % 1013)}\n" }.joined().utf8)
        var shapes = [
            ("00-READ-ME.txt", Array("read me\n".utf8)), ("empty.bin", []), ("one.bin", [0x41]),
            ("data/0001.json", text),
            ("files/0001.bin", generator.bytes(3_000_001)),
            ("turns.bin", text + generator.bytes(2_500_000) + text + text + generator.bytes(1_200_000) + text),
            ("zeros.bin", [UInt8](repeating: 0, count: 8_000_000)),
        ]
        for size in [15, 16, 17, 8191, 8192, 8193, 65_530, 65_535, 65_536, 65_537, 131_072] {
            shapes.append(("sizes/\(size).bin", generator.bytes(size)))
        }
        return shapes
    }()

    @Test func `7-Zip tests every entry and finds AES-256 with deflate and no checksum`() async throws {
        try await withTemporaryFolder { folder in
            let fixture = try SealedFixture(Self.shapes, in: folder)
            let secret = "-p\(fixture.passphrase.reveal())"
            let tested = try runTool("7z", ["t", secret, fixture.path])
            #expect(tested.status == 0, "\(tested.output)\(tested.errors)")
            let listed = try runTool("7z", ["l", "-slt", secret, fixture.path]).output.split(separator: "\n")
            let count = Self.shapes.count
            #expect(listed.count { $0 == "Method = AES-256 Deflate" } == count)
            #expect(listed.count { $0.trimmingCharacters(in: .whitespaces) == "CRC =" } == count)
            #expect(listed.count { $0.hasPrefix("Modified = 1980-01-01 00:00:00") } == count)
            #expect(listed.count { $0 == "Encrypted = +" } == count)
        }
    }

    @Test func `7-Zip refuses another passphrase`() async throws {
        try await withTemporaryFolder { folder in
            let fixture = try SealedFixture([("a.txt", Array("text".utf8))], in: folder)
            #expect(try runTool("7z", ["t", "-p\(passphrase(seed: 2).reveal())", fixture.path]).status != 0)
        }
    }

    @Test func `7-Zip extracts the very bytes`() async throws {
        try await withTemporaryFolder { folder in
            let fixture = try SealedFixture(Self.shapes, in: folder)
            let into = "\(folder)/out"
            let run = try runTool("7z", ["x", "-p\(fixture.passphrase.reveal())", "-o\(into)", fixture.path])
            #expect(run.status == 0)
            for (name, bytes) in Self.shapes { #expect(try fileBytes("\(into)/\(name)") == bytes, "\(name)") }
        }
    }

    @Test func `pyzipper reads the same bytes`() async throws {
        try await withTemporaryFolder { folder in
            let fixture = try SealedFixture(Self.shapes, in: folder)
            let digests = try pyzipperDigests(fixture)
            #expect(digests == fixture.entries.map { "\($0.name) \($0.entry.size) \($0.entry.sha256)" })
        }
    }

    @Test func `libarchive extracts the very bytes, and refuses another passphrase`() async throws {
        try await withTemporaryFolder { folder in
            let fixture = try SealedFixture(Self.shapes, in: folder)
            try FileManager.default.createDirectory(atPath: folder + "/out", withIntermediateDirectories: true)
            func bsdtar(_ secret: String) throws -> ToolResult {
                try runTool("bsdtar", ["--passphrase", secret, "-xf", fixture.path, "-C", folder + "/out"])
            }
            #expect(try bsdtar(passphrase(seed: 2).reveal()).status != 0)
            let extracted = try bsdtar(fixture.passphrase.reveal())
            #expect(extracted.status == 0, "\(extracted.errors)")
            for (name, bytes) in Self.shapes { #expect(try fileBytes("\(folder)/out/\(name)") == bytes, "\(name)") }
        }
    }

    @Test func `Info-ZIP, which knows only the old encryption, refuses it and gives out nothing (case 75)`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let fixture = try SealedFixture([("a.txt", Array("text".utf8))], in: folder)
            let secret = fixture.passphrase.reveal()
            let refused = try runTool("unzip", ["-P", secret, fixture.path, "-d", folder + "/out"])
            #expect(refused.status == 81)
            #expect((refused.output + refused.errors).contains("need PK compat. v5.1"))
            #expect(!FileManager.default.fileExists(atPath: folder + "/out/a.txt"))
        }
    }

    @Test func `five hundred entries are read by all`() async throws {
        try await withTemporaryFolder { folder in
            let contents = (1...500).map { ("files/\($0).txt", Array("document \($0)".utf8)) }
            let fixture = try SealedFixture(contents, in: folder)
            #expect(try runTool("7z", ["t", "-p\(fixture.passphrase.reveal())", fixture.path]).status == 0)
            #expect(try pyzipperDigests(fixture).count == 500)
            try check(fixture.path, against: fixture.entries, fixture.passphrase)
        }
    }

    @Test func `the facts are those of the file`() async throws {
        try await withTemporaryFolder { folder in
            let fixture = try SealedFixture([("a.txt", Array("text".utf8))], in: folder)
            let sum = try runTool("sha256sum", [fixture.path]).output.split(separator: " ").first
            #expect(sum.map(String.init) == fixture.facts.sha256)
            #expect(try UInt64(fileBytes(fixture.path).count) == fixture.facts.bytes)
            #expect(fixture.facts.path == fixture.path)
        }
    }

    private func pyzipperDigests(_ fixture: SealedFixture) throws -> [String] {
        let script = """
            import sys, hashlib, pyzipper
            with pyzipper.AESZipFile(sys.argv[1]) as archive:
                archive.setpassword(sys.stdin.read().encode())
                for entry in archive.infolist():
                    data = archive.read(entry)
                    print(entry.filename, len(data), hashlib.sha256(data).hexdigest())
            """
        let run = try runTool(
            "\(checkout)/.venv/bin/python",
            ["-c", script, fixture.path],
            input: fixture.passphrase.reveal()
        )
        #expect(run.status == 0, "\(run.errors)")
        return run.output.split(separator: "\n").map(String.init)
    }
}
