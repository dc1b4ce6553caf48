import ExporterKit
import ArchiveSealing
import Cases
import RegisterStore
import Policy
import SourceReading
import Groundwork

/// Gathers one collection for one subject: asks, checks, redacts, writes, seals.
struct CollectionGatherer: CollectionGathering {
    let reader: SourceReader
    let spool: Spool
    let language: Language
    let redactStaff: Bool
    let children: ChildrenPolicy?
    let pseudonymKey: [UInt8]
    let subject: VerifiedSubject
    let identified: Identification.Result
    let collectedAt: String

    /// What is gathered, and by which number its entries are named in the spool.
    struct Assignment: Sendable {
        let system: SystemDescription
        let collection: CollectionDescription
        let number: Int
        let withholding: Withholding
        /// What a request for portability lets through; nil for a request for access.
        let gate: PortabilityGate?
    }

    /// Gathers a collection.
    ///
    /// A failure of the source is a value in the ledger, never the end of the export.
    func gather(_ assignment: Assignment) async throws -> GatheredState {
        do {
            return try await read(assignment)
        } catch let failure as SourceFailure {
            return state(
                assignment,
                .failed(code: failure.code.rawValue, message: failure.description, retryable: failure.retryable)
            )
        }
    }

    private func read(_ assignment: Assignment) async throws -> GatheredState {
        let collection = assignment.collection
        let plan = RedactionPlan(collection, redactStaff: redactStaff, gate: assignment.gate)
        var redactor = Redactor(
            plan: plan,
            collection: collection,
            subject: SubjectValues(identifiers: identified.identifiers, names: identified.names),
            pseudonyms: Pseudonyms(key: pseudonymKey, language: language)
        )
        if plan.needsFirstPass {
            try await ask(assignment) { record, _ in redactor.learn(from: record) }
        }
        let writer = CollectionWriter(
            collection: collection,
            of: assignment.system,
            plan: plan,
            language: language,
            spool: spool,
            prefix: String(assignment.number)
        )
        var withholder = Withholder(assignment.withholding, collection: collection)
        var ages = AgeWatch(children, collection: collection, day: CivilDay(String(collectedAt.prefix(10))))
        var undecidable = 0
        try await ask(assignment) { record, verdict in
            guard verdict == .subjects else { return undecidable += 1 }
            ages.look(at: record)
            let redacted = redactor.redacted(record)
            if let rest = withholder.withheld(redacted, source: record) { try writer.write(rest, source: record) }
        }
        var redactions = redactor.redactions + withholder.redactions
        if undecidable > 0, writer.records > 0 {
            redactions.append(Redaction(ground: .otherPerson, field: nil, count: undecidable))
        }
        let entries = try writer.finish(
            review: reviewReasons(plan, redactions, writer),
            mustLook: withholder.mustLook + ages.reasons + doubtAboutDocuments(collection, writer)
        )
        guard let entries else {
            let cut = withholder.groundOfWholeRecords.map { Outcome.withheld(ground: .decided($0)) } ?? .nothingHeld
            return state(assignment, undecidable > 0 ? .ambiguousSubject : cut, redactions: redactions)
        }
        var found = state(assignment, .records, records: writer.records, redactions: redactions, entries: entries)
        found.line.misfits = writer.misfits
        return found
    }

    private func ask(
        _ assignment: Assignment,
        yield: (RecordBuffer, SubjectFilter.Verdict) throws -> Void
    ) async throws {
        try await reader.read(assignment, about: subject, known: identified, yield: yield)
    }

    /// A document that the person did not give may tell of others in what no field shows: its author, its tracked
    /// changes, where a picture was taken (case 73).
    private func doubtAboutDocuments(_ collection: CollectionDescription, _ writer: CollectionWriter) -> [String] {
        let isTheirs = collection.fields.filter(\.file).allSatisfy { ($0.origin ?? collection.origin) == .provided }
        return isTheirs || writer.fileCount == 0 ? [] : ["documents that the person did not give"]
    }

    private func reviewReasons(
        _ plan: RedactionPlan,
        _ redactions: [Redaction],
        _ writer: CollectionWriter
    ) -> [String] {
        var reasons: [String] = []
        if redactions.contains(where: { $0.ground == .otherPerson || $0.ground == .staff }) {
            reasons.append("people were redacted")
        }
        if plan.needsFirstPass, writer.records > 0 { reasons.append("free text about others") }
        if writer.fileCount > 0 { reasons.append("documents") }
        return reasons
    }

    private func state(
        _ assignment: Assignment,
        _ outcome: Outcome,
        records: Int = 0,
        redactions: [Redaction] = [],
        entries: GatheredEntries? = nil
    ) -> GatheredState {
        GatheredState(
            line: LedgerLine(
                system: assignment.system.id,
                collection: assignment.collection.id,
                category: assignment.collection.category,
                outcome: outcome,
                records: records,
                redactions: redactions,
                collectedAt: collectedAt
            ),
            entries: entries
        )
    }
}
