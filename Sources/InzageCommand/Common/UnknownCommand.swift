import ArgumentParser
import Groundwork

/// A word that stands where a subcommand must stand, and is none; options have suggestions of the parser's own.
struct UnknownCommand {
    /// What was typed there.
    let word: String
    /// The words that may stand there.
    let known: [String]

    /// Looks through what was typed; nil where each word that must be a subcommand is one.
    init?(in arguments: [String], of root: any ParsableCommand.Type) {
        // `inzage help WORD...` names a command, too.
        let typed = arguments.first == "help" ? Array(arguments.dropFirst()) : arguments
        var command = root
        for word in typed {
            let below = command.configuration.subcommands
            guard !below.isEmpty, !word.hasPrefix("-") else { return nil }
            guard let found = below.first(where: { $0._commandName == word }) else {
                guard word != "help" else { return nil }
                self.word = word
                known = below.map { $0._commandName }
                return
            }
            command = found
        }
        return nil
    }

    /// What to type instead.
    var hint: String { suggestion(for: word, among: known) }
}
