package import ArchiveSealing
import Cases
import Foundation

/// What a command that opens an archive takes from who runs it.
package enum TypedValues {
    /// The passphrase, from a line of standard input.
    package static func passphrase() throws -> Passphrase {
        if isatty(0) == 1 { Terminal.tell("the passphrase, with its hyphens:") }
        guard let typed = readLine(), let passphrase = Passphrase(typed) else {
            throw InzageError(.usage, "a passphrase has six groups of four digits, joined by hyphens")
        }
        return passphrase
    }

    /// The bytes of a file that was named.
    package static func content(of path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw InzageError(.usage, "\(path) cannot be read")
        }
        return Array(data)
    }
}
