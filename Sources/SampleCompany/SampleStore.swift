import Foundation
import GRDB

/// The database that an exporter's own sample makes.
package enum SampleStore {
    /// Makes the database in a new folder of its own, and says which; what stands in it is made up.
    package static func make(from schema: String, named name: String) throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("inzage-sample-\(UUID().uuidString)")
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        do {
            let queue = try DatabaseQueue(path: file.path)
            let text = try String(contentsOfFile: schema, encoding: .utf8)
            try queue.write { try $0.execute(sql: text) }
            try queue.close()
        } catch is DatabaseError {
            try? FileManager.default.removeItem(at: folder)
            throw SampleCompanyError(.notSQL)
        }
        return folder.path
    }
}
