import Cases
import ExporterKit
import RegisterStore
import SourceReading

/// Looks what a collection holds of the subject, and keeps of each record its key alone.
struct KeyGatherer: CollectionGathering {
    let reader: SourceReader

    /// Whose keys they are.
    struct Share: Sendable {
        let subject: VerifiedSubject
        let identified: Identification.Result
    }

    /// The keys of a collection's records.
    struct Keys: FoundInCollection {
        var line: LedgerLine
        var keys: [String] = []
        var undecided = 0
        var years = YearCounts()

        init(line: LedgerLine) { self.line = line }
    }

    func gather(_ task: CollectionTask<Share>) async throws -> [Keys?] {
        var found: [Keys?] = []
        for share in task.shares { found.append(try await keys(of: share, in: task)) }
        return found
    }

    private func keys(of share: Share, in task: CollectionTask<Share>) async throws -> Keys {
        let collection = task.collection
        let filter = SubjectFilter(share.subject)
        var found = Keys(line: task.line(.nothingHeld))
        var years = YearCounter(collection, plan: RedactionPlan(collection, redactStaff: false, gate: nil))
        do {
            try await reader.read(collection, of: task.system, asking: share.identified.tuples) { record, _ in
                switch filter.judge(record, of: collection) {
                case .anothers: return
                case .undecidable: return found.undecided += 1
                case .subjects: break
                }
                found.line.records += 1
                years.count(record)
                guard found.keys.count < WorkCollection.keysKept, let key = collection.keyText(of: record) else {
                    return
                }
                found.keys.append(key)
            }
        } catch let failure as SourceFailure {
            found = Keys(line: found.line)
            found.line.records = 0
            found.line.outcome = .failed(failure)
            return found
        }
        found.years = years.counts
        if found.line.records > 0 {
            found.line.outcome = .records
        } else if found.undecided > 0 {
            found.line.outcome = .ambiguousSubject
        }
        return found
    }
}

extension CollectionDescription {
    /// A record's key as `withhold` takes it, or nil where the collection has none.
    fileprivate func keyText(of record: RecordBuffer) -> String? {
        let places = key.compactMap(index(ofField:))
        guard !key.isEmpty, places.count == key.count else { return nil }
        return places.map { place -> String in
            let part: CutKeyPart = record.kind(at: place) == .null ? .null : .bytes(Array(record.cell(at: place)))
            return part.text
        }.joined(separator: ",")
    }
}
