import ExporterKit

/// Replaces what is somebody else's in a record, marks it in place and counts it, as Article 15(4) wants.
struct Redactor {
    private let plan: RedactionPlan
    private let collection: CollectionDescription
    private let subject: SubjectValues
    private let people: [(field: Int, ground: Redaction.Ground)]
    private var pseudonyms: Pseudonyms
    private var known = KnownValues()
    private var output = RecordBuffer()
    private var counts: [Tally: Int] = [:]

    init(
        plan: RedactionPlan,
        collection: CollectionDescription,
        subject: SubjectValues,
        pseudonyms: Pseudonyms
    ) {
        self.plan = plan
        people = plan.people
        self.collection = collection
        self.subject = subject
        self.pseudonyms = pseudonyms
    }

    /// What was replaced or left out so far, in the order of the fields.
    var redactions: [Redaction] {
        counts.sorted { ($0.key.field, $0.key.ground.rawValue) < ($1.key.field, $1.key.ground.rawValue) }.map {
            Redaction(ground: $0.key.ground, field: collection.fields[$0.key.field].name, count: $0.value)
        }
    }

    /// The first pass: remembers whom the record names, so that free text about them can be redacted.
    mutating func learn(from record: RecordBuffer) {
        for (index, ground) in people {
            record.forEachIdentifierValue(at: index) { value in
                if !isSubject(value, field: index) { known.insert(value, as: ground) }
            }
        }
    }

    /// The record as the subject gets it.
    ///
    /// It is valid until the next call.
    mutating func redacted(_ record: RecordBuffer) -> RecordBuffer {
        guard !plan.isIdle else { return record }
        let isOwn = isOwn(record)
        output.clear()
        for index in 0..<record.count {
            switch plan.treatments[index] {
            case .otherPerson(let always) where always || !isOwn:
                replacePeople(record, at: index)
            case .staff where !isOwn && record.kind(at: index) != .null:
                replaceStaff(record, at: index)
            case .freeText where !isOwn:
                replaceInText(record, at: index)
            case .drop:
                if record.kind(at: index) != .null { tally(index, .secret) }
                output.appendNull()
            default:
                output.copy(record, at: index)
            }
        }
        return output
    }

    /// What the subject sent or received, they know already.
    private func isOwn(_ record: RecordBuffer) -> Bool {
        plan.ownFields.contains { index in subject.identifiers.contains { record.carries($0, at: index) } }
    }

    private func isSubject(_ value: ArraySlice<UInt8>, field: Int) -> Bool {
        subject.contain(value, kinds: collection.fields[field].carriedKinds)
    }

    private mutating func replaceStaff(_ record: RecordBuffer, at index: Int) {
        guard !isSubject(record.cell(at: index), field: index) else { return output.copy(record, at: index) }
        output.append(.text, pseudonyms.pseudonym(record.cell(at: index), .staff))
        tally(index, .staff)
    }

    private mutating func replacePeople(_ record: RecordBuffer, at index: Int) {
        let isArray = record.kind(at: index) == .json
        let values = record.identifierValues(at: index)
        guard values.contains(where: { !isSubject($0[...], field: index) }) else {
            return output.copy(record, at: index)
        }
        let replaced = values.map { value -> [UInt8] in
            guard !isSubject(value[...], field: index) else { return value }
            tally(index, .otherPerson)
            return pseudonyms.pseudonym(value, .otherPerson)
        }
        output.append(isArray ? .json : .text, isArray ? JSONText.array(of: replaced) : replaced[0])
    }

    private mutating func replaceInText(_ record: RecordBuffer, at index: Int) {
        let kind = record.kind(at: index)
        guard kind == .text || kind == .json else { return output.copy(record, at: index) }
        var places: [(range: Range<Int>, ground: Redaction.Ground)] = []
        known.forEachMatch(in: record.cell(at: index)) { places.append(($0, $1)) }
        guard !places.isEmpty else { return output.copy(record, at: index) }
        var text: [UInt8] = []
        var copied = record.range(at: index).lowerBound
        for (place, ground) in places {
            text += record.bytes[copied..<place.lowerBound]
            text += pseudonyms.pseudonym(record.bytes[place], ground)
            copied = place.upperBound
            tally(index, ground)
        }
        text += record.bytes[copied..<record.range(at: index).upperBound]
        output.append(kind, text)
    }

    private mutating func tally(_ index: Int, _ ground: Redaction.Ground) {
        counts[Tally(field: index, ground: ground), default: 0] += 1
    }

    private struct Tally: Hashable {
        let field: Int
        let ground: Redaction.Ground
    }
}

/// What is the subject's own wherever it stands: their identifiers, and what systems call them.
struct SubjectValues: Sendable {
    let identifiers: [Identifier]
    /// Values of `person: subject` fields, with ASCII letters folded.
    let names: Set<[UInt8]>

    /// Whether a value is the subject's; identifiers count only in fields that carry their kind, or any.
    func contain(_ value: ArraySlice<UInt8>, kinds: [String]) -> Bool {
        if names.contains(value.map(asciiFolded)) { return true }
        return identifiers.contains { (kinds.isEmpty || kinds.contains($0.kind)) && $0.matches(value) }
    }
}

extension RecordBuffer {
    /// Appends another record's cell as it is.
    mutating func copy(_ record: RecordBuffer, at index: Int) {
        if let document = record.document(at: index) {
            append(document: document, named: record.cell(at: index))
        } else {
            append(record.kind(at: index), record.cell(at: index))
        }
    }
}

extension JSONText {
    /// A JSON array of strings.
    static func array(of values: [[UInt8]]) -> [UInt8] {
        var output: [UInt8] = [0x5B]
        for (position, value) in values.enumerated() {
            if position > 0 { output.append(0x2C) }
            value.withUnsafeBufferPointer { _ = appendString($0, to: &output) }
        }
        output.append(0x5D)
        return output
    }
}
