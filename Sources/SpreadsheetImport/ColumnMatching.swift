import FileStores
import Groundwork
package import Cases

/// Which columns of a register are about what, and what is not clear.
package struct ColumnMatching: Sendable {
    /// Something that only a person knows.
    package struct Question: Sendable {
        /// What is looked for.
        package let column: RecordColumn
        /// The columns that may be it.
        package let candidates: [Int]
    }

    /// The columns of the register for each that is known.
    package private(set) var matched: [RecordColumn: [Int]] = [:]
    /// What is not clear, in the order in which it is best asked.
    package private(set) var questions: [Question] = []
    private let headers: [String]
    private let filled: [Int]

    /// Matches the columns of a register; what somebody named counts before what is found.
    package init(_ register: RegisterFile, naming columns: [NamedColumn] = []) throws(InzageError) {
        headers = register.headers
        filled = register.headers.indices.filter { index in
            register.rows.contains { index < $0.cells.count && !isBlank($0.cells[index]) }
        }
        try take(columns)
        let named = Set(matched.keys)
        let likenesses = Self.likenesses(of: headers, without: Set(matched.values.joined()))
        for column in RecordColumn.allCases where !named.contains(column) { settle(column, likenesses) }
        for column in RecordColumn.allCases where column.isNeeded && matched[column] == nil {
            guard !questions.contains(where: { $0.column == column }) else { continue }
            questions.append(Question(column: column, candidates: unused))
        }
    }

    /// Takes a person's answer to the first question: one of its columns, or nil where none is it.
    package mutating func answer(with index: Int?) {
        guard let question = questions.first else { return }
        questions.removeFirst()
        matched[question.column] = index.map { [$0] } ?? []
        questions = questions.map { later in
            Question(column: later.column, candidates: later.candidates.filter { $0 != index })
        }.filter { !$0.candidates.isEmpty }
    }

    /// The filled columns that have no place but the remarks.
    package var noted: [Int] {
        let placed = matched.filter { !$0.key.isOnlyNoted }.values.joined()
        return filled.filter { !placed.contains($0) }
    }

    /// A column's header, cut short, or its number where it has none.
    package func label(of index: Int) -> String { headers[index].isEmpty ? name(of: index) : shown(headers[index]) }

    /// The words by which a person can name a column: its header, or its number where it has none.
    package func name(of index: Int) -> String {
        headers[index].isEmpty ? "column \(index + 1)" : visible(headers[index], limit: .max)
    }

    private var unused: [Int] {
        let used = matched.values.joined()
        return filled.filter { !used.contains($0) }
    }

    // MARK: Finding

    private mutating func take(_ columns: [NamedColumn]) throws(InzageError) {
        for named in columns {
            guard !named.header.isEmpty else {
                matched[named.column] = matched[named.column] ?? []
                continue
            }
            let wanted = FoldedWords(named.header).words
            let found = headers.indices.filter { isSame(headers[$0], named.header) }
            let alike = headers.indices.filter { !wanted.isEmpty && FoldedWords(headers[$0]).words == wanted }
            let numbered = headers.indices.filter { isSame(name(of: $0), named.header) }
            guard let best = [found, alike, numbered].first(where: { !$0.isEmpty }) else {
                throw RegisterFile.refusal(
                    "there is no column \(shown(named.header))",
                    hint: "the columns are \(headers.indices.map(label).joined(separator: ", "))"
                )
            }
            matched[named.column, default: []] += best
        }
    }

    private static func likenesses(of headers: [String], without taken: Set<Int>) -> [(Int, HeaderLikeness)] {
        headers.indices.filter { !taken.contains($0) }.compactMap { index in
            HeaderLikeness(headers[index]).map { (index, $0) }
        }
    }

    /// The best headers of a column, unless several are as good and are not the same but for a number.
    private mutating func settle(_ column: RecordColumn, _ likenesses: [(Int, HeaderLikeness)]) {
        let own = likenesses.filter { $0.1.column == column }
        let strongest = own.filter { !$0.1.isAdditional }.map(\.1.strength).max()
        let best = own.filter { !$0.1.isAdditional && $0.1.strength == strongest }.map(\.0)
        let additional = own.filter(\.1.isAdditional).map(\.0)
        let spellings = Set(best.map { FoldedWords(headers[$0]).keywords.filter { Int($0) == nil } })
        let candidates = best.filter(filled.contains)
        if spellings.count < 2 || column.isOnlyNoted || candidates.count < 2 {
            let columns = (spellings.count < 2 || column.isOnlyNoted ? best : candidates) + additional
            if !columns.isEmpty { matched[column] = columns.sorted() }
        } else {
            questions.append(Question(column: column, candidates: candidates))
        }
    }

    /// How much a row looks like headers.
    static func likeness(of cells: [String], naming columns: [NamedColumn]) -> Int {
        let named = columns.count { column in cells.contains { isSame($0, column.header) } }
        let known = cells.compactMap { HeaderLikeness($0) }
        let points = Dictionary(grouping: known, by: \.column).values.map { likenesses in
            likenesses.map(\.strength).max() == .near ? 1 : 3
        }
        return 3 * named + points.reduce(0, +)
    }
}
