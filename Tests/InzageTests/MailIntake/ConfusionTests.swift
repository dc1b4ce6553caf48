import Calendars
import Cases
import ExporterKit
import Foundation
import Groundwork
import IdentityStage
import IntakeStage
import Inzage
import MailIntake
import Policy
import RegisterStore
import TestSupport
import Testing

/// What is guessed of mails that people might have written, in the shapes of large providers.
@Suite("What a mail asks") struct ConfusionTests {
    /// One mail, and what became of it.
    private struct Answer {
        let asked: AskedText
        let taken: TakenMail
    }

    private func answers() async throws -> [Answer] {
        var answers: [Answer] = []
        let shapes = MailShape.allCases
        for (number, asked) in AskedText.all.enumerated() {
            for turn in 0..<3 {
                // Each in a house of its own: a second mail of the same person is about the first.
                try await House.withShop { house in
                    let shape = shapes[(number + turn * 3) % shapes.count]
                    let mail = shape.mail(subject: asked.subject, text: asked.text, id: "\(number)-\(turn)")
                    answers.append(Answer(asked: asked, taken: try await house.mailDesk.take(mail)))
                }
            }
        }
        return answers
    }

    @Test("is recognised by right, language and sender in 156 mails, as a table says")
    func isRecognised() async throws {
        let answers = try await answers()
        #expect(answers.count == 3 * AskedText.all.count && answers.count > 150)
        print(Self.table(answers))
        for answer in answers {
            let (asked, taken) = (answer.asked, answer.taken)
            let what = "\(asked.language.rawValue), \(asked.subject)"
            #expect(taken.outcome == .opened, "\(what): \(taken.outcome.rawValue), \(taken.reasons)")
            #expect(taken.right == asked.right ?? .access, "\(what)")
            #expect(taken.language == asked.language, "\(what)")
            #expect(taken.claim?.email == "ada@example.org", "\(what)")
            #expect(taken.claim?.name == "Ada Jansen", "\(what)")
            #expect(taken.receivedOn == "2026-06-15", "\(what)")
        }
    }

    @Test("keeps the customer number that it names, by what the exporters call it")
    func identifiers() async throws {
        for asked in AskedText.all where asked.text.contains("10442") {
            try await House.withShop { house in
                var house = house
                house.systems = [.withCustomerNumbers]
                let mail = MailShape.gmail.mail(subject: asked.subject, text: asked.text, id: "1")
                let taken = try await house.mailDesk.take(mail)
                #expect(taken.claim?.identifiers == ["customer_id=10442"], "\(asked.subject)")
            }
        }
    }

    /// Rights asked for by rights recognised, and languages.
    private static func table(_ answers: [Answer]) -> String {
        var cells: [String: [String: Int]] = [:]
        for answer in answers {
            let asked = answer.asked.right?.rawValue ?? "data, no right"
            let found = answer.taken.right.map(\.rawValue) ?? answer.taken.outcome.rawValue
            cells[asked, default: [:]][found, default: 0] += 1
        }
        let rights = cells.sorted { $0.key < $1.key }.map { asked, found in
            "  \(asked): " + found.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
        }
        let languages = Language.allCases.map { language in
            let own = answers.filter { $0.asked.language == language }
            return "  \(language.rawValue): \(own.count { $0.taken.language == language }) of \(own.count)"
        }
        return (["asked: recognised"] + rights + ["language: recognised"] + languages).joined(separator: "\n")
    }
}
