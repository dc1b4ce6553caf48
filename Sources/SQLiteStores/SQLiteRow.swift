import ExporterKit
import GRDBSQLite

/// Copies a row's columns into a record, in the fields' order, without a Swift value for each.
struct SQLiteRow {
    private struct Source {
        let column: Int32
        let isFile: Bool
        let nameColumn: Int32?
        let name: [UInt8]
    }

    private let sources: [Source]
    private let reader: RecordReader

    init(_ fields: [FieldDescription], columns: [String]) {
        reader = RecordReader(fields)
        func column(_ name: String) -> Int32? { columns.firstIndex(of: name).map(Int32.init) }
        sources = fields.compactMap { field in
            column(field.name).map {
                Source(
                    column: $0,
                    isFile: field.file,
                    nameColumn: column(field.name + "_name"),
                    name: Array(field.name.utf8)
                )
            }
        }
    }

    /// Fills a record, and gives the documents that end with the row.
    func fill(_ record: inout RecordBuffer, from row: OpaquePointer) -> [ColumnContent] {
        var contents: [ColumnContent] = []
        for source in sources {
            let type = sqlite3_column_type(row, source.column)
            if source.isFile, type != SQLITE_NULL {
                let content = ColumnContent(bytes(of: row, source.column, type))
                contents.append(content)
                record.append(document: content, named: documentName(source, row))
            } else {
                append(type, source, row, to: &record)
            }
        }
        reader.read(&record)
        return contents
    }

    private func append(_ type: Int32, _ source: Source, _ row: OpaquePointer, to record: inout RecordBuffer) {
        switch type {
        case SQLITE_NULL:
            record.appendNull()
        case SQLITE_INTEGER:
            record.append(sqlite3_column_int64(row, source.column))
        case SQLITE_FLOAT:
            record.append(sqlite3_column_double(row, source.column))
        default:
            record.append(type == SQLITE_BLOB ? .blob : .text, copying: bytes(of: row, source.column, type))
        }
    }

    private func documentName(_ source: Source, _ row: OpaquePointer) -> [UInt8] {
        guard let column = source.nameColumn, sqlite3_column_type(row, column) == SQLITE_TEXT else {
            return source.name
        }
        return Array(bytes(of: row, column, SQLITE_TEXT))
    }

    private func bytes(of row: OpaquePointer, _ column: Int32, _ type: Int32) -> UnsafeRawBufferPointer {
        // The pointer first and the length after it, as SQLite asks: taking the pointer may convert the value.
        let start =
            type == SQLITE_BLOB
            ? sqlite3_column_blob(row, column) : sqlite3_column_text(row, column).map { UnsafeRawPointer($0) }
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(row, column)))
    }
}
