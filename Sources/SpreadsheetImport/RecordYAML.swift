import Policy
import Groundwork

/// Writes `processing.yaml` the way a person would.
struct RecordYAML {
    let rows: RecordRows
    /// The language of the register's texts; nil where they hold for every language.
    let language: String?
    private var lines: [String] = []

    init(_ rows: RecordRows, language: String?) {
        self.rows = rows
        self.language = language
        writeHead()
        writeEvents()
        lines += ["", "categories:"]
        for activity in rows.activities { write(activity) }
        writeRecipients()
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    private mutating func writeHead() {
        lines = [
            "# Your record of processing (Art. 30), as people are told about it (Art. 15(1)).",
            "# Read from \(visible(rows.register.name, limit: 80)) by `inzage init --from-record`; look it through.",
            "# A null, or a key that is missing, stands where the register says nothing: `inzage check` lists them.",
            "# quote: the register's own words for a rule that was understood; note: what has no place of its own.",
            "# `inzage init` without a register writes a file that explains every key.",
        ]
    }

    private mutating func writeEvents() {
        let used = Set(rows.activities.flatMap(\.retention).compactMap { $0.from?.event })
        guard !used.isEmpty else { return }
        lines += ["", "# What periods count from."]
        lines.append("events:")
        for event in RecordEvent.allCases where used.contains(event) {
            let (nl, en) = event.inWords
            lines.append("  \(event.rawValue): {nl: \(YAMLScalar.inline(nl)), en: \(YAMLScalar.inline(en))}")
        }
    }

    private mutating func write(_ activity: RecordActivity) {
        lines.append("  \(YAMLScalar.inline(activity.id)):")
        let unnamed = "{nl: Regel \(activity.line) van het register, en: Line \(activity.line) of the register}"
        lines.append("    title: \(activity.title.isEmpty ? unnamed : people(activity.title))")
        if !activity.fields.isEmpty { writeList("fields", activity.fields.map(people)) }
        if activity.purposes.isEmpty {
            lines.append("    purposes: null")
        } else {
            writeList("purposes", activity.purposes.map(people))
        }
        lines.append("    legal_bases: \(Self.flow(activity.legalBases.map(YAMLScalar.inline)))")
        if let note = activity.basisNote { lines.append("    basis_note: \(block(note))") }
        lines.append("    retention:")
        for rule in activity.retention { lines.append("      - \(written(rule))") }
        if !activity.recipients.isEmpty { writeList("processors", activity.recipients.map(YAMLScalar.inline)) }
        if let source = activity.source { lines.append("    source: \(people(source))") }
        if let decisions = activity.automatedDecisions { lines.append("    automated_decisions: \(people(decisions))") }
        if let note = activity.note { lines.append("    note: \(block(note))") }
        lines.append("")
    }

    private func written(_ rule: RetentionReading) -> String {
        var parts = ["kind: \(rule.kind.rawValue)"]
        if let duration = rule.duration { parts.append("duration: \(duration)") }
        switch rule.from {
        case .event(let event): parts.append("from: \(event.rawValue)")
        case .words(let words): parts.append("from: \(people(words))")
        case nil: break
        }
        if let text = rule.text { parts.append("text: \(people(text))") }
        if let quote = rule.quote { parts.append("quote: \(YAMLScalar.inline(quote))") }
        return "{\(parts.joined(separator: ", "))}"
    }

    // MARK: Recipients

    private mutating func writeRecipients() {
        lines.append(rows.recipients.entries.isEmpty ? "processors: {}" : "processors:")
        for entry in rows.recipients.entries {
            lines.append("  \(YAMLScalar.inline(entry.id)):")
            lines.append("    name: \(YAMLScalar.inline(entry.name))")
            let roles = entry.roles.map(\.rawValue)
            lines.append("    role: \(roles.count == 1 ? roles[0] : Self.flow(roles))")
            lines.append("    country: \(entry.country.map(YAMLScalar.inline) ?? "null")")
            if !entry.transfers.isEmpty {
                lines.append("    transfers:")
                for transfer in entry.transfers { lines.append("      - \(Self.written(transfer))") }
            } else if entry.staysInArea {
                lines.append("    transfers: none")
            }
        }
    }

    private static func written(_ transfer: Transfer) -> String {
        var parts = ["country: \(transfer.country.map(YAMLScalar.inline) ?? "null")"]
        if !transfer.isCertain { parts.append("certainty: possible") }
        if !transfer.safeguards.isEmpty {
            parts.append("safeguards: \(flow(transfer.safeguards.map(YAMLScalar.inline)))")
        }
        return "{\(parts.joined(separator: ", "))}"
    }

    // MARK: Texts

    /// A text that people read.
    private func people(_ text: String) -> String {
        let scalar = YAMLScalar.inline(text)
        return language.map { "{\(YAMLScalar.inline($0)): \(scalar)}" } ?? scalar
    }

    private func block(_ text: String) -> String { YAMLScalar.block(text, indent: "      ") }

    private static func flow(_ items: [String]) -> String { "[\(items.joined(separator: ", "))]" }

    /// A list in one line where that is short, or with a line for each.
    private mutating func writeList(_ key: String, _ items: [String]) {
        let line = "    \(key): \(Self.flow(items))"
        if line.utf8.count <= 100 { return lines.append(line) }
        lines.append("    \(key):")
        lines += items.map { "      - \($0)" }
    }
}

extension RetentionReading.Origin {
    fileprivate var event: RecordEvent? {
        if case .event(let event) = self { event } else { nil }
    }
}
