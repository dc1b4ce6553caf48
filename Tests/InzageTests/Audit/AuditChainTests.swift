import Cryptography
import Groundwork
import Foundation
import GRDB
import TestSupport
import Testing
import RegisterStore
import DeliveryStage
import Inzage
import Cases

@Suite struct `Audit chain` {
    @Test func `a chain that nobody touched is whole, and each entry carries the one before`() async throws {
        try await withChain { house in
            let entries = try house.register.read { try $0.auditEntries() }
            #expect(house.register.auditChain.breaks(in: entries).isEmpty)
            #expect(entries.map(\.number) == Array(1...6))
            #expect(entries.first?.previous == String(repeating: "0", count: 64))
            #expect(zip(entries, entries.dropFirst()).allSatisfy { $0.hash == $1.previous })
            #expect(Set(entries.map(\.operator)) == ["tester"])
        }
    }

    @Test func `the hash is an HMAC under a key of its own, as another program computes it`() async throws {
        try await withChain { house in
            let key = house.key.derived(for: "inzage vault: audit").bytes.hexadecimal
            let entry = try #require(try house.register.read { try $0.auditEntries() }.first)
            let parts = ["1", entry.at, "tester", "step 1", "-", "answering a data subject", "a=1,b=2", entry.previous]
            let result = try runTool(
                "/usr/bin/python3",
                [
                    "-c",
                    """
                    import hmac, sys
                    text = "".join(f"{len(p.encode())}:{p}\\n" for p in sys.argv[2:])
                    print(hmac.new(bytes.fromhex(sys.argv[1]), text.encode(), "sha256").hexdigest())
                    """, key,
                ] + parts
            )
            #expect(result.output == entry.hash + "\n")
        }
    }

    @Test(arguments: [
        "UPDATE audit SET action = 'nothing happened' WHERE number = 3",
        "UPDATE audit SET operator = 'somebody else' WHERE number = 3",
        "UPDATE audit SET at = '2020-01-01T00:00:00Z' WHERE number = 3",
        "UPDATE audit SET purpose = 'curiosity' WHERE number = 3",
        "UPDATE audit SET request = 'R9' WHERE number = 3",
        "UPDATE audit SET request = '' WHERE number = 3",
        #"UPDATE audit SET counts = '{"a":9}' WHERE number = 3"#,
        "UPDATE audit SET counts = 'nonsense' WHERE number = 4",
        "UPDATE audit SET counts = '' WHERE number = 4",
        "UPDATE audit SET hash = previous WHERE number = 3",
        "UPDATE audit SET previous = hash WHERE number = 3",
        "UPDATE audit SET keyed = 0 WHERE number = 3",
        "UPDATE audit SET keyed = 0 WHERE number >= 3",
        "DELETE FROM audit WHERE number = 1",
        "DELETE FROM audit WHERE number = 3",
        "DELETE FROM audit WHERE number IN (2, 3, 4)",
        "UPDATE audit SET number = number - 1 WHERE number > 3 AND (SELECT count(*) FROM audit) = 5",
        "UPDATE audit SET number = 100 WHERE number = 3; UPDATE audit SET number = 3 WHERE number = 4; "
            + "UPDATE audit SET number = 4 WHERE number = 100",
        "INSERT INTO audit SELECT 7, at, operator, action, request, purpose, counts, previous, hash, keyed FROM audit "
            + "WHERE number = 6",
    ])
    func `an edit, a deletion, a reordering and a repetition are found (case 101)`(tampering: String) async throws {
        try await withChain { house in
            if tampering.contains("= 5") {
                try house.tamper("DELETE FROM audit WHERE number = 3")
            }
            try house.tamper(tampering)
            let breaks = house.register.auditChain.breaks(in: try house.register.read { try $0.auditEntries() })
            #expect(!breaks.isEmpty)
        }
    }

