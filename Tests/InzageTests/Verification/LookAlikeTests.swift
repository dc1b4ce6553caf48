import ExporterKit
import Testing
import LookAlikes

@Suite struct `Look-alikes of an address` {
    @Test(arguments: [
        ("\u{212A}im.sam@example.org", "kim.sam@example.org"),  // Kelvin sign, case 5
        ("k\u{131}m.sam@example.org", "kim.sam@example.org"),  // dotless i, case 6
        ("kim.\u{17F}am@example.org", "kim.sam@example.org"),  // long s
        ("\u{FB01}nn@example.org", "finn@example.org"),
        ("\u{FB02}o@example.org", "flo@example.org"),
        ("wei\u{DF}@example.org", "weiss@example.org"),
        ("ren\u{E9}@example.org", "rene@example.org"),
        ("rene\u{301}@example.org", "rene@example.org"),
        ("kim.sam@\u{435}x\u{430}mpl\u{435}.org", "kim.sam@example.org"),  // Cyrillic, case 7
        ("kim.sam@ex\u{3B1}mple.\u{3BF}rg", "kim.sam@example.org"),  // Greek
        ("\u{FF4B}im.sam\u{FF20}example\u{FF0E}org", "kim.sam@example.org"),  // full width
        ("kim.\u{13DA}am@example.org", "kim.sam@example.org"),  // Cherokee
        ("kim.s\u{A4EE}m@example.org", "kim.sam@example.org"),  // Lisu
        ("\u{43A}im.sa\u{43C}@example.org", "kim.sam@example.org"),  // Cyrillic that looks like small capitals
        ("ki\u{2133}.sam@example.org", "kim.sam@example.org"),  // a letter of formulas
        ("kim.sam@exampl\u{247}.org", "kim.sam@example.org"),  // a stroke through it
        ("kim.sam@example\u{3002}org", "kim.sam@example.org"),
        ("\u{1D424}im.sam@example.org", "kim.sam@example.org"),  // mathematical bold
        ("kim.sam@example.org\u{200B}", "kim.sam@example.org"),  // zero width
        ("ki\u{AD}m.sam@example.org", "kim.sam@example.org"),  // soft hyphen
        ("kim.sam@examp1e.org", "kim.sam@example.org"),  // case 10
        ("kim.sam@exampIe.org", "kim.sam@example.org"),  // capital I
        ("kim.sam@examp1e.0rg", "kim.sam@example.org"),
        ("kirn.sam@example.org", "kim.sam@example.org"),
        ("kim.sam@exarnple.org", "kim.sam@example.org"),
        ("kirn.sarn@example.org", "kim.sam@example.org"),
        ("vvim@example.org", "wim@example.org"),
        ("wim@example.org", "vvim@example.org"),
        ("b0b@example.org", "bob@example.org"),
        ("kim@example.org", "kim@examp1e.org"),
        ("kim.sam@example.org.evil.com", "kim.sam@example.org"),  // case 10
    ])
    func `what an eye would take for another address is named`(claim: String, stored: String) {
        #expect(variants(claim).contains(stored))
    }

    @Test(arguments: [
        "kim.sam@example.org", "KIM.SAM@EXAMPLE.ORG", "lo10rnmvvw@wvvmrn01ol.org", "\u{212A}im@example.org",
        "kim@xn--exmple-cua.org", "a@b", "illicolo@illicolo.il",
    ])
    func `a look-alike is plain, new, and never the claim itself`(claim: String) {
        let claimed = Identifier(kind: "email", claim)
        let found = LookAlike.variants(of: claimed.value)
        #expect(found.count <= 64)
        #expect(Set(found).count == found.count)
        for variant in found {
            #expect(!claimed.matches(variant[...]))
            #expect(variant.allSatisfy { (0x21...0x7E).contains($0) && !(0x41...0x5A).contains($0) })
            #expect(variant.contains(UInt8(ascii: "@")))
        }
    }

    @Test func `an encoded domain is left alone`() {
        let found = variants("bob@XN--lo1-cua.example.org.evil.com")
        #expect(found == ["b0b@xn--lo1-cua.example.org.evil.com"])
    }

    @Test func `there are never more than were asked for`() {
        let claim = Array((String(repeating: "o", count: 60) + "@" + String(repeating: "m", count: 60) + ".org").utf8)
        #expect(LookAlike.variants(of: claim).count == 64)
        #expect(LookAlike.variants(of: claim, limit: 5).count == 5)
        #expect(LookAlike.variants(of: claim, limit: 0).isEmpty)
    }

    @Test func `the letters of other scripts are put right before anything is swapped`() {
        #expect(variants("k\u{131}mo@example.org").first == "kimo@example.org")
    }

    @Test(arguments: [
        "", "@", "kim", "kim@", "@example.org", "kim sam@example.org", "kim\r\n@example.org", "kim\u{0}@example.org",
        "\u{5B57}@example.org", "kim\u{2028}@example.org", "\u{1F600}@example.org",
    ])
    func `what can be no address looks like none`(claim: String) {
        #expect(variants(claim).isEmpty)
    }

    @Test func `bytes that are no text, and claims without end, look like none`() {
        #expect(LookAlike.variants(of: Array("k\u{131}m@example.org".utf8) + [0xFF]).isEmpty)
        #expect(LookAlike.variants(of: [0xC3] + Array("@example.org".utf8)).isEmpty)
        #expect(LookAlike.variants(of: Array(repeating: UInt8(ascii: "l"), count: 4000) + Array("@l.org".utf8)).isEmpty)
    }

    private func variants(_ claim: String) -> [String] {
        LookAlike.variants(of: Array(claim.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }
}
