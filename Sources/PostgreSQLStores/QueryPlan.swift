import CPQ
import ExporterKit
import SQLParts

/// A prepared query: what it takes, what it returns, and where that comes from.
struct QueryPlan {
    let name: String
    let query: String
    let kinds: [String]
    let columns: [String]
    let origins: [ColumnOrigin?]
    let writings: [ValueWriting]
    let fields: FieldColumns
    /// For each kind the type that the server compares it with; of a list that of its elements.
    let types: [Oid]

    init(
        _ query: String,
        _ text: QueryText,
        named name: String,
        _ collection: CollectionDescription,
        _ connection: borrowing Connection
    ) throws {
        (self.name, self.query, kinds) = (name, query, text.kinds)
        try connection.prepare(name, query)
        let statement = try connection.describe(name)
        columns = statement.columns
        fields = FieldColumns(collection.fields, columns: columns)
        let elements = try Self.elements(of: statement.types + statement.parameterTypes, connection)
        writings = statement.types.map { ValueWriting(of: $0, elements) }
        types = statement.parameterTypes.map { type in
            collection.asksMany ? elements[type]?.type ?? type : type
        }
        origins = try Self.origins(of: statement.origins, connection)
    }

    /// For each type that is an array what it is of, and what parts its elements.
    private static func elements(of types: [Oid], _ connection: borrowing Connection) throws -> [Oid: ArrayElement] {
        let answer = try connection.run(
            """
            SELECT t.oid, CASE WHEN e.typtype = 'd' THEN e.typbasetype ELSE e.oid END, ascii(t.typdelim)
            FROM pg_type t JOIN pg_type e ON e.oid = t.typelem
            WHERE t.oid = ANY ($1::oid[]) AND t.typcategory = 'A' AND t.typname NOT IN ('oidvector', 'int2vector')
            """,
            [0],
            [Array("{\(types.map(String.init).joined(separator: ","))}".utf8)]
        )
        var elements: [Oid: ArrayElement] = [:]
        for row in 0..<answer.rows {
            guard let array = answer.text(row, 0).flatMap(Oid.init), let type = answer.text(row, 1).flatMap(Oid.init),
                let delimiter = answer.text(row, 2).flatMap(UInt8.init)
            else { continue }
            elements[array] = ArrayElement(type: type, delimiter: delimiter)
        }
        return elements
    }

    private static func origins(
        of places: [(table: Oid, column: Int32)],
        _ connection: borrowing Connection
    ) throws -> [ColumnOrigin?] {
        let tables = Set(places.map(\.table)).sorted().map(String.init).joined(separator: ",")
        let answer = try connection.run(
            """
            SELECT c.oid, a.attnum, format('%I.%I', n.nspname, c.relname), quote_ident(a.attname)
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.oid = ANY ($1::oid[]) AND a.attnum > 0 AND NOT a.attisdropped
            """,
            [0],
            [Array("{\(tables)}".utf8)]
        )
        var names: [String: ColumnOrigin] = [:]
        for row in 0..<answer.rows {
            guard let table = answer.text(row, 2), let column = answer.text(row, 3) else { continue }
            names["\(answer.text(row, 0) ?? "") \(answer.text(row, 1) ?? "")"] = ColumnOrigin(
                table: table,
                column: column
            )
        }
        return places.map { names["\($0.table) \($0.column)"] }
    }
}

/// What an array is of.
struct ArrayElement {
    let type: Oid
    let delimiter: UInt8
}
