import Cases

/// The table of exit codes, which `inzage help exit-codes` prints, and what each command's help says of it.
package enum ExitTable {
    /// What follows `inzage help` to print the table.
    package static let topic = "exit-codes"

    /// What a command's help says of its exit codes.
    package static let text = "Exit codes: inzage help \(topic)"

    /// The table itself.
    package static let table = ExitStatus.allCases.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n")

    /// Whether the table was asked for.
    package static func isAsked(by arguments: [String]) -> Bool { arguments == ["help", topic] }
}
