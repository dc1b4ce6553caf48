import ExporterKit

/// Finds the questions that a record answers, for all questions in one look.
struct RecordFilter {
    private typealias Asked = [UInt64: [(question: Int, identifier: Identifier)]]

    private let needs: [(fields: [Int], asked: Asked)]
    /// How many of the needed kinds the record at hand carries, for each question.
    private var carried: [Int]
    private var touched: [Int] = []

    init(_ collection: CollectionDescription, _ questions: [Question]) {
        carried = Array(repeating: 0, count: questions.count)
        needs = collection.needs.map { kind in
            var asked: Asked = [:]
            for (number, question) in questions.enumerated() {
                for identifier in question.askable(kind) {
                    asked[Self.hash(identifier.value), default: []].append((number, identifier))
                }
            }
            return (collection.fieldsCarrying(kind), asked)
        }
    }

    /// The numbers of the questions, smallest first, whose values the record carries for every needed kind.
    mutating func questions(answeredBy record: RecordBuffer) -> [Int] {
        for (round, need) in needs.enumerated() {
            for field in need.fields {
                record.forEachIdentifierValue(at: field) { value in
                    for (question, identifier) in need.asked[Self.hash(value)] ?? []
                    where carried[question] == round && identifier.matches(value) {
                        carried[question] = round + 1
                        touched.append(question)
                    }
                }
            }
            if touched.isEmpty { return [] }
        }
        return takeAnswered()
    }

    private mutating func takeAnswered() -> [Int] {
        var answered: [Int] = []
        for question in touched {
            // A question that several kinds touched stands there again, and is 0 by then.
            if carried[question] == needs.count { answered.append(question) }
            carried[question] = 0
        }
        touched.removeAll(keepingCapacity: true)
        return answered.count > 1 ? answered.sorted() : answered
    }

    // Folded for every kind: whether the case matters is for the identifier itself to say.
    private static func hash(_ value: some Sequence<UInt8>) -> UInt64 {
        JSONScanner.hash(of: value.lazy.map(asciiFolded))
    }
}
