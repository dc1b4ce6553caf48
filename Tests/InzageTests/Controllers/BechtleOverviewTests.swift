import ExporterKit
import Foundation
import Testing
import Policy
import ControllerFiles

@Suite struct `The overview of Bechtle` {
    @Test func `BEC-1: it lists all 46 processors, 36 by name, and Creditsafe as recipient and as source`() async throws
    {
        let overview = try await ControllerFixture.bechtle.overview()
        let configuration = try await ControllerFixture.bechtle.configuration()
        #expect(overview.recipients.count == 46)
        #expect(overview.recipients.filter { $0.contains("naam op te vragen") }.count == 10)
        for name in configuration.processing.processors.compactMap(\.name) {
            #expect(overview.recipients.contains { $0.contains(name) }, "\(name)")
        }
        let creditsafe = try #require(overview.recipients.first { $0.contains("Creditsafe") })
        #expect(creditsafe.contains("Levert ons gegevens (bron) en ontvangt gegevens van ons."))
        let check = overview.category("Kredietwaardigheid")
        #expect(check.contains("Iemand anders heeft ze ons gegeven: Creditsafe, Bisnode en commerciële"))
        #expect(
            check.contains(
                "Creditsafe kredietwaardigheidscontrole · levert ons gegevens (bron) en ontvangt gegevens van ons"
            )
        )
    }

    @Test(arguments: [
        ("User tracking", "28 dagen"), ("Chat", "30 dagen"), ("Friendly Captcha", "30 dagen"),
        ("Registratie / account", "tot het opheffen of verwijderen van je account"),
        ("Online sollicitaties / vacatureportal", "Ten hoogste 6 maanden, te rekenen vanaf de beslissing"),
        ("Toestemmingsbeheer (Usercentrics)", "3 jaar"), ("Google Analytics", "26 maanden"), ("Eloqua", "25 maanden"),
        ("Hotjar", "365 dagen"), ("Google Marketing Platform (DV360)", "12 maanden"), ("Outbrain", "90 dagen"),
        ("Sentry", "Doorgaans 90 dagen"), ("Google Ads Remarketing", "24 maanden"),
        ("Google Ads Conversion Tracking", "24 maanden"), ("Facebook Conversion API", "24 maanden"),
        ("Twitter Ads", "24 maanden"), ("Klantenenquêtes op de website (Qualtrics)", "24 maanden"),
        ("Ginni", "Ten hoogste 90 dagen"), ("Google Chatbot (DialogFlow)", "30 dagen"), ("YouTube", "30 dagen"),
        ("Vimeo", "30 dagen"), ("Cliplister", "45 dagen"),
    ])
    func `BEC-2: the periods are those of the policy`(_ title: String, _ period: String) async throws {
        let category = try await ControllerFixture.bechtle.overview().category(title)
        let retention = category.components(separatedBy: "Hoe lang ").last ?? ""
        #expect(retention.lowercased().contains(period.lowercased()), "\(retention.prefix(300))")
    }

    @Test func `BEC-3: Yahoo has five rules, each with its own scope`() async throws {
        let yahoo = try await ControllerFixture.bechtle.overview().category("Yahoo Dot-Tag")
        for rule in [
            "Opgeslagen gegevens: ten hoogste 30 dagen", "Persoonsgegevens: doorgaans 7 dagen",
            "IP-adressen: 6 maanden", "Segmenten: ten hoogste 2 jaar", "Cookie: 1 jaar",
        ] {
            #expect(yahoo.contains(rule), "\(rule)")
        }
    }

    @Test func `BEC-4: a transfer to the United States shows its safeguard and that authorities may have access`()
        async throws
    {
        let overview = try await ControllerFixture.bechtle.overview()
        let analytics = overview.category("Google Analytics")
        #expect(analytics.contains("Mogelijk doorgifte naar: Verenigde Staten."))
        #expect(analytics.contains("Waarborg: de regels voor doorgifte van artikel 44 en volgende AVG."))
        #expect(analytics.contains("Autoriteiten in de Verenigde Staten kunnen"))
        let social = overview.category("Social media links en aanwezigheid")
        #expect(social.contains("Waarborg: de regels voor doorgifte van artikel 44"))
        #expect(overview.section("recipients").contains("Autoriteiten in de Verenigde Staten kunnen"))
        #expect(overview.category("Vimeo").contains("Doorgifte naar: Verenigde Staten."))
        #expect(!overview.category("Ginni").contains("Autoriteiten in de Verenigde Staten"))
    }

    @Test(arguments: [("Sentry", "Sentry (self-hosted)"), ("Ginni", "Bechtle AG Ginni")])
    func `BEC-5: Sentry and Ginni are own tools, not recipients`(_ title: String, _ tool: String) async throws {
        let overview = try await ControllerFixture.bechtle.overview()
        let category = overview.category(title)
        #expect(category.contains("Wie het krijgt of verwerkt Niemand buiten onze organisatie."))
        #expect(category.contains("programma's die wij zelf draaien"))
        let groups = overview.section("recipients").components(separatedBy: "Programma's die wij zelf draaien")
        let own = groups.dropFirst().joined()
        #expect(own.contains(tool) && own.contains("geen ontvangers"))
    }

    @Test func `BEC-6: the password is never in the archive, and the overview says so`() async throws {
        let account = try await ControllerFixture.bechtle.overview().category("Registratie / account")
        #expect(account.contains("Dit staat nooit in een kopie, voor je veiligheid: wachtwoord."))
    }

    @Test func `BEC-7: an objection to direct marketing needs no ground, and its mailbox is named`() async throws {
        let rights = try await ControllerFixture.bechtle.overview().section("rights")
        #expect(rights.contains("Bezwaar tegen direct marketing artikel 21, lid 2, AVG Geen reden nodig"))
        #expect(rights.contains("Dit kan ook via kontakt@bechtle.com"))
        #expect(rights.contains("Ze gebruiken is gratis."))
    }

    @Test func `BEC-9: DemoUp is kept until consent is withdrawn`() async throws {
        let dutch = try await ControllerFixture.bechtle.overview().category("DemoUp")
        #expect(dutch.contains("Voor onbepaalde tijd, tot het intrekken van je toestemming"))
        let english = try await ControllerFixture.bechtle.overview(.en).category("DemoUp video analytics")
        #expect(english.contains("Without an end date, until the withdrawal of your consent"))
    }

    @Test func `BEC-10: Facebook Pixel has no period and the Conversion API has 24 months`() async throws {
        let overview = try await ControllerFixture.bechtle.overview()
        let pixel = overview.category("Facebook Pixel")
        #expect(pixel.contains("Hoe lang Ons privacybeleid noemt hiervoor geen termijn."))
        #expect(pixel.contains("Hoe lang dat is, kun je ons vragen: privacy@bechtle.com"))
        #expect(overview.category("Facebook Conversion API").contains("Hoe lang 24 maanden"))
    }

    @Test func `what the policy says besides is there: cascade, claims, links, where to ask first`() async throws {
        let overview = try await ControllerFixture.bechtle.overview()
        let manager = overview.category("Google Tag Manager")
        #expect(manager.contains("Trek je hiervoor je toestemming in, dan geldt dat ook voor: Eloqua; LinkedIn"))
        #expect(manager.contains("noemt dit geen persoonsgegevens. Je krijgt het toch"))
        #expect(
            overview.category("Klantenenquêtes op de website (Qualtrics)").contains("aan je account zijn gekoppeld")
        )
        #expect(overview.category("Social media links en aanwezigheid").contains("bij de aanbieder zelf terecht"))
        #expect(
            overview.category("Marketingdoeleinden bestaande klanten")
                .contains("Wij stoppen hiermee zodra je bezwaar maakt tegen direct marketing.")
        )
        #expect(overview.category("Foto's en video's events").contains("afbeeldingen en video"))
        #expect(
            overview.section("in-general").contains("Bij een juridisch geschil: in elk geval niet langer dan 30 jaar")
        )
        #expect(
            overview.category("Websitebezoek").contains("Wij nemen besluiten doorgaans niet volledig geautomatiseerd")
        )
        #expect(overview.section("rights").contains("edpb.europa.eu"))
    }
}
