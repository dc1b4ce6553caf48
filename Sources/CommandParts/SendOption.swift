package import ArgumentParser
import Cases
package import Correspondence
import Groundwork
import Inzage
package import Policy

/// Whether a letter that cannot be taken back goes, or is only shown.
package struct SendOption: ParsableArguments {
    @Flag(help: "Mail the letter; without this it is shown, unless the controller says release: direct.")
    package var send = false

    package init() {}

    /// Whether it goes.
    package func isOrdered(_ controller: Controller) -> Bool { send || controller.release == .direct }

    /// Shows a letter that was not sent, and ends the command as one that waits for somebody.
    package func show(_ letter: Letter, of id: String, json: Bool) throws -> Never {
        let next = "the same command with --send mails it; nothing has changed yet"
        if json {
            struct Report: Encodable {
                let id, subject, body: String
                let sent = false
                let next: [String]

                private enum CodingKeys: String, CodingKey { case id, subject, body, sent, next }
            }
            Terminal.printJSON(Report(id: id, subject: letter.subject, body: letter.body, next: [next]))
        } else {
            Terminal.print("not sent", "this is the letter:")
            LetterReport.print(letter)
            Terminal.print("")
            Terminal.print("next", next)
        }
        throw ExitCode(ExitStatus.waiting.rawValue)
    }
}

/// On which ground a request is refused.
package struct GroundOptions: ParsableArguments {
    @Option(help: "A ground of the law, by its word.")
    package var ground: String?

    @Option(help: "A ground of your own, a sentence in the person's language; or - for standard input.")
    package var ownGround: PersonalValue?

    package init() {}

    /// The ground in the core's words.
    package func value() throws -> String {
        switch (ground, try ownGround.value()) {
        case (let word?, nil):
            if let ground = RefusalGround(word: word) { return ground.rawValue }
            let known = RefusalGround.allCases.map(\.rawValue)
            throw InzageError(
                .usage,
                "--ground: no ground of the law has this word",
                hint: suggestion(for: word, among: known) + "; --own-ground TEXT says one in your own words"
            )
        case (nil, let text?): return text
        default: throw ValidationError("give --ground or --own-ground, one of them")
        }
    }
}
