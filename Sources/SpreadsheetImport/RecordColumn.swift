/// What a column of a register of processing activities is about.
package enum RecordColumn: String, Sendable, Hashable, CaseIterable {
    case name, purpose, data, retention, processors, recipients, safeguards, source
    case legalBasis = "legal-basis"
    case specialBasis = "special-basis"
    case thirdCountries = "third-countries"
    case automatedDecisions = "automated-decisions"
    case subjects, security

    /// What a person is asked for.
    package var question: String {
        switch self {
        case .name: "the name of the activity"
        case .purpose: "the purpose"
        case .data: "the categories of personal data"
        case .retention: "the time that data is kept"
        case .processors: "the processors"
        case .recipients: "the recipients"
        case .safeguards: "the safeguards of transfers"
        case .source: "the source of the data"
        case .legalBasis: "the legal basis"
        case .specialBasis: "the condition for special categories (Art. 9)"
        case .thirdCountries: "the third countries"
        case .automatedDecisions: "the automated decisions"
        case .subjects: "the categories of people"
        case .security: "the security measures"
        }
    }

    /// Whether a register without it is not understood: what is kept, and why.
    var isNeeded: Bool { self == .name || self == .purpose }

    /// Whether it is known and has no place in `processing.yaml` but the remarks.
    var isOnlyNoted: Bool { self == .subjects || self == .security }
}

/// A column that somebody named: `purpose=Doel van de verwerking`.
package struct NamedColumn: Sendable {
    let column: RecordColumn
    /// The header; empty where it is said that there is no such column.
    let header: String

    /// Reads it as it is typed; nil where no column is named so.
    package init?(_ text: String) {
        let parts = text.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let column = RecordColumn(rawValue: String(Substring(parts[0]))) else { return nil }
        self.column = column
        header = String(Substring(parts[1]))
    }
}
