import Groundwork
import MediaTypes
import Cases

/// What a document is, by its content and never by its name (case 70).
///
/// libmagic says the type, which stands in the descriptor. The extension decides which program a double click starts,
/// so it comes from a list of its own (case 72):
/// - Pictures, sound, film and PDF are shown by programs that run nothing of what they show unasked.
/// - `docx`, `xlsx`, `pptx` are the extensions under which Office refuses macros; `odt`, `ods`, `odp` open without
///   running theirs unless their author is trusted. One that shows macros in its first bytes gets none of these.
/// - `zip` opens as a list of names; it is never unpacked here. `eml` opens as any mail that comes in.
/// - Every other text, a script, a web page and an SVG too, opens as text: `txt`.
/// - The rest is `bin`, which no program opens: programs, libraries, installers, the old Office formats and RTF, which
///   may hold macros or objects, and whatever has no name.
package struct MediaType: Sendable, Hashable {
    /// The media type.
    package let name: String
    /// An extension from a safe list, without a dot.
    package let fileExtension: String

    /// Whether an extension is that of a document that people can look at: no program, no archive, nothing unknown.
    package static func isDocument(_ fileExtension: String) -> Bool { !["bin", "zip"].contains(fileExtension) }

    /// How many bytes from the start tell the type.
    package static let looksAt = ContentTypes.looksAt

    /// The bytes from the start that tell the type, of content that comes in pieces.
    struct Start {
        private(set) var bytes: [UInt8] = []

        mutating func take(_ piece: some Collection<UInt8>) {
            guard bytes.count < MediaType.looksAt else { return }
            bytes += piece.prefix(MediaType.looksAt - bytes.count)
        }
    }

    /// Tells a document's type from its first bytes.
    package static func of(_ start: [UInt8]) throws -> MediaType {
        let name: String
        do {
            name = try types.get().type(of: start)
        } catch {
            throw InzageError(.unexpected, "\(error)", hint: "install the Debian package libmagic-mgc")
        }
        return MediaType(name: name, fileExtension: safeExtension(name, start))
    }

    private static let types = Result { () throws(MediaTypeError) in try ContentTypes() }

    private static func safeExtension(_ name: String, _ start: [UInt8]) -> String {
        if let fileExtension = extensions[name] {
            return officeExtensions.contains(fileExtension) && showsMacros(start) ? "bin" : fileExtension
        }
        return name.utf8.starts(with: "text/".utf8) || textTypes.contains(name) ? "txt" : "bin"
    }

    /// The names of entries that hold macros stand unpacked in the document's ZIP container.
    private static func showsMacros(_ start: [UInt8]) -> Bool {
        macroEntries.contains { start.firstRange(of: $0) != nil }
    }

    private static let macroEntries = ["vbaProject.bin", "vbaData.xml", "Basic/script", "Scripts/"].map {
        Array($0.utf8)
    }

    private static let officeExtensions: Set = ["docx", "xlsx", "pptx", "odt", "ods", "odp"]

    /// Texts of which the type does not say so.
    private static let textTypes: Set = ["image/svg+xml", "application/x-ndjson", "application/javascript"]

    private static let extensions = [
        "application/pdf": "pdf", "application/json": "json", "application/zip": "zip", "message/rfc822": "eml",
        "text/rtf": "bin",
        "image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp", "image/tiff": "tif",
        "image/bmp": "bmp", "image/heic": "heic", "image/heif": "heif", "image/avif": "avif",
        "audio/mpeg": "mp3", "audio/x-wav": "wav", "audio/ogg": "ogg", "audio/flac": "flac", "audio/x-m4a": "m4a",
        "video/mp4": "mp4", "video/quicktime": "mov", "video/webm": "webm", "video/x-matroska": "mkv",
        "video/x-msvideo": "avi", "video/3gpp": "3gp", "video/mpeg": "mpg",
        officeOpenXML + "wordprocessingml.document": "docx", officeOpenXML + "spreadsheetml.sheet": "xlsx",
        officeOpenXML + "presentationml.presentation": "pptx",
        openDocument + "text": "odt", openDocument + "spreadsheet": "ods", openDocument + "presentation": "odp",
    ]

    private static let officeOpenXML = "application/vnd.openxmlformats-officedocument."
    private static let openDocument = "application/vnd.oasis.opendocument."
}
