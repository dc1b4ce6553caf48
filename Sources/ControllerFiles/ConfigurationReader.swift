package import ExporterKit
import Foundation
package import Policy
import SourceReading

/// Reads a controller's folder and finds everything that is wrong with it in one run.
package struct ConfigurationReader: Sendable {
    private let folder: String
    private let drivers: [any Driver]
    private let environment: [String: String]

    /// Makes a reader for a controller's folder, the drivers that its systems may use, and where secrets may stand.
    package init(
        folder: String,
        drivers: [any Driver],
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        self.folder = URL(fileURLWithPath: folder).standardizedFileURL.path
        self.drivers = drivers
        self.environment = environment
    }

    /// Reads everything; there is no configuration where a finding is an error.
    package func read() -> (Configuration?, [Finding]) {
        let files = readFiles()
        let findings = files.findings
        guard !findings.contains(where: { $0.severity == .error }), let controller = files.controller,
            let processing = files.processing
        else { return (nil, findings) }
        let systems = files.systems.compactMap(\.description)
        return (
            Configuration(
                controller: controller,
                processing: processing.processing,
                systems: systems,
                folder: folder,
                letters: files.letters
            ), findings
        )
    }

    /// Reads everything and lets each driver look at its systems; other files' errors do not keep it from that.
    package func check() async -> [Finding] {
        let files = readFiles()
        var findings = files.findings
        let opening = SourceOpening(drivers: drivers, controller: folder, environment: environment)
        let answers = await withTaskGroup(of: (String, [DriverFinding]).self) { group in
            for system in files.systems.compactMap(\.description) {
                group.addTask { (system.id, await opening.findings(about: system)) }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        for file in files.systems {
            findings += (answers[file.id] ?? []).map { Self.finding($0, in: file) }
            if let advice = Self.advice(for: file) { findings.append(advice) }
        }
        if let controller = files.controller {
            findings += Placeholders.findings(in: controller)
            findings += Self.advice(onPassphrasesOf: files.systems.compactMap(\.description), controller)
        }
        return ConfigurationFiles.sorted(findings)
    }

    /// Every setting that the sections which stand in the files take, and what becomes of it.
    package func settings() -> [TakenSetting] { readFiles().settings }

    private func readFiles() -> ConfigurationFiles { ConfigurationFiles(folder: folder, drivers: drivers) }

    /// A system that finds somebody whom it must find at every export proves that it can be searched.
    private static func advice(for file: SystemFile) -> Finding? {
        guard let system = file.description, system.canary.isEmpty else { return nil }
        return Finding(
            severity: .advice,
            file: file.root.notes.file,
            line: nil,
            field: "canary",
            problem: "no person of your own is named whom the system must find at every export",
            fix: "put one into it and say `canary: {email: ADDRESS}`"
        )
    }

    /// Whom a system alone knows can be told a passphrase only by what it holds of them.
    private static func advice(onPassphrasesOf systems: [SystemDescription], _ controller: Controller) -> [Finding] {
        guard controller.delivery.passphraseOtherwise == nil else { return [] }
        let without = systems.filter { system in
            let known = system.collections.filter { $0.hasChannel(.email) && !$0.aboutOthers }
            return !known.isEmpty && !known.contains { $0.hasChannel(.phone) || $0.hasChannel(.post) }
        }
        guard !without.isEmpty else { return [] }
        return [
            Finding(
                severity: .advice,
                file: "controller.yaml",
                line: nil,
                field: "delivery.passphrase_otherwise",
                problem:
                    "whoever is known to \(without.map(\.id).joined(separator: " or ")) alone has neither a telephone "
                    + "number nor a postal address on file, and is asked to come for the passphrase in person",
                fix: "say how else you tell it, or mark a field there with address_of_record: phone or post"
            )
        ]
    }

    private static func finding(_ found: DriverFinding, in file: SystemFile) -> Finding {
        let (line, path) = file.place(of: found)
        return Finding(
            severity: found.isError ? .error : .warning,
            file: file.root.notes.file,
            line: line,
            field: path,
            problem: found.problem,
            fix: found.fix
        )
    }
}

extension CollectionDescription {
    fileprivate func hasChannel(_ channel: FieldDescription.Channel) -> Bool {
        fields.contains { $0.addressOfRecord == channel }
    }
}
