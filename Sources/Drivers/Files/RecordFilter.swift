import ExporterKit

/// Finds the questions that a record answers, for all questions in one look.
struct RecordFilter {
    /// A field that carries the first needed kind, and what is asked for there by the hash of the value.
    ///
    /// A class, because it is looked at for every record of a file, and a copy of it costs a count of each of its parts.
    private final class Place {
        let field: Int
        let form: IdentifierForm
        var asked: [UInt64: [(question: Int, tuple: Int)]] = [:]

        init(_ field: Int, _ form: IdentifierForm) { (self.field, self.form) = (field, form) }
    }

    private let checks: [AnswerCheck]
    private var places: [Place] = []

    init(_ collection: CollectionDescription, _ questions: [Question]) {
        checks = questions.map { AnswerCheck(collection, question: $0) }
        for (question, check) in checks.enumerated() {
            for tuple in 0..<check.count {
                for demand in check.firstDemands(of: tuple) {
                    let hash = JSONScanner.hash(of: demand.value)
                    let place = self.place(of: demand.field, demand.form)
                    places[place].asked[hash, default: []].append((question, tuple))
                }
            }
        }
    }

    private mutating func place(of field: Int, _ form: IdentifierForm) -> Int {
        if let known = places.firstIndex(where: { $0.field == field }) { return known }
        places.append(Place(field, form))
        return places.count - 1
    }

    /// The numbers of the questions, smallest first, of which the record carries a whole tuple.
    func questions(answeredBy record: RecordBuffer) -> [Int] {
        var answered: [Int] = []
        for place in places {
            record.forEachIdentifierValue(at: place.field) { value in
                place.form.forEachHash(in: value) { hash in
                    for (question, tuple) in place.asked[hash] ?? []
                    where !answered.contains(question) && checks[question].carries(tuple, record) {
                        answered.append(question)
                    }
                }
            }
        }
        return answered.count > 1 ? answered.sorted() : answered
    }
}
