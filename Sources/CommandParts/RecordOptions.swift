package import ArgumentParser
import Foundation
package import SpreadsheetImport

/// The options by which `init` reads a company's register of processing activities.
package struct RecordOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Your record of processing (Art. 30) as CSV in UTF-8.", valueName: "file"))
    package var fromRecord: String?

    @Option(
        help: ArgumentHelp(
            "Which column is what; without a header there is none. May be given several times.",
            valueName: "column=header"
        )
    )
    package var column: [NamedColumn] = []

    @Option(help: "The language of its texts, such as nl (default: they hold for every language).")
    package var language: String?

    package init() {}

    package func validate() throws {
        guard fromRecord != nil || (column.isEmpty && language == nil) else {
            throw ValidationError("--column and --language go with --from-record")
        }
    }

    /// A register that was read.
    package struct Reading {
        package let register: RegisterFile
        package let columns: ColumnMatching
        package let record: RecordImport

        package var counts: String {
            let (activities, recipients) = (record.activities, record.recipients)
            return "\(activities) \(activities == 1 ? "activity" : "activities"), "
                + "\(recipients) \(recipients == 1 ? "processor or recipient" : "processors and recipients")"
        }
    }

    /// Reads the register, if one is named, and says on standard error how it was understood.
    package func read() throws -> Reading? {
        guard let fromRecord else { return nil }
        let register = try RegisterFile(at: fromRecord, naming: column)
        var columns = try ColumnMatching(register, naming: column)
        if !columns.questions.isEmpty { try ColumnQuestion.settle(&columns) }
        let record = try RecordImport(register, columns: columns, language: language)
        if !register.skippedLines.isEmpty {
            let lines = register.skippedLines.map(String.init).joined(separator: ", ")
            Terminal.tell("skipped above the headers: line \(lines)")
        }
        Self.tell(columns)
        for remark in record.remarks { Terminal.tell(remark) }
        return Reading(register: register, columns: columns, record: record)
    }

    /// Says which column was taken for what, so that a person can check it.
    package static func tell(_ columns: ColumnMatching) {
        for column in RecordColumn.allCases {
            let labels = (columns.matched[column] ?? []).map(columns.label)
            let isOpen = columns.questions.contains { $0.column == column }
            let text = isOpen ? "unclear" : labels.isEmpty ? "no column" : labels.joined(separator: ", ")
            Terminal.tell(column.rawValue.padding(toLength: 20, withPad: " ", startingAt: 0) + text)
        }
        let noted = columns.noted.map(columns.label)
        if !noted.isEmpty { Terminal.tell("kept under note:    \(noted.joined(separator: ", "))") }
    }
}

extension NamedColumn: ExpressibleByArgument {
    /// Reads `purpose=Doel van de verwerking`.
    public init?(argument: String) { self.init(argument) }
}
