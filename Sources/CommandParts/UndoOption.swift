package import ArgumentParser
import Cases
package import Inzage
package import RegisterStore

/// Takes a decision about an answer back, as long as the answer is not sealed.
package struct UndoOption: ParsableArguments {
    @Option(help: ArgumentHelp("Take back the decision of this number in `inzage request show`.", valueName: "n"))
    package var undo: Int?

    package init() {}

    /// What is said where something else is asked beside it.
    package static let alone = "--undo takes one decision back and nothing else"

    /// Takes it back and says what it was.
    package func undo(
        _ number: Int,
        _ kind: Decision.Kind,
        of id: String,
        _ pipeline: Pipeline,
        _ options: ControllerOptions
    ) throws {
        let undone = try pipeline.undo(number, kind, of: id)
        let sentence = undone.sentence
        options.json ? Terminal.printJSON(["id": id, "undone": sentence]) : Terminal.print("undone", sentence)
    }
}

extension Decision {
    /// What was decided, for who decides: the key of a record stands in it.
    package var sentence: String {
        switch kind {
        case .withhold: "withheld \(detail.target?.text ?? target) (\(detail.ground ?? ""))"
        case .replacement:
            "a redacted version stands in place of \(detail.target?.text ?? target) (\(detail.ground ?? ""))"
        case .addition: "added to \(target): \(detail.file?.title ?? "a file")"
        case .nothing: "nothing found by hand in \(target)"
        case .gap: "gap accepted: \(target)"
        case .note, .waiver, .extension, .refusal, .grant: "\(kind.rawValue) \(target)"
        }
    }
}
