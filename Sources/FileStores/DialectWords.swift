import DriverParts
import ExporterKit

/// The words of a dialect with the texts that stand behind them.
struct DialectWords {
    let texts: [String: String]
    /// Whether `delimiter` stands on the collection itself.
    var isShort = false

    /// One ASCII character; `\t` is taken for the tabulator, which a text without quotes cannot hold.
    func character(_ word: String) throws(Problem) -> UInt8? {
        guard let text = texts[word] else { return nil }
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
        switch texts[word] {
        case nil: return nil
        case "true": return true
        case "false": return false
        default: throw .inDialect("`\(word)` is neither true nor false", fix: "write true or false")
        }
    }

    func line(_ word: String) throws(Problem) -> Int? {
        guard let text = texts[word] else { return nil }
        if let line = Int(text), (1...1000).contains(line) { return line }
        throw .inDialect("`\(word)` is not the number of one line", fix: "write the line of the labels, such as 3")
    }

    func newline(_ word: String) throws(Problem) -> UInt8? {
        switch texts[word].map(unescaped) {
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
        guard let text = texts[word] else { return nil }
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
