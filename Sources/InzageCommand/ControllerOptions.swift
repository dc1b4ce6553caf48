import ArgumentParser
import Foundation
import Inzage

/// The options that every command on a controller's folder takes.
struct ControllerOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The controller's folder (default: INZAGE_CONTROLLER, then the current folder).",
            valueName: "dir"
        )
    )
    var controller: String?

    @Flag(name: .long, help: "Print one JSON object instead of text.")
    var json = false

    /// The folder itself.
    var folder: String {
        controller ?? ProcessInfo.processInfo.environment["INZAGE_CONTROLLER"] ?? "."
    }

    /// Opens the folder for work.
    func workplace() throws -> Workplace {
        let environment = ProcessInfo.processInfo.environment
        return try Workplace(
            folder: folder,
            surroundings: .machine(environment: environment),
            environment: environment
        )
    }
}

/// A value that may be personal: `-` reads it from a line of standard input, so that it stands in no process listing.
struct PersonalValue: ExpressibleByArgument {
    private let text: String

    init?(argument: String) { text = argument }

    /// The value, read from standard input when it was given as `-`.
    func value() throws -> String {
        guard text == "-" else { return text }
        guard let line = readLine() else {
            throw InzageError(.usage, "standard input ended before a value came", hint: "give one line for each -")
        }
        return line
    }
}

extension Optional where Wrapped == PersonalValue {
    /// The value, or nil when the option was not given.
    func value() throws -> String? { try map { try $0.value() } }
}
