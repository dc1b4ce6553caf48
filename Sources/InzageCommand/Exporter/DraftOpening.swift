import Groundwork
import Cases
import ControllerFiles
import Drivers
import ExporterKit
import Foundation
import SourceReading

/// A store that is opened before an exporter.yaml describes it, with its secret from where that is kept.
struct DraftOpening {
    let context: DriverContext

    /// - Parameter controller: the controller's folder, where `keys/` is; nil where none is named.
    init(_ system: SystemDescription, controller: String?) throws {
        let opening = SourceOpening(drivers: BuiltInDrivers.all, controller: controller ?? system.folder)
        context = try opening.context(of: system)
    }

    /// Reads where a secret stands; what is typed is never repeated, because it may be the secret itself.
    static func reference(_ text: String) throws -> SecretReference {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch parts.first {
        case "env" where parts.count == 2: return .environment(parts[1])
        case "file" where parts.count == 2: return .file(parts[1])
        default:
            throw InzageError(
                .usage,
                "--secret does not say where the secret stands",
                hint: "write env:NAME or file:PATH; if a secret stood here, change it"
            )
        }
    }

    /// Whether an address has a password in it.
    static func holdsPassword(_ connection: String) -> Bool {
        guard let scheme = connection.range(of: "://") else { return false }
        let authority = connection[scheme.upperBound...].prefix { !"/?#".contains($0) }
        guard let at = authority.lastIndex(of: "@") else { return connection.contains("password=") }
        return authority[..<at].contains(":") || connection.contains("password=")
    }
}
