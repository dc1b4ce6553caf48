package import ExporterKit
package import Cases
package import NamesInText
import RecordFormats
import RegisterStore

/// Replaces what is somebody else's in a record, marks it in place and counts it, as Article 15(4) wants.
package struct Redactor {
    private let plan: RedactionPlan
    private let collection: CollectionDescription
    private let subject: SubjectValues
    private let people: [(field: Int, ground: Redaction.Ground)]
    /// Of each field the kinds of identifier that it carries.
    private let kinds: [[String]]
    /// The fields that make a record the subject's own, with the identifiers that do when they stand there.
    private let ownMarks: [(field: Int, identifiers: [Identifier])]
    private var pseudonyms: Pseudonyms
    private var known: KnownValues
    /// Who was replaced, for the search of documents; bounded as what the register keeps is.
    private(set) var others: [KnownOther] = []
    private var othersSeen: Set<[UInt8]> = []
    private var learned = CellMemory<Bool>()
    private var replacements = CellMemory<Replacement>()
    private var output = RecordBuffer()
    private var counts: [Tally: Int] = [:]

    package init(
        plan: RedactionPlan,
        collection: CollectionDescription,
        subject: SubjectValues,
        pseudonyms: Pseudonyms
    ) {
        let kinds = collection.fields.map(\.carriedKinds)
        self.plan = plan
        self.kinds = kinds
        people = plan.people
        ownMarks = plan.ownFields.map { field in
            (field, subject.identifiers.filter { kinds[field].isEmpty || kinds[field].contains($0.kind) })
        }
        self.collection = collection
        self.subject = subject
        self.pseudonyms = pseudonyms
        known = KnownValues(besides: plan.needsFirstPass ? subject.forms : .none)
    }

    /// What was replaced or left out so far, in the order of the fields.
    package var redactions: [Redaction] {
        counts.sorted { ($0.key.field, $0.key.ground.rawValue) < ($1.key.field, $1.key.ground.rawValue) }.map {
            Redaction(ground: $0.key.ground, field: collection.fields[$0.key.field].name, count: $0.value)
        }
    }

    /// The first pass: remembers whom the record names, so that free text about them can be redacted.
    package mutating func learn(from record: RecordBuffer) {
        for (index, ground) in people where learned.recall(record, at: index) == nil {
            // Apart from the redactor, which would otherwise be copied for each value.
            let (subject, kinds) = (subject, kinds[index])
            record.forEachIdentifierValue(at: index) { value in
                guard !subject.contain(value, kinds: kinds) else { return }
                known.insert(value, as: ground)
            }
            learned.keep(true, of: record, at: index)
        }
    }

    /// The record as the subject gets it.
    ///
    /// It is valid until the next call.
    package mutating func redacted(_ record: RecordBuffer) -> RecordBuffer {
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
            case .drop(let ground):
                if record.kind(at: index) != .null { tally(index, ground) }
                output.appendNull()
            default:
                output.copy(record, at: index)
            }
        }
        return output
    }

    /// What the subject sent or received, they know already.
    private func isOwn(_ record: RecordBuffer) -> Bool {
        ownMarks.contains { field, identifiers in
            identifiers.contains { record.carries($0, at: field) }
        }
    }

    private func isSubject(_ value: ArraySlice<UInt8>, field: Int) -> Bool {
        subject.contain(value, kinds: kinds[field])
    }

    private mutating func replaceStaff(_ record: RecordBuffer, at index: Int) {
        guard !isSubject(record.cell(at: index), field: index) else { return output.copy(record, at: index) }
        note(record.cell(at: index), .staff)
        output.append(.text, pseudonyms.pseudonym(record.cell(at: index), .staff))
        tally(index, .staff)
    }

    private mutating func replacePeople(_ record: RecordBuffer, at index: Int) {
        let replacement: Replacement
        if let known = replacements.recall(record, at: index) {
            replacement = known
        } else {
            replacement = self.replacement(of: record, at: index)
            replacements.keep(replacement, of: record, at: index)
        }
        guard let kind = replacement.kind else { return output.copy(record, at: index) }
        output.append(kind, replacement.bytes)
        tally(index, .otherPerson, count: replacement.people)
    }

    private mutating func note(_ value: ArraySlice<UInt8>, _ ground: Redaction.Ground) {
        guard others.count < GatheredEntries.mostOthers, othersSeen.insert(value.map(asciiFolded)).inserted else {
            return
        }
        others.append(KnownOther(value: Array(value), ground: ground))
    }

    /// What a cell becomes that names people; of no kind when it stays as it is.
    private struct Replacement {
        var kind: RecordBuffer.Kind?
        var bytes: [UInt8] = []
        var people = 0
    }

    private mutating func replacement(of record: RecordBuffer, at index: Int) -> Replacement {
        let isArray = record.kind(at: index) == .json
        guard record.isValueOrList(at: index) else {
            let pseudonym = pseudonyms.pseudonym(record.cell(at: index), .otherPerson)
            return Replacement(kind: .text, bytes: pseudonym, people: 1)
        }
        let values = record.identifierValues(at: index)
        for value in values where !isSubject(value[...], field: index) { note(value[...], .otherPerson) }
        let others = values.count { !isSubject($0[...], field: index) }
        guard others > 0 else { return Replacement() }
        let replaced = values.map { value in
            isSubject(value[...], field: index) ? value : pseudonyms.pseudonym(value, .otherPerson)
        }
        return isArray
            ? Replacement(kind: .json, bytes: JSONText.array(of: replaced), people: others)
            : Replacement(kind: .text, bytes: replaced[0], people: others)
    }

    private mutating func replaceInText(_ record: RecordBuffer, at index: Int) {
        let replaced =
            switch record.kind(at: index) {
            case .text: self.replaced(record.cell(at: index), field: index)
            case .json: replacedInStrings(record, at: index)
            default: [UInt8]?.none
            }
        guard let replaced else { return output.copy(record, at: index) }
        output.append(record.kind(at: index), replaced)
    }

    /// A text with the people in it replaced, or nil where it names none.
    private mutating func replaced(_ text: ArraySlice<UInt8>, field: Int) -> [UInt8]? {
        var places: [(range: Range<Int>, found: KnownValues.Found)] = []
        known.forEachMatch(in: text) { places.append(($0, $1)) }
        guard !places.isEmpty else { return nil }
        var replaced: [UInt8] = []
        var copied = text.startIndex
        for (place, found) in places {
            replaced += text[copied..<place.lowerBound]
            replaced += pseudonyms.pseudonym(known.value(of: found) ?? Array(text[place]), found.ground)
            copied = place.upperBound
            tally(field, found.ground)
        }
        return replaced + text[copied...]
    }

    /// A JSON text with the people in its strings replaced: they are looked for in what a string says, because
    /// escapes would hide a name.
    private mutating func replacedInStrings(_ record: RecordBuffer, at index: Int) -> [UInt8]? {
        let json = record.cell(at: index)
        var output: [UInt8] = []
        var copied = json.startIndex
        var place = json.startIndex
        while let string = JSONText.firstString(in: json[place...]) {
            var text: [UInt8] = []
            JSONScanner.appendText(ofString: string, in: record.bytes.span, to: &text)
            if let replaced = replaced(text[...], field: index) {
                output += json[copied..<string.lowerBound]
                replaced.withUnsafeBufferPointer { _ = JSONText.appendString($0, to: &output) }
                copied = string.upperBound
            }
            place = string.upperBound
        }
        return copied == json.startIndex ? nil : output + json[copied...]
    }

    private mutating func tally(_ index: Int, _ ground: Redaction.Ground, count: Int = 1) {
        counts[Tally(field: index, ground: ground), default: 0] += count
    }

    private struct Tally: Hashable {
        let field: Int
        let ground: Redaction.Ground
    }
}

