import Foundation
import GRDB
import SampleCompany
import TestSupport
import Testing

@Suite struct `The sample company at full scale` {
    @Test func `it has as much of everything as the manual says`() async throws {
        try await withTemporaryFolder { folder in
            let company = try WrittenCompany(in: folder + "/company", scale: .full)
            #expect(try company.crm { try count("customer", $0) } == 2000)
            #expect(try company.shop { try count("orders", $0) } == 20_000)
            #expect(try company.shop { try count("order_line", $0) } == 60_000)
            #expect(try company.shop { try count("payment", $0) } == 20_000)
            #expect(try company.chatFiles().count == 365)
            #expect(try company.chatLines().count == 100_000)
            #expect(try company.applicants().count == 120)
            try expectNoAccidentalMatch(company)
        }
    }

    /// A random person with a planted address would make an answer wrong only now and then.
    private func expectNoAccidentalMatch(_ company: WrittenCompany) throws {
        let addresses = try company.crm { try String?.fetchAll($0, sql: "SELECT email FROM customer") }
        let planted = PlantedPeople.all.filter { $0.customerID != nil }
        for person in planted where person.email?.isEmpty == false {
            let wanted = planted.count { folded($0.email ?? "") == folded(person.email ?? "") }
            let found = addresses.count { folded($0 ?? "") == folded(person.email ?? "") }
            #expect(found == wanted, "customer \(person.customerID ?? 0)")
        }
        #expect(addresses.count { $0 == nil } == PlantedPeople.nullAddresses.count)
        #expect(addresses.count { $0?.isEmpty == true } == PlantedPeople.emptyAddresses.count)
        let random = addresses.compactMap(\.self).dropFirst(planted.count)
        #expect(Set(random.map(folded)).count == random.count)
        let names = try company.crm { try String.fetchAll($0, sql: "SELECT name FROM customer WHERE id >= 2001") }
        for person in PlantedPeople.all { #expect(!names.contains { bytes($0) == bytes(person.name) }) }
        #expect(!names.contains(PlantedPeople.thirdPerson))
        #expect(!names.contains(PlantedPeople.agent))
    }

    private func count(_ table: String, _ database: Database) throws -> Int? {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)")
    }
}
