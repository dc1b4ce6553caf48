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

extension House {
    /// Where mails are taken in.
    var mailDesk: MailDesk { MailDesk(intake: intake, verification: verification, codes: codes, folder: folder) }

    /// A house with the small shop, in which Ada is known.
    static func withShop(_ body: (House) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "ada@example.org", name: "Ada Jansen", phone: "+31 6")
            var house = try House(in: folder, systems: shop.systems)
            house.controller.languages = [.nl, .en, .fr, .de]
            house.controller.intake.authenticationResults = "mx.fietsen.example"
            try await body(house)
        }
    }

    /// Takes a plain mail.
    func take(
        _ text: String,
        subject: String = "Inzageverzoek",
        from: String = "Ada Jansen <ada@example.org>",
        id: String = UUID().uuidString,
        extra: [String] = [],
        received: String = "Mon, 15 Jun 2026 10:00:00 +0200"
    ) async throws -> TakenMail {
        try await mailDesk.take(
            MailShape.apple.mail(from: from, subject: subject, text: text, id: id, extra: extra, received: received)
        )
    }
}

extension SystemDescription {
    /// A system that yields customer numbers, which people call as its field is titled.
    static var withCustomerNumbers: SystemDescription {
        let title = LocalizedText(
            byLanguage: [
                "nl": "Klantnummer", "en": "Customer number", "fr": "Numéro de client", "de": "Kundennummer",
            ]
        )
        let number = FieldDescription(name: "id", type: "integer", title: title, identifies: "customer_id")
        return .scripted("crm", .scripted("people", [number, .named("email", channel: .email)]))
    }
}
