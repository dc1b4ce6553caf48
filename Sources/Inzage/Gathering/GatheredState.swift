package import SealedArchive

/// What one collection came to, as the register keeps it.
package struct GatheredState: Sendable {
    package var line: LedgerLine
    /// The sealed files, for an outcome with records.
    package var entries: GatheredEntries?
}

/// The sealed files of one collection and the first rows for the overview; itself sealed in the register.
package struct GatheredEntries: Sendable, Codable {
    package var json: SealedEntry
    package var csv: SealedEntry
    package var preview: Preview
    package var files: [GatheredFile]
    /// Whether a person should look before it goes (`release: review`), and why.
    package var review: [String]
    /// What a person must look at whatever the release policy: a cut that matched no record, a child.
    package var mustLook: [String]

    /// Every entry in the spool.
    package var all: [SealedEntry] { [json, csv] + files.map(\.entry) }
}
