import Cases

/// The table of exit codes, as each command's help shows it.
enum ExitTable {
    static let text =
        "EXIT CODES:\n" + ExitStatus.allCases.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n")
}
