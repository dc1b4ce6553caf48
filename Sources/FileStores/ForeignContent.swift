import DriverParts
import ExporterKit

/// What a file is that holds no records, told by its first bytes (each a mark that its own format defines).
enum ForeignContent {
    /// How many of a file's first bytes are looked at.
    static let length = 4096

    /// Says what a file's bytes are that are no text, before any conversion.
    static func problem(ofBytes head: ArraySlice<UInt8>) -> PlacedProblem? {
        signatures.first { head.starts(with: $0.bytes) }.map { signature in
            isOfficeDocument(head)
                ? found("a workbook or another office document", sheet) : found(signature.what, signature.fix)
        } ?? (isTar(head) ? found("a tar archive", unpack) : nil)
    }

    /// Says what a file's text is that is no data, after the conversion.
    static func problem(ofText head: ArraySlice<UInt8>, isConverted: Bool, isMarkup: Bool) -> PlacedProblem? {
        // Most texts have no zero, and then they are neither.
        if head.contains(0) {
            if !isConverted, let name = unmarkedWideText(head) {
                return found("text in \(name) without a mark that says so", "say `encoding: \(name)`")
            }
            if isBinary(head) {
                return found(
                    "a binary file, not text",
                    "name the file that holds the data; where it is text all the same, say its `encoding`"
                )
            }
        }
        let start = head.drop { Byte.isSpace($0) }.prefix(64).map(asciiFolded)
        if !isMarkup, start.starts(with: "<?xml".utf8) { return found("XML", "say `format: xml`") }
        for (opening, what, fix) in texts where start.starts(with: opening.utf8) { return found(what, fix) }
        let isDump = start.starts(with: "--".utf8) && dumpMarks.contains { holds($0, in: head.prefix(512)) }
        return isDump ? found("a dump of a database", load) : nil
    }

    private static func found(_ what: String, _ fix: String) -> PlacedProblem {
        PlacedProblem(Problem(.malformed, "file", "the file is \(what)", fix: fix))
    }

    private static let once = "pack it once and not twice"
    private static let unpack = "unpack it in the job that writes it, and name the unpacked file"
    private static let sheet = "save its sheet as CSV UTF-8, and say `format: csv`"
    private static let load = "export its tables as CSV, or load it into a database that a driver reaches"
    private static let page = "look at the job that writes the file: it saved a page, perhaps that of a login"
    private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

    private static let signatures: [(bytes: [UInt8], what: String, fix: String)] = [
        ([0x1F, 0x8B], "packed by gzip", once),
        (zip, "a zip archive", once),
        ([0x50, 0x4B, 0x05, 0x06], "an empty zip archive", once),
        ([0x28, 0xB5, 0x2F, 0xFD], "packed by zstd", once),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "packed by xz", unpack),
        (Array("BZh91AY&SY".utf8), "packed by bzip2", unpack),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", unpack),
        ([0xD0, 0xCF, 0x11, 0xE0], "a workbook or another office document of the old kind", sheet),
        (
            Array("SQLite format 3".utf8) + [0], "an SQLite database",
            "say `driver: sqlite` and name the file as its `connection`"
        ),
        (Array("PGDMP".utf8), "a dump of a PostgreSQL database", load),
        (Array("%PDF-".utf8), "a PDF document", "use `driver: documents` for documents"),
        (Array("PAR1".utf8), "a Parquet file", "write it as CSV or JSON Lines"),
        (Array("Obj".utf8) + [0x01], "an Avro file", "write it as CSV or JSON Lines"),
    ]

    private static let texts: [(opening: String, what: String, fix: String)] = [
        ("<!doctype html", "an HTML page", page),
        ("<html", "an HTML page", page),
        ("-- mysql dump", "a dump of a MySQL database", load),
        ("-- mariadb dump", "a dump of a MariaDB database", load),
        ("/*m!", "a dump of a MariaDB database", load),
        ("-- phpmyadmin sql dump", "a dump of a MySQL database", load),
        ("pragma foreign_keys=", "a dump of an SQLite database", load),
    ]

    /// Marks of dumps that stand in a remark, not at its very start.
    private static let dumpMarks = ["-- PostgreSQL database dump", "-- MySQL dump", "-- MariaDB dump"]

    /// Whether a zip archive is a document in itself, and no file of somebody's that was packed.
    static func isOfficeDocument(_ head: ArraySlice<UInt8>) -> Bool {
        guard head.starts(with: zip) else { return false }
        // The name of the first entry begins 30 bytes after the archive does.
        let name = head.dropFirst(30)
        return ["[Content_Types].xml", "_rels/", "mimetypeapplication/vnd.oasis.opendocument"].contains {
            name.starts(with: $0.utf8)
        }
    }

    private static func isTar(_ head: ArraySlice<UInt8>) -> Bool { head.dropFirst(257).starts(with: "ustar".utf8) }

    /// The name of UTF-16 where every other byte is a zero, as it is for most letters of Europe.
    private static func unmarkedWideText(_ head: ArraySlice<UInt8>) -> String? {
        let pairs = head.count / 2
        guard pairs >= 4 else { return nil }
        var zeros = [0, 0]
        for offset in 0..<(2 * pairs) where head[head.startIndex + offset] == 0 { zeros[offset % 2] += 1 }
        let isWide = zeros.map { $0 * 10 >= pairs * 7 }
        let isClean = zeros.map { $0 * 10 <= pairs }
        if isWide[1], isClean[0] { return "UTF-16LE" }
        return isWide[0] && isClean[1] ? "UTF-16BE" : nil
    }

    /// A text may hold a zero; with many other control characters it is none.
    private static func isBinary(_ head: ArraySlice<UInt8>) -> Bool {
        let controls = head.count { $0 < 0x20 && !(0x08...0x0D).contains($0) && $0 != 0x1B }
        return controls * 16 >= head.count
    }

    private static func holds(_ mark: String, in head: ArraySlice<UInt8>) -> Bool {
        let (mark, head) = (Array(mark.utf8), Array(head))
        return head.indices.contains { head[$0] == mark[0] && head[$0...].starts(with: mark) }
    }
}
