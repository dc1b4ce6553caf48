import Mail
import Testing

@Suite struct MailAddressTests {
    private static let lookAlikes: [(String, String)] = [
        ("\u{212A}im.sam@example.org", "kim.sam@example.org"), ("k\u{131}m.sam@example.org", "kim.sam@example.org"),
        ("kim.\u{17F}am@example.org", "kim.sam@example.org"), ("\u{FB01}n@example.org", "fin@example.org"),
        ("strau\u{DF}@example.org", "strauss@example.org"), ("kim.sam@\u{435}xample.org", "kim.sam@example.org"),
        ("ren\u{E9}@example.org", "rene\u{301}@example.org"), ("\u{212B}@example.org", "\u{C5}@example.org"),
        ("\u{C9}va@example.org", "\u{E9}va@example.org"), ("kim@ex\u{E4}mple.org", "kim@xn--exmple-cua.org"),
        ("kim.sam+x@example.org", "kim.sam@example.org"), ("kimsam@gmail.com", "kim.sam@gmail.com"),
        ("kim.sam@example.org.evil.com", "kim.sam@example.org"), ("kim.sam@examp1e.org", "kim.sam@example.org"),
        ("kim{@example.org", "kim^@example.org"), ("kim`@example.org", "kim@example.org"),
    ]

    private static let halves: [(String, MailAddressError.Code)] = [
        ("", MailAddressError.Code.empty), ("@example.org", .invalidLocalPart), ("kim@", .invalidDomain),
        (".kim@example.org", .invalidLocalPart), ("kim.@example.org", .invalidLocalPart),
        ("kim..sam@example.org", .invalidLocalPart),
        ("kim@.org", .invalidDomain), ("kim@example.org.", .invalidDomain), ("kim@example..org", .invalidDomain),
        ("kim@-example.org", .invalidDomain), ("kim@example-.org", .invalidDomain),
        ("kim@exam_ple.org", .invalidDomain),
        ("kim@exam%2eple.org", .invalidDomain), (String(repeating: "k", count: 65) + "@example.org", .tooLong),
        ("k@" + String(repeating: "x", count: 64) + ".org", .invalidDomain),
        ("kim@" + String(repeating: "abcdefghi.", count: 25) + "org", .tooLong),
    ]

    @Test(arguments: [
        "kim.sam@example.org", "KIM.SAM@EXAMPLE.ORG", "kim.sam+x@example.org", "o'neil@mail.example.org",
        "kim@localhost",
        "a@b.c", "kim@exämple.org", "kïm@example.org", "用户@例子.广告", "kim@xn--exmple-cua.org",
        "kim%0d%0abcc%3aeve@example.org",
        "!#$%&'*+-/=?^_`{|}~@example.org",
    ])
    func `an address keeps its bytes`(text: String) throws {
        let address = try MailAddress(parsing: text.utf8)
        #expect(address.bytes == Array(text.utf8))
        #expect(Array(address.text.utf8) == address.bytes)
        #expect(address.localPart + [UInt8(ascii: "@")] + address.domain == address.bytes[...])
    }

    @Test(arguments: [
        "kim.sam@example.org\r", "kim.sam@example.org\n", "kim.sam@example.org\r\nBcc: eve@evil.example",
        "kim\0@example.org",
        "kim.sam@example.org\u{2028}", "kim.sam@example.org\u{200B}", "\u{FEFF}kim@example.org", " kim.sam@example.org",
        "kim.sam@example.org ", "kim sam@example.org", "kim.sam@exam\tple.org", "kim@example.org\u{7F}",
        "kim\u{85}@example.org",
        "kim\u{A0}@example.org", "kim@exam\u{AD}ple.org", "kim\u{202E}@example.org", "kim@example.org\u{3000}",
        "kim\u{1B}[2J@example.org", "kim@\u{E000}.org",
    ])
    func `controls, spaces and what does not show are refused (case 12)`(text: String) {
        #expect(code(text) == .forbiddenCharacter)
    }

    @Test(arguments: [
        "a@x.org,b@evil.example", "a@x.org;b@evil.example", "a@x.org@evil.example", "<kim.sam@example.org>",
        "Kim<kim@example.org>",
        "\"kim.sam@example.org\"<eve@evil.example>", "kim.sam(x)@example.org", "kim.sam@(x)example.org",
        "@relay.example:kim@example.org",
        "\"kim.sam\"@example.org", "kim.sam", "kim@[127.0.0.1]", "kim\\@example.org", "group:kim@example.org",
    ])
    func `lists, names, comments, routes and quotes are refused (cases 2, 3, 11, 20)`(text: String) {
        #expect(code(text) == .notOneAddress)
    }

    @Test func `a list as people write it is refused for its space (case 20)`() {
        #expect(code("a@x.org, b@evil.example") == .forbiddenCharacter)
        #expect(code("\"kim.sam@example.org\" <eve@evil.example>") == .forbiddenCharacter)
    }

    @Test(arguments: halves)
    func `half an address is none`(text: String, expected: MailAddressError.Code) {
        #expect(code(text) == expected)
    }

    @Test(arguments: [
        [0x6B, 0xFF, 0x40, 0x78], [0x6B, 0xC3, 0x40, 0x78], [0x6B, 0xED, 0xA0, 0x80, 0x40, 0x78],
        [0xC0, 0x80, 0x40, 0x78],
    ])
    func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
        #expect(throws: MailAddressError.self) { try MailAddress(parsing: bytes) }
    }

    @Test func `every single control byte is refused wherever it stands (case 12)`() {
        for byte in (0x00...0x20).map(UInt8.init) + [0x7F] {
            for place in 0...9 {
                var bytes = Array("kim@x.org".utf8)
                bytes.insert(byte, at: place)
                #expect(throws: MailAddressError.self) { try MailAddress(parsing: bytes) }
            }
        }
    }

    @Test func `capitals of ASCII are the same mailbox but not the same address (case 8)`() throws {
        let stored = try address("kim.sam@example.org")
        let claimed = try address("KIM.Sam@EXAMPLE.org")
        #expect(stored.isSameMailbox(as: claimed))
        #expect(stored != claimed)
        #expect(claimed.text == "KIM.Sam@EXAMPLE.org")
    }

    @Test(arguments: lookAlikes)
    func `a look-alike is another mailbox (cases 5, 6, 7, 9, 10)`(claimed: String, stored: String) throws {
        let (claimed, stored) = (try address(claimed), try address(stored))
        #expect(!claimed.isSameMailbox(as: stored))
        #expect(claimed != stored)
        #expect([stored: 1][claimed] == nil)
    }

    @Test func `an address does not print (case 102)`() throws {
        let address = try address("canary@example.org")
        var dumped = ""
        dump([address], to: &dumped)
        for text in ["\(address)", String(reflecting: address), "\([address])", dumped, "\(Optional(address) as Any)"] {
            #expect(!text.contains("canary"))
        }
    }

    @Test func `an error does not repeat what was typed (case 102)`() {
        let error = #expect(throws: MailAddressError.self) { try MailAddress(parsing: "canary canary@x".utf8) }
        #expect(error.map { "\($0)" }?.contains("canary") == false)
        for code in MailAddressError.Code.allCases { #expect(!code.rawValue.isEmpty) }
    }

    private func code(_ text: String) -> MailAddressError.Code? {
        do throws(MailAddressError) {
            _ = try MailAddress(parsing: text.utf8)
            return nil
        } catch {
            return error.code
        }
    }
}
