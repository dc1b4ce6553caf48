import ExporterKit
import Testing
import ControllerFiles
import Policy

@Suite struct `The overview of ProgressX` {
    @Test func `PGX-5: Google Analytics shows the United States and a Privacy Shield that holds no longer`()
        async throws
    {
        let behaviour = try await ControllerFixture.progressX.overview().category("Klik- en bezoekgedrag")
        #expect(behaviour.contains("Google (Analytics)"))
        #expect(behaviour.contains("Doorgifte naar: Verenigde Staten. Waarborg: Privacy Shield (geldt niet meer)."))
        #expect(behaviour.contains("noemt geen andere waarborg"))
        #expect(behaviour.contains("Voorwaarde: alleen waar wij het hebben geactiveerd."))
    }

    @Test func `PGX-6: Google Analytics that is not activated is left out of everything people get`() async throws {
        var configuration = try await ControllerFixture.progressX.configuration()
        let index = try #require(configuration.processing.processors.firstIndex { $0.id == "google_analytics" })
        configuration.processing.processors[index].isActive = false
        let sample = PackageSample(of: configuration, language: .nl, right: .access)
        for name in ["01-overview.html", "processing.jsonld", "processing.csv"] {
            #expect(!sample.text(name).contains("Google"), "\(name)")
        }
        #expect(try await ControllerFixture.progressX.sample().text("processing.csv").contains("Google"))
    }

    @Test func `PGX-7: without an e-mail address people are sent to the telephone and the postal address`() async throws
    {
        let overview = try await ControllerFixture.progressX.overview()
        #expect(overview.section("rights").contains("+31 6 36 456 789"))
        #expect(overview.page.contains("Sytskelan 48, 9261 VB Eastermar"))
    }

    @Test func `an answer comes as soon as possible and within the law's month`() async throws {
        let rights = try await ControllerFixture.progressX.overview().section("rights")
        #expect(rights.contains("Wij antwoorden zo snel mogelijk en binnen een maand."))
        #expect(rights.contains("U kunt een organisatie noemen waarnaar wij ze rechtstreeks sturen."))
        #expect(rights.contains("noemt dit recht niet; de wet geeft het u (artikel 18 AVG)"))
    }
}
