import DriverParts
import ExporterKit
import JSONParts

/// The labels in a table's first row, held against the fields.
///
/// A label that stands once is named by itself. Of one that stands more than once each is named with its number, as
/// `Name[1]` and `Name[2]`, and so is an empty label; where a label is literally so, it is that one that is meant.
struct CSVHeader {
    /// How many cells each row has.
    let width: Int
    /// The column of each field, or nil where the file has none for it.
    let columns: [Int?]
    /// What is wrong with the labels; none of it quotes one that may be data.
    let problems: [Problem]

    /// Takes the fields in their order where the file has no labels.
    init(withoutLabels fields: [FieldDescription]) {
        var width = 0
        columns = fields.map { field in
            guard !field.isVirtual else { return nil }
            width += 1
            return width - 1
        }
        self.width = width
        problems = []
    }

    /// Takes the labels of a row.
    init(_ labels: [[UInt8]], of collection: CollectionDescription, dialect: CSVDialect) {
        let names = ColumnNames(labels)
        let columns = collection.fields.map { $0.isVirtual ? nil : names.column(of: Array($0.path.utf8)) }
        width = labels.count
        self.columns = columns
        let isForeign = columns.allSatisfy { $0 == nil } && !collection.fields.contains(where: names.isAmbiguous)
        let unnamed = labels.indices.filter { !columns.contains($0) }
        if dialect.newline == 0x0A, unnamed.contains(where: { Self.holdsLoneReturn(labels[$0]) }) {
            problems = [.returnsAlone]
        } else if isForeign, let problem = Self.problem(ofForeign: labels, of: collection, dialect) {
            problems = [problem]
        } else {
            problems = names.problems(of: unnamed, fields: collection.fields)
        }
    }

    /// A label in which a line ends as old programs for Macintosh end it: the row is the whole file.
    private static func holdsLoneReturn(_ label: [UInt8]) -> Bool {
        label.indices.contains { label[$0] == 0x0D && label[($0 + 1)...].first != 0x0A }
    }

    /// No label is a field's: the row was cut at the wrong character, or holds no labels and may be data.
    private static func problem(
        ofForeign labels: [[UInt8]],
        of collection: CollectionDescription,
        _ dialect: CSVDialect
    ) -> Problem? {
        let row = Array(labels.joined(separator: [dialect.delimiter]))
        if labels.count == 1, let problem = CSVDelimiterGuess(row, besides: dialect.delimiter).problem {
            return problem
        }
        guard collection.fields.contains(where: { !$0.isVirtual }), labels.count > 1 else { return nil }
        return Problem(
            .missingField,
            "fields",
            "no label of the first row is one that a field names",
            fix: "write the labels under `from`; where the file has no labels, say `dialect: {header: false}`, "
                + "and where they stand lower down, `dialect: {headerRows: LINE}`"
        )
    }
}

/// What probably parts the cells of a row that was taken for one cell.
struct CSVDelimiterGuess {
    let problem: Problem?

    init(_ row: [UInt8], besides delimiter: UInt8) {
        let candidates = ";,\t|".utf8.filter { $0 != delimiter }
        let counts = candidates.map { candidate in row.count { $0 == candidate } }
        guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else {
            problem = nil
            return
        }
        let shown = candidates[index] == 0x09 ? #""\t""# : "\"\(Character(Unicode.Scalar(candidates[index])))\""
        problem = Problem(
            .malformed,
            "delimiter",
            "the first row has one label; are its cells parted by \(shown)?",
            fix: "say `delimiter: \(shown)`"
        )
    }
}

/// The columns by the names under which fields ask for them.
private struct ColumnNames {
    private let labels: [[UInt8]]
    private var places: [[UInt8]: [Int]] = [:]

    init(_ labels: [[UInt8]]) {
        self.labels = labels
        for (column, label) in labels.enumerated() { places[label, default: []].append(column) }
    }

    func column(of path: [UInt8]) -> Int? {
        if let columns = places[path], !path.isEmpty { return columns.count == 1 ? columns[0] : nil }
        return labels.indices.first { needsNumber(labels[$0]) && numbered($0) == path }
    }

    /// Whether a field asks for a label that stands more than once.
    func isAmbiguous(_ field: FieldDescription) -> Bool { (places[Array(field.path.utf8)]?.count ?? 0) > 1 }

    private func needsNumber(_ label: [UInt8]) -> Bool { label.isEmpty || (places[label]?.count ?? 0) > 1 }

    private func numbered(_ column: Int) -> [UInt8] {
        let number = places[labels[column]]?.firstIndex(of: column) ?? 0
        return labels[column] + Array("[\(number + 1)]".utf8)
    }

    /// What is wrong with columns that no field names, each label once.
    func problems(of columns: [Int], fields: [FieldDescription]) -> [Problem] {
        var told: Set<[UInt8]> = []
        return columns.filter { told.insert(labels[$0]).inserted }.map { column in
            let label = labels[column]
            if needsNumber(label) { return repeated(label) }
            return likeness(label, fields) ?? .undeclared(label, column: column + 1)
        }
    }

    private func repeated(_ label: [UInt8]) -> Problem {
        let columns = (places[label] ?? []).map { "\($0 + 1)" }
        let list = columns.dropLast().joined(separator: ", ") + " and " + (columns.last ?? "")
        let word = Problem.plainWord(label)
        let name = word.map { "`\($0)`" } ?? (label.isEmpty ? "that is empty" : "that is no plain word")
        let shown = word ?? (label.isEmpty ? "" : "LABEL")
        return Problem(
            .malformed,
            word ?? "fields",
            columns.count > 1
                ? "a label stands more than once: the one \(name), in columns \(list)"
                : "column \(columns.first ?? "") has no label",
            fix: "name each apart: `from: \"\(shown)[1]\"`" + (columns.count > 1 ? " and `from: \"\(shown)[2]\"`" : "")
        )
    }

    /// A label that differs from what a field asks for in case or in blanks around it alone.
    private func likeness(_ label: [UInt8], _ fields: [FieldDescription]) -> Problem? {
        let field = fields.first { !$0.isVirtual && plain(Array($0.path.utf8)) == plain(label) }
        return field.map { field in
            Problem(
                .undeclaredField,
                field.name,
                "a label differs from `\(field.path)` in capitals or in blanks around it alone",
                fix: "write it under `from` exactly as it stands in the file"
            )
        }
    }

    private func plain(_ label: [UInt8]) -> [UInt8] {
        let start = label.drop { $0 <= 0x20 }
        let end = start.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? start.startIndex
        return start[..<end].map(asciiFolded)
    }
}
