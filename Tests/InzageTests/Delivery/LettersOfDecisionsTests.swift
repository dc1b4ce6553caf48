import ExporterKit
import Testing
import Policy
import IdentityMethods
import Correspondence
import Cases
import Languages

@Suite struct `Letters that the law has a word in` {
    @Test(arguments: ["", " \n", ".", " . "])
    func `a refusal without a ground or a reason is not written, nor anything kept without one`(nothing: String) throws
    {
        let writer = LettersSample.writer(.nl)
        let noGround = LetterError(code: .notGiven, field: "ground")
        #expect(throws: noGround) { try writer.refusal(.sample(.nl, ground: nothing)) }
        let kept = ConfirmationFacts(
            requestID: LettersSample.requestID,
            right: .erasure,
            kept: [ConfirmationFacts.Kept(title: "Facturen", ground: nothing)]
        )
        #expect(throws: noGround) { try writer.confirmation(kept) }
        guard !nothing.contains(".") else { return }
        let noReason = LetterError(code: .notGiven, field: "reason")
        #expect(throws: noReason) { try writer.refusal(.sample(.nl, reason: nothing)) }
        #expect(throws: noReason) { try writer.extensionNotice(.sample(.nl, reason: nothing)) }
        #expect(noReason.description == "the letter needs a reason, which was not given")
    }

    @Test(arguments: RefusalGround.allCases, Language.allCases)
    func `a refusal says every known ground in words, with the authority and the court`(
        ground: RefusalGround,
        language: Language
    ) throws {
        for right in Right.allCases {
            let letter = try LettersSample.writer(language)
                .refusal(.sample(language, right, ground: ground.rawValue)).flat
            #expect(letter.contains(ground.words(in: language) + "."))
            #expect(!letter.contains(ground.rawValue) || ground == .excessive)
            #expect(letter.contains("Autoriteit Persoonsgegevens"))
            let court = language.text(
                nl: "naar de rechter gaan",
                en: "go to court",
                fr: "saisir un tribunal",
                de: "vor Gericht zu gehen"
            )
            #expect(letter.contains(court))
            #expect(!letter.contains(".."))
        }
    }

    @Test func `the words of policies mean the law's grounds`() {
        #expect(RefusalGround(word: "compelling_legitimate_grounds") == .overridingLegitimateGrounds)
        #expect(RefusalGround(word: "legal_claims") == .legalClaims)
        #expect(RefusalGround(word: "because we say so") == nil)
    }

    @Test(arguments: Language.allCases)
    func `letters that must name an authority wait for one, the others do not`(language: Language) throws {
        let writer = LettersSample.writer(language, authority: nil)
        let missing = LetterError(code: .missing, field: "supervisory_authority")
        #expect(throws: missing) { try writer.refusal(.sample(language)) }
        #expect(throws: missing) { try writer.extensionNotice(.sample(language)) }
        #expect(throws: missing) { try writer.confirmation(.sample(.erasure, language)) }
        #expect(throws: Never.self) { try writer.confirmation(.sample(.erasure, language, keepsInvoices: false)) }
        #expect(throws: Never.self) { try writer.acknowledgement(.sample()) }
        #expect(throws: Never.self) { try writer.moreIdentification(.sample()) }
        #expect(throws: Never.self) { try writer.clarification(.sample()) }
    }

    @Test func `of several authorities those are printed that have a name of today`() throws {
        let former = SupervisoryAuthority(name: "College Bescherming Persoonsgegevens", website: "https://cbp.example")
        let others = [
            SupervisoryAuthority(name: nil), SupervisoryAuthority(name: "GBA", website: "https://gba.example"),
        ]
        let letter = try LettersSample.writer(.nl, authority: former, others: others).refusal(.sample(.nl))
        #expect(letter.lines.contains("GBA") && letter.lines.contains("https://gba.example"))
        #expect(!letter.body.contains("College") && !letter.body.contains("cbp.example"))
        #expect(letter.flat.contains("bij de toezichthouder:"))
    }

