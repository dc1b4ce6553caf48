import Groundwork
import ArchiveSealing
import Cases
import GatheringStage
import IntakeStage
import RegisterStore

extension Pipeline {
    /// Puts a redacted version in place of a record's document, and says what was found in it.
    ///
    /// - Parameter anyway: it goes though it names others, or holds what its pages do not show.
    @discardableResult
    package func replace(
        _ target: String,
        with path: String,
        ground: String,
        reason: String?,
        anyway: Bool = false,
        in id: String
    ) throws -> DocumentLook {
        let lease = try Lease(request: id, inFolder: folder)
        defer { withExtendedLifetime(lease) {} }
        let known = try gathering.peopleReplaced(in: intake.request(id))
        return try intake.replace(
            target,
            with: path,
            ground: ground,
            reason: reason,
            in: id,
            gathering: gathering
        ) { file, spool in
            var content: [UInt8] = []
            try SpoolFolder.read(file.entry, in: spool.folder, keys: spool.keys) { bytes in
                bytes.withUnsafeBufferPointer { content += $0 }
            }
            let look = DocumentLook(
                content,
                name: file.originalName,
                fileExtension: file.fileExtension,
                for: known
            )
            guard look.isClean || anyway else {
                // Whom it names is said by `inzage review`, and in no error.
                throw InzageError(
                    .usage,
                    look.others.isEmpty
                        ? "the redacted version holds text that its pages do not show"
                        : "the redacted version still names others (\(look.others.reduce(0) { $0 + $1.count }) places)",
                    hint: "a box over text leaves the text in the file: print the pages to pictures; or say --anyway"
                )
            }
            return look
        }
    }
}
