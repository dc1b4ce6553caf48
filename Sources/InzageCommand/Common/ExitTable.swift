import Cases

/// The table of exit codes, which `inzage help exit-codes` prints, and what each command's help says of it.
enum ExitTable {
    /// What follows `inzage help` to print the table.
    static let topic = "exit-codes"

    /// What a command's help says of its exit codes.
    static let text = "Exit codes: inzage help \(topic)"

    /// The table itself.
    static let table = ExitStatus.allCases.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n")

    /// Whether the table was asked for.
    static func isAsked(by arguments: [String]) -> Bool { arguments == ["help", topic] }
}
