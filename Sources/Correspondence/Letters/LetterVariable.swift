/// Something that a template may print or ask for; ``LetterName/variables`` says which.
package struct LetterVariable: Sendable {
    /// What sort of thing it is.
    package enum Kind: Sendable {
        /// Printed by `{{name}}`; where it may be absent, `{{#name}}...{{/name}}` stands around it.
        case text
        /// Asked for by `{{#name}}` and `{{^name}}`.
        case flag
        /// Gone through by `{{#name}}`, inside which its own variables are.
        case list([LetterVariable])
    }

    /// When it is there: a text that is not absent, a flag that is up, a list that is not empty.
    package enum Presence: Sendable, Hashable {
        case always, optional
        /// Whenever another variable is.
        case with(String)
        /// Whenever another variable is not.
        case without(String)
    }

    package let name: String
    package let kind: Kind
    let presence: Presence
    /// What it is, for the controller who writes a template.
    package let meaning: String

    static func text(_ name: String, _ meaning: String, _ presence: Presence = .always) -> LetterVariable {
        LetterVariable(name: name, kind: .text, presence: presence, meaning: meaning)
    }

    static func flag(_ name: String, _ meaning: String, _ presence: Presence = .optional) -> LetterVariable {
        LetterVariable(name: name, kind: .flag, presence: presence, meaning: meaning)
    }

    package static func list(
        _ name: String,
        of items: [LetterVariable],
        _ presence: Presence,
        _ meaning: String
    ) -> LetterVariable {
        LetterVariable(name: name, kind: .list(items), presence: presence, meaning: meaning)
    }
}

extension LetterVariable {
    /// The table of some variables in Markdown, as `docs/letters.md` shows it.
    package static func table(of variables: [LetterVariable]) -> String {
        let rows = variables.flatMap { variable in
            [variable.row(inside: nil)] + variable.items.map { $0.row(inside: variable.name) }
        }
        return (["| variable | kind | what it is |", "|---|---|---|"] + rows).joined(separator: "\n") + "\n"
    }

    /// The variables inside a list.
    var items: [LetterVariable] {
        if case .list(let items) = kind { items } else { [] }
    }

    private func row(inside list: String?) -> String {
        "| `\(name)` | \(word)\(list.map { " in `\($0)`" } ?? "")\(absence) | \(meaning) |"
    }

    private var word: String {
        switch kind {
        case .text: "text"
        case .flag: "flag"
        case .list: "list"
        }
    }

    private var absence: String {
        switch (kind, presence) {
        case (.flag, _), (_, .always): ""
        case (.text, _): ", may be absent"
        case (.list, _): ", may be empty"
        }
    }
}
