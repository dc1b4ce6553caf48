import Testing
import Policy
import Correspondence

/// What an organisation reads that a person named.
@Suite("The letter to an organisation") struct LettersOrganisationTests {
    @Test(arguments: Language.allCases)
    func `it tells that the person has the passphrase, and nothing by which the organisation could ring for it`(
        language: Language
    ) throws {
        let writer = LettersSample.writer(language)
        let letter = try writer.organisation(requestID: "7K2M9X", attachmentName: "7K2M9X-1.zip")
        #expect(letter.body.contains("7K2M9X-1.zip"))
        let alone = language.text(
            nl: "alleen aan die persoon",
            en: "to that person alone",
            fr: "à cette personne seule",
            de: "nur dieser Person"
        )
        #expect(letter.flat.contains(alone))
        let number = language.text(nl: "controlenummer", en: "call number", fr: "contrôle", de: "Kontrollnummer")
        #expect(!letter.flat.contains(number))
        let request = language.text(nl: "uw verzoek", en: "your request", fr: "votre demande", de: "Ihr Antrag")
        #expect(!letter.flat.contains(request))
        #expect(letter.body.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 80 })
    }

    @Test(arguments: Language.allCases)
    func `sealed to a certificate, no letter speaks of a call, and each says how it opens`(language: Language) throws {
        let writer = LettersSample.writer(language)
        var facts = LettersSample.archiveFacts()
        facts.isSealedToCertificate = true
        facts.attachmentName = "7K2M9X-1.zip.p7m"
        let name = facts.attachmentName
        for letter in [
            try writer.organisation(requestID: "7K2M9X", attachmentName: name, isSealedToCertificate: true),
            try writer.archive(facts),
        ] {
            #expect(letter.body.contains("openssl cms -decrypt -inform DER -inkey KEY.pem"))
            #expect(letter.body.contains("-in 7K2M9X-1.zip.p7m -out 7K2M9X-1.zip\n"))
            #expect(!letter.body.contains("7-Zip") && !letter.body.contains(facts.callNumber))
            #expect(letter.body.split(separator: "\n").allSatisfy { $0.unicodeScalars.count <= 80 })
        }
    }
}
