/// What of a document could be read, to look for people in it.
package struct DocumentReading: Sendable {
    /// The text in it, in no order that a person would read it in; nil where it was not read.
    package var text: [UInt8]?
    /// Why it was not read, or not all of it.
    package var unread: String?
    /// Words that lie in the text layer of a PDF and that its pages do not show, as under a black box.
    package var hidden: [[UInt8]] = []

    /// Longer documents are looked at by people.
    package static let longest = 64 << 20

    /// Reads a document of a kind that its extension tells, which comes from the content.
    package init(_ bytes: [UInt8], fileExtension: String) {
        guard bytes.count <= Self.longest else {
            unread = "it has more than \(Self.longest >> 20) MiB"
            return
        }
        switch fileExtension {
        case "pdf": self = PDFText.reading(of: bytes)
        case "docx", "xlsx", "pptx", "odt", "ods", "odp": self = OfficeText.reading(of: bytes)
        case "txt", "json": text = MarkupText.text(of: bytes)
        case "eml": text = MailWords.text(of: bytes)
        case "png", "jpg", "gif", "webp", "tif", "bmp", "heic", "heif", "avif": unread = "a picture"
        case "mp3", "wav", "ogg", "flac", "m4a": unread = "a recording"
        case "mp4", "mov", "webm", "mkv", "avi", "3gp", "mpg": unread = "a film"
        case "zip": unread = "an archive"
        default: unread = "a kind of file that is not read"
        }
    }

    init(text: [UInt8]? = nil, unread: String? = nil, hidden: [[UInt8]] = []) {
        (self.text, self.unread, self.hidden) = (text, unread, hidden)
    }
}

extension DocumentReading: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "<redacted>" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
