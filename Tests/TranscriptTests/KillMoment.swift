import Foundation
import TestSupport

/// When a run is killed.
enum KillMoment: Sendable, CustomStringConvertible {
    /// After so many seconds.
    case after(Double)
    /// When so many names that end so are seen in a folder of the controller's.
    case seeing(Int, suffix: String, folder: String)

    /// The moments at which something begins or ends, which the clock would hit only by chance.
    static let sightings: [KillMoment] =
        [1, 3, 5, 9, 15, 21].map { .seeing($0, suffix: "", folder: "archives/ID-1.spool") } + [
            .seeing(1, suffix: "text-1", folder: "archives/ID-1.spool"),
            .seeing(1, suffix: "workbook", folder: "archives/ID-1.spool"),
            .seeing(2, suffix: "", folder: "archives"),
            .seeing(1, suffix: ".zip", folder: "archives"),
            .seeing(1, suffix: ".part", folder: "outbox"),
            .seeing(2, suffix: ".eml", folder: "outbox"),
            .seeing(1, suffix: "-journal", folder: "."),
        ]

    var description: String {
        switch self {
        case .after(let seconds): "after \(seconds) s"
        case .seeing(let count, let suffix, let folder): "seeing \(count) of *\(suffix) in \(folder)"
        }
    }

    /// Whether the moment has come for a run that began at a time.
    func hasCome(since start: Date, controller: String, request: String) -> Bool {
        switch self {
        case .after(let seconds): return Date().timeIntervalSince(start) >= seconds
        case .seeing(let count, let suffix, let folder):
            let path = controller + "/" + folder.replacingOccurrences(of: "ID", with: request)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
            return names.count { $0.hasSuffix(suffix) } >= count
        }
    }
}

/// A run of the command that is killed.
enum KilledRun {
    /// Exports and kills the process with SIGKILL when the moment comes; false when it had ended by itself.
    static func export(_ request: String, with inzage: Command, at moment: KillMoment, scratch: String? = nil) throws
        -> Bool
    {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Command.path)
        process.arguments = ["export", request]
        process.environment = inzage.environment.merging(scratch.map { ["TMPDIR": $0] } ?? [:]) { _, new in new }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let start = Date()
        try process.run()
        while process.isRunning, !moment.hasCome(since: start, controller: inzage.folder, request: request) {
            usleep(500)
        }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        return process.terminationReason == .uncaughtSignal
    }
}
