/// A collection's place among all.
package struct CollectionID: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let system: String
    package let collection: String

    package init(system: String, collection: String) {
        self.system = system
        self.collection = collection
    }

    package var description: String { "\(system)/\(collection)" }

    package static func < (one: CollectionID, other: CollectionID) -> Bool {
        (one.system, one.collection) < (other.system, other.collection)
    }
}
