import GatheringStage

extension OverviewPage {
    /// A page over this many bytes would be slow on a phone.
    static var budget: Int { 1_900_000 }
    /// How many rows stand in sight; the others are behind a line.
    private static var openRows: Int { 10 }

    /// Rows of which as many are shown as a page has room for.
    struct Rows {
        /// How many could be shown, and how many there are.
        var shown: Int
        var all: Int
        /// About how many bytes they have.
        var need: Int
        /// A row by its number.
        var row: (Int) -> HTML
        /// What stands around rows; the words tell apart the frames of one collection.
        var frame: ([HTML], String) -> HTML
        /// How many are shown of how many, and where the rest is.
        var note: (Int) -> HTML
        /// What the line says behind which the others are.
        var more: (Int) -> String
    }

    /// As many of the rows as fit into a room.
    func fitted(_ rows: Rows, into room: Int) -> HTML {
        var fitting: [HTML] = []
        var used = folded(rows, [.nothing], [.nothing]).bytes.count
        for number in 0..<min(rows.shown, Preview.recordLimit) {
            let row = rows.row(number)
            used += row.bytes.count
            guard used <= room else { break }
            fitting.append(row)
        }
        return folded(rows, Array(fitting.prefix(Self.openRows)), Array(fitting.dropFirst(Self.openRows)))
    }

    private func folded(_ rows: Rows, _ open: [HTML], _ rest: [HTML]) -> HTML {
        let note = rows.note(open.count + rest.count)
        guard !open.isEmpty else { return note }
        guard !rest.isEmpty else { return "\(note)\n\(rows.frame(open, ""))" }
        let range = "\(open.count + 1)–\(open.count + rest.count)"
        return """
            \(note)
            \(rows.frame(open, ""))
            <div class="folded rest"><details>
            <summary><span>\(text: rows.more(rest.count))</span> <span class="count">\(text: range)</span></summary>
            \(rows.frame(rest, " (\(range))"))
            </details></div>
            """
    }
}
