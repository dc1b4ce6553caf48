package import ArgumentParser
import Foundation
package import Inzage
import Cases
package import RegisterStore
import IntakeStage
package import Groundwork

/// The options that every command on a controller's folder takes.
package struct ControllerOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The controller's folder (default: INZAGE_CONTROLLER, then the current folder).",
            valueName: "dir"
        )
    )
    package var controller: String?

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "Who acts, for the audit (default: INZAGE_OPERATOR, then the login name).",
            valueName: "name"
        )
    )
    package var actor: String?

    @Flag(name: .long, help: "Print one JSON object instead of text.")
    package var json = false

    package init() {}

    /// The folder itself.
    package var folder: String {
        controller ?? ProcessInfo.processInfo.environment["INZAGE_CONTROLLER"] ?? "."
    }

    /// Says which folder was looked in when it is no controller's, instead of listing all that it lacks.
    package func requireFolder() throws {
        guard FileManager.default.fileExists(atPath: "\(folder)/controller.yaml") else {
            throw InzageError(
                .configuration,
                "\(folder == "." ? "the current folder" : folder) holds no controller.yaml",
                hint: "name the folder with --controller DIR or INZAGE_CONTROLLER; inzage init DIR makes a new one"
            )
        }
    }

    /// Opens the folder for work that changes something; archives that have expired go.
    package func workplace() throws -> Workplace {
        let workplace = try workplace(for: .writing)
        try workplace.pipeline.intake.expireArchives()
        return workplace
    }

    /// Opens the folder to look into it, which changes nothing.
    package func workplaceToRead() throws -> Workplace { try workplace(for: .reading) }

    /// The environment, in which who acts is whom `--as` names.
    private static func environment(_ actor: String?) throws -> [String: String] {
        var environment = ProcessInfo.processInfo.environment
        guard let actor else { return environment }
        guard Surroundings.isOperatorName(actor) else {
            throw InzageError(.usage, "--as takes up to 64 letters, digits and ._-@", hint: "such as --as j.jansen")
        }
        environment[Surroundings.operatorVariable] = actor
        return environment
    }

    /// The machine's clock and chance, and who acts.
    package func surroundings() throws -> Surroundings { .machine(environment: try Self.environment(actor)) }

    /// Opens the folder as it stands.
    package func workplace(for access: RegisterAccess) throws -> Workplace {
        try requireFolder()
        let environment = try Self.environment(actor)
        return try Workplace(
            folder: folder,
            for: access,
            surroundings: .machine(environment: environment),
            environment: environment
        )
    }
}

/// A value that may be personal: `-` reads it from a line of standard input, so that it stands in no process listing.
package struct PersonalValue: ExpressibleByArgument {
    private let text: String

    package init?(argument: String) { text = argument }

    /// The value, read from standard input when it was given as `-`.
    package func value() throws -> String {
        guard text == "-" else { return text }
        guard let line = readLine() else {
            throw InzageError(.usage, "standard input ended before a value came", hint: "give one line for each -")
        }
        return line
    }
}

extension Optional where Wrapped == PersonalValue {
    /// The value, or nil when the option was not given.
    package func value() throws -> String? { try map { try $0.value() } }
}
