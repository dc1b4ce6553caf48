import Cryptography
import Foundation
import Groundwork

/// SHA-256 of files.
enum FileDigest {
    /// The digest of a file's bytes as lower-case hexadecimal, or nil when it cannot be read.
    static func sha256(ofFileAt path: String) -> String? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        var hasher = RunningSHA256()
        while let piece = try? file.read(upToCount: 256 * 1024), !piece.isEmpty { hasher.update(Array(piece)) }
        return hasher.finish().hexadecimal
    }
}