/// What is the subject's own wherever it stands: their identifiers, and what systems call them.
package struct SubjectValues: Sendable {
    package let identifiers: [Identifier]
    /// Values of `person: subject` fields, with ASCII letters folded.
    package let names: Set<[UInt8]>

    package init(identifiers: [Identifier], names: Set<[UInt8]>) {
        self.identifiers = identifiers
        self.names = names
    }

    /// What a text may call them.
    package var forms: SubjectForms { SubjectForms(Array(names) + identifiers.map { Array($0.text.utf8) }) }

    /// Whether a value is the subject's; identifiers count only in fields that carry their kind, or any.
    func contain(_ value: ArraySlice<UInt8>, kinds: [String]) -> Bool {
        if names.contains(value.map(asciiFolded)) { return true }
        return identifiers.contains { (kinds.isEmpty || kinds.contains($0.kind)) && $0.matches(value) }
    }
}

extension RecordBuffer {
    /// Whether a cell holds one value, or a JSON array of such: in what is nested, nobody could tell the people apart.
    func isValueOrList(at index: Int) -> Bool {
        switch kind(at: index) {
        case .null, .boolean, .number, .text: return true
        case .blob, .document: return false
        case .json:
            let json = cell(at: index)
            // A bracket within a string only costs a value that could have been kept.
            return json.first == 0x5B && json.last == 0x5D
                && json.dropFirst().allSatisfy { $0 != 0x5B && $0 != 0x7B }
        }
    }

    /// Appends another record's cell as it is.
    mutating func copy(_ record: RecordBuffer, at index: Int) {
        if let document = record.document(at: index) {
            append(document: document, named: record.cell(at: index))
        } else {
            append(record.kind(at: index), of: record.bytes.span, in: record.range(at: index))
        }
    }
}

extension JSONText {
    /// Where the first string of a JSON text stands, its quotes included.
    static func firstString(in json: ArraySlice<UInt8>) -> Range<Int>? {
        guard let start = json.firstIndex(of: 0x22) else { return nil }
        var place = start + 1
        while place < json.endIndex {
            if json[place] == 0x22 { return start..<(place + 1) }
            place += json[place] == 0x5C ? 2 : 1
        }
        return nil
    }

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
