package import ExporterKit
import Foundation
import Policy
package import SourceReading

extension SourceOpening {
    /// Opens the systems of a controller, whose secrets stand where their `secret` says.
    ///
    /// A file is looked for in the exporter's folder, and then in the controller's, where `keys/` is.
    package convenience init(
        drivers: [any Driver],
        controller folder: String,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        self.init(drivers: drivers) { system in
            guard let reference = system.secret else { return nil }
            var place = system.folder
            if case .file(let path) = reference, !FileManager.default.fileExists(atPath: "\(place)/\(path)") {
                place = folder
            }
            do throws(ConfigurationError) {
                return Secret(try reference.secret(folder: place, environment: environment))
            } catch {
                throw SourceFailure(.refused, "the secret cannot be had: \(error.message)", hint: error.hint)
            }
        }
    }
}
