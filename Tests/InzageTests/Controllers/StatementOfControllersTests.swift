import Foundation
import TestSupport
import Testing

@Suite struct `The processing statements of five controllers` {
    private func statement(_ sample: PackageSample) throws -> [String: Any] {
        let text = sample.text("processing.jsonld")
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func process(_ id: String, of statement: [String: Any]) throws -> [String: Any] {
        let processes = try #require(statement["processes"] as? [[String: Any]])
        return try #require(processes.first { $0["id"] as? String == "#category-" + id })
    }

    @Test(arguments: ControllerFixture.allCases)
    func `every key has a meaning in the context`(_ fixture: ControllerFixture) async throws {
        var statement = try statement(try await fixture.sample())
        let context = try #require(statement.removeValue(forKey: "@context") as? [String: Any])
        func keys(_ value: Any) -> Set<String> {
            if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(keys($1)) } }
            guard let members = value as? [String: Any] else { return [] }
            return members.values.reduce(into: Set(members.keys)) { $0.formUnion(keys($1)) }
        }
        #expect(keys(statement).subtracting(context.keys) == [])
    }

    @Test func `rules keep their scope, events, action and condition`() async throws {
        let bechtle = try statement(try await ControllerFixture.bechtle.sample())
        let yahoo = try #require(try process("yahoo_dot", of: bechtle)["storage"] as? [[String: Any]])
        #expect(yahoo.compactMap { $0["appliesTo"] as? String }.count == 5)
        let hubs = try statement(try await ControllerFixture.protolabs.sample())
        let applications = try #require(try process("applications", of: hubs)["storage"] as? [[String: Any]])
        #expect(applications.contains { $0["condition"] as? String == "application < 2018-05-25" })
        #expect(applications.compactMap { $0["combine"] as? String } == ["unspecified_or", "unspecified_or"])
        let orders = try #require(try process("orders", of: hubs)["storage"] as? [[String: Any]])
        let events = (orders[0]["from"] as? [[String: String]])?.map { $0["event"] }
        #expect(events == ["contract_end", "dispute_settled"])
        #expect(orders[0]["combine"] as? String == "latest" && orders[0]["action"] as? String == "delete")
    }

    @Test func `recipients keep all roles, and own tools and sources are no recipients`() async throws {
        let bechtle = try statement(try await ControllerFixture.bechtle.sample())
        let check = try process("credit_check", of: bechtle)
        let recipients = try #require(check["recipients"] as? [[String: Any]])
        let creditsafe = try #require(recipients.first { $0["name"] as? String == "Creditsafe" })
        #expect(creditsafe["roles"] as? [String] == ["source", "recipient"])
        #expect(!recipients.contains { $0["name"] as? String == "Bisnode" })
        #expect((check["sources"] as? [[String: Any]])?.count == 2)
        let sentry = try process("sentry", of: bechtle)
        #expect((sentry["recipients"] as? [Any])?.isEmpty == true)
        #expect((sentry["ownTools"] as? [Any])?.count == 1)
    }

    @Test func `a safeguard that holds no longer is flagged and stands under no article`() async throws {
        let progressX = try statement(try await ControllerFixture.progressX.sample())
        let transfers = try #require(try process("behaviour", of: progressX)["transfers"] as? [[String: Any]])
        #expect(transfers.first?["outdated"] as? [String] == ["Privacy Shield"])
        #expect((transfers.first?["legalBases"] as? [String])?.isEmpty == true)
    }

    @Test(arguments: ControllerFixture.allCases)
    func `frictionless finds the table of processing valid`(_ fixture: ControllerFixture) async throws {
        let sample = try await fixture.sample()
        try await withTemporaryFolder { folder in
            try sample.unpack(into: folder)
            let script = """
                from frictionless import Package
                resource = Package('datapackage.json').get_resource('processing.csv')
                report = resource.validate()
                print(report.valid, [error.message for task in report.tasks for error in task.errors][:3])
                """
            let result = try runTool(checkout + "/.venv/bin/python", ["-c", script], in: folder)
            #expect(result.output == "True []\n", "\(result.output) \(result.errors)")
        }
    }
}
