import ExporterKit
import Inzage
import Testing

/// Every letter that a person can get, by the name of the file in `Goldens` that shows it.
struct LettersGoldens {
    let language: Language
    let form: FormOfAddress

    var voice: String { language == .nl ? "nl-\(form.rawValue)" : "en" }

    private static let notice = LocalizedText(byLanguage: [
        "nl": "Zonder deze gegevens kunnen wij onze dienst waarschijnlijk niet voortzetten.",
        "en": "Without this data we can probably not continue our service.",
    ])

    private var writer: LetterWriter { LettersSample.writer(language, form) }
    private var promising: LetterWriter { LettersSample.writer(language, form, notice: Self.notice) }
    private var withoutPhone: LetterWriter {
        LettersSample.writer(language, form, contact: Contact(email: "privacy@fietsen.example"))
    }
    private var withoutEmail: LetterWriter {
        let contact = Contact(phones: ["+32 2 555 01 00"], posts: ["Kerkstraat 1, 1000 Brussel"])
        return LettersSample.writer(language, form, contact: contact)
    }
    private var ofTwoCountries: LetterWriter {
        let belgian = SupervisoryAuthority(name: "Gegevensbeschermingsautoriteit", website: "https://gba.example")
        return LettersSample.writer(language, form, others: [belgian])
    }

    func all() throws -> [(name: String, letter: Letter)] {
        try answers() + requests() + decisions()
    }

    private func answers() throws -> [(String, Letter)] {
        var unsigned = LettersSample.archiveFacts(restFollowsBy: try LettersSample.day("2026-12-24"))
        unsigned.fingerprint = nil
        var supplement = LettersSample.archiveFacts(isSupplement: true)
        supplement.fingerprint = nil
        var portability = LettersSample.archiveFacts(.portability)
        portability.fingerprint = nil
        return try [
            ("code", writer.sampleCode()),
            ("code-without-telephone", withoutPhone.sampleCode()),
            ("archive", writer.archive(LettersSample.archiveFacts())),
            ("archive-of-part", writer.archive(unsigned)),
            ("archive-supplement", withoutPhone.archive(supplement)),
            ("archive-portability", writer.archive(portability)),
            ("archive-with-notice", promising.archive(portability)),
            ("nothing-held", writer.sampleNothingHeld()),
            ("nothing-held-portability", writer.sampleNothingHeld(.portability)),
            ("nothing-held-with-notice", promising.sampleNothingHeld(.portability)),
            (
                "organisation",
                writer.organisation(requestID: LettersSample.requestID, attachmentName: "answer-4F7A91.zip")
            ),
        ]
    }

    private func requests() throws -> [(String, Letter)] {
        try [
            ("acknowledgement", writer.acknowledgement(.sample())),
            ("acknowledgement-without-article", withoutEmail.acknowledgement(.sample(.stopSharing))),
            ("clarification", writer.clarification(.sample())),
            ("clarification-who", withoutPhone.clarification(.sample(asksRight: false))),
            ("clarification-right", writer.clarification(.sample(asksWho: false))),
            ("identification", writer.moreIdentification(.sample())),
            (
                "identification-call-back",
                writer.moreIdentification(.sample(methods: ["call-back"], doubts: [.severalPeople], runs: false))
            ),
            (
                "identification-mandate",
                withoutPhone.moreIdentification(.sample(methods: ["mandate"], doubts: [.representative]))
            ),
            ("extension", writer.extensionNotice(.sample(language))),
        ]
    }

    private func decisions() throws -> [(String, Letter)] {
        let own =
            language == .nl
            ? "de wet zondert dit onderzoeksarchief uit van inzage"
            : "the law exempts this research archive from access"
        let confirmed: [(String, Right)] = [
            ("rectification", .rectification), ("restriction", .restriction), ("consent", .withdrawConsent),
            ("direct-marketing", .objectionDirectMarketing), ("erasure", .erasure), ("sharing", .stopSharing),
        ]
        return try [
            ("refusal", writer.refusal(.sample(language))),
            ("refusal-partial", writer.refusal(refusal(.access, "others_rights", isPartial: true))),
            ("refusal-unidentifiable", writer.refusal(refusal(.erasure, "unidentifiable"))),
            ("refusal-own-ground", ofTwoCountries.refusal(refusal(.access, own, article: "89(2)"))),
            ("confirmation-erasure-but", writer.confirmation(.sample(.erasure, language))),
            (
                "confirmation-objection",
                writer.confirmation(.sample(.objection, language, keepsInvoices: false, copyFollows: true))
            ),
        ]
            + confirmed.map { name, right in
                ("confirmation-\(name)", try writer.confirmation(.sample(right, language, keepsInvoices: false)))
            }
    }

    private func refusal(
        _ right: Right,
        _ ground: String,
        article: String? = nil,
        isPartial: Bool = false
    ) -> RefusalFacts {
        let dutch = [
            "others_rights": "In drie gesprekken staan uitspraken van een collega, die daaraan te herkennen is.",
            "unidentifiable": "Bij de bezoekersnummers op onze website bewaren wij geen namen of adressen.",
        ]
        let english = [
            "others_rights": "Three chats hold statements of a colleague, who can be recognised by them.",
            "unidentifiable": "We keep no names or addresses with the visitor numbers of our website.",
        ]
        let other = language == .nl ? "Het is overgebracht naar het stadsarchief." : "It was moved to the city archive."
        let reason = (language == .nl ? dutch : english)[ground] ?? other
        return .sample(language, right, ground: ground, article: article, reason: reason, isPartial: isPartial)
    }
}
