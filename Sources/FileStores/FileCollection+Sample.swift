import ExporterKit

extension FileCollection {
    /// Whether no file has a record of the collection, or one of the files has none at all: the job that fills it may
    /// have failed for that one alone.
    func holdsNobody() throws -> Bool {
        let condition = RecordCondition(collection)
        var (isEmpty, filled) = (true, Set<Int>())
        let count = try forEachRecord(
            [],
            whileTrue: { file in isEmpty || !filled.contains(file) }
        ) { record, file in
            filled.insert(file)
            isEmpty = isEmpty && !condition.admits(record)
        }
        return isEmpty || filled.count < count
    }

    /// Yields the first records of the files, in the order of the files' names.
    func sample(_ limit: Int, _ yield: (RecordBuffer) throws -> Void) throws -> Bool {
        var left = limit
        try forEachRecord([], whileTrue: { _ in left > 0 }) { record, _ in
            left -= 1
            try yield(record)
        }
        return true
    }
}
