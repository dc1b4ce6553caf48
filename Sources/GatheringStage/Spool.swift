import Foundation
package import ArchiveSealing

/// The folder in which entries lie sealed until the archive is built; it only ever holds ciphertext.
package struct Spool: Sendable {
    package let folder: String
    package let keys: KeyRing
    private let padding: EntryPadding
    private let pack: SpoolPack

    package init(
        request id: String,
        round: Int,
        archives: String,
        passphrase: Passphrase,
        padding: EntryPadding = .none
    ) throws {
        try self.init(at: "\(archives)/\(id)-\(round).spool", passphrase: passphrase, padding: padding)
    }

    /// Makes the folder, or takes the one that a killed run has left.
    package init(at folder: String, passphrase: Passphrase, padding: EntryPadding = .none) throws {
        self.folder = folder
        self.padding = padding
        keys = KeyRing(passphrase)
        pack = SpoolPack(in: folder)
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    /// Begins an entry.
    package func sealer(named name: String) throws -> EntrySealer {
        try EntrySealer(creating: name, in: folder, keys: keys, padding: padding, pack: pack)
    }

    /// Seals a short text whole, for an archive that is built at once and then comes to the disk itself.
    package func seal(_ bytes: [UInt8], named name: String) throws -> SealedEntry {
        var sealer = try sealer(named: name)
        try sealer.write(bytes)
        return try sealer.finish(durably: false)
    }

    /// Whether an entry that the register knows lies there whole.
    package func holds(_ entry: SealedEntry) -> Bool {
        SpoolFolder.holds(entry, in: folder)
    }

    /// Removes it, when the archive stands.
    package func remove() {
        try? FileManager.default.removeItem(atPath: folder)
    }
}
