import ExporterKit
import JSONParts
import MailReading

/// Finds the questions that a mail answers: by the fields of its header, and by what it mentions.
struct MailSearch {
    fileprivate struct Wanted {
        let field: Int
        let question: Int
        /// The identifier as it is asked for, and each way to write it in small letters.
        let value: [UInt8]
        let spellings: [[UInt8]]
        let isAddress: Bool
    }

    private let records: MailRecords
    private let filter: RecordFilter
    private let checks: [AnswerCheck]
    private let carrying: Set<Int>
    private let wanted: [Wanted]
    /// Whether mails to and from the person are left out.
    private let leavesOwn: Bool
    private let addresses: [[[UInt8]]]
    private var record = RecordBuffer()
    private var answered: [Int] = []

    init(_ collection: CollectionDescription, _ questions: [Question], _ records: MailRecords, leavesOwn: Bool) {
        self.records = records
        self.leavesOwn = leavesOwn
        filter = RecordFilter(collection, questions)
        checks = questions.map { AnswerCheck(collection, question: $0) }
        carrying = Set(collection.needs.flatMap(collection.fieldsCarrying))
        addresses = questions.map { question in
            question.identifiers.filter { $0.kind == "email" && !$0.value.isEmpty }.map(\.canonical.value)
        }
        wanted = records.meanings.indices.filter { records.meanings[$0] == .mentions }.flatMap { field in
            questions.enumerated().flatMap { number, question in
                question.identifiers
                    .filter { !$0.value.isEmpty && collection.fields[field].carriedKinds.contains($0.kind) }
                    .map { Wanted(field, number, $0) }
            }
        }
    }

    /// Whether mails must be read whole to be found.
    var needsText: Bool { carrying.contains { !records.meanings[$0].isInHeader } }

    /// The questions that a mail answers, and what it mentions for each.
    mutating func questions(answeredBy mail: MailMessage, _ around: MailRecords.Surroundings) throws -> [Int] {
        let mentions = try mentions(in: mail)
        if mentions.isEmpty {
            try records.fill(&record, mail, nil, around, where: carrying.contains)
            filter.findQuestions(answeredBy: record, into: &answered)
        } else {
            // What one person's question mentions is nothing to another's.
            answered = []
            for question in checks.indices {
                var around = around
                around.mentions = mentions[question] ?? [:]
                try records.fill(&record, mail, nil, around, where: carrying.contains)
                if checks[question].admits(record) { answered.append(question) }
            }
        }
        return leavesOwn ? answered.filter { !isOwn(mail, $0) } : answered
    }

    /// For each question and field, what of it stands in the subject and the text of a mail.
    func mentions(in mail: MailMessage) throws -> [Int: [Int: [[UInt8]]]] {
        guard !wanted.isEmpty else { return [:] }
        let texts = try [mail.value("subject"), mail.text(where: \.isText), mail.text(where: \.isPage)]
            .compactMap { $0?.map(asciiFolded) }
        var found: [Int: [Int: [[UInt8]]]] = [:]
        for one in wanted where texts.contains(where: { one.stands(in: $0) }) {
            if found[one.question]?[one.field]?.contains(one.value) == true { continue }
            found[one.question, default: [:]][one.field, default: []].append(one.value)
        }
        return found
    }

    private func isOwn(_ mail: MailMessage, _ question: Int) -> Bool {
        MailPeople.allCases.contains { people in
            people.people(in: mail).contains { addresses[question].contains(AddressForms.canonical($0.address)) }
        }
    }
}

extension MailSearch.Wanted {
    fileprivate init(_ field: Int, _ question: Int, _ identifier: Identifier) {
        let isAddress = identifier.kind == "email"
        let ways = isAddress ? AddressForms.spellings(of: identifier.value) : [identifier.value]
        self.init(
            field: field,
            question: question,
            value: identifier.value,
            spellings: ways.map { $0.map(asciiFolded) },
            isAddress: isAddress
        )
    }

    /// Whether it stands in a text in small letters, and is no part of a longer word.
    fileprivate func stands(in text: [UInt8]) -> Bool {
        spellings.contains { word in
            text.withUnsafeBytes { memory in
                var offset = 0
                while let start = ByteSearch.find(word, in: memory, from: offset) {
                    if isWhole(memory, start..<(start + word.count)) { return true }
                    offset = start + 1
                }
                return false
            }
        }
    }

    private func isWhole(_ text: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
        let before = range.lowerBound > 0 ? text[range.lowerBound - 1] : 0x20
        let after = range.upperBound < text.count ? text[range.upperBound] : 0x20
        let afterNext = range.upperBound + 1 < text.count ? text[range.upperBound + 1] : 0x20
        if Self.isLetter(before) || Self.isLetter(after) { return false }
        guard isAddress else { return true }
        // `x.ada@example.org` and `ada@example.org.evil.example` are other addresses.
        let joins: [UInt8] = [UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "_")]
        return !joins.contains(before) && !(joins.contains(after) && Self.isLetter(afterNext))
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
