import ExporterKit
import Foundation
import ArchiveSealing
import TestSupport
import Testing
import Cases
import Policy
import GatheringStage
import RegisterStore

@Suite struct `The overview` {
    private func page(_ sample: PackageSample) -> String { sample.text("01-overview.html") }

    /// The page from a category's section to the next.
    private func section(_ title: String, of page: String) -> String {
        let sections = page.components(separatedBy: "<section ")
        return sections.first { $0.contains("-title\">\(title)</h3>") } ?? ""
    }

    @Test(arguments: Language.allCases)
    func `every category has a place for every item of Article 15, and none is blank`(_ language: Language) async throws
    {
        var sample = PackageSample(language: language)
        // A category of which the controller says nothing at all, and one that it does not even have.
        sample.processing.categories[2] = Category(
            id: "chat",
            title: LocalizedText("X"),
            purposes: [],
            legalBases: [],
            retention: [],
            processors: []
        )
        sample.dossier.ledger.lines.append(
            LedgerLine(system: "crm", collection: "q", category: "unheard-of", outcome: .pendingHuman)
        )
        let script = """
            import sys
            from html.parser import HTMLParser
            class Facts(HTMLParser):
                depth = 0; term = None; text = ''; section = None
                def handle_starttag(self, tag, attrs):
                    if tag == 'section': self.section = dict(attrs).get('id')
                    if tag in ('dt', 'dd'): self.text = ''
                def handle_data(self, data): self.text += data
                def handle_endtag(self, tag):
                    if tag == 'dt': self.term = self.text.strip()
                    if tag == 'dd' and self.section: print(self.section, '|', self.term, '|', len(self.text.strip()))
            Facts(convert_charrefs=True).feed(open(sys.argv[1], encoding='utf-8').read())
            """
        let facts = try await python(script, over: Array(page(sample).utf8)).map { $0.components(separatedBy: " | ") }
        #expect(facts.allSatisfy { $0.count == 3 && $0[2] != "0" })
        let items = language.text(
            nl: [
                "Waarvoor", "Op welke grondslag", "Hoe lang", "Waar het vandaan komt", "Wie het krijgt of verwerkt",
                "Buiten de Europese Economische Ruimte", "Geautomatiseerde besluiten", "Overdraagbaarheid",
                "Wat hier niet staat, en waarom",
            ],
            en: [
                "Why we use it", "On what legal basis", "How long we keep it", "Where it comes from",
                "Who receives or processes it", "Outside the European Economic Area", "Automated decisions",
                "Portability", "What is not here, and why",
            ],
            fr: [
                "Finalités", "Base juridique", "Durée de conservation", "D'où viennent ces données",
                "Qui les reçoit ou les traite", "Hors de l'Espace économique européen", "Décisions automatisées",
                "Portabilité", "Ce qui ne figure pas ici, et pourquoi",
            ],
            de: [
                "Wofür wir sie verwenden", "Auf welcher Rechtsgrundlage", "Wie lange", "Woher sie stammen",
                "Wer sie erhält oder verarbeitet", "Außerhalb des Europäischen Wirtschaftsraums",
                "Automatisierte Entscheidungen", "Übertragbarkeit", "Was hier nicht steht, und warum",
            ]
        )
        for number in 1...5 {
            let ofSection = facts.filter { $0[0] == "category-\(number)" }.map { $0[1] }
            #expect(items.allSatisfy(ofSection.contains), "category \(number)")
        }
    }

    @Test func `the rights and the complaint stand at the end, with the authority and how to reach it`() {
        let page = page(PackageSample(language: .en))
        for right in [
            "Access", "Rectification", "Erasure", "Restriction", "Portability", "Objection", "Withdraw consent",
            "Objection to direct marketing", "A human decision",
        ] {
            #expect(page.contains("<h3>\(right) <span"))
        }
        #expect(page.contains("Autoriteit Persoonsgegevens"))
        #expect(page.contains("Postbus 93374, 2509 AJ Den Haag"))
        #expect(page.contains("https://autoriteitpersoonsgegevens.nl"))
    }

    @Test func `a controller that names no authority still says where to complain`() {
        var sample = PackageSample(language: .en)
        sample.controller.supervisoryAuthorities = []
        #expect(page(sample).contains("edpb.europa.eu"))
    }

    @Test(arguments: [
        (Outcome.records, "4 records in this package"), (.nothingHeld, "Searched; it holds nothing about you"),
        (.identifierUnsupported, "we know nothing about you by which this source can be asked"),
        (.ambiguousSubject, "several people share the details"), (.pendingHuman, "looked up by our staff"),
        (.withheld(ground: .processorFor("Bank X")), "on behalf of a customer, who decides about it: Bank X."),
        (.withheld(ground: .notPortable), "the right to portability does not cover it"),
        (.withheld(ground: .decided("legal privilege")), "Withheld: legal privilege."),
        (.failed(code: "timedOut", message: "m", retryable: true), "Could not be read, so this part is missing"),
        (.gapAccepted(reason: "the archive is being moved"), "Reason: the archive is being moved"),
    ])
    func `every outcome of the ledger is there in words`(_ outcome: Outcome, _ words: String) {
        let line = LedgerLine(
            system: "crm",
            collection: "subscriptions",
            category: "newsletter",
            outcome: outcome,
            records: 4
        )
        let page = page(PackageSample(language: .en, lines: [line]))
        let search = page.components(separatedBy: "id=\"search\"").last ?? ""
        #expect(search.contains(words))
        #expect(search.contains("Subscriptions") || search.contains("Abonnementen"))
    }

