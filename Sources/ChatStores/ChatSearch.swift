import ExporterKit
import JSONParts

/// Finds the questions that a row answers, and whom each is about.
struct ChatSearch {
    private let collection: CollectionDescription
    private let records: ChatRecords
    private let filter: RecordFilter
    private let carrying: Set<Int>
    private let settings: ChatSettings
    private let checks: [AnswerCheck]
    private let tuples: [[IdentifierTuple]]
    /// For each question the ids of the person it is about.
    let ids: [Set<[UInt8]>]
    private var record = RecordBuffer()
    private var answered: [Int] = []

    init(
        _ collection: CollectionDescription,
        _ questions: [Question],
        _ settings: ChatSettings,
        _ records: ChatRecords,
        _ people: ChatPeople
    ) {
        (self.collection, self.records, self.settings) = (collection, records, settings)
        filter = RecordFilter(collection, questions)
        checks = questions.map { AnswerCheck(collection, question: $0) }
        tuples = questions.map { $0.tuples(of: collection.needs) }
        carrying = Set(collection.needs.flatMap(collection.fieldsCarrying))
        let byID = Self.kinds(of: collection, records, .id)
        let byAddress = Self.kinds(of: collection, records, .address)
        ids = questions.map { question in
            let identifiers = question.identifiers.filter { !$0.value.isEmpty }
            let addresses = identifiers.filter { byAddress.contains($0.kind) }.map { AddressForms.canonical($0.value) }
            return Set(identifiers.filter { byID.contains($0.kind) }.map(\.value))
                .union(people.ids(withAddresses: Set(addresses)))
        }
    }

    /// The kinds that fields carry which name people in some way.
    private static func kinds(
        of collection: CollectionDescription,
        _ records: ChatRecords,
        _ aspect: ChatAspect
    ) -> Set<String> {
        Set(
            collection.fields.indices.filter { index in
                if case .people(_, aspect) = records.meanings[index] { true } else { false }
            }.flatMap { collection.fields[$0].carriedKinds }
        )
    }

    /// The questions that a row answers by what stands in it.
    mutating func questions(answeredBy row: ChatRow) throws -> [Int] {
        try records.fill(&record, row, where: carrying.contains)
        filter.findQuestions(answeredBy: record, into: &answered)
        return answered
    }

    /// The identifiers of the tuple by which the row that was looked at last answers a question.
    func identifiers(of question: Int) -> [Identifier] {
        checks[question].tuple(carriedBy: record).map { tuples[question][$0].identifiers } ?? []
    }

    /// Whether a row is left to other collections: what the person wrote or was written.
    func leaves(_ row: ChatRow, to question: Int) -> Bool {
        settings.leavesOwn && (row.ids(.user) + row.ids(.to)).contains(where: ids[question].contains)
    }
}
