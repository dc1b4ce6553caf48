import CMariaDB
import SQLParts

/// A column of a result: its label, where it comes from, and how its values are taken.
struct ResultColumn {
    /// How the values of a type come from the server, and what they become.
    enum Reading {
        case integer(isUnsigned: Bool)
        case float
        case double
        /// A decimal number as text.
        case decimal
        case text
        case json
        case bytes
        /// A number of so many bits.
        case bits
        case date
        case moment(decimals: Int, isInstant: Bool)
        case time(decimals: Int)
    }

    let label: String
    let origin: ColumnOrigin?
    let reading: Reading
    /// The number of the collation of a text.
    let collation: UInt32

    init(_ field: MYSQL_FIELD) {
        label = Self.text(field.name)
        collation = field.charsetnr
        reading = Self.reading(of: field)
        let (database, table, column) = (Self.text(field.db), Self.text(field.org_table), Self.text(field.org_name))
        origin =
            database.isEmpty || table.isEmpty || column.isEmpty
            ? nil
            : ColumnOrigin(table: "\(Self.quoted(database)).\(Self.quoted(table))", column: Self.quoted(column))
    }

    /// Whether the values are numbers, which no other text is equal to.
    var isNumber: Bool {
        switch reading {
        case .integer, .float, .double, .decimal, .bits: true
        default: false
        }
    }

    private static func reading(of field: MYSQL_FIELD) -> Reading {
        // 31 decimals and more stand for a number of them that is not known.
        let decimals = min(Int(field.decimals), 6)
        switch field.type {
        case MYSQL_TYPE_TINY, MYSQL_TYPE_SHORT, MYSQL_TYPE_INT24, MYSQL_TYPE_LONG, MYSQL_TYPE_LONGLONG, MYSQL_TYPE_YEAR:
            return .integer(isUnsigned: field.flags & UInt32(UNSIGNED_FLAG) != 0)
        case MYSQL_TYPE_FLOAT: return .float
        case MYSQL_TYPE_DOUBLE: return .double
        case MYSQL_TYPE_DECIMAL, MYSQL_TYPE_NEWDECIMAL: return .decimal
        case MYSQL_TYPE_BIT: return .bits
        case MYSQL_TYPE_DATE, MYSQL_TYPE_NEWDATE: return .date
        case MYSQL_TYPE_DATETIME: return .moment(decimals: decimals, isInstant: false)
        case MYSQL_TYPE_TIMESTAMP: return .moment(decimals: decimals, isInstant: true)
        case MYSQL_TYPE_TIME: return .time(decimals: decimals)
        case MYSQL_TYPE_GEOMETRY: return .bytes
        case MYSQL_TYPE_JSON: return .json
        default:
            if field.charsetnr == Self.binary { return .bytes }
            return isJSON(field) ? .json : .text
        }
    }

    /// The character set of what is no text.
    private static let binary: UInt32 = 63

    /// MariaDB keeps JSON as text, and says so beside the type.
    private static func isJSON(_ field: MYSQL_FIELD) -> Bool {
        var (name, field) = (MARIADB_CONST_STRING(), field)
        guard mariadb_field_attr(&name, &field, MARIADB_FIELD_ATTR_FORMAT_NAME) == 0, let start = name.str else {
            return false
        }
        return UnsafeRawBufferPointer(start: start, count: Int(name.length)).elementsEqual("json".utf8)
    }

    private static func text(_ name: UnsafeMutablePointer<CChar>?) -> String { name.map { String(cString: $0) } ?? "" }

    private static func quoted(_ name: String) -> String { "`" + name.replacing("`", with: "``") + "`" }
}
