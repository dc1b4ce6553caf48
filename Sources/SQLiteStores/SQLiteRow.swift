import ExporterKit
import GRDBSQLite
import SQLParts

/// The row at which a statement stands; copies its columns without a Swift value for each.
struct SQLiteRow: SQLRow {
    let statement: OpaquePointer

    func isNull(_ column: Int) -> Bool { type(of: column) == SQLITE_NULL }

    func append(_ column: Int, to record: inout RecordBuffer) {
        switch type(of: column) {
        case SQLITE_NULL: record.appendNull()
        case SQLITE_INTEGER: record.append(sqlite3_column_int64(statement, Int32(column)))
        case SQLITE_FLOAT: record.append(sqlite3_column_double(statement, Int32(column)))
        case SQLITE_BLOB: record.append(.blob, copying: bytes(of: column))
        default: record.append(.text, copying: bytes(of: column))
        }
    }

    func content(of column: Int) -> ColumnContent { ColumnContent(bytes(of: column)) }

    func text(of column: Int) -> [UInt8]? { type(of: column) == SQLITE_TEXT ? Array(bytes(of: column)) : nil }

    private func type(of column: Int) -> Int32 { sqlite3_column_type(statement, Int32(column)) }

    private func bytes(of column: Int) -> UnsafeRawBufferPointer {
        let index = Int32(column)
        // The pointer first and the length after it, as SQLite asks: taking the pointer may convert the value.
        let start =
            type(of: column) == SQLITE_BLOB
            ? sqlite3_column_blob(statement, index) : sqlite3_column_text(statement, index).map { UnsafeRawPointer($0) }
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, index)))
    }
}
