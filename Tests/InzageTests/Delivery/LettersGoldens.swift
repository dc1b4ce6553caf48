import ExporterKit
import Testing
import Policy
import Correspondence
import Cases

/// Every letter that a person can get, by the name of the file in `Goldens` that shows it.
struct LettersGoldens {
    let language: Language
    let form: FormOfAddress

    var voice: String { language.knowsFormsOfAddress ? "\(language.rawValue)-\(form.rawValue)" : language.rawValue }

    private static let notice = LocalizedText(byLanguage: [
        "nl": "Zonder deze gegevens kunnen wij onze dienst waarschijnlijk niet voortzetten.",
        "en": "Without this data we can probably not continue our service.",
        "fr": "Sans ces données, nous ne pourrons probablement pas poursuivre notre service.",
        "de": "Ohne diese Daten können wir unseren Dienst vermutlich nicht fortführen.",
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
    private var byVideo: LetterWriter {
        LettersSample.writer(
            language,
            form,
            passphraseOtherwise: LocalizedText(byLanguage: [
                "nl": "Het wachtwoord geven wij in een videogesprek. Een afspraak is te maken via onze website.",
                "en": "You are told the passphrase in a video call. Please arrange one on our website.",
                "fr": "La phrase secrète est donnée lors d'un appel vidéo, à convenir sur notre site.",
                "de": "Die Passphrase wird in einem Videogespräch mitgeteilt. Termine gibt es auf unserer Website.",
            ])
        )
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
            ("archive-in-person", writer.archive(LettersSample.archiveFacts(ways: [.inPerson]))),
            ("archive-in-person-by-mail", withoutPhone.archive(LettersSample.archiveFacts(ways: [.inPerson]))),
            ("archive-otherwise", byVideo.archive(LettersSample.archiveFacts(ways: [.otherwise]))),
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
            ("elsewhere-address", writer.elsewhere(.sample(.address))),
            ("elsewhere-organisation", writer.elsewhere(.sample(.organisation))),
            ("elsewhere-in-person", writer.elsewhere(.sample(.organisation, ways: [.inPerson]))),
            ("elsewhere-otherwise", byVideo.elsewhere(.sample(.organisation, ways: [.otherwise]))),
            ("elsewhere-hand", withoutPhone.elsewhere(.sample(.hand))),
            ("elsewhere-post", writer.elsewhere(.sample(.post))),
        ]
    }

    private func decisions() throws -> [(String, Letter)] {
        let own = language.text(
            nl: "de wet zondert dit onderzoeksarchief uit van inzage",
            en: "the law exempts this research archive from access",
            fr: "la loi soustrait ces archives de recherche au droit d'accès",
            de: "das Gesetz nimmt dieses Forschungsarchiv von der Auskunft aus"
        )
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
                "confirmation-places",
                writer.confirmation(.sample(.erasure, language, places: ConfirmationFacts.Places(done: 3, all: 3)))
            ),
            (
                "confirmation-places-remain",
                writer.confirmation(.sample(.erasure, language, places: ConfirmationFacts.Places(done: 2, all: 3)))
            ),
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
        let reason =
            switch ground {
            case "others_rights":
                language.text(
                    nl: "In drie gesprekken staan uitspraken van een collega, die daaraan te herkennen is.",
                    en: "Three chats hold statements of a colleague, who can be recognised by them.",
                    fr: "Trois conversations contiennent des propos d'un collègue, qui y est reconnaissable.",
                    de: "Drei Gespräche enthalten Äußerungen eines Kollegen, der daran zu erkennen ist."
                )
            case "unidentifiable":
                language.text(
                    nl: "Bij de bezoekersnummers op onze website bewaren wij geen namen of adressen.",
                    en: "We keep no names or addresses with the visitor numbers of our website.",
                    fr: "Nous ne conservons ni nom ni adresse avec les numéros de visiteur de notre site.",
                    de: "Zu den Besuchernummern unserer Website speichern wir weder Namen noch Adressen."
                )
            default:
                language.text(
                    nl: "Het is overgebracht naar het stadsarchief.",
                    en: "It was moved to the city archive.",
                    fr: "Elles ont été versées aux archives municipales.",
                    de: "Es wurde an das Stadtarchiv abgegeben."
                )
            }
        return .sample(language, right, ground: ground, article: article, reason: reason, isPartial: isPartial)
    }
}
