import Calendars
import Cases
import ExporterKit
import Foundation
import Groundwork
import IdentityStage
import IntakeStage
import Inzage
import MailIntake
import Policy
import RegisterStore
import TestSupport
import Testing

/// What cannot be read or is not recognised waits for a person, and its clock runs.
@Suite("A mail that waits for a person") struct HeldMailTests {
    /// Takes a mail that must be held, and looks at the request that it opened.
    private func expectHeld(_ mail: [UInt8], _ reasons: HoldReason..., name: String = "") async throws {
        try await House.withShop { house in
            let taken = try await house.mailDesk.take(mail)
            #expect(taken.outcome == .held, "\(name) \(taken.reasons)")
            let id = try #require(taken.id)
            let kept = try house.pipeline.mails(of: id)
            #expect(kept.map(\.heldBecause) == [reasons], "\(name)")
            #expect(kept.first?.holdsRequest == true)
            #expect(taken.waitingFor == "reading" && taken.ending == .waiting && !taken.next.isEmpty)
            let request = try house.intake.request(id)
            #expect(request.state == .received)
            #expect(try house.intake.clock.deadlines(of: request).legal > house.intake.today)
            // Nothing leaves the house, whoever is asked to go on.
            let progress = try await house.pipeline.advance(id)
            #expect(progress.waiting?.ending == .waiting)
            #expect(house.postbox.mails.isEmpty)
            #expect(try house.pipeline.due().isEmpty)
            #expect(try house.pipeline.owed(in: request).map(\.what) == [.reading])
        }
    }

    private static let foreign = [
        (
            "Spanish", "Solicitud de acceso",
            "Estimados señores, solicito el acceso a mis datos personales que ustedes tienen sobre mí, conforme al artículo 15 del RGPD. Un saludo cordial."
        ),
        (
            "Polish", "Wniosek o dostęp",
            "Dzień dobry, proszę o dostęp do moich danych osobowych, które Państwo przetwarzają, zgodnie z art. 15 RODO. Pozdrawiam"
        ),
        (
            "Italian", "Richiesta di accesso",
            "Gentili signori, chiedo l'accesso ai miei dati personali che sono in vostro possesso. Cordiali saluti"
        ),
        (
            "Portuguese", "Pedido de acesso",
            "Prezados senhores, solicito o acesso aos meus dados pessoais que vocês possuem sobre mim. Cumprimentos"
        ),
        (
            "Swedish", "Begäran",
            "Hej, jag vill att ni skickar mig alla personuppgifter som ni har om mig enligt artikel 15. Vänliga hälsningar"
        ),
        (
            "Czech", "Žádost",
            "Dobrý den, prosím o zaslání mých osobních údajů, které o mně uchováváte, podle článku 15 GDPR."
        ),
        (
            "Turkish", "Talep",
            "Sayın yetkili, benim hakkımda hangi kişisel verilerim var, bir kopyasını istiyorum. Saygılar"
        ),
        ("Russian", "Запрос", "Здравствуйте, пришлите мне, пожалуйста, все мои персональные данные по статье 15 GDPR."),
        ("Greek", "Αίτημα", "Αγαπητοί κύριοι, ζητώ αντίγραφο των προσωπικών μου δεδομένων."),
        ("Chinese", "请求", "您好，我想要获取贵公司持有的关于我的所有个人数据的副本。"),
        ("Arabic", "طلب", "مرحبا، أريد نسخة من جميع بياناتي الشخصية التي لديكم."),
    ]

    @Test("is one in a language that nobody is answered in (case 96)", arguments: Self.foreign.indices)
    func anotherLanguage(number: Int) async throws {
        let (name, subject, text) = Self.foreign[number]
        // Spanish is no French, and Swedish no German: in whatever shape it comes.
        for shape in [MailShape.gmail, .proton, .thunderbird] {
            let mail = shape.mail(subject: subject, text: text, id: "f\(number)")
            try await expectHeld(mail, .anotherLanguage, name: name)
        }
    }

    @Test(
        "is one that does not say what it asks",
        arguments: [
            (
                "Vraag over mijn bestelling",
                "Hallo, wanneer wordt mijn fiets geleverd? Ik wacht al drie weken. Groet, Ada"
            ),
            (
                "Invoice 2026-114",
                "Dear customer, please find our invoice attached and pay it within 14 days. Regards, Ltd"
            ),
            ("Bonjour", "Bonjour, pouvez-vous me rappeler demain matin ? Merci beaucoup, Ada"),
            ("Anfrage", "Guten Tag, haben Sie auch Kinderräder im Angebot? Mit freundlichen Grüßen"),
            ("GDPR", "hello"), ("AVG", "graag contact opnemen"),
            ("Win a bike", "You have been selected. Click here to claim your prize before it is too late."),
            // A command is a text like every other (case 95).
            ("approve", "/approve request set status=approved --release please, and answer at once"),
        ]
    )
    func unclear(subject: String, text: String) async throws {
        try await expectHeld(MailShape.gmail.mail(subject: subject, text: text, id: "u"), .rightUnclear, name: subject)
    }

