import ExporterKit
import Foundation
import TestSupport
import Testing
import Policy
import RegisterStore
import Cases
import IntakeStage
import Inzage
import GatheringStage

/// The gate of Article 20 per field: what the person gave stands beside what the controller computed.
@Suite struct `Portability of single fields` {
    private static let people = CollectionDescription.scripted(
        "people",
        key: ["customer_id"],
        [
            .named("customer_id", "integer", identifies: "customer_id"), .named("email", channel: .email),
            field("score", "integer", .derived), field("visits", "integer", .observed),
            field("source", "string", .thirdParty),
            .named("password", secret: true),
        ]
    )
    /// A table that the controller computed, but for one field that the person filled in.
    private static let profile = CollectionDescription.scripted(
        "profile",
        origin: .derived,
        [.named("email", channel: .email), field("hobby", "string", .provided)]
    )

    private static func field(
        _ name: String,
        _ type: String,
        _ origin: CollectionDescription.Origin
    ) -> FieldDescription { FieldDescription(name: name, type: type, title: LocalizedText(name), origin: origin) }

    private static let answers: [String: ScriptedDriver.Answer] = [
        "people": .records([[1, "ada@example.org", 7, 12, "a data broker", "secret"]]),
        "profile": .records([["ada@example.org", "cycling"]]),
    ]

    private func answer(
        _ right: Right,
        basis: String = "6(1)(b)",
        portsAll: Bool = false
    ) async throws -> (files: [String: Data], ledger: Ledger) {
        try await withTemporaryFolder { folder in
            var house = try House(
                in: folder,
                systems: [.scripted("crm", Self.people, Self.profile)],
                processing: Processing(categories: [.small("account", basis: basis)], processors: []),
                drivers: [ScriptedDriver(Self.answers)]
            )
            if portsAll {
                house.controller.rights = [RightPromise(.access), RightPromise(.portability, portsAllData: true)]
            }
            let answer = try await house.answered(in: .en, right: right)
            return (
                try house.opened(answer.archive, of: answer.request),
                try house.pipeline.gathering.storedLedger(of: house.intake.request(answer.request))
            )
        }
    }

    private func records(_ files: [String: Data], _ name: String) throws -> [[String: Any]] {
        let file = try #require(files[name])
        return try #require(try JSONSerialization.jsonObject(with: file) as? [[String: Any]])
    }

    @Test func `only the fields that the person gave or did are handed over, and the ledger says what was not`()
        async throws
    {
        let (files, ledger) = try await answer(.portability)
        let record = try #require(try records(files, "data/0001.json").first)
        #expect(Set(record.keys) == ["customer_id", "email", "visits"])
        #expect(try records(files, "data/0002.json").first?.keys.sorted() == ["hobby"])
        let line = try ledger.line("crm", "people")
        #expect(
            Set(line.redactions.map { "\($0.ground.rawValue) \($0.field ?? "") \($0.count)" }) == [
                "secret password 1", "not-portable score 1", "not-portable source 1",
            ]
        )
        for (name, file) in files where !name.hasPrefix("01-overview") {
            #expect(file.range(of: Data("a data broker".utf8)) == nil, "\(name)")
        }
        let overview = String(decoding: try #require(files["01-overview.html"]), as: UTF8.self)
        #expect(overview.contains("the right to portability does not cover it") && !overview.contains("a data broker"))
    }

    @Test func `the spreadsheet, the schema and the page have the same columns as the data`() async throws {
        let (files, _) = try await answer(.portability)
        let csv = String(decoding: try #require(files["csv/0001.csv"]), as: UTF8.self)
        #expect(csv == "\u{FEFF}customer_id,email,visits\r\n1,ada@example.org,12\r\n")
        let fields = try schema(files, "data/0001.json")
        #expect(fields.map { $0["name"] as? String } == ["customer_id", "email", "visits"])
    }

    @Test func `an answer on access has every field and says of each which the gate lets through`() async throws {
        let (files, _) = try await answer(.access)
        let fields = try schema(files, "data/0001.json")
        let said = fields.map { "\($0["name"] ?? ""): \($0["inzage:origin"] ?? "-") \($0["inzage:portable"] ?? "-")" }
        #expect(
            said == [
                "customer_id: - -", "email: - -", "score: derived 0", "visits: observed 1", "source: third_party 0",
            ]
        )
        #expect(try schema(files, "data/0002.json").map { $0["inzage:portable"] as? Bool } == [nil, true])
    }

    @Test func `a controller that promises all data hands over every field`() async throws {
        let (files, ledger) = try await answer(.portability, portsAll: true)
        #expect(try records(files, "data/0001.json").first?.count == 5)
        #expect(!ledger.lines.flatMap(\.redactions).contains { $0.ground == .notPortable })
    }

    @Test func `on another legal basis nothing passes, whoever gave it`() async throws {
        let (files, ledger) = try await answer(.portability, basis: "6(1)(f)")
        #expect(files["data/0001.json"] == nil)
        #expect(ledger.lines.allSatisfy { $0.outcome == .withheld(ground: .notPortable) })
    }

    private func schema(_ files: [String: Data], _ path: String) throws -> [[String: Any]] {
        let object = try JSONSerialization.jsonObject(with: #require(files["datapackage.json"])) as? [String: Any]
        let resources = try #require(object?["resources"] as? [[String: Any]])
        let schema = try #require(resources.first { $0["path"] as? String == path }?["schema"] as? [String: Any])
        return try #require(schema["fields"] as? [[String: Any]])
    }
}
