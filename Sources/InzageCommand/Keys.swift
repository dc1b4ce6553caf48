import ArgumentParser
import Inzage

/// The keys of a controller's folder.
struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the keys of a controller's folder.",
        discussion: ExitTable.text,
        subcommands: [KeysNew.self]
    )
}

/// Makes the register's key.
struct KeysNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a new register key, where there is none; one that is there is never replaced.",
        discussion: ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    func run() throws {
        try RegisterKey.create(in: options.folder)
        guard !options.json else { return Terminal.printJSON(["key": RegisterKey.path]) }
        Terminal.print("made", "\(options.folder)/\(RegisterKey.path)")
        Terminal.print("keep safe", "without it the register cannot be read")
    }
}
