import Foundation
import Groundwork

/// When `inzage work` last went through the requests, and how that ended; numbers and nothing else.
package struct WorkerNote: Sendable, Encodable, Hashable {
    /// The moment, in UTC.
    package let ranAt: String
    /// In how many requests something was done.
    package let done: Int
    /// In how many something failed.
    package let failed: Int

    package init(ranAt: String, done: Int, failed: Int) { (self.ranAt, self.done, self.failed) = (ranAt, done, failed) }

    private static func path(in folder: String) -> String { folder + "/worker.ran" }

    /// Reads the note in a controller's folder; nil where no worker ran yet, or where it is not as it was written.
    package init?(in folder: String) {
        guard let file = try? RegularFile(at: Self.path(in: folder), limit: 200, followingLinks: false) else {
            return nil
        }
        let words = String(decoding: file.bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 3, let done = Int(words[1]), let failed = Int(words[2]), done >= 0, failed >= 0,
            (try? Date(String(words[0]), strategy: .iso8601)) != nil
        else { return nil }
        self.init(ranAt: String(words[0]), done: done, failed: failed)
    }

    /// Writes the note; that it cannot be written keeps nobody from working.
    package func write(in folder: String) {
        guard var file = try? NewFile(at: Self.path(in: folder)) else { return }
        guard (try? file.append(Array("\(ranAt) \(done) \(failed)\n".utf8))) != nil else { return }
        try? file.keep(replacing: true)
    }
}
