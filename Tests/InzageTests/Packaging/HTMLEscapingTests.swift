import ExporterKit
import Foundation
import Inzage
import SealedArchive
import TestSupport
import Testing

/// What a browser would see of a page: Python's parser prints tags with their attributes, and comments.
private let tagsScript = """
    import sys
    from html.parser import HTMLParser
    class Seen(HTMLParser):
        def handle_starttag(self, tag, attrs): print('TAG', tag, ' '.join(sorted(k for k, v in attrs)))
        def handle_comment(self, data): print('COMMENT')
        def handle_pi(self, data): print('PI')
    Seen(convert_charrefs=True).feed(open(sys.argv[1], encoding='utf-8').read())
    """

@Suite struct `What the overview does with hostile values` {
    static let payloads = [
        "<script>alert(1)</script>", "\u{600}<img src=x onerror=alert(1)>", "a\"\u{301} onmouseover=alert(1) ",
        "' onfocus='alert(1)", "</title><svg onload=alert(1)>", "</style><b>", "<!-- ", "-->", "]]>", "<?php",
        "&lt;script&gt;",
        "javascript:alert(1)", "\u{202E}gpj.exe", "<\u{338}a href=x>", ">\u{301}", "&\u{301}amp;", "\u{0}<b>", "<bdi>",
        "</bdi><i>",
        "<a href=https://evil.example>", "\u{FEFF}<p>", "\u{1B}[2J",
    ]

    /// A sample that is harmless, and the same with one hostile text wherever data or configuration can stand.
    private func page(holding payload: String) -> [UInt8] {
        var sample = PackageSample(
            customers: [
                [
                    42, .text(Array(payload.utf8)), "a@b", "s", .text(Array(payload.utf8)), .boolean(true),
                    .text(Array(payload.utf8)), nil, nil,
                ]
            ],
            orders: [
                [1, 42, .text(Array(payload.utf8)), 1, .text(Array(payload.utf8))],
                [2, 42, "x", 1, .text(Array(payload.utf8))],
            ],
            lines: PackageSample.lines + [
                LedgerLine(
                    system: payload,
                    collection: payload,
                    category: payload,
                    outcome: .gapAccepted(reason: payload)
                ),
                LedgerLine(
                    system: "crm",
                    collection: payload,
                    category: "chat",
                    outcome: .withheld(ground: payload),
                    redactions: [Redaction(ground: .operatorDecision, field: payload, reason: payload, count: 1)]
                ),
            ]
        )
        sample.dossier.collections[1].files[0].originalName = payload
        sample.dossier.collections[1].files[0].fileExtension = payload
        sample.dossier.collections[1].files[0].mediaType = payload
        // A collection's title stands in an attribute too, where a quote would break out.
        for index in sample.dossier.collections.indices { sample.dossier.collections[index].retitle(payload) }
        sample.controller.entities[0].name = payload
        sample.controller.contact.email = payload
        sample.controller.supervisoryAuthorities[0].website = payload
        sample.processing.processors[0].name = payload
        sample.processing.categories[0].source = LocalizedText(payload)
        Self.fill(&sample.processing, with: LocalizedText(payload))
        sample.controller.name = payload
        sample.controller.policy = PolicyDocument(title: payload, date: payload)
        sample.controller.contact.complaintsFirstTo = payload
        sample.controller.rights[0].notice = LocalizedText(payload)
        sample.dossier.head.requestID = payload
        sample.dossier.head.receivedOn = payload
        return Array(sample.text("01-overview.html").utf8)
    }

