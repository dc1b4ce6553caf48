import ExporterKit
import ArchiveSealing
import Cases
import RegisterStore
import Policy
import SourceReading
import Groundwork

/// What a collection holds of one subject, on its way into the spool: judged, redacted, cut, written, sealed.
final class CollectionAnswer {
    private let task: CollectionTask<CollectionShare>
    private let share: CollectionShare
    private let plan: RedactionPlan
    private let filter: SubjectFilter
    private let writer: CollectionWriter
    private var redactor: Redactor
    private var replacer: DocumentReplacer
    private var withholder: Withholder
    private var ages: AgeWatch
    private var undecidable = 0

    init(
        _ share: CollectionShare,
        of task: CollectionTask<CollectionShare>,
        redactStaff: Bool,
        children: ChildrenPolicy?
    ) {
        let collection = task.collection
        let language = share.target.request.language
        let package = share.target.package
        self.task = task
        self.share = share
        filter = SubjectFilter(share.target.subject)
        plan = RedactionPlan(collection, redactStaff: redactStaff, gate: share.gate)
        redactor = Redactor(
            plan: plan,
            collection: collection,
            subject: SubjectValues(identifiers: share.identified.identifiers, names: share.identified.names),
            pseudonyms: Pseudonyms(key: package.secrets.pseudonymKey, language: language)
        )
        writer = CollectionWriter(
            collection: collection,
            of: task.system,
            plan: plan,
            language: language,
            spool: share.target.spool,
            prefix: String(task.number)
        )
        replacer = DocumentReplacer(share.replacements, collection: collection)
        withholder = Withholder(share.withholding, collection: collection)
        ages = AgeWatch(children, collection: collection, day: CivilDay(String(package.collectedAt.prefix(10))))
    }

    /// Whether everything must be read before anything is written: whom the records name, their texts name too.
    var needsFirstPass: Bool { plan.needsFirstPass }

    /// How many bytes wait in memory to be sealed.
    var waiting: Int { writer.waiting }

    /// Whether there is so much that its sealing has begun.
    var isLarge: Bool { writer.isLarge }

    /// Takes a record on the first pass; another person's under the same address is passed over.
    func learn(from record: RecordBuffer) {
        if filter.judge(record, of: task.collection) != .anothers { redactor.learn(from: record) }
    }

    /// Takes a record.
    func take(_ record: RecordBuffer) throws {
        switch filter.judge(record, of: task.collection) {
        case .anothers: return
        case .undecidable: undecidable += 1
        case .subjects:
            ages.look(at: record)
            let redacted = replacer.replaced(redactor.redacted(record), source: record)
            if let rest = withholder.withheld(redacted, source: record) { try writer.write(rest, source: record) }
        }
    }

    /// Seals what was taken, and says what it came to.
    func finish() throws -> GatheredState {
        var redactions = redactor.redactions + replacer.redactions + withholder.redactions
        if undecidable > 0, writer.records > 0 {
            redactions.append(Redaction(ground: .otherPerson, field: nil, count: undecidable))
        }
        let entries = try writer.finish(
            review: reviewReasons(redactions),
            mustLook: withholder.mustLook + replacer.mustLook + ages.reasons + doubtAboutDocuments,
            others: redactor.others
        )
        var line = task.line(outcome(isHeld: entries != nil))
        line.records = entries == nil ? 0 : writer.records
        line.redactions = redactions
        line.collectedAt = share.target.package.collectedAt
        if entries != nil { line.misfits = writer.misfits }
        return GatheredState(line: line, entries: entries)
    }

    private func outcome(isHeld: Bool) -> Outcome {
        if isHeld { return .records }
        if undecidable > 0 { return .ambiguousSubject }
        return withholder.groundOfWholeRecords.map { .withheld(ground: .decided($0)) } ?? .nothingHeld
    }

    /// A document that the person did not give may tell of others in what no field shows: its author, its tracked
    /// changes, where a picture was taken (case 73).
    private var doubtAboutDocuments: [String] {
        let collection = task.collection
        let isTheirs = collection.fields.filter(\.file).allSatisfy { ($0.origin ?? collection.origin) == .provided }
        return isTheirs || writer.fileCount == 0 ? [] : ["documents that the person did not give"]
    }

    private func reviewReasons(_ redactions: [Redaction]) -> [String] {
        var reasons: [String] = []
        if redactions.contains(where: { $0.ground == .otherPerson || $0.ground == .staff }) {
            reasons.append("people were redacted")
        }
        if plan.needsFirstPass, writer.records > 0 { reasons.append("free text about others") }
        if writer.fileCount > 0 { reasons.append("documents") }
        return reasons
    }
}
