package import ArchiveSealing
import Groundwork

/// A sealed document.
package struct GatheredFile: Sendable, Codable {
    package var entry: SealedEntry
    /// The name in the source, only ever data.
    package var originalName: String
    /// By content.
    package var mediaType: String
    /// From a safe list, without a dot.
    package var fileExtension: String
    /// For what people added: the category and the title they gave.
    package var category: String?
    package var title: String?
    /// For a redacted version that stands in place of a document: the operator's words on why.
    package var redactedOn: String?

    /// Makes a document.
    package init(
        entry: SealedEntry,
        originalName: String,
        mediaType: String,
        fileExtension: String,
        category: String? = nil,
        title: String? = nil,
        redactedOn: String? = nil
    ) {
        self.entry = entry
        self.originalName = originalName
        self.mediaType = mediaType
        self.fileExtension = fileExtension
        self.category = category
        self.title = title
        self.redactedOn = redactedOn
    }
}

extension GatheredFile: Redacted {}
