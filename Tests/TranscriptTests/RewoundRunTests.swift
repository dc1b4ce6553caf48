import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct `A run that is taken back` {
    @Test func `gathered again from the start, the request gives the same bytes but for the signature (case 74)`()
        async throws
    {
        try await withVerifiedRequest { inzage, request in
            try inzage.expect(0, "export", request)
            let first = try Self.digests(inzage, request)
            try FileManager.default.removeItem(atPath: inzage.archive(of: request))
            let rewound = try runTool(
                "/usr/bin/python3",
                ["-c", Self.rewind, inzage.folder + "/register.sqlite", request]
            )
            try #require(rewound.status == 0, "\(rewound.errors)")
            // The dates in the package are those of the first gathering, not of this one.
            try await Task.sleep(for: .seconds(1.2))
            try inzage.expect(0, "export", request)
            let second = try Self.digests(inzage, request)
            #expect(first.count > 25 && first.keys == second.keys)
            #expect(first.keys.filter { first[$0] != second[$0] } == ["datapackage.json.p7s"])
        }
    }

    /// The SHA-256 of every entry as 7-Zip unpacks it.
    private static func digests(_ inzage: Command, _ request: String) throws -> [String: String] {
        let folder = inzage.folder + "/../unpacked"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let passphrase = try inzage.passphrase(of: request)
        let unpacked = try runTool("7z", ["x", "-p\(passphrase)", "-o\(folder)", inzage.archive(of: request)])
        try #require(unpacked.status == 0, "\(unpacked.errors)")
        let list = try runTool("sh", ["-c", "find . -type f -exec sha256sum {} +"], in: folder)
        let lines = list.output.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1) }
        return Dictionary(uniqueKeysWithValues: lines.map { (String($0[1].dropFirst(3)), String($0[0])) })
    }

    /// Forgets everything after the proof but what the first gathering fixed.
    private static let rewind = """
        import sqlite3, sys
        with sqlite3.connect(sys.argv[1]) as register:
            request = sys.argv[2:]
            register.execute("DELETE FROM gathered WHERE request = ?", request)
            register.execute("DELETE FROM outbox WHERE request = ? AND kind = 'archive'", request)
            register.execute(
                "UPDATE package SET archiveName = NULL, archiveBytes = NULL, archiveSHA256 = NULL, identifiers = NULL, "
                "passphraseToldAt = NULL, deliveredAt = NULL WHERE request = ?", request)
            changed = register.execute("UPDATE request SET state = 'verified' WHERE id = ?", request)
            assert changed.rowcount == 1
        """
}
