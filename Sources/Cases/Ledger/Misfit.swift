/// Values of a field that are not of its type, counted; they stand in the package exactly as they are held.
package struct Misfit: Sendable, Codable, Hashable {
    /// The field's name.
    package var field: String
    /// How many of its values.
    package var count: Int

    package init(
        field: String,
        count: Int
    ) {
        self.field = field
        self.count = count
    }
}
