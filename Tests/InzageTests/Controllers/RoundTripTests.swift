import Drivers
import TestSupport
import Testing
import ControllerFiles
import Policy

/// The fixtures against what was taken from the five policies, leaf by leaf, by a script that shares no code with us.
@Suite struct `The five controllers in the fixtures` {
    private static let script = "\(checkout)/Tests/Fixtures/controllers/roundtrip.py"
    private static let python = "\(checkout)/.venv/bin/python"

    @Test func `lose nothing of what their policies say`() throws {
        let result = try runTool(Self.python, [Self.script])
        #expect(result.status == 0, "\(result.output)")
        #expect(result.output.contains("controllers 5, leaves 3878, missing 0"))
    }

    @Test func `would be missed a leaf, whichever it is`() throws {
        let result = try runTool(Self.python, [Self.script, "--selftest"])
        #expect(result.status == 0, "\(result.output)")
    }

    @Test(arguments: ControllerFixture.allCases)
    func `are read without an error once what the policy leaves open is put in`(_ controller: ControllerFixture)
        async throws
    {
        try await withTemporaryFolder { folder in
            let findings = try await controller.findings(in: folder + "/c", settling: .everything)
            #expect(findings.filter { $0.severity == .error } == [])
            // Every text is there in both languages, and every category and recipient is known.
            #expect(!findings.contains { $0.problem.contains("lack") })
        }
    }

    @Test(arguments: [
        (ControllerFixture.protolabs, "safeguards", "Privacy Shield"),
        (.protolabs, "combine", "leaves open which counts"),
        (.protolabs, "requests.must_state", "a request without them is taken"),
        (.threeD, "supervisory_authority.country", "one of NL, but the policy invokes the law of BE"),
        (.threeD, "claimed_not_personal", "answered as if it were"),
        (.threeD, "delivery.third_party_direct", "gets it there all the same"),
        (.bechtle, "categories.chat", "kept shorter than the time to answer"),
        (.bechtle, "processors.chat_provider.name", "no name"), (.bechtle, "categories.web_visit", "no system feeds"),
        (.bechtle, "facebook_pixel", "keeps the data for P24M"), (.progressX, "safeguards", "Privacy Shield"),
        (.progressX, "contact.email", "no e-mail address"), (.letsBuild, "rights", "portability"),
        (.letsBuild, "categories.contact.legal_bases", "on what basis"),
    ])
    func `are told what a privacy officer must settle`(
        controller: ControllerFixture,
        field: String,
        says: String
    ) async throws {
        try await withTemporaryFolder { folder in
            let findings = try await controller.findings(in: folder + "/c", settling: .nothing)
            #expect(findings.contains { $0.field.contains(field) && $0.problem.contains(says) }, "\(field): \(says)")
        }
    }

    @Test func `an exporter whose category is not in the record is an error`() async throws {
        try await withTemporaryFolder { folder in
            try ControllerFixture.bechtle.copy(to: folder + "/c")
            _ = try runTool(
                "/bin/sed",
                ["-i", "s/category: chat$/category: telepathy/", folder + "/c/exporters/chat/exporter.yaml"]
            )
            let findings = ConfigurationReader(folder: folder + "/c", drivers: BuiltInDrivers.all).read().1
            #expect(findings.contains { $0.severity == .error && $0.problem.contains("telepathy") })
        }
    }
}
