import ControllerFiles
import Drivers
import Foundation
import Policy

/// Whatever stands in exporter.yaml, it is read or refused with findings that a person can act on.
enum ConfigurationTarget {
    static func run(_ bytes: [UInt8]) {
        let findings = ConfigurationReader(folder: folder(holding: bytes), drivers: BuiltInDrivers.all).read().1
        for finding in findings {
            precondition(!finding.file.isEmpty && !finding.problem.isEmpty, "a finding says nothing")
            precondition((finding.line ?? 1) >= 1, "a finding has no line")
            let shown = finding.problem + finding.fix + finding.field
            precondition(!shown.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }, "a control character")
        }
    }

    /// A controller's folder, made once, in which one system is what the input says.
    private static func folder(holding bytes: [UInt8]) -> String {
        let system = folder + "/exporters/system"
        try? FileManager.default.createDirectory(atPath: system, withIntermediateDirectories: true)
        _ = FileManager.default.createFile(atPath: system + "/exporter.yaml", contents: Data(bytes))
        return folder
    }

    private static let folder: String = {
        let path =
            FileManager.default.temporaryDirectory.path + "/inzage-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in [
            ("controller.yaml", ControllerTemplate.controllerYAML),
            ("processing.yaml", ControllerTemplate.processingYAML),
        ] {
            _ = FileManager.default.createFile(atPath: "\(path)/\(name)", contents: Data(text.utf8))
        }
        return path
    }()
}
