import ControllerFiles
import Drivers
import ExporterKit
import Foundation
import Policy
import TestSupport
import Testing
import Yams

/// A folder of `Exporters/` that is made for a real system, with what its sample is to show.
struct ReadyMade: Sendable, CustomTestStringConvertible {
    /// The folder's name.
    let name: String
    let expected: Expected

    /// What `sample/expected.yaml` says.
    struct Expected: Sendable, Decodable {
        /// The address of somebody who is in the sample.
        let person: String
        /// Others in it, whose records are never the person's.
        let others: [String]
        /// A word that stands in records of others alone.
        let never: String
        /// The secret that a service asks for; databases let everybody in.
        let secret: String?
        /// How many records of the person each collection holds.
        let records: [String: Int]
        /// Collections whose records are of several people at once, such as a channel.
        let shared: [String]?
    }

    /// Those that read files, which lie in their sample.
    static let ofFiles = ["mailbox", "mattermost", "slack"]
    var isOfFiles: Bool { Self.ofFiles.contains(name) }

    var testDescription: String { name }
    var folder: String { "\(checkout)/Exporters/\(name)" }
    var readMe: String { get throws { try text("README.md") } }

    /// Every folder with something to expect, sorted by name.
    static let all: [ReadyMade] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(checkout)/Exporters")) ?? []
        return names.sorted().compactMap { try? ReadyMade($0) }
    }()

    /// Those that are reached over the network.
    static let services = all.filter { $0.expected.secret != nil }

    init(_ name: String) throws {
        self.name = name
        let file = "\(checkout)/Exporters/\(name)/sample/expected.yaml"
        expected = try YAMLDecoder().decode(Expected.self, from: String(contentsOfFile: file, encoding: .utf8))
    }

    func text(_ path: String) throws -> String { try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8) }

    /// Reads exporter.yaml as it stands in a controller's folder, and what is found wrong with it.
    func read() async throws -> (SystemDescription?, [String]) {
        try await withTemporaryFolder { controller in
            try write(Self.controllerYAML, to: "controller.yaml", in: controller)
            try write(processingYAML(), to: "processing.yaml", in: controller)
            try write(text("exporter.yaml"), to: "exporters/\(name)/exporter.yaml", in: controller)
            let (configuration, findings) = ConfigurationReader(folder: controller, drivers: BuiltInDrivers.all).read()
            // Whether people are told apart is for all systems of a company to say, and here is one alone.
            let alone = "no collection of any system has an address of record"
            let own = findings.filter { finding in
                finding.severity != .advice && finding.file.contains("exporter.yaml")
                    && !finding.problem.contains(alone)
            }
            .map { "\($0.file):\($0.line ?? 0) \($0.field): \($0.problem)" }
            return (configuration?.systems.first, own)
        }
    }

    /// A controller that answers in every language, so that a text which lacks one is told.
    private static let controllerYAML = ControllerTemplate.controllerYAML
        .replacing("languages: [nl, en]", with: "languages: [nl, en, de, fr]")

    /// A record of processing with the categories that the exporter names.
    private func processingYAML() throws -> String {
        let categories = Set(try text("exporter.yaml").matches(of: /\n    category: ([a-z_]+)/).map { $0.output.1 })
        let entries = categories.sorted().map { id in
            """
              \(id):
                title: \(id)
                purposes: [A purpose]
                legal_bases: [6(1)(b)]
                retention: [{kind: necessity, text: as long as needed}]
            """
        }
        return "categories:\n" + entries.joined(separator: "\n") + "\n"
    }
}
