import Mail
import Testing

@Suite struct `The sender's name` {
    @Test(arguments: [
        "Pear", "Pear B.V.", "Müller & Söhne GmbH", #"The "Best" \ Shop"#, "Privacy, please", "Zażółć gęślą jaźń",
        "株式会社梨", "x (not a comment)", "=?UTF-8?Q?no?=", "e\u{301}", String(repeating: "x", count: 45),
        "Straße der Brüder Grimm Gesellschaft mbH",
    ])
    func `stands before one address, as another mail reader reads it`(name: String) async throws {
        let mail = try await readMail(message(fromName: name))
        #expect(mail.senders.count == 1)
        #expect(mail.senders[0][1] == "privacy@shop.example")
        #expect(mail.senders[0][0].unicodeScalars.elementsEqual(name.unicodeScalars))
        #expect(mail.defects == 0)
        #expect(mail.isSevenBit)
        #expect(mail.longestLine <= 78)
        #expect(mail.recipients == 1)
    }

    @Test(arguments: ["a\r\nBcc: eve@evil.example", "a\nb", "a\0", "a\u{2028}b", String(repeating: "x", count: 46)])
    func `that would break a header is refused (case 86)`(name: String) async {
        #expect(await mailFailure { try message(fromName: name) }?.code == .invalidMessage)
    }
}
