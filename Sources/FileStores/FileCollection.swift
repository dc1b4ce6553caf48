import ByteSearching
import DriverParts
import ExporterKit
import JSONParts

/// A collection whose records stand in the files that its `file` pattern names.
struct FileCollection: CollectionSource {
    let collection: CollectionDescription
    private let store: FileTree
    private let pattern: FilePattern
    private let format: RecordFormat
    private let reading: FileReading
    /// Whether failures may name the file, or only the pattern, where a name may itself be about a person.
    private let namesFiles: Bool
    /// Whether records are read only where the bytes of what is wanted stand.
    private let searchesBytes: Bool

    init(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        format: RecordFormat? = nil,
        namesFiles: Bool,
        searchesBytes: Bool = true
    ) throws(Problem) {
        if let problem = collection.needsProblem { throw problem }
        self.collection = collection
        self.searchesBytes = searchesBytes
        store = FileTree(of: system)
        let pattern = try FilePattern(collection.required("file"), setting: "file")
        let known = if let format { format } else { try RecordFormat(collection, pattern: pattern) }
        if let problem = Self.fieldProblems(of: collection, hasKeys: known.hasKeys).first { throw problem }
        self.format = known
        reading = try FileReading(collection, isMarkup: known.isMarkup)
        self.pattern = pattern
        self.namesFiles = namesFiles && !pattern.components.dropLast().contains { $0.hasWildcard }
    }

    /// What is wrong with the fields, whatever stands in the files.
    static func fieldProblems(of collection: CollectionDescription, hasKeys: Bool = false) -> [Problem] {
        collection.uncarriedNeeds
            + collection.fields.filter {
                $0.isVirtual && $0.virtualPath == nil && !(hasKeys && AbovePath($0.path) != nil)
            }.map {
                Problem(
                    .missingField,
                    $0.name,
                    "the field's path begins with `@` and is none that there is",
                    fix: "use \(VirtualPath.allCases.map(\.rawValue).joined(separator: ", "))"
                )
            }
    }

    /// Reads every file once for all questions.
    func read(_ questions: [Question], _ yield: (RecordBuffer, Int) throws -> Void) throws {
        let filter = RecordFilter(collection, questions)
        var answered: [Int] = []
        let count = try forEachRecord(questions) { record, _ in
            filter.findQuestions(answeredBy: record, into: &answered)
            for question in answered { try yield(record, question) }
        }
        // A file that is named and not there is none that is empty, whatever may be.
        if count == 0, !pattern.hasWildcard { throw nothingThere }
    }

    /// Hands over every record that may be somebody's who is asked about, or everybody's where nobody is.
    ///
    /// - Parameters:
    ///   - questions: what is asked, so that no failure names a file that is named after who is asked about.
    ///   - goesOn: asked before each record of a file, by the file's number.
    ///   - body: takes a record, and the number of its file.
    /// - Returns: how many files there are.
    @discardableResult
    func forEachRecord(
        _ questions: [Question],
        whileTrue goesOn: (_ file: Int) -> Bool = { _ in true },
        _ body: (RecordBuffer, _ file: Int) throws -> Void
    ) throws -> Int {
        var cutter = makeCutter(wanted: searchesBytes ? format.wantedRuns(collection, questions) : nil)
        var record = RecordBuffer()
        let values = RecordReader(collection.fields)
        return try store.visit(pattern) { match, folder in
            try Task.checkCancellation()
            guard goesOn(match.number) else { return }
            var file = try open(match, in: folder)
            try located({ label(match, questions) }, &cutter) { cutter in
                try file.reader.beginText(reading)
                try file.reader.blamingPacking { reader in
                    try cutter.begin(&reader)
                    while goesOn(match.number), try cutter.next(&reader, into: &record, virtual: file.virtual) {
                        values.read(&record)
                        try body(record, match.number)
                    }
                }
            }
        }
    }

    /// Looks at the keys of the first records.
    func check() -> [DriverFinding] {
        var findings: Set<DriverFinding> = []
        var seen = SeenKeys()
        var cutter = makeCutter()
        var looked = 0
        do {
            let count = try store.visit(pattern) { match, folder in
                guard looked < Self.checkedRecords else { return }
                var file = try open(match, in: folder)
                try located({ label(match, []) }, &cutter) { cutter in
                    try file.reader.beginText(reading, isWatched: true)
                    try cutter.begin(&file.reader)
                    while looked < Self.checkedRecords, let keys = try cutter.nextKeys(&file.reader) {
                        looked += 1
                        seen.formUnion(keys)
                        findings.formUnion(keys.problems.map { $0.finding(in: collection.id) })
                    }
                }
                if let line = try file.reader.firstLineNotUTF8(upTo: Self.checkedBytes) {
                    findings.insert(notUTF8(line, label(match, [])))
                }
            }
            if count == 0 { findings.insert(nothingThere.finding(in: collection.id, isError: false)) }
        } catch {
            findings.insert(finding(error))
        }
        if looked > 0 { findings.formUnion(neverSeen(seen)) }
        return findings.sorted { ($0.field, $0.problem) < ($1.field, $1.problem) }
    }

