import ExporterKit
import SQLParts

/// A row as the server wrote it, while its answer is at hand.
struct PostgreSQLRow: SQLRow {
    /// A value that lies in the answer; nil for null.
    private let values: [UnsafeBufferPointer<UInt8>?]
    private let writings: [ValueWriting]

    /// Takes the one row of an answer, which must stay as long as the row.
    init(_ answer: borrowing Answer, _ writings: [ValueWriting]) {
        self.writings = writings
        var values: [UnsafeBufferPointer<UInt8>?] = []
        for column in writings.indices { values.append(answer.isNull(0, column) ? nil : answer.bytes(0, column)) }
        self.values = values
    }

    /// Refuses what is too large to be taken.
    func check() throws {
        // A document of bytes comes as two digits for each.
        guard values.allSatisfy({ ($0?.count ?? 0) <= 2 * Answer.valueLimit + 2 }) else {
            throw SourceFailure(.tooLarge, "a value is larger than \(Answer.valueLimit >> 20) MiB")
        }
    }

    func isNull(_ column: Int) -> Bool { values[column] == nil }

    func append(_ column: Int, to record: inout RecordBuffer) {
        guard let value = values[column] else { return record.appendNull() }
        writings[column].append(value, to: &record)
    }

    func content(of column: Int) -> ColumnContent {
        guard let value = values[column] else { return ColumnContent(holding: []) }
        if case .bytes = writings[column] { return ColumnContent(holding: ValueWriting.decoded(value)) }
        return ColumnContent(UnsafeRawBufferPointer(value))
    }

    func text(of column: Int) -> [UInt8]? { values[column].map { Array($0) } }
}
