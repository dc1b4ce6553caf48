import ExporterKit
import Policy

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
    private(set) var texts: [PlacedText] = []
    /// The settings that the readers of the file take.
    private(set) var settings: [TakenSetting] = []
    private var noted: [Finding] = []
    private var statements: [(path: String, line: Int)] = []

    init(file: String) { self.file = file }

    func add(_ severity: Finding.Severity, line: Int?, field: String, _ problem: String, fix: String) {
        noted.append(
            Finding(severity: severity, file: file, line: line, field: field, problem: problem, fix: fix)
        )
    }

    /// Notes which settings a map takes, and what becomes of them.
    func take(_ keys: [String], as fate: TakenSetting.Fate, in path: String) {
        settings += keys.map { TakenSetting(file: file, path: path.isEmpty ? $0 : "\(path).\($0)", fate: fate) }
    }

    /// Notes that a setting is kept and that nothing acts on it.
    func keepStatement(path: String, line: Int) { statements.append((path, line)) }

    /// Everything that is noted; of a statement about which something else is said, that it is one goes unsaid.
    var findings: [Finding] {
        let places = Set(noted.map(\.field))
        return noted
            + statements.filter { !places.contains($0.path) }.map { path, line in
                Finding(
                    severity: .statement,
                    file: file,
                    line: line,
                    field: path,
                    problem: "kept as a statement; nothing acts on it",
                    fix: "nothing is needed, unless you meant it to be acted on"
                )
            }
    }

    func add(_ text: LocalizedText, path: String, line: Int) {
        texts.append(PlacedText(text: text, path: path, line: line))
    }
}