    /// How many records a check looks at.
    private static let checkedRecords = 1000
    /// How many bytes behind them a check looks at, to see whether they are UTF-8.
    private static let checkedBytes = 8 << 20
}

extension FileCollection {
    private struct Opened: ~Copyable {
        var reader: ByteReader
        let virtual: VirtualValues
    }

    private func makeCutter(wanted: WantedRuns? = nil) -> any RecordCutter {
        switch format {
        case .json(let path): ElementRecords(collection, path: path)
        case .lines: LineRecords(collection, wanted: wanted)
        case .csv(let dialect): CSVRecords(collection, dialect: dialect, wanted: wanted)
        case .xml(let path): XMLRecords(collection, path: path)
        }
    }

    private func open(_ match: FileTree.Match, in folder: borrowing OpenFolder) throws -> Opened {
        let file = try folder.file(match.name)
        let content = FileContent(store: store, names: match.names)
        let virtual = VirtualValues(file: match, size: file.size, content: content)
        return Opened(reader: ByteReader(file), virtual: virtual)
    }

    /// Says of a problem where it stands.
    private func located(
        _ label: () -> String,
        _ cutter: inout any RecordCutter,
        _ body: (inout any RecordCutter) throws -> Void
    ) throws {
        do {
            try body(&cutter)
        } catch let problem as JSONProblem {
            throw problem.failure(at: "\(cutter.place) of \(label())")
        } catch let problem as Problem {
            throw problem.at("\(cutter.place) of \(label())")
        } catch let placed as PlacedProblem {
            throw placed.problem.at((placed.line.map { "line \($0) of " } ?? "") + label())
        } catch let failure as SourceFailure where failure.code == .tooLarge {
            throw SourceFailure(.tooLarge, "\(failure.message): after \(cutter.place) of \(label())")
        }
    }

    private func label(_ match: FileTree.Match, _ questions: [Question]) -> String {
        let name = String(decoding: Array(match.names.joined(separator: [UInt8(ascii: "/")])), as: UTF8.self)
        let isAboutAsked = questions.contains { $0.identifiers.contains { match.name.mentions($0.value) } }
        let isShown = namesFiles && !isAboutAsked && !match.name.contains(UInt8(ascii: "@"))
        return isShown ? "`\(name)`" : "file \(match.number) of `\(pattern.text)`"
    }

    private var nothingThere: Problem {
        Problem(
            .unreachable,
            "file",
            "no file has a name that fits the pattern",
            fix: "check `file` and `connection`, or fill the store"
        )
    }

    private func finding(_ error: any Error) -> DriverFinding {
        if let problem = error as? Problem { return problem.finding(in: collection.id) }
        let failure = error as? SourceFailure ?? SourceFailure(.unreachable, "the files could not be read")
        return Problem(failure, field: "file").finding(in: collection.id)
    }

    private func notUTF8(_ line: Int, _ label: String) -> DriverFinding {
        Problem(
            .malformed,
            "encoding",
            "the file is not UTF-8: line \(line) of \(label)",
            fix: "say `encoding: ISO-8859-1` or `encoding: windows-1252`, or what else wrote it"
        ).finding(in: collection.id, isError: false)
    }

    private func neverSeen(_ seen: SeenKeys) -> [DriverFinding] {
        let missing = collection.fields.indices.filter {
            !seen.fields.contains($0) && !collection.fields[$0].isVirtual
        }
        return missing.map { index in
            let field = collection.fields[index]
            if seen.above.contains(index) { return Problem.standsAbove(field).finding(in: collection.id) }
            return Problem(
                .missingField,
                field.name,
                "none of the first records has the field `\(field.name)`",
                fix: "check its path"
            ).finding(in: collection.id, isError: false)
        }
    }
}

extension [UInt8] {
    /// Whether a value stands in a name, in small or capital letters.
    fileprivate func mentions(_ value: [UInt8]) -> Bool {
        guard !value.isEmpty, value.count <= count else { return false }
        let wanted = value.map(asciiFolded)
        return (0...(count - value.count)).contains { start in
            self[start..<start + value.count].lazy.map(asciiFolded).elementsEqual(wanted)
        }
    }
}
