import DriverParts
import ExporterKit

/// The encoding of a collection's files, by iconv's names.
struct TextEncoding: Sendable {
    /// The name, or nil where none is given: UTF-8, which is not converted, or what a file's own mark says.
    let name: String?

    init(_ collection: CollectionDescription) throws(Problem) {
        guard collection.settings["encoding"] != nil else {
            name = nil
            return
        }
        let name = try collection.required("encoding")
        // A slash would ask iconv to leave out or to replace what it cannot read.
        let isPlain = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }
        guard isPlain, TextDecoder(name) != nil else {
            throw Problem(
                .queryFailed,
                "encoding",
                "`encoding` is no name that iconv knows",
                fix: "write one that `iconv -l` lists, such as ISO-8859-1, windows-1252 or UTF-16LE"
            )
        }
        self.name = name
    }

    /// The encodings that have a mark of their own at a file's start, the longer marks first.
    private static let marks: [(bytes: [UInt8], name: String)] = [
        ([0xFF, 0xFE, 0x00, 0x00], "UTF-32LE"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32BE"),
        ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
    ]

    /// The name by which a file that begins so is converted, or nil for UTF-8 that nobody asked to be checked.
    func name(forFileBeginning head: ArraySlice<UInt8>) throws(PlacedProblem) -> String? {
        guard let mark = Self.marks.first(where: { head.starts(with: $0.bytes) }) else { return name }
        guard let name else { return mark.name == "UTF-8" ? nil : mark.name }
        guard Self.isMark(mark.bytes, in: name) else {
            throw PlacedProblem(
                Problem(
                    .malformed,
                    "encoding",
                    "the file begins with the mark of \(mark.name), and `encoding` says another one",
                    fix: "take `encoding` out, or say `encoding: \(mark.name)`"
                )
            )
        }
        return name
    }

    /// Whether an encoding reads bytes as the mark that they are, or swallows them as such.
    private static func isMark(_ bytes: [UInt8], in name: String) -> Bool {
        guard var decoder = TextDecoder(name, beginning: bytes) else { return false }
        return withUnsafeTemporaryAllocation(byteCount: TextDecoder.leastRoom, alignment: 1) { memory in
            guard let count = try? decoder.read(from: nil, into: memory) else { return false }
            return count == 0 || memory[..<count].elementsEqual([0xEF, 0xBB, 0xBF])
        }
    }
}
