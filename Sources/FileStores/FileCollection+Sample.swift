import ExporterKit

extension FileCollection {
    /// Whether no file has a record.
    func holdsNobody() throws -> Bool {
        var isEmpty = true
        _ = try sample(1) { _ in isEmpty = false }
        return isEmpty
    }

    /// Yields the first records of the files, in the order of the files' names.
    func sample(_ limit: Int, _ yield: (RecordBuffer) throws -> Void) throws -> Bool {
        var left = limit
        try forEachRecord([], whileTrue: { left > 0 }) { record in
            left -= 1
            try yield(record)
        }
        return true
    }
}
