import ExporterKit
import StoreSchemas

/// A collection of a draft, before it is written down.
struct DraftedCollection {
    /// One field, and why it is to be looked at.
    struct Field {
        let column: ColumnSchema
        /// What is said of it beside name and type, as YAML.
        var marks: [String] = []
        var looks: [String] = []
        /// Where SQL takes it from; nil where it is a column of the collection's own table.
        var taken: String?
    }

    var id: String
    let table: TableSchema
    var needs: [String]
    var query: [String]?
    var key: [String]
    var fields: [Field]
    /// Why the collection itself is to be looked at.
    var looks: [String] = []
}
