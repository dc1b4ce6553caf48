import ExporterKit
import Testing
import Policy
import GatheringStage
import PackagingStage

@Suite struct `The overview of 3D CONFIG` {
    @Test func `3DC-4: an answer has all data, the processors, and the category of every record`() async throws {
        let sample = try await ControllerFixture.threeD.sample()
        let overview = Overview(sample)
        let descriptor = sample.text("datapackage.json")
        for gathered in sample.dossier.collections {
            #expect(descriptor.contains("\"inzage:category\": \"\(gathered.collection.category)\""))
            let title = sample.processing.category(gathered.collection.category)?.title.text(in: "nl") ?? ""
            #expect(overview.category(title).contains("2 registraties"), "\(title)")
        }
        #expect(overview.recipients.count == 4)
        #expect(overview.category("Klantprofiel").contains("SiteGround webhosting"))
        let names = sample.plan.names
        #expect(names.contains("processing.csv") && names.contains("processing.jsonld"))
    }

    @Test func `portability covers all data by promise, and the notice says that using it ends nothing`() async throws {
        let sample = try await ControllerFixture.threeD.sample(right: .portability)
        let overview = Overview(sample)
        #expect(overview.category("Facturen").contains("ons beleid belooft alle gegevens"))
        let rights = overview.section("rights")
        #expect(rights.contains("dan kunnen wij die waarschijnlijk niet voortzetten"))
        #expect(rights.contains("Dit recht gebruiken beëindigt op zichzelf niets."))
        #expect(sample.text("datapackage.json").contains("\"inzage:portable\": true"))
        #expect(!sample.text("datapackage.json").contains("\"inzage:portable\": false"))
    }

    @Test func `both ends of the policy's contradiction are said: deleted, and closed to staff`() async throws {
        let profile = try await ControllerFixture.threeD.overview().category("Klantprofiel")
        #expect(profile.contains("daarna verwijderen wij het"))
        #expect(profile.contains("daarna kunnen onze medewerkers er niet meer bij"))
    }

    @Test func `an authority under a name of the past is said gently, with where to look`() async throws {
        let rights = try await ControllerFixture.threeD.overview().section("rights")
        #expect(
            rights.contains("noemt “College Bescherming Persoonsgegevens”. Die naam draagt geen toezichthouder meer")
        )
        #expect(rights.contains("edpb.europa.eu"))
    }

    @Test func `what the controller does not call personal data is answered all the same`() async throws {
        let automatic = try await ControllerFixture.threeD.overview().category("Automatisch verzamelde gegevens")
        #expect(automatic.contains("noemt dit geen persoonsgegevens. U krijgt het toch"))
    }

    @Test func `own purposes, secrecy and the promised period are there`() async throws {
        let overview = try await ControllerFixture.threeD.overview()
        let sparkpost = try #require(overview.recipients.first { $0.contains("Sparkpost") })
        #expect(sparkpost.contains("Eigen doelen: deels: verbetering van zijn diensten"))
        let host = try #require(overview.recipients.first { $0.contains("SiteGround") })
        #expect(host.contains("Gebruikt de gegevens niet voor eigen doelen."))
        #expect(host.contains("Geheimhouding: verplicht tot geheimhouding."))
        let rights = overview.section("rights")
        #expect(rights.contains("Ons beleid belooft een antwoord binnen 30 dagen."))
        #expect(rights.contains("Wij stoppen meteen, in afwachting van het besluit."))
        #expect(
            rights.contains("Krijgt het bezwaar gelijk, dan krijgt u een kopie van de gegevens en stoppen wij voorgoed")
        )
    }
}