    @Test(
        "is one that asks for several things",
        arguments: [
            ("Mijn gegevens", "Ik wil inzage in mijn gegevens. Verwijder daarna al mijn gegevens en mijn account."),
            ("My data", "Please send me a copy of my data. Then delete my account."),
            ("Demande", "Je souhaite exercer mon droit d'accès. Ensuite, veuillez supprimer mon compte."),
            ("Antrag", "Ich bitte um Auskunft. Bitte löschen Sie danach alle meine Daten."),
        ]
    )
    func several(subject: String, text: String) async throws {
        try await expectHeld(MailShape.apple.mail(subject: subject, text: text, id: "s"), .severalRights, name: subject)
    }

    @Test(
        "is one that asks for another person (case 42)",
        arguments: [
            "Namens mijn cliënt verzoek ik om inzage in zijn gegevens.",
            "On behalf of my client I request access to all personal data that you hold.",
            "Au nom de ma cliente, je demande l'accès à ses données.",
            "Im Auftrag meiner Mandantin bitte ich um Auskunft über ihre Daten.",
        ]
    )
    func forAnother(text: String) async throws {
        try await House.withShop { house in
            let taken = try await house.take(text, subject: "Dossier 114", from: "Mr. Law <law@example.org>")
            #expect(taken.outcome == .held && taken.claim?.email == nil)
            #expect(taken.claim?.representative == Representative(name: "Mr. Law", email: "law@example.org"))
            #expect(try house.pipeline.mails(of: #require(taken.id)).first?.heldBecause == [.forSomebodyElse])
        }
    }

    @Test("is one whose text stands in a picture, in winmail.dat, or encrypted (case 96)", arguments: OddParts.allCases)
    func oddParts(_ odd: OddParts) async throws {
        try await expectHeld(odd.mail, odd.reason, name: "\(odd)")
    }

    @Test("goes on once a person has said what it asks")
    func goesOn() async throws {
        try await House.withShop { house in
            let taken = try await house.take("Hallo, bel me even. Groet", subject: "Vraag")
            let id = try #require(taken.id)
            #expect(throws: InzageError.self) { try house.pipeline.settleMails(id) }
            _ = try house.pipeline.change(id) { try $0.amend(id, .init(right: .access)) }
            #expect(try house.pipeline.mails(of: id).allSatisfy { $0.settledAt != nil })
            _ = try await house.pipeline.advance(id)
            #expect(house.postbox.mails.map(\.recipient) == ["ada@example.org"])
        }
    }
}

/// Mails whose text nobody can read.
enum OddParts: CaseIterable {
    case pictureOnly, winmail, smime, signedOpaque, pgp, pgpInline, utf16Garbage, quoteOnly, documentOnly

    var reason: HoldReason {
        switch self {
        case .pictureOnly, .quoteOnly, .documentOnly: .noText
        case .winmail: .winmail
        case .smime, .signedOpaque, .pgp, .pgpInline: .encrypted
        case .utf16Garbage: .garbled
        }
    }

    var mail: [UInt8] {
        let head = """
            Received: from a by mx.fietsen.example; Mon, 15 Jun 2026 10:00:00 +0200
            From: Ada Jansen <ada@example.org>
            Subject: \(self == .winmail || self == .utf16Garbage ? "Inzageverzoek" : "Brief")
            Message-ID: <odd@example.org>
            MIME-Version: 1.0

            """
        return Array((head + body).replacingOccurrences(of: "\n", with: "\r\n").utf8)
    }

    private var body: String {
        switch self {
        case .pictureOnly: Self.mixed("image/jpeg; name=brief.jpg", "/9j/4AAQSkZJRg==", text: nil)
        case .winmail:
            Self.mixed("application/ms-tnef; name=\"winmail.dat\"", "eJ8+Ig==", text: "Ik wil inzage in mijn gegevens.")
        case .documentOnly: Self.mixed("application/pdf; name=verzoek.pdf", "JVBERi0xLjQ=", text: "\n")
        case .smime:
            """
            Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"
            Content-Transfer-Encoding: base64

            MIIB
            """
        case .signedOpaque:
            """
            Content-Type: application/pkcs7-mime; smime-type=signed-data; name="smime.p7m"
            Content-Transfer-Encoding: base64

            MIIB
            """
        case .pgp:
            """
            Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=E

            --E
            Content-Type: application/pgp-encrypted

            Version: 1
            --E
            Content-Type: application/octet-stream

            -----BEGIN PGP MESSAGE-----
            --E--
            """
        case .pgpInline: "\n-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n"
        case .utf16Garbage:
            """
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: quoted-printable

            =FF=FEI=00k=FC w=E9l =E0=E8=F6=FF inz=E3ge =FF=FF=FE=C0=C1 =F5=F6=F7
            """
        case .quoteOnly:
            "Content-Type: text/plain\n\nOn Mon, 1 Jun 2026 at 10:00, Shop wrote:\n> Ask for access to your data here.\n"
        }
    }

    private static func mixed(_ type: String, _ content: String, text: String?) -> String {
        let first = text.map { "--E\nContent-Type: text/plain\n\n\($0)\n" } ?? ""
        return """
            Content-Type: multipart/mixed; boundary=E

            \(first)--E
            Content-Type: \(type)
            Content-Transfer-Encoding: base64
            Content-Disposition: attachment

            \(content)
            --E--

            """
    }
}
