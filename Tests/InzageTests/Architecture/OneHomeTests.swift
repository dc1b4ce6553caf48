import ControllerFiles
import Correspondence
import Cases
import Foundation
import IdentityMethods
import Policy
import TestSupport
import Testing

/// What will come again and again, such as a way to prove who somebody is, must be one file and one line.
@Suite("One thing, one place") struct OneHomeTests {
    /// A way that no product has, as a newcomer would add it.
    private struct Handwriting: IdentificationMethod {
        let word = "handwriting"
        let summary = "wrote as in a letter on file"
        let help = "a letter was compared with one on file"
        let settles: Set<Doubt.Kind> = [.severalPeople]
        let request: [Language: String]? = [
            .nl: "Handschrift: schrijf ons een brief.", .en: "Handwriting: write us a letter.",
            .fr: "Écriture : écrivez-nous une lettre.", .de: "Handschrift: Schreiben Sie uns einen Brief.",
        ]

        func judge(_ record: EvidenceRecord, of candidate: Candidate?) -> EvidenceJudgement { .accepted(detail: nil) }
    }

    /// Swift and the letters' templates; a word in a comment would mislead as much as one in code.
    private static let sources: [(path: String, text: String)] = {
        let root = checkout + "/Sources"
        let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        return paths.filter { $0.hasSuffix(".swift") }.compactMap { path in
            (try? String(contentsOfFile: root + "/" + path, encoding: .utf8)).map { (path, $0) }
        }
    }()

    @Test(arguments: IdentificationMethods.all.map(\.word))
    func `a way to prove who somebody is has its word in one file alone`(_ word: String) {
        #expect(Self.sources.count > 500)
        // What a recipient is handed has words too, and one of them is "video".
        let homes = Self.sources.filter { $0.text.contains("\"\(word)\"") }.map(\.path)
            .filter { !$0.hasPrefix("Languages/") }
        #expect(homes.count == 1 && homes[0].hasPrefix("IdentityMethods/"), "\(word): \(homes)")
    }

    @Test func `a way to prove who somebody is says what it asks for in every language`() {
        for method in IdentificationMethods.all {
            let words = method.request ?? Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, method.word) })
            for language in Language.allCases where words[language, default: ""].isEmpty {
                Issue.record("\(method.word) has no words in \(language.rawValue)")
            }
            #expect(!method.help.isEmpty && !method.summary.isEmpty, "\(method.word)")
        }
    }

    @Test(arguments: Language.allCases)
    func `a letter asks for a made-up way in its own words, beside those that every letter knows`(
        _ language: Language
    ) throws {
        let facts = IdentificationFacts(
            requestID: LettersSample.requestID,
            methods: [try #require(IdentificationMethods.named("call-back")), Handwriting()],
            clock: .standsStill
        )
        let letter = try LettersSample.writer(language).moreIdentification(facts)
        let own = try #require(Handwriting().request?[language])
        #expect(letter.flat.contains(own))
        #expect(letter.body.contains("\n- " + own), "it stands in the list: \(letter.body)")
    }

    @Test func `what help and template offer is the list`() throws {
        for method in IdentificationMethods.all {
            #expect(ControllerTemplate.controllerYAML.contains(method.word), "\(method.word)")
        }
    }
}
