/// Something that is wrong in a controller's files, deserves a look, or on which its policy is silent.
///
/// It prints as one line: `exporters/crm/exporter.yaml:12: collections.accounts.category: ... (hint: ...)`.
package struct Finding: Sendable, Codable, Hashable, CustomStringConvertible {
    /// How much a finding weighs.
    package enum Severity: String, Sendable, Codable, CaseIterable {
        /// Nothing can be done before it is put right.
        case error
        /// It works, but perhaps not as meant.
        case warning
        /// The policy is silent here; only what would need it stops.
        case null
        /// The policy promises less than the law gives; the law is done all the same.
        case law
        /// It is kept as what the policy says, and nothing acts on it.
        case statement
        /// It works without, and is better with.
        case advice
    }

    /// How much it weighs.
    package var severity: Severity
    /// The file, relative to the controller's folder.
    package var file: String
    /// The line, counted from 1, where there is one.
    package var line: Int?
    /// The dotted path within the file, such as `collections.orders.fields[2].type`; empty for the whole file.
    package var field: String
    /// What is wrong, in one sentence without a full stop.
    package var problem: String
    /// What to do about it.
    package var fix: String

    /// Makes a finding.
    package init(severity: Severity, file: String, line: Int?, field: String, problem: String, fix: String) {
        self.severity = severity
        self.file = file
        self.line = line
        self.field = field
        self.problem = problem
        self.fix = fix
    }

    /// The finding as one line for people.
    package var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        let about = field.isEmpty ? "" : "\(field): "
        return "\(place): \(about)\(problem) (hint: \(fix))"
    }
}
