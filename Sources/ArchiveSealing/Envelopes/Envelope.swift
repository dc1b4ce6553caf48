import Glibc

/// An archive for the holder of a certificate: an ordinary ZIP file within a CMS envelope.
///
/// The content goes from the sealed archive into the envelope a piece at a time; none of it is ever plaintext on a
/// disk, and nothing of it is compressed anew.
public enum Envelope {
    /// The end of such a file's name, after that of the archive.
    public static let suffix = ".p7m"

    /// Puts the content of a sealed archive into an envelope, which has its name only when it is whole.
    public static func seal(
        contentOf archive: String,
        keys: KeyRing,
        to recipient: RecipientCertificate,
        at path: String
    ) throws(ArchiveError) -> SealedArchiveFacts {
        let draft = ArchiveDraft(of: path)
        draft.remove()
        do throws(ArchiveError) {
            let reader = try ArchiveReader(opening: archive, keys: keys)
            try write(reader, to: recipient, into: draft)
            let facts = try draft.measure()
            try draft.publish()
            return facts
        } catch {
            draft.remove()
            throw error
        }
    }

    private static func write(
        _ reader: borrowing ArchiveReader,
        to recipient: RecipientCertificate,
        into draft: ArchiveDraft
    ) throws(ArchiveError) {
        let descriptor = try draft.create()
        defer { close(descriptor) }
        var writer = PlainZipWriter(into: try EnvelopeWriter(to: recipient, in: descriptor))
        for index in reader.entries.indices {
            try writer.begin(try reader.plainEntry(index))
            try reader.readCompressed(index) { (piece) throws(ArchiveError) in try writer.write(piece) }
        }
        try writer.finish()
    }
}
