import ExporterKit
import Foundation

/// An empty folder that only its owner may enter, removed with all that was put into it.
struct PrivateFolder: ~Copyable {
    let path: String

    init() throws(SourceFailure) {
        let name = "inzage-program-\(UUID().uuidString)"
        path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw SourceFailure(.unreachable, "no folder can be made for the program", hint: "look at TMPDIR")
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
