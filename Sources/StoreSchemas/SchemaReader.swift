public import ExporterKit

/// A driver that can say what its stores hold, from which a first exporter.yaml is drafted.
///
/// A driver conforms in one file of its own target.
public protocol SchemaReader: Driver {
    /// Reads what a store holds; a few records may be looked at where the store has no catalogue, and none is kept.
    ///
    /// It MUST throw a ``SourceFailure`` for a store that is not there or lets nobody in.
    func schema(
        of system: SystemDescription,
        _ context: DriverContext,
        _ wish: SchemaWish
    ) async throws -> StoreSchema
}

/// What of a store is wanted.
public struct SchemaWish: Sendable {
    /// The tables; all that there are where none is named.
    public let tables: [String]
    /// An answer of the store, for one that cannot be asked about nobody: JSON.
    public let sample: [UInt8]?

    /// Makes a wish.
    public init(tables: [String] = [], sample: [UInt8]? = nil) {
        self.tables = tables
        self.sample = sample
    }

    /// Whether a table is wanted.
    public func wants(_ table: String) -> Bool {
        tables.isEmpty || tables.contains { $0.utf8.elementsEqual(table.utf8) }
    }
}
