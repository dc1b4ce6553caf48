import CommandParts
import ArgumentParser
import ExporterKit
import Inzage
import Policy
import Cases
import Groundwork
import ControllerFiles

/// Says how long a category is kept, for what is known of a person or a record.
struct Retention: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say how long a category is kept, and until which day.",
        discussion: """
            For example: inzage retention orders --on contract_end=2020-01-01 --on dispute_settled=2021-06-30

            """ + "\n" + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    @Argument(help: "The category's id.")
    var category: String

    @Option(help: ArgumentHelp("The day on which an event took place; may be repeated.", valueName: "event=date"))
    var on: [String] = []

    @Option(help: ArgumentHelp("What is so, such as stays_in_touch; may be repeated.", valueName: "choice"))
    var when: [String] = []

    func run() throws {
        try options.requireFolder()
        let processing = try Workplace.configuration(in: options.folder).processing
        guard let category = processing.category(category) else {
            throw InzageError(
                .usage,
                "processing.yaml has no such category",
                hint: processing.categories.map(\.id).joined(separator: ", ")
            )
        }
        var facts = try facts()
        try check(facts, category.retention)
        // What is not said to be so is taken not to be: the operator looks at one person.
        for case .chosen(let choice) in category.retention.compactMap(\.condition) where facts.choices[choice] == nil {
            facts.choices[choice] = false
        }
        let rules = category.retention.applying(to: facts).map { RetentionLine($0, facts) }
        if options.json { return Terminal.printJSON(["rules": rules]) }
        for rule in rules { Terminal.print(rule.kind, rule.sentence) }
    }

    /// A name that no rule has would be ignored, and the answer be another than the one that was asked for.
    private func check(_ facts: RetentionFacts, _ rules: [RetentionRule]) throws {
        let events = Set(rules.flatMap { $0.from.compactMap(\.event) })
        let choices = Set(
            rules.compactMap { rule in
                if case .chosen(let choice) = rule.condition { choice } else { nil }
            }
        )
        for (option, given, known) in [
            ("--on", Set(facts.days.keys), events), ("--when", Set(facts.choices.keys), choices),
        ]
        where !given.isSubset(of: known) {
            throw InzageError(
                .usage,
                "\(option): no rule of \(category) has such a name",
                hint: known.isEmpty ? "its rules take none" : "its rules have \(known.sorted().joined(separator: ", "))"
            )
        }
    }

    private func facts() throws -> RetentionFacts {
        var facts = RetentionFacts()
        for text in on {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let day = CivilDay(parts[1]) else {
                throw ValidationError("--on takes EVENT=DATE, such as contract_end=2020-01-01")
            }
            facts.days[parts[0]] = day
        }
        for choice in when { facts.choices[choice] = true }
        return facts
    }
}
