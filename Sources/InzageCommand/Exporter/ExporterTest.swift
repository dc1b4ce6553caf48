import Groundwork
import CommandParts
import ArgumentParser
import Cases
import ControllerFiles
import Drivers
import ExporterKit
import Foundation
import Inzage
import SampleCompany
import SourceReading

/// Tries an exporter, rule by rule.
struct ExporterTest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Try an exporter by the rules that every exporter keeps.",
        discussion: """
            Without --live the exporter's own sample is asked: the folder sample/ beside exporter.yaml in place of the \
            real store, or for SQLite a database that its schema.sql makes. With --live ADDRESS the real system is asked \
            for that person, for a stranger and for what is no identifier; it is only read. One line tells of each rule, \
            and nothing of anybody.

            A rule that is broken ends the command with exit code 3, a system that fails with 5.

            """ + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The exporter: its folder's name below exporters/.")
    var name: String

    @Option(
        help: ArgumentHelp("Ask the real system for a person it knows; - reads the address.", valueName: "address")
    )
    var live: PersonalValue?

    func run() async throws {
        try options.requireFolder()
        let configuration = try Workplace.configuration(in: options.folder)
        guard let system = configuration.systems.first(where: { $0.id == name }) else {
            let names = configuration.systems.map(\.id).joined(separator: ", ")
            throw InzageError(.usage, "there is no exporter of this name", hint: "one of \(names)")
        }
        let opening = SourceOpening(drivers: BuiltInDrivers.all, controller: configuration.folder)
        if let address = try live.value() {
            try await tryOut(system, opening, address: address)
        } else {
            let sample = try ExporterSample(of: system)
            defer { sample.remove() }
            try await tryOut(sample.system, opening, address: nil)
        }
    }

    private func tryOut(_ system: SystemDescription, _ opening: SourceOpening, address: String?) async throws {
        let trial = try await ExporterTrial(system, opening, address: address)
        var verdicts: [ExporterTrial.Verdict] = []
        try await trial.run { verdict in
            verdicts.append(verdict)
            if !options.json { Self.tell(verdict) }
        }
        if options.json {
            struct Report: Encodable {
                let exporter: String
                let rules: [ExporterTrial.Verdict]
            }
            Terminal.printJSON(Report(exporter: name, rules: verdicts))
        }
        let broken = verdicts.count { $0.outcome == .broken }
        guard broken > 0 else { return }
        Terminal.tell("\(broken) of \(verdicts.count) rules are broken")
        throw ExitCode(Ending.configuration.status)
    }

    private static func tell(_ verdict: ExporterTrial.Verdict) {
        let reasons = verdict.reasons.isEmpty ? "" : ": \(verdict.reasons.joined(separator: "; "))"
        Terminal.print(
            "\(verdict.outcome.rawValue.padding(toLength: 10, withPad: " ", startingAt: 0))\(verdict.rule)\(reasons)"
        )
    }
}

/// An exporter whose store is its own sample.
struct ExporterSample {
    let system: SystemDescription
    /// The folder that was made for it, if one was.
    private let made: String?

    init(of system: SystemDescription) throws {
        var sampled = system
        let folder = "\(system.folder)/sample"
        sampled.folder = folder
        guard FileManager.default.fileExists(atPath: folder) else { throw Self.none(folder) }
        guard FileManager.default.fileExists(atPath: "\(folder)/schema.sql") else {
            // A mailbox on a server has no place in a folder.
            let isInFolder = !system.connection.contains("://")
            let drivers = ["files", "documents", "mailbox", "program", "slack", "sqlite"]
            guard isInFolder, drivers.contains(system.driver) else { throw Self.none(folder) }
            (self.system, made) = (sampled, nil)
            return
        }
        guard system.driver == "sqlite" else { throw Self.none(folder) }
        let made = try SampleStore.make(from: "\(folder)/schema.sql", named: system.connection)
        sampled.folder = made
        (self.system, self.made) = (sampled, made)
    }

    func remove() {
        if let made { try? FileManager.default.removeItem(atPath: made) }
    }

    private static func none(_ folder: String) -> InzageError {
        InzageError(
            .usage,
            "the exporter has no sample that can be asked",
            hint: "put made-up files, or a schema.sql for SQLite, into its folder sample/; or say --live ADDRESS"
        )
    }
}
