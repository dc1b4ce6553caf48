package import ExporterKit

/// Finds the questions that a record answers, for all questions in one look.
package struct RecordFilter {
    private typealias Asked = [UInt64: [(question: Int, tuple: Int)]]

    /// A field that carries the first needed kind, and what is asked for there by the hash of the value.
    ///
    /// A class, because it is looked at for every record of a file, and a copy of it costs a count of each of its parts.
    private final class Place {
        let field: Int
        let form: IdentifierForm
        let asked: Asked

        init(_ field: Int, _ form: IdentifierForm, _ asked: Asked) {
            (self.field, self.form, self.asked) = (field, form, asked)
        }
    }

    private let checks: [AnswerCheck]
    private let places: [Place]

    package init(_ collection: CollectionDescription, _ questions: [Question]) {
        checks = questions.map { AnswerCheck(collection, question: $0) }
        var fields: [(field: Int, form: IdentifierForm, asked: Asked)] = []
        for (question, check) in checks.enumerated() {
            for tuple in 0..<check.count {
                for demand in check.firstDemands(of: tuple) {
                    let hash = JSONScanner.hash(of: demand.value)
                    let known = fields.firstIndex { $0.field == demand.field }
                    if known == nil { fields.append((demand.field, demand.form, [:])) }
                    fields[known ?? fields.count - 1].asked[hash, default: []].append((question, tuple))
                }
            }
        }
        places = fields.map { Place($0.field, $0.form, $0.asked) }
    }

    /// Finds the numbers of the questions, smallest first, of which the record carries a whole tuple.
    ///
    /// - Parameter answered: what is found, in place of what it held; handed in because its memory serves all records.
    package func findQuestions(answeredBy record: RecordBuffer, into answered: inout [Int]) {
        answered.removeAll(keepingCapacity: true)
        for place in places {
            record.forEachIdentifierValue(at: place.field) { value in
                place.form.forEachHash(in: value) { hash in
                    guard let asked = place.asked[hash] else { return }
                    for (question, tuple) in asked
                    where !answered.contains(question)
                        && checks[question].carries(tuple, record, by: value, at: place.field)
                    {
                        answered.append(question)
                    }
                }
            }
        }
        if answered.count > 1 { answered.sort() }
    }
}
