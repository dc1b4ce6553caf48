import Foundation
import TestSupport
import Testing

/// `inzage backup` and `inzage restore` as an administrator runs them.
@Suite("inzage backup and restore") struct BackupCommandTests {
    private func withShop(_ body: (Command, _ place: String) throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try SampleShop.copy(to: folder + "/shop")
            try FileManager.default.createDirectory(atPath: folder + "/safe", withIntermediateDirectories: false)
            try body(Command(controller: folder + "/shop"), folder + "/safe")
        }
    }

    @Test("change nothing in the company's folder while they only read, and leave nothing of a person in the copy")
    func changesNothing() async throws {
        try await withShop { inzage, place in
            try inzage.proveIdentity(of: inzage.openRequest(PrivateValues.person))
            let before = try BadInputState(of: inzage.folder)
            #expect(try inzage("backup", place + "/register.backup").status == 0)
            #expect(try BadInputState(of: inzage.folder) == before)
            let copy = try Data(contentsOf: URL(fileURLWithPath: place + "/register.backup"))
            #expect(copy.range(of: Data(PrivateValues.person.utf8)) == nil)
            #expect(copy.range(of: Data("SQLite".utf8)) == nil)
        }
    }

    @Test("are used wrongly: a file that is there, a folder that is not, the register itself, nothing to copy")
    func wrongUse() async throws {
        try await withShop { inzage, place in
            #expect(try inzage("backup", place + "/b").status == 9)
            _ = try inzage.openRequest(PrivateValues.person)
            #expect(try inzage("backup", place + "/none/b").status == 2)
            #expect(try inzage("backup", place).status == 2)
            #expect(try inzage("backup", inzage.folder + "/register.sqlite", "--replace").status == 2)
            #expect(try inzage("backup", place + "/b").status == 0)
            let again = try inzage("backup", place + "/b")
            #expect(again.status == 2 && again.errors.contains("--replace"))
            #expect(try inzage("backup", place + "/b", "--replace").status == 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: place) == ["b"])
            #expect(try inzage("restore", place + "/none").status == 2)
            #expect(try inzage("restore", place + "/b").status == 9)
            #expect(try inzage("restore", inzage.folder + "/controller.yaml", "--replace").status == 8)
            #expect(try inzage("request", "list").status == 0)
        }
    }

    @Test("where the disk is full leave the backup that was there as it was, and nothing half")
    func fullDisk() async throws {
        try await withShop { inzage, place in
            _ = try inzage.openRequest(PrivateValues.person)
            try inzage.expect(0, "backup", place + "/b")
            let before = try Data(contentsOf: URL(fileURLWithPath: place + "/b"))
            // A file may have 100 blocks here: what is written beyond them fails as on a full disk.
            let script = "trap '' XFSZ; ulimit -f 100; exec '\(Command.path)' backup '\(place)/b' --replace"
            let result = try runTool("/bin/sh", ["-c", script], environment: inzage.environment)
            #expect(result.status == 1 && result.errors.contains("no room"), "\(result)")
            #expect(try Data(contentsOf: URL(fileURLWithPath: place + "/b")) == before)
            #expect(try FileManager.default.contentsOfDirectory(atPath: place) == ["b"])
        }
    }

    @Test("--json print one object each")
    func json() async throws {
        try await withShop { inzage, place in
            let id = try inzage.openRequest(PrivateValues.person)
            let made = try inzage("backup", place + "/b", "--json")
            let restored = try inzage("restore", place + "/b", "--replace", "--json")
            for result in [made, restored] {
                #expect(result.status == 0)
                let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: any Sendable]
                #expect(object?["made"] is String)
            }
            #expect(restored.output.contains(id))
            let looked = try inzage("request", "looked", id, "--json")
            #expect(looked.status == 0 && looked.output.contains("received"))
            #expect(try inzage("request", "looked", id).status == 9)
            #expect(try inzage("request", "looked", "000000").status == 2)
        }
    }
}