    @Test(arguments: LettersSample.voices)
    func `a promised notice never goes without the word that using the right ends nothing`(
        language: Language,
        form: FormOfAddress
    ) throws {
        let notice = LocalizedText(byLanguage: [
            "nl": "De dienst stopt misschien.", "en": "The service may stop.", "fr": "Le service peut s'arrêter.",
            "de": "Der Dienst endet vielleicht.",
        ])
        let writer = LettersSample.writer(language, form, notice: notice)
        let ending = language.text(
            nl: "Dat \(form.rawValue) dit recht gebruikt, beëindigt op zichzelf niets",
            en: "does not end anything by itself",
            fr: "ne met en lui-même fin à rien",
            de: "beendet für sich genommen nichts"
        )
        for letter in try [writer.archive(LettersSample.archiveFacts()), writer.sampleNothingHeld(.portability)] {
            #expect(letter.flat.contains(notice.text(in: language.rawValue)))
            #expect(letter.flat.contains(ending))
        }
        let silent = try LettersSample.writer(language, form).archive(LettersSample.archiveFacts())
        #expect(!silent.flat.contains(ending))
        let organisation = try writer.organisation(requestID: "7K2M9X", attachmentName: "7K2M9X-1.zip")
        #expect(!organisation.flat.contains(notice.text(in: language.rawValue)))
    }

    @Test func `a question about identity never asks for a copy, and asks something`() throws {
        let writer = LettersSample.writer(.en)
        #expect(throws: LetterError(code: .notGiven, field: "way to identify")) {
            try writer.moreIdentification(.sample(methods: ["retina"]))
        }
        #expect(throws: LetterError(code: .notGiven, field: "question")) {
            try writer.clarification(.sample(asksWho: false, asksRight: false))
        }
        for method in IdentificationMethods.all {
            let letter = try writer.moreIdentification(.sample(methods: [method.word])).flat
            #expect(letter.contains("do not ask for a copy of an identity document"))
            #expect(letter.contains("28 February 2026") && !letter.contains("One of these ways"))
        }
        let standing = try writer.moreIdentification(.sample(runs: false)).flat
        #expect(standing.contains("stands still") && !standing.contains("2026"))
    }

    /// A doubt that only somebody known can raise would tell a stranger that the address is known.
    @Test func `a question about identity is the same for a doubt of ours as for none`() throws {
        let writer = LettersSample.writer(.en)
        let plain = try writer.moreIdentification(.sample(doubts: []))
        for doubt in Set(Doubt.Kind.allCases).subtracting([.anotherDestination, .representative]) {
            #expect(try writer.moreIdentification(.sample(doubts: [doubt])).body == plain.body)
        }
    }

    @Test func `every right has a name in every language, and its article is cited`() {
        for language in Language.allCases {
            let names = Right.allCases.map { $0.name(in: language) }
            #expect(Set(names).count == names.count && names.allSatisfy { !$0.isEmpty })
            // German nouns alone begin with a capital.
            #expect(language == .de || names.allSatisfy { $0 == $0.lowercased() })
        }
        #expect(Right.objectionDirectMarketing.citation(in: .nl) == "artikel 21, lid 2, AVG")
        #expect(Right.information.citation(in: .nl) == "artikelen 13 tot en met 15 AVG")
        #expect(Right.information.citation(in: .en) == "Arts. 13 to 15 GDPR")
        #expect(Article.citation("6(1)(b)", in: .nl) == "artikel 6, lid 1, onder b, AVG")
        #expect(Article.citation(["11(2)", "12(2)"], in: .nl) == "artikel 11, lid 2, en artikel 12, lid 2, AVG")
        #expect(Article.citation(["17", "18"], in: .nl) == "artikel 17 en artikel 18 AVG")
        #expect(Article.citation(["11(2)", "12(2)"], in: .en) == "Art. 11(2) and Art. 12(2) GDPR")
        #expect(Right.stopSharing.citation(in: .en) == nil)
    }
}
