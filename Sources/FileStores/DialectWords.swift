import DriverParts
import ExporterKit

/// The words of a dialect with what stands behind them.
struct DialectWords {
    let settings: [String: Setting]
    /// Whether `delimiter` stands on the collection itself.
    var isShort = false

    /// The text behind a word; it need be no more than one, since nothing else is a map.
    func text(_ word: String) -> String? { settings[word]?.text }

    /// One ASCII character; `\t` is taken for the tabulator, which a text without quotes cannot hold.
    func character(_ word: String) throws(Problem) -> UInt8? {
        guard let text = text(word) else { return nil }
        let bytes = Array(unescaped(text).utf8)
        guard bytes.count == 1, let byte = bytes.first, byte > 0, byte < 0x80, ![0x0A, 0x0D].contains(byte),
            !isShort || byte != Byte.quote
        else {
            throw Problem(
                .queryFailed,
                isShort ? "delimiter" : "dialect",
                "`\(word)` is not one ASCII character",
                fix: "give one, such as `\(word == "delimiter" ? ";" : word == "escapeChar" ? "\\" : "#")`"
            )
        }
        return byte
    }

    func truth(_ word: String) throws(Problem) -> Bool? {
        switch text(word) {
        case nil: return nil
        case "true": return true
        case "false": return false
        default: throw .inDialect("`\(word)` is neither true nor false", fix: "write true or false")
        }
    }

    /// The numbers of lines, each once and from the first on.
    func lines(_ word: String) throws(Problem) -> [Int]? {
        guard let setting = settings[word] else { return nil }
        let lines = (setting.texts ?? []).compactMap { Int($0) }
        let isSound = !lines.isEmpty && lines.count == setting.texts?.count && lines == Set(lines).sorted()
        if isSound, lines.allSatisfy((1...1000).contains) { return lines }
        throw .inDialect("`\(word)` is not the numbers of lines", fix: "write them from the first on, such as [1, 2]")
    }

    func count(_ word: String) throws(Problem) -> Int? {
        guard let text = text(word) else { return nil }
        if let count = Int(text), (0...100).contains(count) { return count }
        throw .inDialect("`\(word)` is not a number of lines", fix: "write how many there are, such as 2")
    }

    func newline(_ word: String) throws(Problem) -> UInt8? {
        switch text(word).map(unescaped) {
        case nil: return nil
        case "\n", "\r\n": return 0x0A
        case "\r": return 0x0D
        default:
            throw .inDialect(
                "`\(word)` is no end of a line that is known",
                fix: #"write "\n", "\r\n" or "\r"; the first two are read without it"#
            )
        }
    }

    func nullSequence(_ word: String) throws(Problem) -> [UInt8]? {
        guard let text = text(word) else { return nil }
        guard text != "\u{85}" else {
            throw .inDialect(
                "`\(word)` is a control character, because YAML reads \"\\N\" so",
                fix: "write '\\N' in single quotes"
            )
        }
        return Array(text.utf8)
    }

    private func unescaped(_ text: String) -> String {
        text.replacing("\\t", with: "\t").replacing("\\r", with: "\r").replacing("\\n", with: "\n")
    }
}
