import Cases
import ControllerFiles
import Foundation
package import Groundwork
import Policy
package import RegisterStore

/// The register in a safe place, and back from it.
extension Workplace {
    /// Writes a sealed copy of the register; nothing is written into the register.
    ///
    /// - Throws: exit 9 where there is no register, exit 2 where the file cannot be made or is the register itself.
    package func backUp(to path: String, replacing: Bool) throws -> BackupHeader {
        let registerPath = configuration.folder + "/register.sqlite"
        guard let original = Self.identity(of: registerPath) else {
            throw InzageError(
                .notInThisState,
                "there is no register in this folder yet",
                hint: "the first request makes it: \(.openRequest)"
            )
        }
        if let target = Self.identity(of: path) {
            guard target != original else { throw InzageError(.usage, "this is the register itself") }
            guard replacing else { throw Register.backupExists }
        }
        return try register.backUp(to: path, replacing: replacing)
    }

    /// Puts a backup in the place of a folder's register, or makes it the register where none is.
    package static func restore(
        _ backup: String,
        into folder: String,
        replacing: Bool,
        surroundings: Surroundings
    ) throws -> RegisterRestoring.Restored {
        let configuration = try configuration(in: folder)
        let key = try RegisterKey(readingFrom: configuration.folder, isDemo: configuration.controller.isDemo)
        let restoring = RegisterRestoring(
            inFolder: configuration.folder,
            vault: Vault(key: key.key(for: "vault")),
            surroundings: surroundings
        )
        return try restoring.restore(backup, replacing: replacing)
    }

    /// What tells one file from another, whatever it is called.
    private static func identity(of path: String) -> [UInt64]? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return [UInt64(status.st_dev), UInt64(status.st_ino)]
    }
}
