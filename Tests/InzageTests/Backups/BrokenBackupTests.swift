import Cases
import Cryptography
import Foundation
import RegisterStore
import TestSupport
import Testing

@Suite("A backup that is not as it was written") struct BrokenBackupTests {
    private func withPlace(_ body: (SafePlace) throws -> Void) async throws {
        try await withTemporaryFolder { try body(SafePlace($0)) }
    }

    /// Restores over the shop's register, which must be refused and must change nothing.
    private func expectRefusal(
        _ place: SafePlace,
        _ status: Cases.Ending,
        saying words: String = "",
        _ comment: Comment? = nil
    ) throws {
        let before = try (place.names(in: "shop").filter { $0 != "locks" }, place.bytes("shop/register.sqlite"))
        let error = #expect(throws: InzageError.self, comment) { try place.restore(into: "shop", replacing: true) }
        #expect(error?.ending == status, comment)
        #expect(error?.description.contains(words) == true || words.isEmpty, comment)
        #expect(try place.names(in: "shop").filter { $0 != "locks" } == before.0, comment)
        #expect(try place.bytes("shop/register.sqlite") == before.1, comment)
    }

    @Test("is refused wherever it was cut, and the register stays as it is")
    func cut() async throws {
        try await withPlace { place in
            _ = try place.prepared()
            let whole = try place.bytes("safe.backup")
            for length in [0, 1, 14, 15, 16, 40, 100, 150, 160, 5000, whole.count / 2, whole.count - 1] {
                try place.write(whole.prefix(length), to: "safe.backup")
                try expectRefusal(place, .integrityBroken, "cut to \(length)")
            }
        }
    }

    @Test("is refused wherever a bit of it turned, or something was added")
    func flipped() async throws {
        try await withPlace { place in
            _ = try place.prepared()
            let whole = Array(try place.bytes("safe.backup"))
            let end = try #require(whole.indices.first { whole[$0] == 10 && whole[$0 + 1] == 10 }) + 2
            let places = Array(0..<end + 8) + [end + 20, whole.count / 2, whole.count - 17, whole.count - 1]
            for position in places {
                var bytes = whole
                bytes[position] ^= 1
                try place.write(bytes, to: "safe.backup")
                #expect(exit { try place.restore() } == .integrityBroken, "byte \(position)")
            }
            #expect(try place.names(in: "other").filter { $0 != "locks" }.isEmpty)
            for added in [[0], [0, 0, 0, 28] + [UInt8](repeating: 0, count: 28), [255, 255, 255, 255]] as [[UInt8]] {
                try place.write(whole + added, to: "safe.backup")
                try expectRefusal(place, .integrityBroken)
            }
        }
    }

    @Test(
        "is no backup at all, and that is said",
        arguments: ["", "SQLite format 3\u{0}", "PK\u{3}\u{4}", "inzage\n\n"]
    )
    func noBackup(content: String) async throws {
        try await withPlace { place in
            _ = try place.prepared()
            try place.write(content.utf8, to: "safe.backup")
            try expectRefusal(place, .integrityBroken, saying: "no backup of inzage")
        }
    }

