import ExporterKit
import Testing
import GatheringStage

@Suite struct `The overview of LetsBuild` {
    @Test func `LBD-1: purposes, categories, recipients, retention, source and safeguards are all there`() async throws
    {
        let contact = try await ControllerFixture.letsBuild.overview().category("Contactgegevens")
        for part in [
            "Waarvoor De applicaties laten werken", "Waaruit het kan bestaan Naam, e-mailadres",
            "Hoe lang Zo lang als nodig voor het doel, tot het einde van de bedrijfsbehoefte; daarna verwijderen wij het.",
            "Waar het vandaan komt", "Wie het krijgt of verwerkt", "Telefoon, chat, e-mail",
            "Mogelijk doorgifte naar: Verenigde Staten. Waarborg: een verwerkersovereenkomst (DPA).",
        ] {
            #expect(contact.contains(part), "\(part)")
        }
    }

    @Test func `LBD-2: of what came from an employer or colleague the source is stated`() async throws {
        let others = try await ControllerFixture.letsBuild.overview()
            .category("Informatie verstrekt door andere gebruikers")
        #expect(others.contains("uw werkgever, uw collega's of externe klanten"))
        #expect(others.contains("Hierin staan ook gegevens van anderen."))
    }

    @Test func `LBD-3: project content is held for a customer, withheld, and referred to that customer`() async throws {
        let sample = try await ControllerFixture.letsBuild.sample()
        let project = Overview(sample).category("Projectactiviteiten, communicatieberichten, foto's en documenten")
        #expect(project.contains("in opdracht van een klant, die erover beslist: Klanten van LetsBuild"))
        #expect(project.contains("Voor dit deel kunt u bij die klant terecht."))
        #expect(project.contains("Achtergehouden: wij bewaren het in opdracht van een klant"))
        #expect(!project.contains("processor for"))
        #expect(!sample.dossier.collections.contains { $0.collection.category == "project_content" })
        #expect(Overview(sample).section("search").contains("Klanten van LetsBuild"))
    }

    @Test func `LBD-5: the overview says that the law gives portability, which the policy does not name`() async throws
    {
        let rights = try await ControllerFixture.letsBuild.overview().section("rights")
        #expect(rights.contains("Het beleid van LetsBuild noemt dit recht niet; de wet geeft het u (artikel 20 AVG)."))
        #expect(
            rights.contains("Ons beleid noemt dit recht maar ten dele; de wet geeft het u helemaal (artikel 21 AVG).")
        )
    }

    @Test func `unnamed recipients are kinds of recipients whose names can be asked for`() async throws {
        let overview = try await ControllerFixture.letsBuild.overview()
        let support = overview.category("Vragen, support en verzoeken")
        #expect(support.contains("Van 2 ontvangers noemt ons privacybeleid alleen de soort."))
        #expect(support.contains("U hebt recht op de naam"))
        #expect(overview.recipients.filter { $0.contains("naam op te vragen") }.count == 10)
    }

    @Test func `backups are mentioned, and so are two authorities without a name`() async throws {
        let overview = try await ControllerFixture.letsBuild.overview()
        #expect(
            overview.section("in-general").contains("Reservekopieën: tot het moment waarop verwijdering mogelijk is")
        )
        #expect(overview.section("in-general").contains("tot dan staat het apart"))
        #expect(overview.section("rights").contains("wijst naar de toezichthouder van: België en Denemarken"))
    }
}