    /// Puts a text wherever a record of processing can hold one.
    private static func fill(_ processing: inout Processing, with text: LocalizedText) {
        let payload = text.text(in: "nl")
        var marks = Category.Marks()
        (marks.askElsewhereFirst, marks.media, marks.stopsOn) = (text, [payload], payload)
        for index in [0, 5] {
            processing.categories[index].fields = [text]
            processing.categories[index].excludedFields = [payload]
            processing.categories[index].automatedDecisions = text
            processing.categories[index].marks = marks
            processing.categories[index].retention = [
                RetentionRule(kind: .max, duration: payload, from: [Trigger(text)], appliesTo: text, text: text)
            ]
        }
        processing.processors[1].service = text
        processing.processors[1].country = text
        processing.processors[1].address = payload
        processing.processors[1].condition = text
        processing.processors[1].confidentiality = text
        processing.processors[1].ownPurposes = .described(text)
        processing.processors[1].data = [text]
        processing.processors[1].transfers = [Transfer(country: payload, safeguards: [payload])]
        processing.transferPolicy = TransferPolicy(conditions: [payload], safeguard: payload, warning: text)
        processing.generalRetention = [ScopedRetention(scope: payload, rule: RetentionRule(kind: .necessity))]
    }

    @Test(arguments: payloads)
    func `no value makes a tag, an attribute or a comment (case 67)`(_ payload: String) async throws {
        let harmless = try await python(tagsScript, over: page(holding: "harmless"))
        let hostile = try await python(tagsScript, over: page(holding: payload))
        #expect(hostile == harmless)
    }

    @Test func `all five characters of markup are escaped, each also under a combining mark (case 67)`() {
        var sample = PackageSample()
        sample.controller.entities[0].name = "<\u{301}>\u{301}&\u{301}\"\u{301}'\u{301}"
        let escaped = "&lt;\u{301}&gt;\u{301}&amp;\u{301}&quot;\u{301}&#39;\u{301}"
        let page = sample.plan.texts.first { $0.name == "01-overview.html" }?.bytes ?? []
        // On bytes: a String would not find a reference whose last character carries a mark.
        #expect(hexadecimal(page).contains(hexadecimal(escaped.utf8)))
    }

    @Test(arguments: payloads)
    func `every value still reads as it was`(_ payload: String) async throws {
        let script = """
            import sys
            from html.parser import HTMLParser
            class Text(HTMLParser):
                parts = []
                def handle_data(self, data): self.parts.append(data)
            t = Text(convert_charrefs=True); t.feed(open(sys.argv[1], encoding='utf-8').read())
            print(''.join(t.parts).encode().hex())
            """
        let text = try await python(script, over: page(holding: payload)).first ?? ""
        let shown = payload.unicodeScalars.map { $0.value < 0x20 && $0 != "\t" && $0 != "\n" ? "\u{FFFD}" : $0 }
        var expected = String.UnicodeScalarView()
        expected.append(contentsOf: shown)
        #expect(text.contains(hexadecimal(Array(String(expected).utf8))))
    }

    @Test(arguments: [
        "javascript:alert(1)", "https://a.example\" onclick=\"x", "https://a.example/<b>", "http://a.example",
        "https://",
        "https://user@a.example", "https://a.example:8080", "//a.example/x", "https://a.exa\u{301}mple",
        "data:text/html,x",
        "https://nodots", "",
    ])
    func `only an https address becomes a link (case 67)`(_ website: String) {
        var sample = PackageSample()
        sample.controller.supervisoryAuthorities[0].website = website
        #expect(!sample.text("01-overview.html").contains("rel=\"noreferrer"))
    }

    @Test(arguments: ["https://ap.nl/klacht?x=1#a", "ap.nl"])
    func `an https address or a bare host becomes a link`(_ website: String) {
        var sample = PackageSample()
        sample.controller.supervisoryAuthorities[0].website = website
        let address = website.hasPrefix("https://") ? website : "https://\(website)"
        #expect(sample.text("01-overview.html").contains("<a href=\"\(address)\" rel=\"noreferrer noopener\">"))
    }
}

extension GatheredCollection {
    /// Gives the collection and its first field another title, as a careless `exporter.yaml` could.
    fileprivate mutating func retitle(_ title: String) {
        let fields = [collection.fields[0]].map {
            FieldDescription(
                name: $0.name,
                type: $0.type,
                title: LocalizedText(title),
                description: LocalizedText(title)
            )
        }
        collection = CollectionDescription(
            id: collection.id,
            title: LocalizedText(title),
            category: collection.category,
            origin: collection.origin,
            needs: collection.needs,
            settings: collection.settings,
            key: collection.key,
            fields: fields + collection.fields.dropFirst()
        )
    }
}
