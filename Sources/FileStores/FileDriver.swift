import DriverParts
import ExporterKit

/// A driver whose collections stand in files: all that it has of its own is how it understands a collection.
protocol FileDriver: Driver {
    /// The collection, understood and ready to be read.
    func collectionSource(of collection: CollectionDescription, in system: SystemDescription) throws(Problem)
        -> any CollectionSource
}

extension FileDriver {
    /// A file is read once for all.
    public var answersManyAtOnce: Bool { true }

    /// Opens nothing yet: files are opened one by one, while they are read.
    public func open(_ system: SystemDescription, _ context: DriverContext) async throws -> any Source {
        CollectionsSource(system) { (collection) throws(Problem) in try collectionSource(of: collection, in: system) }
    }
}
