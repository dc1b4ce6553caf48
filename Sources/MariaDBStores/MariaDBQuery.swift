import DriverParts
import ExporterKit
import SQLParts

/// A statement with the columns that it returns.
final class PreparedStatement {
    let statement: Statement
    let columns: [ResultColumn]

    init(_ statement: consuming Statement) {
        columns = statement.columns()
        self.statement = statement
    }
}

/// A collection's query on a connection.
struct MariaDBQuery: SQLQuery {
    let collection: CollectionDescription
    let kinds: [String]
    let columns: [String]
    private let text: QueryText
    private let prepared: PreparedStatement
    private let store: MariaDBStore
    private let fields: FieldColumns

    init(_ collection: CollectionDescription, _ text: QueryText, _ prepared: PreparedStatement, _ store: MariaDBStore) {
        (self.collection, self.text, self.prepared, self.store) = (collection, text, prepared, store)
        kinds = text.kinds
        columns = prepared.columns.map(\.label)
        fields = FieldColumns(collection.fields, columns: columns)
    }

    func origin(ofColumn column: Int) -> ColumnOrigin? { prepared.columns[column].origin }
    func holdsNobody() throws -> Bool { try holdsNobodyByOrigin() }
    func texts(_ sql: String) throws -> [[String?]] { try store.connection { try $0.texts(sql) } }
    static func text(of column: String) -> String { "CAST(\(column) AS CHAR)" }

    /// The collation of a field's column, by its number; nil where it is no text.
    func collation(ofField field: Int) -> UInt32? {
        guard let index = columns.firstIndex(of: collection.fields[field].name),
            case .text = prepared.columns[index].reading
        else { return nil }
        return prepared.columns[index].collation
    }

    func run(_ values: [[AskedValue]], stop: StopFlag, yield: (RecordBuffer) throws -> Void) throws {
        let possible = zip(kinds, values).map { kind, values in values.filter { isPossible($0, of: kind) } }
        guard possible.allSatisfy({ !$0.isEmpty }) else { return }
        let bound = text.parameters.map { possible[kinds.firstIndex(of: $0) ?? 0] }
        var hasRows = false
        do {
            try stream(prepared(for: bound), bound, stop) {
                hasRows = true
                try yield($0)
            }
        } catch let refusal as Refusal where refusal.isAboutCharacters && !hasRows {
            try stream(prepared(for: bound, isWide: true), bound, stop, yield)
        }
    }

    private func stream(
        _ prepared: PreparedStatement,
        _ bound: [[AskedValue]],
        _ stop: StopFlag,
        _ yield: (RecordBuffer) throws -> Void
    ) throws {
        var record = RecordBuffer()
        try prepared.statement.stream(bound.flatMap { $0 }, prepared.columns) { row in
            guard !stop.isRaised else { throw CancellationError() }
            try fields.handOver(row, in: &record, yield)
        }
    }

    /// The statement with a mark for each value of a list.
    ///
    /// A column of `latin1` cannot be compared with a value that has other characters, and MariaDB fails. A collation that
    /// is said makes the column wide instead; it is one that finds too much, because another column may be asked beside it.
    private func prepared(for bound: [[AskedValue]], isWide: Bool = false) throws -> PreparedStatement {
        if bound.allSatisfy({ $0.count == 1 }), !isWide { return prepared }
        return try store.connection { connection in
            let marks = text.text { parameter in
                bound[parameter].map { value in
                    let isPlain = value.identifier.value.allSatisfy { $0 < 0x80 }
                    return isWide && !isPlain ? "? COLLATE utf8mb4_general_ci" : "?"
                }.joined(separator: ", ")
            }
            return try PreparedStatement(connection.prepare(marks))
        }
    }

    /// Whether a record could carry a value: a column of numbers carries no text, and MariaDB takes `7a` for 7 there.
    private func isPossible(_ value: AskedValue, of kind: String) -> Bool {
        let bytes = value.identifier.value
        guard bytes.allSatisfy({ $0 < 0x80 }) || String(validating: bytes, as: UTF8.self) != nil else { return false }
        let carrying = collection.fieldsCarrying(kind).compactMap { columns.firstIndex(of: collection.fields[$0].name) }
        return isDecimal(bytes) || !carrying.allSatisfy { prepared.columns[$0].isNumber }
    }
}
