package import ExporterKit
import Foundation

extension SystemDescription {
    /// The file of certificates that the setting `trust` names, to be trusted instead of the machine's; nil without it.
    package func trustFile() throws(Problem) -> String? {
        guard let setting = settings["trust"] else { return nil }
        let path = setting.text.map { folder + "/" + $0 }
        guard let path, access(path, R_OK) == 0 else {
            throw Problem(
                .refused,
                "trust",
                "the file of certificates is not there",
                fix: "name one file in the exporter's folder, which may be read"
            )
        }
        return path
    }
}
