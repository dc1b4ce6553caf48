import Groundwork
import ExporterKit
import Foundation
package import Policy

extension SecretReference {
    /// The secret itself; its own text never stands in an error.
    package func secret(folder: String, environment: [String: String]) throws(ConfigurationError) -> String {
        switch self {
        case .environment(let name):
            guard let value = environment[name], !value.isEmpty else {
                throw ConfigurationError(.keyMissing, "the environment has no \(name)", hint: "set it for this command")
            }
            return value
        case .file(let path):
            let place = path.hasPrefix("/") ? path : "\(folder)/\(path)"
            let bytes = try KeyFolder.read(place, as: "the secret")
            return String(decoding: bytes.last == 0x0A ? bytes.dropLast() : bytes[...], as: UTF8.self)
        }
    }
}
