import Foundation
import GRDB
import SampleCompany
import TestSupport
import Testing

@Suite struct `The planted people` {
    @Test func `every one is in the systems under exactly the bytes that are documented`() async throws {
        try await WrittenCompany.with { company in
            let participants = try lines(company, "chat-logs/participants.jsonl")
            for person in PlantedPeople.all {
                if let id = person.customerID {
                    for store in ["crm/crm.sqlite", "orders/shop.sqlite"] {
                        let row = try company.database(store).read {
                            try Row.fetchOne($0, sql: "SELECT name, email FROM customer WHERE id = ?", arguments: [id])
                        }
                        #expect((row?["name"] as String?).map(bytes) == bytes(person.name), "\(id) in \(store)")
                        #expect((row?["email"] as String?).map(bytes) == person.email.map(bytes), "\(id) in \(store)")
                    }
                }
                if let handle = person.chatHandle {
                    let held = participants.filter { ($0["handle"] as? String).map(bytes) == bytes(handle) }
                    #expect(held.count == 1)
                    #expect((held.first?["email"] as? String).map(bytes) == person.email.map(bytes))
                }
                if let applicant = person.applicantID {
                    let resume = try json(company.path("applications/applicants/\(applicant)/resume.json"))
                    #expect((resume["basics"] as? [String: Any])?["email"] as? String == person.email)
                }
            }
        }
    }

    @Test func `the person of the story is in all four systems`() async throws {
        let ada = PlantedPeople.ada
        #expect(ada.email == "ada.jansen@example.org")
        #expect(ada.customerID != nil && ada.chatHandle != nil && ada.applicantID != nil)
        try await WrittenCompany.with { company in
            for (table, least) in [("note", 4), ("consent", 3), ("profile", 1)] {
                #expect(try company.crm { try rows(of: table, for: ada, $0) } >= least, "\(table)")
            }
            #expect(try company.shop { try rows(of: "orders", for: ada, $0) } >= 2)
            let hers = try company.chatLines().filter { $0.contains("\"ada_jansen\"") }
            for mark in [
                #""sender":"ada_jansen""#, #""recipient":"ada_jansen""#, #""mentions":["ada_jansen"]"#,
                #""sender":"support""#, #""members":["ada_jansen""#,
            ] {
                #expect(hers.contains { $0.contains(mark) }, "\(mark)")
            }
        }
    }

    @Test func `a group that somebody left holds later messages that are not theirs`() async throws {
        try await WrittenCompany.with { company in
            let room = try company.chatLines().filter { $0.contains(#""room":"groep-02""#) }
            let hers = room.map { $0.contains("\"ada_jansen\"") }
            #expect(hers.contains(true))
            #expect(hers.suffix(20).allSatisfy { !$0 })
        }
    }

    @Test func `look-alikes differ in bytes and not in looks, and case twins in case alone (cases 5, 7, 8)`() throws {
        let kelvin = PlantedPeople.kelvin
        // Swift's own equality is why they are here.
        #expect(kelvin.ascii.email?.lowercased() == kelvin.sign.email?.lowercased())
        #expect(folded(kelvin.ascii.email ?? "") != folded(kelvin.sign.email ?? ""))
        let twins = PlantedPeople.lookAlike
        #expect(twins.ascii.email?.replacing("e", with: "\u{435}", maxReplacements: 1) == twins.cyrillic.email)
        let cases = PlantedPeople.caseTwins.compactMap(\.email)
        #expect(Set(cases.map(bytes)).count == 2)
        #expect(Set(cases.map(folded)).count == 1)
        #expect(Set(PlantedPeople.sharing.compactMap(\.email)).count == 1)
    }

    @Test func `the age of an address is counted from today (case 17)`() async throws {
        try await WrittenCompany.with { company in
            func since(_ person: PlantedPeople.Planted) throws -> String? {
                try company.crm {
                    try String.fetchOne(
                        $0,
                        sql: "SELECT email_changed_at FROM customer WHERE id = ?",
                        arguments: [person.customerID]
                    )
                }
            }
            #expect(try since(PlantedPeople.changedYesterday) == "2026-02-28T09:30:00Z")
            #expect(try since(PlantedPeople.futureSince) == "2026-03-08T09:30:00Z")
            #expect(try since(PlantedPeople.unreadableSince) == "ooit in het voorjaar")
            #expect(try since(PlantedPeople.unsaidSince) == nil)
            #expect(try since(PlantedPeople.ada) == "2022-11-17T09:30:00Z")
            let recent = try company.crm {
                try Int.fetchAll(
                    $0,
                    sql: "SELECT id FROM customer WHERE email_changed_at > '2026-01-30' AND id >= 2001"
                )
            }
            #expect(recent.isEmpty)
        }
    }

    @Test func `a note names a third person in a column and in the text, and one in the text alone (case 50)`()
        async throws
    {
        try await WrittenCompany.with { company in
            let notes = try company.crm {
                try Row.fetchAll(
                    $0,
                    sql: "SELECT about_name, note FROM note WHERE note LIKE '%' || ? || '%'",
                    arguments: [PlantedPeople.thirdPerson]
                )
            }
            #expect(notes.count == 2)
            #expect(notes.compactMap { $0["about_name"] as String? } == [PlantedPeople.thirdPerson])
        }
    }

    @Test func `one note is not valid UTF-8 (case 63)`() async throws {
        try await WrittenCompany.with { company in
            let hex = try company.crm {
                try String.fetchOne(
                    $0,
                    sql: "SELECT hex(note) FROM note WHERE customer_id = ? AND kind = 'M' AND id <= 6",
                    arguments: [PlantedPeople.brokenText.customerID]
                )
            }
            #expect(hex == "4D61696C20766F6F722043616624E920E2")
        }
    }

    @Test func `every customer has a password hash and no hash stands twice (case 57)`() async throws {
        try await WrittenCompany.with { company in
            let hashes = try company.crm { try String.fetchAll($0, sql: "SELECT password_hash FROM customer") }
            #expect(hashes.count == 60)
            #expect(Set(hashes).count == 60)
            #expect(hashes.allSatisfy { $0.utf8.count == 60 && $0.utf8.starts(with: "$2b$12$".utf8) })
        }
    }

    private func rows(of table: String, for person: PlantedPeople.Planted, _ database: Database) throws -> Int {
        let sql = "SELECT count(*) FROM \(table) WHERE customer_id = ?"
        return try Int.fetchOne(database, sql: sql, arguments: [person.customerID]) ?? 0
    }

    private func lines(_ company: WrittenCompany, _ name: String) throws -> [[String: Any]] {
        try Data(contentsOf: URL(fileURLWithPath: company.path(name))).split(separator: 0x0A).map {
            try #require(try JSONSerialization.jsonObject(with: $0) as? [String: Any])
        }
    }

    private func json(_ path: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
}
