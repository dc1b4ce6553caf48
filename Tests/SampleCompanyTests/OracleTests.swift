import Foundation
import SampleCompany
import TestSupport
import Testing

@Suite struct `The independent oracle` {
    private let python = checkout + "/.venv/bin/python"

    @Test func `it passes the right answer and finds each of the wrong ones`() async throws {
        try await WrittenCompany.with { company in
            let result = try runTool(python, [checkout + "/Tests/Oracle/selftest.py", company.folder])
            #expect(result.status == 0, "\(result.output)\(result.errors)")
            #expect(result.output.contains("25 spoilt archives, 0 failures"))
        }
    }

    @Test func `it picks only people about whom there is no doubt`() async throws {
        try await withTemporaryFolder { folder in
            // The oracle counts from the real day.
            let today = String(Date.now.ISO8601Format().prefix(10))
            let company = try WrittenCompany(in: folder + "/company", today: today)
            let result = try runTool(python, [checkout + "/Tests/Oracle/oracle.py", "pick", company.folder, "1", "20"])
            let picked = result.output.split(separator: "\n").map(String.init)
            #expect(picked.count == 20)
            #expect(Set(picked).count == 20)
            let doubtful =
                PlantedPeople.sharing + PlantedPeople.caseTwins + PlantedPeople.emptyAddresses
                + [
                    PlantedPeople.changedYesterday, PlantedPeople.lookAlike.ascii, PlantedPeople.lookAlike.cyrillic,
                    PlantedPeople.kelvin.ascii, PlantedPeople.kelvin.sign, PlantedPeople.listAddress,
                    PlantedPeople.unreadableSince, PlantedPeople.futureSince, PlantedPeople.chatOnly,
                ]
            for person in doubtful { #expect(!picked.contains { folded($0) == folded(person.email ?? "") }) }
        }
    }

    @Test func `it fails what it cannot open, and fails when there is nothing to check`() async throws {
        try await WrittenCompany.with { company in
            let oracle = checkout + "/Tests/Oracle/oracle.py"
            let missing = try runTool(
                python,
                [oracle, "batch", company.folder],
                input: "\(company.folder)/none.zip 0000 ada.jansen@example.org\n"
            )
            #expect(missing.status == 1)
            #expect(missing.output.contains("1 archives checked, 1 failed"))
            #expect(!missing.output.contains("ada.jansen"))
            #expect(try runTool(python, [oracle, "batch", company.folder]).status == 1)
        }
    }
}
