import Cryptography
import Foundation

/// SHA-256 of files.
package enum FileDigest {
    /// The digest of a file's bytes as lower-case hexadecimal, or nil when it cannot be read.
    package static func sha256(ofFileAt path: String) -> String? {
        guard let file = FileHandle(forReadingAtPath: path) else { return nil }
        defer { try? file.close() }
        var hasher = RunningSHA256()
        while let piece = try? file.read(upToCount: 256 * 1024), !piece.isEmpty { hasher.update(Array(piece)) }
        return hasher.finish().hexadecimal
    }
}
