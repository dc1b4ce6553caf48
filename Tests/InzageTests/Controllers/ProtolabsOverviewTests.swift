import ExporterKit
import Testing
import Policy
import Groundwork
import ControllerFiles
import GatheringStage

@Suite struct `The overview of Protolabs Network` {
    /// The overview of an applicant of whom so much is known that the rules can be decided.
    private func applications(_ facts: RetentionFacts) async throws -> String {
        var configuration = try await ControllerFixture.protolabs.configuration()
        let index = try #require(configuration.processing.categories.firstIndex { $0.id == "applications" })
        configuration.processing.categories[index].retention =
            configuration.processing.categories[index].retention.applying(to: facts)
        configuration.processing.generalRetention = []
        return Overview(PackageSample(of: configuration, language: .nl, right: .access)).category(
            "Sollicitatiegegevens"
        )
    }

    @Test func `HUB-5: an applicant of before 25 May 2018 is kept 3 years, then anonymised`() async throws {
        let day = try #require(CivilDay("2018-05-24"))
        let text = try await applications(RetentionFacts(days: ["application": day]))
        #expect(text.contains("3 jaar, te rekenen vanaf de sollicitatie; daarna anonimiseren wij het."))
        #expect(!text.contains("3 maanden"))
    }

    @Test func `HUB-5: a later one 3 months or until the vacancy closes, and which counts is left open`() async throws {
        let day = try #require(CivilDay("2018-05-25"))
        let facts = RetentionFacts(days: ["application": day], choices: ["stays_in_touch": false])
        let text = try await applications(facts)
        #expect(
            text.contains(
                "3 maanden, te rekenen vanaf de sollicitatie, of tot het sluiten van de vacature; daarna anonimiseren "
                    + "wij het. Ons privacybeleid zegt “of” en laat open welke van de twee telt."
            )
        )
        #expect(!text.contains("3 jaar"))
    }

    @Test func `HUB-5: one who stays in touch at most a year, and without facts all rules stand with their scope`()
        async throws
    {
        let staying = try await applications(RetentionFacts(choices: ["stays_in_touch": true]))
        #expect(staying.contains("ten hoogste 1 jaar"))
        let all = try await ControllerFixture.protolabs.overview().category("Sollicitatiegegevens")
        #expect(all.contains("Sollicitanten van vóór 25 mei 2018: 3 jaar"))
        #expect(all.contains("Sollicitanten die in contact willen blijven: ten hoogste 1 jaar"))
    }

    @Test func `HUB-6: the later of two events is said`() async throws {
        let orders = try await ControllerFixture.protolabs.overview()
            .category("Bestelling, facturerings- en verzendinformatie")
        #expect(
            orders.contains(
                "Ten hoogste 7 jaar, te rekenen vanaf het laatste van: het einde van de overeenkomst en de beslechting van "
                    + "het geschil; daarna verwijderen wij het."
            )
        )
    }

    @Test func `HUB-7: decisions are kept 20 years`() async throws {
        let decisions = try await ControllerFixture.protolabs.overview()
            .category("Beslissingen die zien op de verhouding tussen u en ons")
        #expect(decisions.contains("20 jaar, te rekenen vanaf de beslissing"))
    }

    @Test func `HUB-9: what is processed for a customer is withheld and referred to that customer`() async throws {
        var configuration = try await ControllerFixture.protolabs.configuration()
        let index = try #require(configuration.processing.categories.firstIndex { $0.id == "partner" })
        configuration.processing.categories[index].processorFor = "Klant B.V."
        let sample = PackageSample(of: configuration, language: .nl, right: .access)
        let partner = Overview(sample).category("Productiepartnergegevens")
        #expect(
            partner.contains("Wij verwerken deze gegevens in opdracht van een klant, die erover beslist: Klant B.V.")
        )
        #expect(partner.contains("Voor dit deel kunt u bij die klant terecht."))
        #expect(!sample.dossier.collections.contains { $0.collection.category == "partner" })
    }

    @Test func `HUB-10: private messages are marked as being about others too`() async throws {
        let messages = try await ControllerFixture.protolabs.overview().category("Privéberichten")
        #expect(messages.contains("Hierin staan ook gegevens van anderen."))
        #expect(messages.contains("artikel 15, vierde lid"))
    }

    @Test func `transfers name every safeguard, and say which holds no longer`() async throws {
        let messages = try await ControllerFixture.protolabs.overview().category("Privéberichten")
        #expect(messages.contains("Mogelijk doorgifte naar: Verenigde Staten."))
        #expect(messages.contains("modelcontractbepalingen van de Europese Commissie (SCC)"))
        #expect(messages.contains("EU-US Privacy Shield (geldt niet meer); Swiss-US Privacy Shield (geldt niet meer)"))
        #expect(messages.contains("Het Privacy Shield geldt sinds 2020 niet meer als waarborg."))
    }

    @Test func `what the legal basis of a category is where the policy does not say so is called a reading`()
        async throws
    {
        let overview = try await ControllerFixture.protolabs.overview()
        #expect(overview.category("Privéberichten").contains("dit is hoe wij het lezen"))
        #expect(!overview.category("Sollicitatiegegevens").contains("dit is hoe wij het lezen"))
    }

    @Test func `a rule by legal basis stands with the categories that rest on it and say nothing of the kind`()
        async throws
    {
        let support = try await ControllerFixture.protolabs.overview().category("Klantenservice, opmerkingen en vragen")
        #expect(
            support.contains("Voor zover het rust op een overeenkomst (artikel 6, lid 1, onder b, AVG): ten hoogste 7")
        )
        let orders = try await ControllerFixture.protolabs.overview()
            .category("Bestelling, facturerings- en verzendinformatie")
        #expect(!orders.contains("Voor zover het rust op een overeenkomst"))
    }

    @Test func `promised rights beyond the law stand beside those of the law`() async throws {
        let overview = try await ControllerFixture.protolabs.overview()
        let rights = overview.section("rights")
        #expect(rights.contains("Delen laten stoppen"))
        #expect(
            rights.contains(
                "Het beleid van Protolabs Network noemt dit recht niet; de wet geeft het u (artikel 22 AVG)"
            )
        )
        #expect(overview.page.contains("<p class=\"sender\"><bdi>Protolabs Network</bdi></p>"))
        #expect(overview.page.contains("<bdi>Protolabs Network B.V.</bdi>"))
    }
}
