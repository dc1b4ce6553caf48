/// What an archive is, once it stands under its name.
public struct SealedArchiveFacts: Sendable, Codable, Hashable {
    /// Where it stands.
    public let path: String
    /// Its size in bytes.
    public let bytes: UInt64
    /// SHA-256 of the file, lower-case hexadecimal.
    public let sha256: String
}

/// Puts finished entries into a ZIP file.
public enum ArchiveBuilder {
    /// Copies sealed entries into an archive, opens it again, checks every entry, and only then gives it its name.
    ///
    /// An archive that stood there before is replaced in one step; one that is half done never has the name.
    public static func build(
        at path: String,
        from spoolFolder: String,
        entries: [(name: String, entry: SealedEntry)],
        keys: KeyRing
    ) throws(ArchiveError) -> SealedArchiveFacts {
        let draft = ArchiveDraft(of: path)
        draft.remove()
        do throws(ArchiveError) {
            try refuse(entries)
            try write(entries, from: spoolFolder, to: ArchiveOutput(owning: draft.create()))
            // The archive is hashed and brought to the disk while its entries are checked.
            let check = ArchiveCheck(path: draft.path, keys: keys, expected: entries)
            let facts = try check.run { () throws(ArchiveError) in try draft.measure() }
            try draft.publish()
            return facts
        } catch {
            draft.remove()
            throw error
        }
    }

    /// Removes what a killed run left beside an archive, but not the archive.
    public static func removeLeftovers(of path: String) {
        ArchiveDraft(of: path).remove()
    }

    private static func refuse(_ entries: [(name: String, entry: SealedEntry)]) throws(ArchiveError) {
        guard !entries.isEmpty else { throw ArchiveError(.cannotCreate, "an archive needs at least one entry") }
        var seen: Set<[UInt8]> = []
        for (place, item) in entries.enumerated() {
            guard EntryName.isSafe(item.name) else {
                throw ArchiveError(.invalidName, "the name of entry \(place + 1) is not a safe relative path")
            }
            guard seen.insert(Array(item.name.utf8)).inserted else {
                throw ArchiveError(.invalidName, "the name of entry \(place + 1) stands twice")
            }
        }
    }

    private static func write(
        _ entries: [(name: String, entry: SealedEntry)],
        from spoolFolder: String,
        to output: ArchiveOutput
    ) throws(ArchiveError) {
        var writer = try ZipWriter(to: output)
        for (name, entry) in entries {
            try writer.add(name, try SpooledSource(of: entry, in: spoolFolder))
        }
        try writer.finish()
    }
}
