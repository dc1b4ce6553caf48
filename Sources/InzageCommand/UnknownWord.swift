import CommandParts
import ArgumentParser
import Groundwork

/// A word that was typed where a command or an option must stand, and is none.
struct UnknownWord {
    /// What is wrong, in a sentence.
    let message: String
    /// What to type instead.
    let hint: String

    /// The first word that should be a command; nil where each of them is one.
    init?(commandIn arguments: [String], of root: any ParsableCommand.Type) {
        let (command, rest) = Self.command(arguments, of: root)
        let below = command.configuration.subcommands.map { $0._commandName }
        guard !below.isEmpty, let word = rest.first, !word.hasPrefix("-"), word != "help" else { return nil }
        message = "there is no command \(word)"
        hint = suggestion(for: word, among: below)
    }

    /// The first option that the command has not; nil where it has them all.
    ///
    /// The parser has suggestions, too, and keeps them to itself where something else is missing.
    init?(optionIn arguments: [String], of root: any ParsableCommand.Type) {
        let (command, rest) = Self.command(arguments, of: root)
        let help = root.helpMessage(for: command, includeHidden: true, columns: 200)
        let known = help.matches(of: /--[a-z][a-z-]*/).map { String($0.output) }
        let typed = rest.prefix { $0 != "--" }.filter { $0.hasPrefix("--") }
            .map { String($0.prefix { $0 != "=" }) }
        guard let word = typed.first(where: { !known.contains($0) }) else { return nil }
        message = "there is no option \(word)"
        hint = suggestion(for: word, among: Array(Set(known)).sorted())
    }

    /// The command that was named, and what follows its name; `inzage help WORD...` names one, too.
    private static func command(
        _ arguments: [String],
        of root: any ParsableCommand.Type
    ) -> (any ParsableCommand.Type, ArraySlice<String>) {
        var rest = (arguments.first == "help" ? Array(arguments.dropFirst()) : arguments)[...]
        var command = root
        while let word = rest.first,
            let found = command.configuration.subcommands.first(where: { $0._commandName == word })
        {
            command = found
            rest = rest.dropFirst()
        }
        // What is no subcommand's name belongs to the one that needs none.
        if let usual = command.configuration.defaultSubcommand { command = usual }
        return (command, rest)
    }
}
