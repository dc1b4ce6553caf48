import Testing
import Policy
import Correspondence

@Suite struct `Letters of a controller that is not ready` {
    @Test(arguments: [Language.nl, .en])
    func `an answer without an authority is stopped and the field is named`(language: Language) throws {
        for authority in [nil, SupervisoryAuthority(name: nil), SupervisoryAuthority(name: " \n")] {
            let writer = LettersSample.writer(language, authority: authority)
            let field = authority == nil ? "supervisory_authority" : "supervisory_authority.name"
            let missing = LetterError(code: .missing, field: field)
            #expect(throws: missing) { try writer.archive(LettersSample.archiveFacts()) }
            #expect(throws: missing) { try writer.sampleNothingHeld() }
            #expect(throws: Never.self) { try writer.sampleCode() }
        }
    }

    @Test(arguments: [
        "College Bescherming Persoonsgegevens", "het college bescherming persoonsgegevens (CBP)", "Privacycommissie",
    ])
    func `an authority that no longer exists stops the answer`(name: String) throws {
        let writer = LettersSample.writer(.nl, authority: SupervisoryAuthority(name: name))
        let obsolete = LetterError(code: .obsolete, field: "supervisory_authority")
        #expect(throws: obsolete) { try writer.archive(LettersSample.archiveFacts()) }
        #expect(throws: obsolete) { try writer.sampleNothingHeld() }
    }

    @Test(arguments: [
        Contact(), Contact(email: ""), Contact(title: "Privacy", email: " ", phones: [""], posts: ["\t"]),
    ])
    func `an answer that nobody could react to is stopped`(contact: Contact) throws {
        let writer = LettersSample.writer(.en, contact: contact)
        let missing = LetterError(code: .missing, field: "contact.email")
        #expect(throws: missing) { try writer.archive(LettersSample.archiveFacts()) }
        #expect(throws: missing) { try writer.sampleNothingHeld() }
    }

    @Test func `a controller without e-mail is reached by post and telephone`() throws {
        let contact = Contact(phones: ["+32 2 555 01 00"], posts: ["Kerkstraat 1, 1000 Brussel"])
        let writer = LettersSample.writer(.nl, contact: contact)
        let letter = try writer.sampleNothingHeld()
        #expect(letter.lines.contains("Telefoon: +32 2 555 01 00"))
        #expect(letter.lines.contains("Post: Kerkstraat 1, 1000 Brussel"))
        #expect(!letter.body.contains("E-mail:"))
    }

    @Test(arguments: [
        (Language.nl, FormOfAddress.u, "Wij nemen contact met u op"), (.nl, .je, "Wij nemen contact met je op"),
        (.en, .u, "We will contact you"), (.fr, .u, "Nous vous contacterons"), (.de, .u, "Wir melden uns bei Ihnen"),
    ])
    func `without a telephone the controller makes contact, with the call number at hand`(
        language: Language,
        form: FormOfAddress,
        phrase: String
    ) throws {
        let writer = LettersSample.writer(language, form, contact: Contact(email: "privacy@fietsen.example"))
        let archive = try writer.archive(LettersSample.archiveFacts())
        #expect(archive.flat.contains(phrase))
        #expect(archive.lines.contains("B 83 61"))
        let promise = language.text(
            nl: "daarop terug",
            en: "call you back",
            fr: "nous vous rappelons à ce numéro",
            de: "rufen wir Sie darauf zurück"
        )
        #expect(!archive.flat.contains(promise))
        let code = try writer.sampleCode()
        #expect(
            !code.flat.contains("+31")
                && !code.flat.contains(language.text(nl: "bellen", en: "call", fr: "téléphoner", de: "telefonieren"))
        )
        #expect(code.lines.filter { $0 == LettersSample.code }.count == 1)
    }

    @Test(arguments: [nil, "", " \r\n"])
    func `a letter that nobody signs is not written`(name: String?) throws {
        let writer = LettersSample.writer(.nl, name: name)
        #expect(throws: LetterError(code: .missing, field: "entities")) { try writer.sampleCode() }
    }

    @Test func `a line break in a configured name begins no line and forges no code`() throws {
        let writer = LettersSample.writer(
            .nl,
            name: "Fietsen\r\nBcc: eve@evil.example\n\(LettersSample.code)\n.\nX"
        )
        let letter = try writer.sampleCode()
        #expect(letter.lines.filter { $0 == LettersSample.code }.count == 1)
        #expect(!letter.lines.contains { $0.hasPrefix("Bcc") || $0 == "." })
    }

    @Test func `a telephone number is never broken over two lines`() throws {
        for digits in 1...40 {
            let number = "+31 " + String(repeating: "2 ", count: digits) + "3"
            let lines = try LettersSample.writer(.en, contact: Contact(phones: [number])).sampleCode().lines
            #expect(lines.contains { $0.contains(number) }, "\(digits) digits")
        }
    }

    @Test func `a link that is longer than a line stays whole`() throws {
        let link = "https://authority.example/" + String(repeating: "klachten/", count: 12)
        let writer = LettersSample.writer(.en, authority: SupervisoryAuthority(name: "APD", website: link))
        #expect(try writer.sampleNothingHeld().lines.contains(link))
    }

    @Test func `an archive that nobody signed has no fingerprint in its mail`() throws {
        var facts = LettersSample.archiveFacts()
        facts.fingerprint = nil
        let letter = try LettersSample.writer(.en).archive(facts)
        #expect(!letter.body.contains("fingerprint"))
    }

    @Test func `a letter never prints, and an error says what to set`() throws {
        let letter = try LettersSample.writer(.nl).sampleCode()
        var dumped = ""
        dump(letter, to: &dumped)
        #expect("\(letter) \(String(reflecting: letter)) \(dumped)".contains("7K2Q") == false)
        let error = LetterError(code: .missing, field: "contact.email")
        #expect(error.description == "the letter needs contact.email, which controller.yaml leaves empty")
        #expect(error.hint == "set contact.email in controller.yaml, or else contact.phone or contact.post")
    }
}
