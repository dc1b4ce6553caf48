import ExporterKit
import GRDB
import GRDBSQLite

extension AskedValue {
    /// How a value is bound: as its field says, never by what it looks like.
    private enum Bound {
        case integer(Int64)
        case real(Double)
        case text
    }

    /// Binds the value to a parameter.
    ///
    /// SQLite compares a number with a text only where a column says its type. So a code of digits must be bound as text
    /// to be found by `lower(code) = :code`, and a number as a number to be found by `coalesce(a, b) = :id`.
    func bind(to statement: Statement, at index: Int32) throws {
        let code: Int32 =
            switch bound {
            case .integer(let number): sqlite3_bind_int64(statement.sqliteStatement, index, number)
            case .real(let number): sqlite3_bind_double(statement.sqliteStatement, index, number)
            case .text: bindText(to: statement, at: index)
            }
        guard code == SQLITE_OK else { throw SQLiteStore.failure(code: code) }
    }

    private var bound: Bound {
        guard type == "integer" || type == "number" else { return .text }
        let text = identifier.text
        if let number = Int64(text), "\(number)".utf8.elementsEqual(identifier.value) { return .integer(number) }
        if type == "number", let number = Double(text), number.isFinite { return .real(number) }
        return .text
    }

    private func bindText(to statement: Statement, at index: Int32) -> Int32 {
        identifier.value.withUnsafeBufferPointer { value in
            value.withMemoryRebound(to: CChar.self) { text in
                sqlite3_bind_text(
                    statement.sqliteStatement,
                    index,
                    text.baseAddress,
                    Int32(text.count),
                    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
                )
            }
        }
    }
}
