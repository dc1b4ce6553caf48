import CommandParts
import ArgumentParser
import Foundation
import Inzage
import ControllerFiles

/// The keys of a controller's folder.
struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the keys of a controller's folder.",
        discussion: ExitTable.text,
        subcommands: [KeysNew.self]
    )
}

/// Makes keys.
struct KeysNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make a new register key, or with --signing or --organisation another; none is ever replaced.",
        discussion: """
            A certificate that is made here vouches for itself: people compare its fingerprint with the one in the \
            letter. One from a certificate authority takes its place as keys/signing.crt.

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Flag(help: "Make the key and the certificate by which answers are signed, for two years.")
    var signing = false

    @Option(
        help: ArgumentHelp(
            "Make an organisation's key and certificate, to try out what it would do.",
            valueName: "name"
        )
    )
    var organisation: String?

    func validate() throws {
        guard !signing || organisation == nil else {
            throw ValidationError("--signing and --organisation: one at a time")
        }
    }

    func run() throws {
        let paths: [String]
        if signing {
            try options.requireFolder()
            let controller = try Workplace.configuration(in: options.folder).controller
            paths = try NewKeys.sign(for: controller, in: options.folder, at: Date())
        } else if let organisation {
            try options.requireFolder()
            paths = try NewKeys.organisation(named: organisation, in: options.folder, at: Date())
        } else {
            try RegisterKey.create(in: options.folder)
            paths = [RegisterKey.path]
        }
        guard !options.json else { return print(paths) }
        for (index, path) in paths.enumerated() {
            Terminal.print(index == 0 ? "made" : "", "\(options.folder)/\(path)")
        }
        if paths == [RegisterKey.path] { Terminal.print("keep safe", "without it the register cannot be read") }
    }

    private func print(_ paths: [String]) {
        var report = ["key": paths.first]
        if paths.count > 1 { report["certificate"] = paths.last }
        Terminal.printJSON(report)
    }
}
