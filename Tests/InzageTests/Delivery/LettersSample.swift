import ExporterKit
import Testing
import Policy
import Cases
import Correspondence
import Groundwork

/// The controller, the request and the code that the letters in tests are about.
enum LettersSample {
    static let requestID = "R-4F7A91"
    static let code = "7K2Q-09XZ"
    static let contact = Contact(
        title: "Afdeling privacy",
        email: "privacy@fietsen.example",
        phones: ["+31 20 555 01 00"],
        posts: ["Postbus 1, 1000 AA Amsterdam"]
    )
    static let authority = SupervisoryAuthority(
        name: "Autoriteit Persoonsgegevens",
        website: "https://autoriteitpersoonsgegevens.nl",
        post: "Postbus 93374, 2509 AJ Den Haag"
    )

    /// Every language and form of address in which letters are written.
    static let voices: [(Language, FormOfAddress)] = [(.nl, .u), (.nl, .je), (.en, .u), (.fr, .u), (.de, .u)]

    static func writer(
        _ language: Language,
        _ form: FormOfAddress = .u,
        name: String? = "Fietsen en Zo B.V.",
        contact: Contact = contact,
        authority: SupervisoryAuthority? = authority,
        others: [SupervisoryAuthority] = [],
        notice: LocalizedText? = nil,
        passphraseOtherwise: LocalizedText? = nil,
        templates: LetterTemplates = .builtIn
    ) -> LetterWriter {
        let address = "privacy@fietsen.example"
        let controller = Controller(
            entities: name.map { [Entity(name: $0)] } ?? [],
            contact: contact,
            languages: Language.allCases,
            formOfAddress: form,
            supervisoryAuthorities: (authority.map { [$0] } ?? []) + others,
            rights: [RightPromise(.access, notice: notice), RightPromise(.portability, notice: notice)],
            identity: IdentityPolicy(),
            deadline: DeadlinePolicy(holidays: "NL", timeZone: "Europe/Amsterdam"),
            delivery: DeliveryPolicy(
                from: address,
                replyTo: address,
                archiveDays: 14,
                passphraseOtherwise: passphraseOtherwise
            )
        )
        return LetterWriter(controller: controller, templates: templates, language: language)
    }

    static func archiveFacts(
        _ right: Right = .access,
        restFollowsBy: CivilDay? = nil,
        isSupplement: Bool = false,
        ways: [PassphraseWay] = [.telephone]
    ) -> ArchiveFacts {
        ArchiveFacts(
            requestID: requestID,
            right: right,
            attachmentName: "answer-4F7A91.zip",
            callNumber: "B 83 61",
            fingerprint: (0..<32).map { UInt8($0) &* 37 },
            isSupplement: isSupplement,
            restFollowsBy: restFollowsBy,
            ways: ways
        )
    }
}

extension LetterWriter {
    func sampleCode() throws -> Letter {
        try code(
            try #require(OneTimeCode(typed: LettersSample.code)),
            requestID: LettersSample.requestID,
            validUntil: try #require(CivilDay("2026-11-28"))
        )
    }

    func sampleNothingHeld(_ right: Right = .access) throws -> Letter {
        let day = try #require(CivilDay("2026-11-20"))
        return try nothingHeld(
            NothingHeldFacts(
                requestID: LettersSample.requestID,
                right: right,
                recordKeptFor: try #require(ISOPeriod("P1Y6M")),
                search: SearchSummary(
                    searched: [.init(title: "Webshop", day: day), .init(title: "CRM", day: day)],
                    notSearched: ["Wi-Fi"]
                )
            )
        )
    }

    /// One letter of each kind.
    func sampleLetters() throws -> [Letter] {
        let rest = try #require(CivilDay("2026-12-24"))
        return try [
            sampleCode(), sampleNothingHeld(), archive(LettersSample.archiveFacts()),
            archive(LettersSample.archiveFacts(restFollowsBy: rest)),
            archive(LettersSample.archiveFacts(isSupplement: true)),
            archive(LettersSample.archiveFacts(.portability)), sampleNothingHeld(.portability),
            acknowledgement(.sample()), clarification(.sample()), moreIdentification(.sample()),
            elsewhere(.sample(.organisation)), extensionNotice(.sample(language)), refusal(.sample(language)),
            confirmation(.sample(.erasure, language)),
        ]
    }
}

extension ElsewhereFacts {
    static func sample(_ way: Way, ways: [PassphraseWay] = [.telephone]) throws -> ElsewhereFacts {
        ElsewhereFacts(
            requestID: LettersSample.requestID,
            right: way == .organisation ? .portability : .access,
            way: way,
            deliveredOn: try #require(CivilDay("2026-11-30")),
            callNumber: "481516",
            ways: ways
        )
    }
}

extension Letter {
    var lines: [String] {
        body.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
    }

    /// The body with every break between words as one space, for looking up a phrase that may be wrapped.
    var flat: String { body.split { $0 == " " || $0 == "\n" }.joined(separator: " ") }

    /// The words in small letters.
    var words: Set<String> { Set((subject + " " + body).lowercased().split { !$0.isLetter }.map(String.init)) }
}
