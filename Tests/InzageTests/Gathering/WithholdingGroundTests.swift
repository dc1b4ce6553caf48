import Foundation
import TestSupport
import Testing
import Policy
import Cases
import Inzage
import IntakeStage
import IdentityStage

/// Whose words a ground is made of, wherever it is told.
@Suite struct `A ground of withholding` {
    /// What an operator may write that the program says itself, or nearly.
    static let counterfeits = [
        "processor for Bank X", "processor for ", "not-portable", "operator-decision", "processor-for", "decided",
        #"{"notPortable":true}"#, "processor for \u{1F469}\u{200D}\u{1F4BB}",
    ]
    /// What only the program says, in each language.
    private static let own: [Language: [String]] = [
        .nl: ["in opdracht van een klant", "bij die klant terecht", "recht op overdraagbaarheid geldt hier niet"],
        .en: ["on behalf of a customer", "put this to that customer", "right to portability does not cover it"],
        .fr: ["pour le compte d'un client", "vous adresser à ce client", "la portabilité ne s'y applique pas"],
        .de: ["im Auftrag eines Kunden", "an diesen Kunden wenden", "Datenübertragbarkeit gilt hier nicht"],
    ]
    private static let withheld: [Language: String] = [
        .nl: "Achtergehouden: ", .en: "Withheld: ", .fr: "Non communiqué\u{A0}: ", .de: "Zurückgehalten: ",
    ]

    @Test(arguments: Language.allCases, ["processor for Bank X", "not-portable"])
    func `of the operator is told as the operator's in the ledger, the overview and the descriptor`(
        _ language: Language,
        _ ground: String
    ) async throws {
        for target in ["crm/orders", "crm/orders/*"] {
            try await tellsAsTheOperators(ground, withheldFrom: target, in: language)
        }
    }

    private func tellsAsTheOperators(
        _ ground: String,
        withheldFrom target: String,
        in language: Language
    ) async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "ada@example.org")
            try shop.order(7, of: 1, "Bicycle")
            let house = try House(in: folder, systems: [shop.crm], processing: .withoutChat)
            let claim = Claim(email: "ada@example.org")
            let id = try house.intake.open(Submission(right: .access, claim: claim, language: language)).id
            _ = try await house.pipeline.advance(id)
            _ = try await house.pipeline.perform(.code(house.mailedCode()), on: id)
            try house.pipeline.withhold(target, ground: ground, reason: "r", from: id)
            let progress = try await house.pipeline.advance(id)
            #expect(try progress.ledger.line("crm", "orders").outcome == .withheld(ground: .decided(ground)))
            let search = try house.pipeline.receipts(of: house.intake.request(id))[0].searched
            #expect(search.first { $0.collection == "orders" }?.ground == "operator-decision")

            let files = try house.opened(#require(progress.archive), of: id)
            let page = String(decoding: try #require(files["01-overview.html"]), as: UTF8.self)
            #expect(page.contains(try #require(Self.withheld[language]) + ground + "."))
            for sentence in Self.own[language] ?? [] { #expect(!page.contains(sentence), "\(sentence)") }
            #expect(try Self.line("orders", files) == ["withheld", ground, "operator-decision"])
        }
    }

    @Test func `of the program keeps its text, and has a word that no operator can give`() async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "ada@example.org")
            let processing = Processing(
                categories: [.small("account"), .small("orders", processorFor: "Bank X")],
                processors: []
            )
            let house = try House(in: folder, systems: [shop.crm], processing: processing)
            let id = try await house.proven().id
            let progress = try await house.pipeline.advance(id)
            let files = try house.opened(#require(progress.archive), of: id)
            #expect(try Self.line("orders", files) == ["withheld", "processor for Bank X", "processor-for"])
            let page = String(decoding: try #require(files["01-overview.html"]), as: UTF8.self)
            #expect(
                page.contains(
                    "on behalf of a customer, who decides about it: Bank X. You can put this to that customer."
                )
            )
        }
        #expect(
            WithholdingGround.notPortable.text == "not-portable" && WithholdingGround.notPortable.word == "not-portable"
        )
    }

    @Test(arguments: counterfeits)
    func `comes back from the register as whose it was, whatever its words`(_ words: String) throws {
        let grounds: [WithholdingGround] = [.decided(words), .processorFor(words), .notPortable]
        for ground in grounds {
            let stored = try JSONEncoder().encode(Outcome.withheld(ground: ground))
            let read = try JSONDecoder().decode(Outcome.self, from: stored)
            guard case .withheld(let again) = read else { throw Wrong.outcome }
            #expect(again == ground && again.word == ground.word)
            #expect(Array(again.text.utf8) == Array(ground.text.utf8))
        }
    }

    @Test(arguments: [
        ("processor for Bank X", WithholdingGround.processorFor("Bank X")), ("not-portable", .notPortable),
        ("processor for ", .processorFor("")), ("rights of others", .decided("rights of others")),
        ("Processor for Bank X", .decided("Processor for Bank X")), ("", .decided("")),
    ])
    func `of an older register is what its words said then`(_ text: String, _ ground: WithholdingGround) throws {
        let stored = try JSONEncoder().encode(["withheld": ["ground": text]])
        #expect(try JSONDecoder().decode(Outcome.self, from: stored) == .withheld(ground: ground))
    }

    @Test(arguments: ["{}", "null", "7", "[]", #"{"decided":7}"#, #"{"unheard":"x"}"#, #"{"processorFor":null}"#])
    func `that cannot be read is never taken for another`(_ broken: String) {
        let stored = Data(#"{"withheld":{"ground":\#(broken)}}"#.utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Outcome.self, from: stored) }
    }

    @Test(arguments: ["", " ", "\u{A0}\n"])
    func `that says nothing is wrong use`(_ ground: String) async throws {
        try await withTemporaryFolder { folder in
            let house = try House(in: folder, systems: [Shop(in: folder).crm], processing: .withoutChat)
            let id = try house.open().id
            #expect(
                await ending { try house.pipeline.withhold("crm/orders", ground: ground, reason: "r", from: id) } == 2
            )
        }
    }

    private enum Wrong: Error { case outcome }

    /// The outcome, the reason and whose ground it is, as the descriptor has them.
    private static func line(_ collection: String, _ files: [String: Data]) throws -> [String?] {
        let descriptor = try JSONSerialization.jsonObject(with: #require(files["datapackage.json"])) as? [String: Any]
        let ledger = try #require(descriptor?["inzage:ledger"] as? [[String: Any]])
        let line = try #require(ledger.first { $0["collection"] as? String == collection })
        return ["outcome", "reason", "ground"].map { line[$0] as? String }
    }
}
