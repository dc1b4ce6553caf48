import ExporterKit
import Foundation
import ArchiveSealing
import TestSupport
import Testing
import Policy
import PackagingStage

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

    private func page(holding payload: String) -> [UInt8] { PackageSample.overview(holding: Array(payload.utf8)) }

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
