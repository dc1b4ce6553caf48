import Foundation
import GRDB
import SampleCompany
import TestSupport
import Testing

@Suite struct `The sample company's stores` {
    @Test(arguments: ["crm/crm.sqlite", "orders/shop.sqlite"])
    func `a database is whole and everything in it belongs to somebody`(store: String) async throws {
        try await WrittenCompany.with { company in
            let database = try company.database(store)
            #expect(try database.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") } == ["ok"])
            #expect(try database.read { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check") }.isEmpty)
            let folder = company.path(store).split(separator: "/").dropLast().joined(separator: "/")
            let names = try FileManager.default.contentsOfDirectory(atPath: "/" + folder)
            #expect(!names.contains { $0.hasSuffix("-journal") || $0.hasSuffix("-wal") })
        }
    }

    @Test func `an order's total is the sum of its lines and what was paid`() async throws {
        try await WrittenCompany.with { company in
            let wrong = try company.shop {
                try Int.fetchAll(
                    $0,
                    sql: """
                        SELECT o.id FROM orders AS o JOIN order_line AS l ON l.order_id = o.id
                        JOIN payment AS p ON p.order_id = o.id
                        GROUP BY o.id
                        HAVING sum(l.quantity * l.price_cents) <> o.total_cents OR p.amount_cents <> o.total_cents
                        """
                )
            }
            #expect(wrong.isEmpty)
            #expect(try company.shop { try Int.fetchOne($0, sql: "SELECT count(*) FROM order_line") } == 900)
        }
    }

    @Test func `every account number has right check digits`() async throws {
        try await WrittenCompany.with { company in
            let sql =
                "SELECT iban FROM customer WHERE iban IS NOT NULL UNION SELECT iban FROM payment WHERE iban IS NOT NULL"
            let ibans = try company.shop { try String.fetchAll($0, sql: sql) }
            #expect(ibans.count > 10)
            for iban in ibans { #expect(checkDigitsRemainder(iban) == 1) }
        }
    }

    // ISO 13616: the first four characters go to the end, a letter is two digits, the remainder by 97 is 1.
    private func checkDigitsRemainder(_ iban: String) -> Int {
        let bytes = Array(iban.utf8)
        var remainder = 0
        for byte in bytes[4...] + bytes[..<4] {
            let isLetter = byte >= 0x41
            remainder = remainder * (isLetter ? 100 : 10) + Int(byte) - (isLetter ? 0x37 : 0x30)
            remainder %= 97
        }
        return remainder
    }

    @Test func `every line of the chat is JSON with the same keys, numbered and in order`() async throws {
        try await WrittenCompany.with { company in
            let lines = try company.chatLines()
            #expect(lines.count == 1000)
            var last = (id: 0, at: "")
            for line in lines {
                let message = try #require(
                    try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
                )
                #expect(
                    message.keys.sorted() == [
                        "agent", "at", "id", "members", "mentions", "recipient", "room", "sender", "text",
                    ]
                )
                let id = try #require(message["id"] as? Int)
                let moment = try #require(message["at"] as? String)
                #expect(id == last.id + 1)
                #expect(moment > last.at)
                let sender = try #require(message["sender"] as? String)
                let isGroup = message["members"] is [String]
                #expect(isGroup == (message["room"] is String))
                #expect(isGroup != (message["recipient"] is String))
                if let members = message["members"] as? [String] {
                    #expect(members.contains(sender))
                    #expect(Set(members).count == members.count)
                }
                last = (id, moment)
            }
        }
    }

    @Test func `every PDF is read by a stranger's program and says whose it is`() async throws {
        try await WrittenCompany.with { company in
            var documents = 0
            for applicant in try company.applicants() {
                let folder = company.path("applications/applicants/\(applicant)")
                let resume = try JSONSerialization.jsonObject(
                    with: Data(contentsOf: URL(fileURLWithPath: folder + "/resume.json"))
                )
                let basics = (resume as? [String: Any])?["basics"] as? [String: Any]
                let name = try #require(basics?["name"] as? String)
                for file in try FileManager.default.contentsOfDirectory(atPath: folder) where file.hasSuffix(".pdf") {
                    let result = try runTool("pdftotext", ["-enc", "UTF-8", folder + "/" + file, "-"])
                    #expect(result.status == 0 && result.errors.isEmpty, "\(applicant)/\(file)")
                    #expect(result.output.contains(name), "\(applicant)/\(file)")
                    documents += 1
                }
            }
            #expect(documents == 12 * 2 + PlantedPeople.trapDocumentNames.count)
        }
    }

    @Test(arguments: [0, 1, 1000, 2500])
    func `for the benchmark the person of the story has as many messages as asked`(count: Int) async throws {
        try await withTemporaryFolder { folder in
            let home = folder + "/bench"
            try DemoCompany(scale: .small).writeChat(messages: count, into: home, today: WrittenCompany.today)
            let messages = home + "/exporters/chat-logs/messages"
            var lines = 0
            var hers = 0
            for file in try FileManager.default.contentsOfDirectory(atPath: messages) {
                for line in try String(contentsOfFile: messages + "/" + file, encoding: .utf8).split(separator: "\n") {
                    lines += 1
                    hers += line.contains("\"ada_jansen\"") ? 1 : 0
                }
            }
            #expect(hers == count)
            #expect(lines == count + count / 10)
        }
    }
}
