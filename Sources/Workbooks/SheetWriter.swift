/// One sheet's XML, on its way into a buffer.
struct SheetWriter {
    /// What was written and not taken yet.
    var buffer: [UInt8] = []
    /// The rows below the header.
    private(set) var rows = 0
    /// The texts that no cell could hold.
    private(set) var leftOut = 0

    private let kinds: [WorkbookColumn.Kind]
    private let tooLong: String
    /// The letters of each column.
    private let letters: [[UInt8]]
    private var row: [UInt8] = []
    private let numbers = CellStyle.numbers

    /// The most UTF-16 units of a cell.
    static let longestText = 32_767

    /// Begins a sheet with its header, which stays where it is while the rows move.
    init(_ columns: [WorkbookColumn], tooLong: String, isFirst: Bool = false) {
        kinds = columns.map(\.kind)
        self.tooLong = tooLong
        letters = columns.indices.map(Self.letters)
        buffer += WorkbookParts.head
        add(made: "<worksheet xmlns=\"\(WorkbookParts.main)\"><sheetViews><sheetView workbookViewId=\"0\"")
        add(isFirst ? " tabSelected=\"1\">" : ">")
        add(
            "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
        )
        if !columns.isEmpty {
            add(made: "<cols><col min=\"1\" max=\"\(columns.count)\" width=\"24\" customWidth=\"1\"/></cols>")
        }
        add("<sheetData><row r=\"1\">")
        row = [0x31]
        for (index, column) in columns.enumerated() {
            Array(column.title.utf8).withUnsafeBufferPointer { write(text: $0, at: index, style: .header) }
        }
        add("</row>")
    }

    /// Begins the next row.
    mutating func beginRow() {
        rows += 1
        row = Array(String(rows + 1).utf8)
        add("<row r=\"")
        buffer += row
        add("\">")
    }

    /// Ends the row.
    mutating func endRow() { add("</row>") }

    /// Ends the sheet.
    mutating func end() {
        add("</sheetData>")
        // Numbers that are texts are so on purpose.
        if rows > 0, let last = letters.last {
            add("<ignoredErrors><ignoredError sqref=\"A2:")
            buffer += last + row
            add("\" numberStoredAsText=\"1\"/></ignoredErrors>")
        }
        add("</worksheet>")
    }

    /// Writes a text, or the day or the time that it is in such a column.
    mutating func write(text: UnsafeBufferPointer<UInt8>, at column: Int) {
        if kinds[column] != .plain, let moment = CellMoment(text, in: kinds[column]) {
            return Array(moment.serial.utf8).withUnsafeBufferPointer { write(value: $0, at: column, moment.style) }
        }
        write(text: text, at: column, style: .text)
    }

    /// Writes a number, as text where a spreadsheet would lose a digit of it.
    mutating func write(number: UnsafeBufferPointer<UInt8>, at column: Int) {
        guard let style = CellNumber.style(of: number) else { return write(text: number, at: column, style: .text) }
        write(value: number, at: column, style)
    }

    /// Writes a truth value.
    mutating func write(truth: Bool, at column: Int) {
        open(column, .general)
        add(truth ? " t=\"b\"><v>1</v></c>" : " t=\"b\"><v>0</v></c>")
    }

    private mutating func write(value: UnsafeBufferPointer<UInt8>, at column: Int, _ style: CellStyle) {
        open(column, style)
        add("><v>")
        buffer.append(contentsOf: value)
        add("</v></c>")
    }

    private mutating func write(text: UnsafeBufferPointer<UInt8>, at column: Int, style: CellStyle) {
        open(column, style)
        add(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
        let start = buffer.count
        if XMLText.append(text, to: &buffer) > Self.longestText {
            buffer.removeSubrange(start...)
            XMLText.append(tooLong, to: &buffer)
            leftOut += 1
        }
        add("</t></is></c>")
    }

    private mutating func open(_ column: Int, _ style: CellStyle) {
        add("<c r=\"")
        buffer += letters[column]
        buffer += row
        add("\" s=\"")
        buffer += numbers[style.index]
        add("\"")
    }

    private mutating func add(_ text: StaticString) {
        buffer.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private mutating func add(made text: String) { buffer.append(contentsOf: text.utf8) }

    /// The letters of a column: A to Z, AA, AB, ...
    private static func letters(_ column: Int) -> [UInt8] {
        var (rest, letters) = (column + 1, [UInt8]())
        while rest > 0 {
            letters.insert(0x41 + UInt8((rest - 1) % 26), at: 0)
            rest = (rest - 1) / 26
        }
        return letters
    }
}
