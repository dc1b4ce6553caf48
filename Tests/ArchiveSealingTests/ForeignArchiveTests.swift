import Foundation
import ArchiveSealing
import Testing
import TestSupport

/// Archives that other programs made.
@Suite struct ForeignArchiveTests {
    private static let files: [(name: String, bytes: [UInt8])] = {
        var generator = SteadyGenerator(seed: 21)
        return [
            ("text.txt", Array(String(repeating: "a line of text\n", count: 30_000).utf8)),
            ("noise.bin", generator.bytes(200_000)), ("one.bin", [0x21]), ("short.txt", Array("0123456789".utf8)),
        ]
    }()

    private func withFiles(_ body: (_ folder: String) throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            for (name, bytes) in Self.files { try write(bytes, to: "\(folder)/\(name)") }
            try body(folder)
        }
    }

    private func expectAllFiles(in archive: String) throws {
        for (name, bytes) in Self.files {
            #expect(try contents(of: name, in: archive, passphrase()) == bytes, "\(name)")
        }
    }

    @Test(arguments: ["-mm=Deflate", "-mm=Copy"])
    func `archives of 7-Zip can be read, compressed or stored`(method: String) async throws {
        try await withFiles { folder in
            let secret = "-p\(passphrase().reveal())"
            let arguments = ["a", "-tzip", "-mem=AES256", method, secret, "made.zip"] + Self.files.map(\.name)
            #expect(try runTool("7z", arguments, in: folder).status == 0)
            try expectAllFiles(in: "\(folder)/made.zip")
        }
    }

    @Test func `archives of pyzipper can be read, with an empty entry among them`() async throws {
        let script = """
            import sys, pyzipper
            with pyzipper.AESZipFile("made.zip", "w", compression=pyzipper.ZIP_DEFLATED,
                                     encryption=pyzipper.WZ_AES) as archive:
                archive.setpassword(sys.stdin.read().encode())
                for name in sys.argv[1:]: archive.write(name)
                archive.writestr("empty", b"")
            """
        try await withFiles { folder in
            let made = try runTool(
                "\(checkout)/.venv/bin/python",
                ["-c", script] + Self.files.map(\.name),
                input: passphrase().reveal(),
                in: folder
            )
            #expect(made.status == 0, "\(made.errors)")
            try expectAllFiles(in: "\(folder)/made.zip")
            #expect(try contents(of: "empty", in: "\(folder)/made.zip", passphrase()).isEmpty)
        }
    }

    @Test(arguments: [["-mem=ZipCrypto", "-p1234-1234-1234-1234-1234-1234"], ["-mem=AES128", "-p1"], []])
    func `what is sealed in a weaker way or not at all is not read (case 75)`(options: [String]) async throws {
        try await withFiles { folder in
            #expect(try runTool("7z", ["a", "-tzip"] + options + ["made.zip", "text.txt"], in: folder).status == 0)
            let reader = try ArchiveReader(opening: "\(folder)/made.zip", passphrase: passphrase())
            #expect(reader.entries.map(\.isSealed) == [false])
            let code = failureCode { _ = try contents(of: "text.txt", in: "\(folder)/made.zip", passphrase()) }
            #expect(code == .notEncrypted)
        }
    }
}
