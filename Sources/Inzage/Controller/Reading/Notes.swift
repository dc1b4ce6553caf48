import ExporterKit

/// What is noted down while one file is read: the findings, and the texts whose languages are looked at later.
///
/// A class, because every value read from the file writes into the same notes.
final class Notes {
    /// A text for people, with its place.
    struct PlacedText {
        let text: LocalizedText
        let path: String
        let line: Int
    }

    /// The file, relative to the controller's folder.
    let file: String
    private(set) var findings: [Finding] = []
    private(set) var texts: [PlacedText] = []

    init(file: String) { self.file = file }

    func add(_ severity: Finding.Severity, line: Int?, field: String, _ problem: String, fix: String) {
        findings.append(
            Finding(severity: severity, file: file, line: line, field: field, problem: problem, fix: fix)
        )
    }

    func add(_ text: LocalizedText, path: String, line: Int) {
        texts.append(PlacedText(text: text, path: path, line: line))
    }
}
