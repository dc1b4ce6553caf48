import PackagingStage

/// A table as wide as the page; on a phone each row is a block of its own, with the column's name before each value.
struct PageTable: Sendable {
    let caption: String
    let columns: [String]
    let rows: [[HTML]]
    /// Marks what belongs to this table alone.
    var mark = ""

    var html: HTML {
        let heads = columns.map { column -> HTML in "<th scope=\"col\">\(text: column)</th>" }
        let lines = rows.map { row -> HTML in
            let cells = zip(columns, row).map { column, cell -> HTML in
                "<td><span class=\"label\">\(text: column)</span><span>\(cell)</span></td>"
            }
            return "<tr>\(cells)</tr>\n"
        }
        return """
            <div class="scroll">
            <table class="records \(text: mark)"><caption>\(text: caption)</caption>
            <thead><tr>\(heads)</tr></thead>
            <tbody>
            \(lines)</tbody></table>
            </div>
            """
    }
}

/// Facts one under the other: a name and what is said of it.
struct PageFacts: Sendable {
    private var facts: [HTML] = []

    /// Adds a fact, unless there is nothing to say.
    mutating func add(_ name: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        facts.append("<div><dt>\(text: name)</dt><dd>\(value)</dd></div>\n")
    }

    /// Adds a fact of several lines, unless there are none.
    mutating func add(_ name: String, lines: [String]) {
        guard !lines.isEmpty else { return }
        let items = lines.map { line -> HTML in "<li>\(line)</li>" }
        facts.append("<div><dt>\(text: name)</dt><dd><ul>\(items)</ul></dd></div>\n")
    }

    var html: HTML { "<dl class=\"facts\">\(facts)</dl>" }
}

extension String {
    /// The text as a sentence begins.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
