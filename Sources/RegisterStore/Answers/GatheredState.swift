package import ArchiveSealing
package import Cases
import Foundation
import Groundwork

/// What one collection came to, as the register keeps it.
package struct GatheredState: Sendable {
    package var line: LedgerLine
    /// The sealed files, for an outcome with records.
    package var entries: GatheredEntries?

    package init(
        line: LedgerLine,
        entries: GatheredEntries? = nil
    ) {
        self.line = line
        self.entries = entries
    }
}

/// The sealed files of one collection, and what was noticed of them; itself sealed in the register.
package struct GatheredEntries: Sendable, Codable {
    package var json: SealedEntry
    package var csv: SealedEntry
    /// How many records belong to each year, for the overview's chart.
    package var years: YearCounts
    package var files: [GatheredFile]
    /// The values by which the collection refers to others.
    package var links = LinkValues()
    /// The fields of which a value is not of the type that they say.
    package var unfitFields: [String] = []
    /// Whether the key tells the records apart.
    package var keyHolds = false
    /// The fields beside which the first record holds bytes in base64.
    package var siblings: [String] = []
    /// Whether a person should look before it goes (`release: review`), and why.
    package var review: [String]
    /// What a person must look at whatever the release policy: a cut that matched no record, a child.
    package var mustLook: [String]
    /// Who was replaced, so that they can be looked for in documents.
    package var others: [KnownOther] = []

    package init(
        json: SealedEntry,
        csv: SealedEntry,
        years: YearCounts,
        files: [GatheredFile],
        links: LinkValues = LinkValues(),
        unfitFields: [String] = [],
        keyHolds: Bool = false,
        siblings: [String] = [],
        review: [String],
        mustLook: [String],
        others: [KnownOther] = []
    ) {
        self.json = json
        self.csv = csv
        self.years = years
        self.files = files
        self.links = links
        self.unfitFields = unfitFields
        self.keyHolds = keyHolds
        self.siblings = siblings
        self.review = review
        self.mustLook = mustLook
        self.others = others
    }

    /// How many of the people in a collection are kept.
    package static let mostOthers = 2_000

    /// Why somebody must look: a cut that took nothing, whose wrong key would let go what was to be withheld.
    package static let unmatchedCut = "a withholding matches no record; is its key right?"

    /// Why somebody must look: a redacted version in place of nothing, so that the document it was made for goes whole.
    package static let unmatchedVersion = "a redacted version matches no document; is its key right?"

    /// What of ``mustLook`` no release helps against.
    package var missed: [String] { mustLook.filter { $0 == Self.unmatchedCut || $0 == Self.unmatchedVersion } }

    /// Every entry in the spool.
    package var all: [SealedEntry] { [json, csv] + files.map(\.entry) }
}

extension GatheredEntries {
    private enum Key: String, CodingKey {
        case json, csv, years, files, links, unfitFields, keyHolds, siblings, review, mustLook, others
        /// Before reasons had words, only how many cuts matched no record was kept.
        case missedCuts
    }

    /// Reads entries, also those that an earlier edition of the register wrote.
    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        let missed = try values.decodeIfPresent(Int.self, forKey: .missedCuts) ?? 0
        self.init(
            json: try values.decode(SealedEntry.self, forKey: .json),
            csv: try values.decode(SealedEntry.self, forKey: .csv),
            years: try values.decodeIfPresent(YearCounts.self, forKey: .years) ?? YearCounts(),
            files: try values.decode([GatheredFile].self, forKey: .files),
            links: try values.decodeIfPresent(LinkValues.self, forKey: .links) ?? LinkValues(),
            unfitFields: try values.decodeIfPresent([String].self, forKey: .unfitFields) ?? [],
            keyHolds: try values.decodeIfPresent(Bool.self, forKey: .keyHolds) ?? false,
            siblings: try values.decodeIfPresent([String].self, forKey: .siblings) ?? [],
            review: try values.decode([String].self, forKey: .review),
            mustLook: try values.decodeIfPresent([String].self, forKey: .mustLook)
                ?? (missed > 0 ? [Self.unmatchedCut] : []),
            others: try values.decodeIfPresent([KnownOther].self, forKey: .others) ?? []
        )
    }
}

extension GatheredEntries: Redacted {}

/// Somebody else whom a record names: a name, an address or a number, as its system holds it.
package struct KnownOther: Sendable, Codable {
    package let value: [UInt8]
    package let ground: Redaction.Ground

    package init(value: [UInt8], ground: Redaction.Ground) {
        self.value = value
        self.ground = ground
    }

    package init(from decoder: any Decoder) throws {
        let map = try decoder.container(keyedBy: CodingKeys.self)
        value = Array(try map.decode(Data.self, forKey: .value))
        ground = try map.decode(Redaction.Ground.self, forKey: .ground)
    }

    package func encode(to encoder: any Encoder) throws {
        var map = encoder.container(keyedBy: CodingKeys.self)
        // Base64, because a system's bytes need not be text.
        try map.encode(Data(value), forKey: .value)
        try map.encode(ground, forKey: .ground)
    }

    private enum CodingKeys: String, CodingKey { case value, ground }
}

extension KnownOther: Redacted {}
