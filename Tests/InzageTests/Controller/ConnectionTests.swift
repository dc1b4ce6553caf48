import ControllerFiles
import Drivers
import ExporterKit
import Foundation
import Policy
import TestSupport
import Testing

@Suite struct `The connection of a system` {
    private func read(_ line: String) async throws -> (system: SystemDescription?, said: [String]) {
        try await withTemporaryFolder { folder in
            try ControllerFolder().write(to: folder)
            let place = folder + "/exporters/bonus"
            try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
            let text = """
                system: Bonus
                held_by: controller
                driver: program
                \(line)
                command: [/bin/true]
                collections:
                  points:
                    category: orders
                    origin: observed
                    needs: [email]
                    stream: points
                    fields:
                      - {name: mail, type: string, title: Mail, matches: email}

                """
            try Data(text.utf8).write(to: URL(fileURLWithPath: place + "/exporter.yaml"))
            let reader = ConfigurationReader(folder: folder, drivers: BuiltInDrivers.all + [TableDriver()])
            let (configuration, findings) = reader.read()
            let said = findings.filter { $0.file.contains("bonus") }.map { "\($0.field): \($0.problem)" }
            return (configuration?.systems.first { $0.id == "bonus" }, said)
        }
    }

    @Test func `need not be said where a program knows where to look`() async throws {
        let (system, said) = try await read("secret: env:NOBODY")
        #expect(said == [])
        #expect(system?.connection == "")
        let found = await ProgramFindings.of(try #require(system))
        #expect(found == [])
    }

    @Test func `must not be said there either, and the driver says so`() async throws {
        let (system, _) = try await read("connection: bonus.sqlite")
        let found = await ProgramFindings.of(try #require(system))
        #expect(found == ["connection: a program has no connection"])
    }

    private enum ProgramFindings {
        static func of(_ system: SystemDescription) async -> [String] {
            await (BuiltInDrivers.named(system.driver)?.findings(about: system) ?? []).map {
                "\($0.field): \($0.problem)"
            }
        }
    }
}
