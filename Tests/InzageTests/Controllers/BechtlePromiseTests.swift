import Drivers
import Foundation
import TestSupport
import Testing
import ControllerFiles
import Cases
import Policy
import Calendars
import Groundwork
import Inzage
import RegisterStore
import IntakeStage

@Suite struct `Bechtle keeps its promise` {
    private static let periods: [(category: String, kind: RetentionRule.Kind, duration: String?)] = [
        ("user_tracking", .fixed, "P28D"), ("chat", .fixed, "P30D"), ("captcha", .fixed, "P30D"),
        ("applications", .max, "P6M"), ("consent_log", .fixed, "P3Y"), ("google_analytics", .fixed, "P26M"),
        ("eloqua", .fixed, "P25M"), ("hotjar", .fixed, "P365D"), ("google_dv360", .fixed, "P12M"),
        ("outbrain", .fixed, "P90D"), ("sentry", .usual, "P90D"), ("google_ads_remarketing", .fixed, "P24M"),
        ("google_ads_conversion", .fixed, "P24M"), ("facebook_capi", .fixed, "P24M"), ("twitter_ads", .fixed, "P24M"),
        ("surveys_site", .fixed, "P24M"), ("ginni", .max, "P90D"), ("chatbot", .fixed, "P30D"),
        ("youtube", .fixed, "P30D"), ("vimeo", .fixed, "P30D"), ("cliplister", .fixed, "P45D"),
    ]

    @Test func `BEC-1: forty-six recipients, thirty-six by name, and Creditsafe is source and recipient`() async throws
    {
        try await withTemporaryFolder { folder in
            let processing = try ControllerFixture.bechtle.configuration(in: folder + "/c").processing
            #expect(processing.categories.count == 47 && processing.processors.count == 46)
            #expect(processing.processors.compactMap(\.name).count == 36)
            #expect(processing.processor("creditsafe")?.roles == [.source, .recipient])
        }
    }

    @Test func `BEC-2: every period is the one that the policy says, as it says it`() async throws {
        try await withTemporaryFolder { folder in
            let processing = try ControllerFixture.bechtle.configuration(in: folder + "/c").processing
            for (id, kind, duration) in Self.periods {
                let first = try #require(processing.category(id)?.retention.first, "\(id)")
                #expect(first.kind == kind && first.duration == duration, "\(id)")
            }
            #expect(processing.category("applications")?.retention.first?.from.first?.event == "decision")
        }
    }

    @Test func `BEC-6: the password is in no file of the answer`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .bechtle, in: folder)
            let files = try await house.answer(house.evaProven())
            #expect(files.keys.contains { $0.hasPrefix("data/") })
            for (name, content) in files where !name.hasPrefix("01-") && name != "datapackage.json" {
                let text = String(decoding: content, as: UTF8.self)
                #expect(!text.contains("not-a-real-hash") && !text.contains("$2b$"), "\(name)")
            }
            let ledger = try house.pipeline.ledger(of: house.register.read { try $0.requests() }[0].id)
            #expect(ledger.lines.contains { line in line.redactions.contains { $0.ground == .secret } })
        }
    }

    @Test func `BEC-6: a password field that is not marked as secret fails the check`() async throws {
        try await withTemporaryFolder { folder in
            try ControllerFixture.bechtle.copy(to: folder + "/c")
            let file = URL(fileURLWithPath: folder + "/c/exporters/account/exporter.yaml")
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            try #require(text.contains("secret: true"))
            try Data(text.replacingOccurrences(of: "secret: true", with: "secret: false").utf8).write(to: file)
            let (configuration, findings) = ConfigurationReader(folder: folder + "/c", drivers: BuiltInDrivers.all)
                .read()
            #expect(configuration == nil)
            #expect(findings.contains { $0.severity == .error && $0.problem.contains("wachtwoord") })
        }
    }

    @Test func `BEC-7: an objection to direct marketing is granted without a ground, free, and never refused`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let house = try House(of: .bechtle, in: folder)
            // No proof is asked: to stop mail for somebody harms nobody.
            let marketing = try house.open("eva.bakker@example.org", right: .objectionDirectMarketing)
            await #expect(throws: InzageError.self) {
                try await house.pipeline.refuse(marketing.id, ground: "legal_claims", reason: "Nee.")
            }
            _ = try await house.pipeline.grant(marketing.id)
            #expect(try house.intake.request(marketing.id).state == .delivered)

            let other = try await house.evaProven(.objection)
            _ = try await house.pipeline.refuse(
                other,
                ground: "legal_claims",
                reason: "There is a dispute about invoice 12."
            )
            #expect(try house.actions(other).contains("refused legal_claims"))
        }
    }

    @Test func `BEC-8: without a period in the policy the answer is due a month after receipt`() async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: .bechtle, in: folder, at: "2026-06-15T12:00:00Z")
            #expect(house.controller.deadline.base == nil)
            let id = try await house.evaProven(received: "2026-05-31")
            #expect(try house.deadlines(id).strict.description == "2026-06-30")
        }
    }

    @Test func `BEC-9: DemoUp keeps until consent is withdrawn, whatever the time`() async throws {
        try await withTemporaryFolder { folder in
            let processing = try ControllerFixture.bechtle.configuration(in: folder + "/c").processing
            let rule = try #require(processing.category("demoup")?.retention.first)
            #expect(rule.kind == .indefiniteUntilEvent && rule.duration == nil)
            #expect(rule.from.map(\.event) == ["consent_withdrawn"])
        }
    }

    @Test func `BEC-10: the Facebook Pixel has no period and the Conversion API has two years`() async throws {
        try await withTemporaryFolder { folder in
            let processing = try ControllerFixture.bechtle.configuration(in: folder + "/c").processing
            #expect(processing.category("facebook_pixel")?.retention.map(\.kind) == [.notStated])
            #expect(processing.category("facebook_capi")?.retention.map(\.duration) == ["P24M"])
        }
    }

    @Test func `data that is kept for thirty days is named before it is gone`() async throws {
        try await withTemporaryFolder { folder in
            let configuration = try ControllerFixture.bechtle.configuration(in: folder + "/c")
            let vanishing = configuration.collectionsThatMayVanish.map { "\($0.collection) \($0.period)" }
            #expect(vanishing == ["chat/messages P30D"])
        }
    }
}
