/// Writes a controller's own letter with made-up values, to see what it prints in every case.
struct LetterTrial {
    /// The variables that the letter was given a value for.
    let given: Set<String>
    let text: String
    let letter: Letter

    /// What stands for a value: a word that nothing else holds and that no line break cuts.
    static func mark(_ name: String) -> String { "qz-\(name)-zq" }

    func prints(_ name: String) -> Bool {
        text.utf8.firstRange(of: Self.mark(name).utf8) != nil
    }

    /// With all that may be absent, with nothing of it, and with one of it there or away.
    static func all(_ name: LetterName, _ templates: LetterTemplates, in voice: LetterVoice) -> [LetterTrial] {
        let optional = Set(name.trialVariables.filter { $0.presence == .optional }.map(\.name))
        let choices: [Set<String>] = [optional, []] + optional.sorted().flatMap { [optional.subtracting([$0]), [$0]] }
        return choices.map { chosen in
            let values = values(of: name.trialVariables, chosen)
            let text = templates.text(name, in: voice, values)
            return LetterTrial(given: names(in: values), text: text, letter: Letter(rendered: text))
        }
    }

    private static func values(of variables: [LetterVariable], _ chosen: Set<String>) -> LetterValues {
        var values: LetterValues = [:]
        for variable in variables {
            let isChosen = isThere(variable, chosen)
            switch variable.kind {
            case .text: values[variable.name] = .text(isChosen ? mark(variable.name) : nil)
            case .flag: values[variable.name] = .flag(isChosen)
            case .list(let items):
                let item = self.values(of: items, chosen.union(items.map(\.name)))
                values[variable.name] = .list(isChosen ? [item, item] : [])
            }
        }
        return values
    }

    private static func isThere(_ variable: LetterVariable, _ chosen: Set<String>) -> Bool {
        switch variable.presence {
        case .always: true
        case .optional: chosen.contains(variable.name)
        case .with(let other): chosen.contains(other)
        case .without(let other): !chosen.contains(other)
        }
    }

    private static func names(in values: LetterValues) -> Set<String> {
        values.reduce(into: []) { names, value in
            switch value.value {
            case .text(nil), .unbroken(nil): break
            case .list(let items): for item in items { names.formUnion(self.names(in: item)) }
            default: names.insert(value.key)
            }
        }
    }
}

extension LetterName {
    /// What the letter may use, and what only a part of it may.
    fileprivate var trialVariables: [LetterVariable] {
        variables + (parts.contains(.notice) ? LetterName.notice.ownVariables : [])
    }
}
