import ArchiveSealing

/// A workbook of Office Open XML (`.xlsx`), handed out front to back as its rows come.
///
/// It has no formula, no link, no macro and no name of who made it. Nothing in it depends on the clock or on chance. Memory
/// holds a row and a buffer, however many rows there are.
package struct WorkbookWriter: ~Copyable {
    /// How many texts were too long for a cell, in all sheets so far.
    package private(set) var leftOut = 0

    private struct Listed {
        let name: String
        let facts: [String]
        let rows: Int
        let leftOut: Int
    }

    /// A compressor takes long pieces better than short ones.
    private static let flushAt = 240 * 1024

    private let words: WorkbookWords
    private let limits: SheetLimits
    private var zip: StreamedZip
    private var names = SheetNames()
    private let contentsName: String
    private var listed: [Listed] = []
    private var table: WorkbookTable?
    private var sheet = SheetWriter([], tooLong: "")
    private var written = 0

    /// Begins a workbook whose bytes go where the closure takes them.
    package init(
        words: WorkbookWords,
        limits: SheetLimits = SheetLimits(),
        to output: @escaping (Span<UInt8>) throws -> Void
    ) throws {
        self.words = words
        self.limits = limits
        contentsName = names.name(after: words.contents)
        zip = StreamedZip(to: output)
        try add(WorkbookParts.relationshipsPart, as: WorkbookParts.relationships)
        try add(CellStyle.part, as: WorkbookParts.styles)
    }

    /// Begins a table on a sheet of its own; the one before ends.
    package mutating func begin(_ table: WorkbookTable) throws {
        try endSheet()
        self.table = table
        try beginSheet()
    }

    /// Begins the next row, on another sheet where this one is full.
    package mutating func beginRow() throws {
        if sheet.rows >= limits.rows || (sheet.rows > 0 && written + sheet.buffer.count >= limits.bytes) {
            try endSheet()
            try beginSheet()
        }
        sheet.beginRow()
    }

    /// Ends the row.
    package mutating func endRow() throws {
        sheet.endRow()
        if sheet.buffer.count >= Self.flushAt { try flush() }
    }

    /// Writes a text into a column of the row, or the day or time that it is.
    package mutating func write(text: UnsafeBufferPointer<UInt8>, at column: Int) {
        sheet.write(text: text, at: column)
    }

    /// Writes a number as JSON has it, as text where a spreadsheet would lose a digit of it.
    package mutating func write(number: UnsafeBufferPointer<UInt8>, at column: Int) {
        sheet.write(number: number, at: column)
    }

    /// Writes a truth value.
    package mutating func write(truth: Bool, at column: Int) { sheet.write(truth: truth, at: column) }

    /// Ends the workbook with the sheet that lists all others and stands before them.
    package consuming func finish() throws {
        try endSheet()
        table = nil
        try writeContents()
        let sheets = listed.count + 1
        let names = [contentsName] + listed.map(\.name)
        try add(WorkbookParts.workbookPart(names), as: WorkbookParts.workbook)
        try add(WorkbookParts.workbookRelationshipsPart(sheets: sheets), as: WorkbookParts.workbookRelationships)
        try add(WorkbookParts.contentTypesPart(sheets: sheets), as: WorkbookParts.contentTypes)
        try zip.finish()
    }

    private mutating func beginSheet() throws {
        guard let table else { return }
        // The first one is that of the contents.
        try zip.begin(WorkbookParts.sheet(listed.count + 2))
        sheet = SheetWriter(table.columns, tooLong: table.tooLong)
        written = 0
    }

    private mutating func endSheet() throws {
        guard let table else { return }
        sheet.end()
        try flush()
        let name = names.name(after: table.title)
        listed.append(Listed(name: name, facts: table.facts, rows: sheet.rows, leftOut: sheet.leftOut))
        leftOut += sheet.leftOut
    }

    private mutating func writeContents() throws {
        try zip.begin(WorkbookParts.sheet(1))
        sheet = SheetWriter(words.listing.map { WorkbookColumn($0) }, tooLong: "", isFirst: true)
        for line in listed {
            sheet.beginRow()
            let texts = [line.name] + line.facts
            for (column, text) in texts.enumerated() { write(line: text, at: column) }
            for (column, count) in [line.rows, line.leftOut].enumerated() {
                Array(String(count).utf8).withUnsafeBufferPointer { write(number: $0, at: texts.count + column) }
            }
            try endRow()
        }
        sheet.end()
        try flush()
    }

    private mutating func write(line: String, at column: Int) {
        Array(line.utf8).withUnsafeBufferPointer { write(text: $0, at: column) }
    }

    private mutating func add(_ bytes: [UInt8], as name: String) throws {
        try zip.begin(name)
        try zip.write(bytes.span)
    }

    private mutating func flush() throws {
        var full: [UInt8] = []
        swap(&full, &sheet.buffer)
        written += full.count
        try zip.write(full.span)
        full.removeAll(keepingCapacity: true)
        sheet.buffer = full
    }
}
