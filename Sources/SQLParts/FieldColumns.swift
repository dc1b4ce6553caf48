package import ExporterKit

/// One row of a result, while it is at hand.
package protocol SQLRow {
    /// Whether a column holds nothing.
    func isNull(_ column: Int) -> Bool

    /// Appends what a column holds as the cell that it is.
    func append(_ column: Int, to record: inout RecordBuffer)

    /// A column's bytes as a document that ends with the row.
    func content(of column: Int) -> ColumnContent

    /// A column's text, or nil where it holds none.
    func text(of column: Int) -> [UInt8]?
}

/// Brings a row's columns into the fields' order.
package struct FieldColumns {
    private struct Place {
        let column: Int
        let isFile: Bool
        let nameColumn: Int?
        let name: [UInt8]
    }

    private let places: [Place]
    private let reader: RecordReader

    package init(_ fields: [FieldDescription], columns: [String]) {
        reader = RecordReader(fields)
        places = fields.compactMap { field in
            columns.firstIndex(of: field.name).map { column in
                Place(
                    column: column,
                    isFile: field.file,
                    nameColumn: columns.firstIndex(of: field.name + "_name"),
                    name: Array(field.name.utf8)
                )
            }
        }
    }

    /// Fills a record, hands it over, and ends the documents that stood in the row.
    package func handOver(
        _ row: some SQLRow,
        in record: inout RecordBuffer,
        _ yield: (RecordBuffer) throws -> Void
    ) throws {
        record.clear()
        var contents: [ColumnContent] = []
        defer { for content in contents { content.invalidate() } }
        for place in places {
            if place.isFile, !row.isNull(place.column) {
                let content = row.content(of: place.column)
                contents.append(content)
                record.append(document: content, named: place.nameColumn.flatMap(row.text) ?? place.name)
            } else if row.isNull(place.column) {
                record.appendNull()
            } else {
                row.append(place.column, to: &record)
            }
        }
        reader.read(&record)
        try yield(record)
    }
}
