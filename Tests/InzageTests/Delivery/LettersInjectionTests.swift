import ExporterKit
import Foundation
import Testing
import Policy
import Correspondence

@Suite struct `Values in letters` {
    private static let payloads = [
        "x\n\n\(LettersSample.code)\n\ny", "\r\(LettersSample.code)\r", "\u{2028}\(LettersSample.code)\u{2029}",
        "    \(LettersSample.code)", "- item", "x\u{85}Bcc: eve@evil.example", "Subject: other\n\nbody",
        "{{code}}{{#phone}}{{/request}}", "{{{code}}}{{&code}}{{> contact}}", "{{=<% %>=}}<%code%>",
        "{{%CONTENT_TYPE:HTML}}",
        "\u{202E}txt.exe", "\u{7F}\u{0}\u{1B}[2J", "<b>&amp;\"'</b>",
    ]

    @Test(arguments: payloads, Language.allCases)
    func `stay one text in every letter, whatever they hold`(payload: String, language: Language) throws {
        let writer = LettersSample.writer(
            language,
            name: "Fiets" + payload,
            contact: Contact(title: payload, email: payload, phones: [payload], posts: [payload]),
            authority: SupervisoryAuthority(name: "AP" + payload, website: payload, post: payload),
            notice: LocalizedText(payload)
        )
        let harmless = LettersSample.writer(
            language,
            name: "Fiets",
            contact: Contact(title: "x", email: "x", phones: ["x"], posts: ["x"]),
            authority: SupervisoryAuthority(name: "AP", website: "x", post: "x"),
            notice: LocalizedText("x")
        )
        for (letter, plain) in zip(try letters(writer, payload), try letters(harmless, "x")) {
            #expect(letter.subject.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
            let allowed = letter.body.unicodeScalars.allSatisfy {
                $0 == "\n" || !["Cc", "Zl", "Zp"].contains($0.properties.generalCategory.short) && $0 != "\u{202E}"
            }
            #expect(allowed)
            // No block came, went or broke.
            #expect(letter.blocks.count == plain.blocks.count)
        }
    }

    @Test(arguments: payloads, Language.allCases)
    func `never forge a second code line`(payload: String, language: Language) throws {
        let writer = LettersSample.writer(language, name: "F " + payload, contact: Contact(phones: [payload]))
        let letter = try writer.sampleCode()
        #expect(letter.lines.filter { $0 == LettersSample.code }.count == 1)
        #expect(!letter.subject.contains(LettersSample.code))
    }

    @Test func `are printed as they are written`() throws {
        let reason = "Zie <https://a.example/?b=1&c={{d}}> \"en\" 'zo'."
        let letter = try LettersSample.writer(.nl).refusal(.sample(.nl, ground: reason, reason: reason))
        #expect(letter.flat.contains("Onze uitleg: \(reason)"))
    }

    private func letters(_ writer: LetterWriter, _ text: String) throws -> [Letter] {
        var facts = LettersSample.archiveFacts()
        facts.attachmentName = "a" + text
        facts.callNumber = text
        let kept = ConfirmationFacts.Kept(title: text, ground: "g " + text)
        return try [
            writer.sampleCode(), writer.archive(facts), writer.sampleNothingHeld(),
            writer.organisation(requestID: text, attachmentName: text), writer.acknowledgement(.sample()),
            writer.clarification(.sample()), writer.moreIdentification(.sample()),
            writer.extensionNotice(.sample(.nl, reason: text)),
            writer.refusal(.sample(.nl, ground: "g " + text, reason: text)),
            writer.confirmation(ConfirmationFacts(requestID: text, right: .erasure, kept: [kept, kept])),
        ]
    }
}

extension Letter {
    /// The paragraphs, lists and groups of lines of the body.
    fileprivate var blocks: [String] { body.components(separatedBy: "\n\n") }
}

extension Unicode.GeneralCategory {
    fileprivate var short: String {
        switch self {
        case .control: "Cc"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        default: ""
        }
    }
}
