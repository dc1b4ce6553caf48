package import DriverParts

/// The keys of a record: the fields it has, and a problem for each key that no field names.
package struct SeenKeys {
    package var fields: Set<Int> = []
    /// Fields that the record lacks, while the object above it has a member of their name.
    package var above: Set<Int> = []
    package var problems: [Problem] = []

    package init(fields: Set<Int> = [], problems: [Problem] = []) { (self.fields, self.problems) = (fields, problems) }

    package mutating func formUnion(_ other: SeenKeys) {
        fields.formUnion(other.fields)
        above.formUnion(other.above)
    }
}
