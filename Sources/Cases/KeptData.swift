package import ExporterKit

/// A category that stays though erasure was asked, and on which ground.
package struct KeptData: Sendable, Hashable {
    package var category: String
    package var title: LocalizedText
    /// A word such as `legal_obligation`.
    package var ground: String

    package init(
        category: String,
        title: LocalizedText,
        ground: String
    ) {
        self.category = category
        self.title = title
        self.ground = ground
    }
}