    @Test("was sealed under another key, and that is said")
    func otherKey() async throws {
        try await withPlace { place in
            _ = try place.prepared()
            let error = #expect(throws: InzageError.self) {
                try place.restore(vault: Vault(key: SecretKey(Array(repeating: 8, count: 32))))
            }
            #expect(error?.ending == .integrityBroken && error?.message.contains("another key") == true)
            #expect(try place.names(in: "other").isEmpty)
        }
    }

    @Test("is of a newer format, or of a register that a newer edition has written")
    func newer() async throws {
        try await withPlace { place in
            let register = try place.register()
            try register.open()
            try place.tamper("INSERT INTO grdb_migrations VALUES ('99 something newer')")
            _ = try register.backUp(to: place.backup)
            let ofRegister = #expect(throws: InzageError.self) { try place.restore() }
            #expect(ofRegister?.message.contains("newer edition") == true)
            #expect(exit { try place.restore() } == .integrityBroken)
            #expect(try place.names(in: "other").filter { $0 != "locks" }.isEmpty)
            var bytes = Array(try place.bytes("safe.backup"))
            bytes[14] = UInt8(ascii: "2")
            try place.write(bytes, to: "safe.backup")
            let error = #expect(throws: InzageError.self) { try place.restore() }
            #expect(error?.ending == .integrityBroken && error?.message.contains("newer edition") == true)
        }
    }

    @Test("is not there, a folder, or a pipe that nobody writes into")
    func notAFile() async throws {
        try await withPlace { place in
            #expect(exit { try place.restore() } == .usage)
            try FileManager.default.createDirectory(atPath: place.backup, withIntermediateDirectories: false)
            #expect(exit { try place.restore() } == .usage)
            try FileManager.default.removeItem(atPath: place.backup)
            mkfifo(place.backup, 0o600)
            #expect(exit { try place.restore() } == .usage)
        }
    }
}

@Suite("A register that is there") struct ReplacedRegisterTests {
    private func withPlace(_ body: (SafePlace) throws -> Void) async throws {
        try await withTemporaryFolder { try body(SafePlace($0)) }
    }

    @Test("is replaced only where that is said, and kept beside under a name")
    func isKept() async throws {
        try await withPlace { place in
            let id = try place.prepared()
            let later = try place.register().open("bob@example.org")
            #expect(exit { try place.restore(into: "shop") } == .notInThisState)
            let restored = try place.restore(into: "shop", replacing: true)
            let kept = try #require(restored.kept)
            #expect(kept == "register-replaced-20260615T120000Z.sqlite")
            #expect(try place.names(in: "shop").filter { $0 != "locks" } == [kept, "register.sqlite"])
            #expect(try place.register().read { try $0.requests() }.map(\.id) == [id])
            try FileManager.default.moveItem(
                atPath: "\(place.folder)/shop/\(kept)",
                toPath: place.folder + "/other/register.sqlite"
            )
            #expect(try place.register(in: "other").read { try $0.requests() }.map(\.id) == [id, later])
            // In the same second another name is found.
            #expect(try place.restore(into: "shop", replacing: true).kept != nil)
            #expect(try place.restore(into: "shop", replacing: true).kept?.contains("-2.sqlite") == true)
        }
    }

    @Test("is not touched while somebody works: on a request, or with the register open")
    func isNotTouched() async throws {
        try await withPlace { place in
            let id = try place.prepared()
            do {
                let lease = try Lease(request: id, inFolder: place.folder + "/shop")
                #expect(exit { try place.restore(into: "shop", replacing: true) } == .heldBySomebodyElse)
                withExtendedLifetime(lease) {}
            }
            do {
                let open = try place.register()
                #expect(exit { try place.restore(into: "shop", replacing: true) } == .heldBySomebodyElse)
                // What is written now is not lost.
                try open.open("bob@example.org")
            }
            #expect(try place.register().read { try $0.requests() }.count == 2)
        }
    }

    @Test("may be damaged: it is put aside with its log, which is never read as the new one's")
    func mayBeDamaged() async throws {
        try await withPlace { place in
            let id = try place.prepared()
            try place.write(Array(repeating: 0xA5, count: 9000), to: "shop/register.sqlite")
            try place.write("a log of nothing".utf8, to: "shop/register.sqlite-wal")
            let kept = try #require(try place.restore(into: "shop", replacing: true).kept)
            #expect(try place.bytes("shop/\(kept)") == Data(repeating: 0xA5, count: 9000))
            #expect(try place.register().read { try $0.requests() }.map(\.id) == [id])
            // A log without its register is no register, and not read either.
            try place.write("a log of nothing".utf8, to: "other/register.sqlite-wal")
            #expect(try place.restore().kept == nil)
            #expect(try place.register(in: "other").read { try $0.requests() }.map(\.id) == [id])
        }
    }
}
