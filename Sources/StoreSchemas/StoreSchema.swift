public import ExporterKit

/// What a store holds, without what stands in it: tables, their columns, and how they refer to each other.
public struct StoreSchema: Sendable {
    /// The tables, in an order that depends on their names alone.
    public var tables: [TableSchema]
    /// How SQL is written for the store; nil where it is not asked by SQL.
    public var sql: SQLWriting?

    /// Makes a schema.
    public init(tables: [TableSchema], sql: SQLWriting? = nil) {
        self.tables = tables
        self.sql = sql
    }
}

/// How a store's SQL writes names and compares values, so that it finds no more than what is alike byte for byte.
public struct SQLWriting: Sendable {
    /// What stands around a name.
    public let quote: Character
    /// Whether a name is found in whatever capitals it is written.
    public let ignoresCapitals: Bool
    /// How an address is compared: `$column` and `$kind` stand for what is compared.
    public let address: String
    /// How another text is compared.
    public let text: String

    /// Makes a writing.
    public init(quote: Character, ignoresCapitals: Bool, address: String, text: String) {
        self.quote = quote
        self.ignoresCapitals = ignoresCapitals
        self.address = address
        self.text = text
    }
}

/// One table, or one sort of record.
public struct TableSchema: Sendable {
    /// Its name, as the store writes it.
    public let name: String
    /// Its columns, in their order.
    public var columns: [ColumnSchema]
    /// The columns that tell one row from another.
    public var key: [String]
    /// What it refers to.
    public var references: [TableReference]
    /// What the store says of it.
    public var comment: String?
    /// What a collection says where the store is not asked by SQL: settings of its driver, as YAML, with what is to be
    /// looked at.
    public var settings: [DraftSetting]

    /// Makes a table.
    public init(
        name: String,
        columns: [ColumnSchema],
        key: [String] = [],
        references: [TableReference] = [],
        comment: String? = nil,
        settings: [DraftSetting] = []
    ) {
        self.name = name
        self.columns = columns
        self.key = key
        self.references = references
        self.comment = comment
        self.settings = settings
    }

    /// A column by its name.
    public func column(_ name: String) -> ColumnSchema? { columns.first { $0.name == name } }
}

/// A setting that a draft says, and why it is to be looked at.
public struct DraftSetting: Sendable, Hashable {
    /// The key.
    public let key: String
    /// The value, as YAML.
    public let value: String
    /// What is to be looked at; nil where it is certain.
    public let look: String?

    /// Makes a setting.
    public init(_ key: String, _ value: String, look: String? = nil) {
        self.key = key
        self.value = value
        self.look = look
    }
}

/// One column, or one member of a record.
public struct ColumnSchema: Sendable {
    /// Its name.
    public let name: String
    /// Where it stands in a record; nil where that is its name.
    public let path: String?
    /// The type of its values.
    public let type: FieldType
    /// How they are written, where that is not as Table Schema has it.
    public let format: String?
    /// Whether there may be none.
    public let mayBeNull: Bool
    /// What the store says of it.
    public let comment: String?

    /// Makes a column.
    public init(
        name: String,
        path: String? = nil,
        type: FieldType,
        format: String? = nil,
        mayBeNull: Bool = true,
        comment: String? = nil
    ) {
        self.name = name
        self.path = path
        self.type = type
        self.format = format
        self.mayBeNull = mayBeNull
        self.comment = comment
    }
}

/// Columns of a table that hold the key of another one.
public struct TableReference: Sendable, Hashable {
    /// The columns.
    public let columns: [String]
    /// The table they refer to.
    public let table: String
    /// Its columns, in the same order.
    public let referenced: [String]
    /// Whether the store says so, or only the names do.
    public let isGuessed: Bool

    /// Makes a reference.
    public init(columns: [String], table: String, referenced: [String], isGuessed: Bool = false) {
        self.columns = columns
        self.table = table
        self.referenced = referenced
        self.isGuessed = isGuessed
    }
}

extension StoreSchema {
    /// Puts a schema together of rows as catalogues have them: one for each column, and one for each column of a reference.
    public init(
        columns: [(table: String, column: ColumnSchema, isKey: Bool)],
        references: [(name: String, table: String, column: String, other: String, otherColumn: String)],
        comments: [String: String] = [:],
        sql: SQLWriting
    ) {
        var tables: [TableSchema] = []
        var places: [String: Int] = [:]
        for (table, column, isKey) in columns {
            let place = places[table] ?? tables.count
            if place == tables.count {
                tables.append(TableSchema(name: table, columns: [], comment: comments[table]))
                places[table] = place
            }
            tables[place].columns.append(column)
            if isKey { tables[place].key.append(column.name) }
        }
        for (name, rows) in Dictionary(grouping: references, by: { "\($0.table)\0\($0.name)" }).sorted(by: {
            $0.key < $1.key
        }) {
            guard let first = rows.first, let place = places[first.table], !name.isEmpty else { continue }
            tables[place].references.append(
                TableReference(
                    columns: rows.map(\.column),
                    table: first.other,
                    referenced: rows.map(\.otherColumn)
                )
            )
        }
        self.init(tables: tables, sql: sql)
    }
}
