import Foundation
package import SpreadsheetImport
import Cases

/// Asks at the terminal which column is what, or says how to answer beforehand where nobody can be asked.
package enum ColumnQuestion {
    /// Settles every question that the headers leave open.
    package static func settle(_ columns: inout ColumnMatching) throws {
        while let question = columns.questions.first {
            guard isatty(0) == 1, !question.candidates.isEmpty else {
                RecordOptions.tell(columns)
                throw refusal(question, columns)
            }
            columns.answer(with: try ask(question, columns))
        }
    }

    private static func ask(_ question: ColumnMatching.Question, _ columns: ColumnMatching) throws -> Int? {
        Terminal.tell("Which column is \(question.column.question)?")
        for (number, index) in question.candidates.enumerated() {
            Terminal.tell("  \(number + 1)) \(columns.label(of: index))")
        }
        Terminal.tell("  0) none")
        while let line = readLine() {
            if let number = Int(line.trimmingCharacters(in: .whitespaces)) {
                if number == 0 { return nil }
                if question.candidates.indices.contains(number - 1) { return question.candidates[number - 1] }
            }
            Terminal.tell("type a number from 0 to \(question.candidates.count)")
        }
        throw refusal(question, columns)
    }

    private static func refusal(_ question: ColumnMatching.Question, _ columns: ColumnMatching) -> InzageError {
        let labels = question.candidates.map(columns.label)
        let column = question.column
        let example = question.candidates.first.map { "\"\(columns.name(of: $0))\"" }
        return InzageError(
            .usage,
            "it is not clear which column is \(column.question)"
                + (labels.isEmpty ? "" : ": \(labels.joined(separator: " or "))"),
            hint: "name it: --column \(column.rawValue)=\(example ?? "\"...\""); "
                + "or --column \(column.rawValue)= when there is none"
        )
    }
}