    @Test(arguments: Redaction.Ground.allCases)
    func `what was cut or replaced is counted, with its ground and reason`(_ ground: Redaction.Ground) {
        let redaction = Redaction(ground: ground, field: "ship_to", reason: "because", count: 1_234)
        let line = LedgerLine(
            system: "webshop",
            collection: "orders",
            category: "orders",
            outcome: .records,
            records: 3,
            redactions: [redaction]
        )
        let page = page(PackageSample(language: .en, lines: [line]))
        let what = ground == .redactedVersion ? "documents" : "values"
        #expect(page.contains("1,234 \(what) in “Delivery address”"))
        #expect(page.contains("Reason: because."))
    }

    @Test func `retention is in words: the period as written, or the criterion`() {
        let page = page(PackageSample(language: .nl))
        #expect(
            section("Klantaccount", of: page).contains(
                "Ten hoogste 24 maanden, te rekenen vanaf de laatste keer inloggen."
            )
        )
        #expect(section("Bestellingen", of: page).contains("7 jaar, te rekenen vanaf het einde van het boekjaar."))
        #expect(section("Bestellingen", of: page).contains("Zo lang als de wet het eist. Belastingwet."))
        #expect(section("Kredietinformatie", of: page).contains("Zo lang als nodig voor het doel."))
        #expect(section("Kredietinformatie", of: page).contains("Doorgaans 1 jaar en 6 maanden."))
    }

    @Test func `an article is cited as the language does, and the controller's words become sentences`() {
        var sample = PackageSample(language: .nl)
        sample.processing.categories[0].legalBases = ["6(1)(b)", "7(1)"]
        sample.processing.categories[0].purposes = [LocalizedText("uw account beheren")]
        sample.processing.categories[0].source = LocalizedText("u, of wie namens u belt")
        sample.processing.categories[0].retention = [
            RetentionRule(kind: .max, duration: "P1Y", text: LocalizedText("daarna nog het bewijs"))
        ]
        let account = section("Klantaccount", of: page(sample))
        #expect(account.contains("artikel 6, lid 1, onder b, AVG"))
        #expect(account.contains("Onze plicht om uw toestemming te kunnen aantonen"))
        #expect(account.contains("artikel 7, lid 1, AVG"))
        #expect(account.contains("Uw account beheren"))
        #expect(account.contains("U, of wie namens u belt."))
        #expect(account.contains("Ten hoogste 1 jaar. Daarna nog het bewijs."))
        #expect(page(sample).contains("artikel 15 AVG"))
        #expect(section("Customer account", of: page(PackageSample(language: .en))).contains("Art. 6(1)(b) GDPR"))
    }

    @Test func `recipients are named, also the one that only holds the system, and transfers have their safeguard`() {
        var sample = PackageSample(language: .en)
        sample.processing.categories[2].processors = []
        sample.add("chats", of: .crm, records: [["hello"]])
        let chat = section("Chatgesprekken", of: page(sample)) + section("Chats", of: page(sample))
        #expect(chat.contains("Postduif Inc."))
        #expect(
            chat.contains(
                "Transfer to: United States. Safeguards: standard contractual clauses of the European Commission (SCC); "
                    + "EU-US Privacy Shield (no longer valid)."
            )
        )
        #expect(chat.contains("has not been valid"))
        #expect(
            section("Orders", of: page(sample)).contains(
                "Transfer to: United Kingdom. Safeguard: an adequacy decision of the European Commission."
            )
        )
    }

    @Test func `a processor outside the area without a safeguard is not passed over`() {
        var sample = PackageSample(language: .en)
        sample.processing.processors[1].transfers = []
        #expect(section("Customer account", of: page(sample)).contains("states no safeguard"))
    }

    @Test func `a code shows its label beside it, and a secret shows nowhere`() {
        let page = page(PackageSample(language: .en))
        #expect(page.contains("active</span> <span class=\"code\"><bdi>A</bdi></span>"))
        #expect(!page.contains("geheim"))
        #expect(page.contains("1 value in “Password” left out"))
    }

    @Test func `Dutch addresses the reader as the controller chose`() {
        var sample = PackageSample(language: .nl)
        let formal = page(sample)
        sample.controller.formOfAddress = .je
        let familiar = page(sample)
        #expect(formal.contains("Uw persoonsgegevens") && !formal.contains(" je ") && !formal.contains(" jou "))
        #expect(familiar.contains("Je persoonsgegevens") && !familiar.contains(" u ") && !familiar.contains(" uw "))
    }

    @Test func `a subject of whom nothing is held gets an answer too`() {
        var sample = PackageSample(
            language: .en,
            lines: [LedgerLine(system: "webshop", collection: "accounts", category: "account", outcome: .nothingHeld)]
        )
        sample.dossier.collections = []
        #expect(page(sample).contains("found no personal data about you"))
        #expect(page(sample).contains("does hold this request of yours"))
    }

    @Test func `what is missing is said at the top`() {
        #expect(page(PackageSample(language: .en)).contains("not complete yet: 1 part is missing"))
        #expect(
            !page(PackageSample(language: .en, lines: Array(PackageSample.lines.prefix(2)))).contains(
                "not complete yet"
            )
        )
    }

    @Test func `what people found by hand stands in its category`() {
        var sample = PackageSample(language: .en)
        var file = sample.file("found", [1, 2, 3], name: "scan.pdf")
        (file.category, file.title) = ("applications", "Letter of 2019")
        sample.dossier.additions = [file]
        sample.dossier.ledger.lines.append(
            LedgerLine(
                system: "by-hand",
                collection: "applications",
                category: "applications",
                outcome: .records,
                records: 1
            )
        )
        let section = section("Job applications", of: page(sample))
        #expect(section.contains("Letter of 2019"))
        #expect(section.contains("files/0002.pdf"))
        #expect(page(sample).contains("By our staff"))
        #expect(page(sample).contains("1 document in this package."))
    }

    @Test func `the page has no script, loads nothing, and forbids both`() async throws {
        let script = """
            import sys
            from html.parser import HTMLParser
            class Loads(HTMLParser):
                def handle_starttag(self, tag, attrs):
                    a = dict(attrs)
                    if tag in ('script', 'iframe', 'object', 'embed', 'link', 'base', 'form', 'img', 'video'): print('BAD', tag)
                    for k in a:
                        if k.startswith('on') or k in ('src', 'srcset', 'style', 'action', 'background'): print('BAD', k)
                    if tag == 'a': print('A', a.get('href'))
                    if tag == 'meta' and a.get('http-equiv'): print('CSP', a['content'])
                    if tag == 'html': print('LANG', a.get('lang'))
            Loads(convert_charrefs=True).feed(open(sys.argv[1], encoding='utf-8').read())
            """
        let seen = try await python(script, over: Array(page(PackageSample(language: .en)).utf8))
        #expect(!seen.contains { $0.hasPrefix("BAD") })
        #expect(seen.contains("LANG en"))
        #expect(seen.contains { $0.hasPrefix("CSP default-src 'none'; style-src 'unsafe-inline'; img-src data:") })
        let links = seen.filter { $0.hasPrefix("A ") && !$0.hasPrefix("A #") }
        #expect(
            Set(links) == [
                "A data/0001.json", "A csv/0001.csv", "A data/0002.json", "A csv/0002.csv", "A files/0001.pdf",
                "A https://autoriteitpersoonsgegevens.nl",
            ]
        )
        #expect(!page(PackageSample()).contains("url(") && !page(PackageSample()).contains("@import"))
    }

    @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")])
    func `numbers are grouped`(_ number: Int, _ text: String) {
        let line = LedgerLine(
            system: "webshop",
            collection: "orders",
            category: "orders",
            outcome: .records,
            records: number
        )
        #expect(page(PackageSample(language: .en, lines: [line])).contains("\(text) records in this package."))
    }

    @Test(arguments: Language.allCases)
    func `no text of the record runs as a formula in the table of processing (case 65)`(_ language: Language) {
        var sample = PackageSample(language: language)
        sample.processing.categories[0].title = LocalizedText("=1+1")
        sample.processing.processors[0].name = "@SUM(A1)"
        let table = sample.text("processing.csv")
        let delimiter = language == .en ? "," : ";"
        #expect(table.contains("\r\n'=1+1\(delimiter)"))
        #expect(table.contains("\(delimiter)'@SUM(A1)\(delimiter)"))
    }

    @Test func `an entry that is not active is in nothing that people get`() {
        var sample = PackageSample(language: .en)
        sample.processing.processors[0].isActive = false
        for name in ["01-overview.html", "processing.jsonld", "processing.csv"] {
            #expect(!sample.text(name).contains("Noordzee Hosting"), "\(name)")
        }
    }

    @Test func `every kind of retention is a sentence in both languages`() {
        for kind in RetentionRule.Kind.allCases {
            var sample = PackageSample(language: .nl)
            let rule = RetentionRule(kind: kind, duration: kind.needsPeriod ? "P1Y" : nil, action: .delete)
            sample.processing.categories[0].retention = [rule]
            let dutch = section("Klantaccount", of: page(sample))
            sample.dossier.head.language = .en
            let english = section("Customer account", of: page(sample))
            #expect(!dutch.contains("<dt>Hoe lang</dt><dd></dd>") && dutch.contains("; daarna verwijderen wij het."))
            #expect(!english.contains(kind.rawValue + ".") && english.contains("; then we delete it."))
        }
    }
}
