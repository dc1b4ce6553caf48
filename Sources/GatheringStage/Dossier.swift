package import ExporterKit
package import ArchiveSealing
package import RegisterStore
package import Policy
package import Cases
import Groundwork

/// Everything gathered for one verified request, with its ledger; the entries lie sealed in the spool.
package struct Dossier: Sendable {
    /// The facts that stand at the head of the package.
    package var head: PackageHead
    /// What was searched and what came of it.
    package var ledger: Ledger
    /// The collections that have records, in the order of systems and collections.
    package var collections: [GatheredCollection]
    /// What people added by hand.
    package var additions: [GatheredFile]

    /// Makes a dossier.
    package init(
        head: PackageHead,
        ledger: Ledger,
        collections: [GatheredCollection],
        additions: [GatheredFile] = []
    ) {
        self.head = head
        self.ledger = ledger
        self.collections = collections
        self.additions = additions
    }
}

/// A dossier, and where its entries lie.
package struct Gathered: Sendable {
    package let dossier: Dossier
    package let spool: Spool
}

/// What the package says about the request, fixed at the first gathering and kept with it.
package struct PackageHead: Sendable, Codable {
    package var requestID: String
    /// A UUID, made once.
    package var packageID: String
    package var right: Right
    package var language: Language
    /// Days as `YYYY-MM-DD`.
    package var receivedOn: String
    /// The first gathering, RFC 3339 in UTC.
    package var collectedAt: String
    /// The titles of the systems that were searched.
    package var isSupplement: Bool

    /// Makes a head.
    package init(
        requestID: String,
        packageID: String,
        right: Right,
        language: Language,
        receivedOn: String,
        collectedAt: String,
        isSupplement: Bool = false
    ) {
        self.requestID = requestID
        self.packageID = packageID
        self.right = right
        self.language = language
        self.receivedOn = receivedOn
        self.collectedAt = collectedAt
        self.isSupplement = isSupplement
    }
}

/// The sealed files of one collection.
package struct GatheredCollection: Sendable {
    package var system: SystemDescription
    package var collection: CollectionDescription
    package var records: Int
    /// The faithful copy.
    package var json: SealedEntry
    /// The same for spreadsheets.
    package var csv: SealedEntry
    /// The records that the overview shows, read from the faithful copy when the page is made.
    package var preview: Preview
    /// How many records belong to each year, for the overview's chart.
    package var years: YearCounts
    package var files: [GatheredFile]
    /// The fields that the files hold, in order.
    package var exportedFields: [FieldDescription]
    /// The values by which it refers to other collections.
    package var links: LinkValues
    /// The fields of which a value is not of the type that they say.
    package var unfitFields: [String]
    /// Whether the key tells the records apart.
    package var keyHolds: Bool
    /// The fields beside which the first record of the faithful copy holds bytes in base64.
    package var siblings: [String]

    /// Makes a collection's files.
    package init(
        system: SystemDescription,
        collection: CollectionDescription,
        records: Int,
        json: SealedEntry,
        csv: SealedEntry,
        preview: Preview = Preview(rows: []),
        years: YearCounts = YearCounts(),
        files: [GatheredFile] = [],
        gate: PortabilityGate? = nil,
        links: LinkValues = LinkValues(),
        unfitFields: [String] = [],
        keyHolds: Bool = true,
        siblings: [String] = []
    ) {
        self.system = system
        self.collection = collection
        self.records = records
        self.json = json
        self.csv = csv
        self.preview = preview
        self.years = years
        self.files = files
        exportedFields = collection.exportedFields(through: gate).map { collection.fields[$0] }
        self.links = links
        self.unfitFields = unfitFields
        self.keyHolds = keyHolds
        self.siblings = siblings
    }
}

/// The first rows of a collection, for the overview.
package struct Preview: Sendable {
    /// Longer texts, in Unicode scalars, are cut on the page and stand whole in the files.
    package static let textLimit = 300
    /// Of a collection with more records the page shows so many, and where the rest is.
    package static let recordLimit = 200

    /// One array per record, one text per exported field, in order.
    package var rows: [[String]]

    package init(rows: [[String]]) { self.rows = rows }
}

extension Preview: Redacted {}