    @Test func `an entry rewritten with a fitting hash breaks the one after it`() async throws {
        try await withChain { house in
            var entries = try house.register.read { try $0.auditEntries() }
            let donor = entries
            entries[2].action = "nothing happened"
            entries[2].hash = donor[3].hash
            let places = house.register.auditChain.breaks(in: entries).map(\.number)
            #expect(places.contains(3) && places.contains(4))
        }
    }

    @Test func `what an earlier edition wrote is checked as it was, and held by the first entry under the key`()
        async throws
    {
        try await withChain { house in
            var entries = try house.register.read { try $0.auditEntries() }
            var previous = entries[0].previous
            for index in 0..<4 {
                entries[index].isKeyed = false
                entries[index].previous = previous
                previous = try Self.keylessHash(of: entries[index])
                entries[index].hash = previous
            }
            let chain = house.register.auditChain
            #expect(chain.breaks(in: Array(entries[..<4])).isEmpty)
            // Whoever has no key can make such entries anew, and cannot make the first keyed one follow them.
            #expect(chain.breaks(in: entries).map(\.number) == [5])
            #expect(chain.breaks(in: [entries[0], entries[1]]).isEmpty)
        }
    }

    /// The hash that the first editions took, computed by Python.
    private static func keylessHash(of entry: AuditEntry) throws -> String {
        let counts = entry.counts.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
        let parts = [
            "\(entry.number)", entry.at, entry.operator, entry.action, entry.request ?? "-", entry.purpose, counts,
            entry.previous,
        ]
        let script = """
            import hashlib, sys
            text = "".join(f"{len(p.encode())}:{p}\\n" for p in sys.argv[1:])
            print(hashlib.sha256(text.encode()).hexdigest(), end="")
            """
        return try runTool("/usr/bin/python3", ["-c", script] + parts).output
    }

    @Test func `a tail that was cut off is not found, because only an outside anchor can`() async throws {
        try await withChain { house in
            let whole = try house.register.read { try $0.auditEntries() }
            try house.tamper("DELETE FROM audit WHERE number > 4")
            let rest = try house.register.read { try $0.auditEntries() }
            #expect(house.register.auditChain.breaks(in: rest).isEmpty)
            #expect(rest.last?.hash != whole.last?.hash, "the last hash, kept elsewhere, is what shows the cut")
        }
    }

    @Test func `the next entry follows what stands there, so a cut tail stays unseen but a cut middle does not`()
        async throws
    {
        try await withChain { house in
            try house.tamper("DELETE FROM audit WHERE number = 2")
            try house.register.transaction { try $0.audit("step 7") }
            #expect(try !house.register.auditChain.breaks(in: house.register.read { try $0.auditEntries() }).isEmpty)
        }
    }

    @Test func `a whole run leaves no personal data and no secret in the audit (case 102)`() async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "ada@example.org", name: "Ada Canary", phone: "+31205550142")
            try shop.order(12345, of: 1, "pears")
            let house = try House(in: folder, systems: shop.systems)
            let request = try await house.proven()
            let code = try house.mailedCode()
            try house.pipeline.withhold("crm/orders/12345/item", ground: "privilege", reason: "Ada", from: request.id)
            _ = try await house.pipeline.advance(request.id)
            let told = try house.pipeline.tellPassphrase(of: request.id)
            // The hashes are left out: by chance their digits spell anything.
            let audit = try house.register.read { try $0.auditEntries() }
                .map { "\($0.at) \($0.operator) \($0.action) \($0.request ?? "") \($0.purpose) \($0.counts)" }.joined()
            #expect(audit.contains("delivered") && audit.contains("passphrase told"))
            for secret in ["ada", "Ada", "5550142", code, told.passphrase, told.callNumber, "orders/12345"] {
                #expect(!audit.contains(secret))
            }
        }
    }

    private func withChain(_ body: (House) throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder)
            for step in 1...6 {
                try house.register.transaction { transaction in
                    try transaction.audit("step \(step)", counts: step == 4 ? [:] : ["b": 2, "a": step])
                }
            }
            try body(house)
        }
    }
}
