import Cases
import Cryptography
import Foundation
import RegisterStore
import TestSupport
import Testing

@Suite("A backup of the register") struct BackupTests {
    private func withPlace(_ body: (SafePlace) throws -> Void) async throws {
        try await withTemporaryFolder { try body(SafePlace($0)) }
    }

    @Test("is sealed, says in the clear what it is, and is for its owner alone")
    func isSealed() async throws {
        try await withPlace { place in
            let id = try place.prepared()
            let bytes = try place.bytes("safe.backup")
            let header = String(decoding: bytes.prefix { $0 < 0x80 }, as: UTF8.self)
            #expect(header.hasPrefix("inzage backup 1\nmade 2026-06-15T12:00:00Z\nregister "))
            for secret in ["SQLite format", "audit", id, "CREATE TABLE"] {
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret)")
            }
            let mode = try FileManager.default.attributesOfItem(atPath: place.backup)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            #expect(try place.names(in: ".") == ["other", "safe.backup", "shop"])
        }
    }

    @Test("comes back with everything that stood in it, and the audit goes on")
    func comesBack() async throws {
        try await withPlace { place in
            let id = try place.prepared()
            let restored = try place.restore()
            #expect(restored.madeAt == "2026-06-15T12:00:00Z" && restored.requests == 1 && restored.kept == nil)
            #expect(restored.held == [id])
            #expect(try place.names(in: "other").filter { !$0.hasPrefix("locks") } == ["register.sqlite"])
            let register = try place.register(in: "other")
            #expect(try register.read { try $0.request(id) }?.claim.email == "ada@example.org")
            let audit = try register.read { try $0.auditEntries() }
            #expect(register.auditChain.breaks(in: audit).isEmpty)
            #expect(audit.last?.action == "restored from the backup of 2026-06-15T12:00:00Z")
            let mode = try FileManager.default.attributesOfItem(atPath: place.folder + "/other/register.sqlite")
            #expect(mode[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test("is of one moment, while another writes")
    func isOfOneMoment() async throws {
        try await withTemporaryFolder { folder in
            let place = try SafePlace(folder)
            let register = try place.register()
            try register.open()
            let writer = Task.detached {
                let other = try place.register()
                // Each adds a request and an entry of the audit in one transaction.
                for _ in 0..<40 { try other.open() }
            }
            var sizes: [Int] = []
            for _ in 0..<5 {
                _ = try register.backUp(to: place.backup, replacing: true)
                try? FileManager.default.removeItem(atPath: folder + "/other/register.sqlite")
                sizes.append(try place.restore().requests)
                let copy = try place.register(in: "other")
                let audit = try copy.read { try $0.auditEntries() }
                #expect(copy.auditChain.breaks(in: audit).isEmpty)
                #expect(audit.count { $0.action == "opened" } == sizes.last)
            }
            try await writer.value
            #expect(sizes == sizes.sorted())
        }
    }

    @Test("takes the place of no file unless that is said, nor leaves anything where it cannot be written")
    func replacesNothing() async throws {
        try await withPlace { place in
            let register = try place.register()
            try place.write("mine".utf8, to: "safe.backup")
            #expect(exit { _ = try register.backUp(to: place.backup) } == .usage)
            #expect(try place.bytes("safe.backup") == Data("mine".utf8))
            #expect(exit { _ = try register.backUp(to: place.folder + "/none/safe.backup") } == .usage)
            #expect(exit { _ = try register.backUp(to: place.folder + "/other", replacing: true) } == .usage)
            #expect(try place.names(in: ".") == ["other", "safe.backup", "shop"])
            _ = try register.backUp(to: place.backup, replacing: true)
            #expect(exit { try place.restore() } == nil)
        }
    }

    @Test("of a register of many megabytes goes in pieces, none of which can be moved, left out or added")
    func goesInPieces() async throws {
        try await withPlace { place in
            _ = try place.prepared()
            try place.tamper("CREATE TABLE filler (blob); INSERT INTO filler VALUES (randomblob(3000000))")
            _ = try place.register().backUp(to: place.backup, replacing: true)
            let whole = Array(try place.bytes("safe.backup"))
            #expect(exit { try place.restore() } == nil)
            let header = try #require(whole.indices.first { whole[$0] == 10 && whole[$0 + 1] == 10 }) + 2
            let size = 4 + 28 + (1 << 20)
            let (first, second) = (
                Array(whole[header..<header + size]), Array(whole[(header + size)..<(header + 2 * size)])
            )
            let rest = Array(whole[(header + 2 * size)...])
            let start = Array(whole[..<header])
            for changed in [
                start + second + first + rest, start + first + rest, start + first + second,
                start + first + first + rest,
                whole + first, start, start + first,
            ] {
                try place.write(changed, to: "safe.backup")
                try? FileManager.default.removeItem(atPath: place.folder + "/other/register.sqlite")
                #expect(exit { try place.restore() } == .integrityBroken)
                #expect(try place.names(in: "other").filter { $0 != "locks" }.isEmpty)
            }
        }
    }
}
