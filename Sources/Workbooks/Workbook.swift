/// A column of a workbook's table.
package struct WorkbookColumn: Sendable, Hashable {
    /// What its texts may be besides text.
    package enum Kind: Sendable {
        /// Nothing else.
        case plain
        /// Days, as `YYYY-MM-DD`.
        case date
        /// Days with a time and no zone.
        case dateTime
        /// Times of a day.
        case time
    }

    /// What stands at its head.
    package let title: String
    /// What its texts may be.
    package let kind: Kind

    /// Makes a column.
    package init(_ title: String, _ kind: Kind = .plain) {
        self.title = title
        self.kind = kind
    }
}

/// A table of a workbook, which has as many sheets as its rows need.
package struct WorkbookTable: Sendable {
    /// What its sheets are named after.
    package var title: String
    /// Its columns.
    package var columns: [WorkbookColumn]
    /// What the first sheet says of it, under the headers that ``WorkbookWords/listing`` has in its middle.
    package var facts: [String]
    /// What stands in a cell in place of a text that is too long for it.
    package var tooLong: String

    /// Makes a table without rows.
    package init(title: String, columns: [WorkbookColumn], facts: [String], tooLong: String) {
        self.title = title
        self.columns = columns
        self.facts = facts
        self.tooLong = tooLong
    }
}

/// The words of the first sheet, which lists the others.
package struct WorkbookWords: Sendable {
    /// What it is called.
    package var contents: String
    /// Its headers: of the sheet's name, of each table's facts, of the number of rows, and of the texts left out.
    package var listing: [String]

    /// Makes words.
    package init(contents: String, listing: [String]) {
        self.contents = contents
        self.listing = listing
    }
}

/// How much a sheet holds before another one begins.
package struct SheetLimits: Sendable {
    /// Rows below the header; a spreadsheet has 1,048,576 with it.
    package var rows: Int
    /// Bytes of XML, so that the parts of the file stay far from 4 GiB.
    package var bytes: Int

    /// Makes limits.
    package init(rows: Int = 1_048_575, bytes: Int = 1 << 30) {
        self.rows = rows
        self.bytes = bytes
    }
}
