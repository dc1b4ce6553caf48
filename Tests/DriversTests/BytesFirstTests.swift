import Drivers
import ExporterKit
import FileStores
import TestSupport
import Testing

/// The search of bytes before records are read: it changes nothing but the time that it takes.
@Suite struct BytesFirstTests {
    /// How a field that carries an identifier may be described.
    private static let forms: [(type: String, shape: [IdentifierShape], values: ValueProperties)] = {
        var (groups, money, commas) = (ValueProperties(), ValueProperties(), ValueProperties())
        groups.groupChar = "."
        groups.decimalChar = ","
        money.bareNumber = false
        commas.decimalChar = ","
        let plain = ValueProperties()
        return [
            ("string", [], plain), ("string", [.trim], plain), ("string", [.integer], plain),
            ("string", [.upper], plain),
            ("string", [.digits], plain), ("string", [.trim, .lower], plain), ("integer", [], plain),
            ("integer", [.integer], plain), ("number", [], plain), ("number", [], groups), ("number", [], money),
            ("number", [], commas), ("array", [], plain), ("list", [], plain), ("any", [], plain),
            ("boolean", [], plain),
        ]
    }()

    private func carrying(_ name: String, _ kind: String, _ form: Int) -> FieldDescription {
        let (type, shape, values) = Self.forms[form]
        return FieldDescription(
            name: name,
            type: type,
            values: values,
            title: LocalizedText(name),
            matches: kind,
            shape: shape
        )
    }

    /// A file of a few buffers, in one of the formats, and the collection that it is.
    private func made(_ writings: inout RandomWritings, _ number: Int, in folder: String) throws
        -> CollectionDescription
    {
        let fields = [
            carrying("mail", "email", writings.pick([0, 0, 1, 12, 13])), field("text"),
            carrying("other.mail", "email", 0),
            carrying("id", "number", number % Self.forms.count),
        ]
        let isTable = number / Self.forms.count % 2 == 1
        let quote = writings.pick(["\"", "'"])
        let delimiter = writings.pick([",", ";", "|"])
        var lines = isTable ? [fields.map(\.name).joined(separator: delimiter)] : []
        for _ in 0..<1200 {
            let cells = cells(&writings)
            lines.append(
                isTable ? row(cells, quote, delimiter, &writings) : object(cells, &writings)
            )
        }
        let end = writings.pick(["\n", "\r\n"])
        try write(lines.joined(separator: end) + (writings.isOne(in: 2) ? end : ""), to: "a.text", in: folder)
        var settings: [String: Setting] = ["file": .text("a.text"), "format": .text(isTable ? "csv" : "jsonl")]
        if isTable { settings["dialect"] = .map(["delimiter": .text(delimiter), "quoteChar": .text(quote)]) }
        return CollectionDescription(
            id: "things",
            title: "Things",
            category: "account",
            origin: .provided,
            // Each form is asked by, once as a table and once as objects; then addresses are.
            needs: number < 2 * Self.forms.count
                ? ["number"] : writings.pick([["email"], ["email"], ["email", "number"]]),
            settings: settings,
            fields: fields
        )
    }

    /// The texts of a record; most are about nobody who is known.
    private func cells(_ writings: inout RandomWritings) -> [String] {
        var cells = [writings.stranger, "a text of some length, so that a file is several buffers", "", "99"]
        if writings.isOne(in: 4) { cells[0] = writings.cell(address: writings.pick(RandomWritings.addresses)) }
        if writings.isOne(in: 4) { cells[2] = writings.cell(address: writings.pick(RandomWritings.addresses)) }
        if writings.isOne(in: 3) { cells[3] = writings.cell(number: writings.pick(RandomWritings.numbers)) }
        if writings.isOne(in: 5) {
            cells[1] = writings.pick(["a, b; c", "two\nlines", "back\\slash", "it's", "\"q\"", "{", "é"])
        }
        // A cell that is a list of JSON.
        if writings.isOne(in: 6) { cells[3] = "[\(writings.json(cells[3])), 1]" }
        if writings.isOne(in: 6) { cells[0] = "[\(writings.json(cells[0]))]" }
        return cells
    }

    private func object(_ cells: [String], _ writings: inout RandomWritings) -> String {
        func value(_ text: String) -> String {
            let isLiteral =
                Double(text) != nil && !text.hasPrefix("+") && !text.hasPrefix("0") && text.allSatisfy(\.isASCII)
            let isList = text.hasPrefix("[")
            return (isLiteral || isList) && writings.isOne(in: 2) && !text.hasSuffix(".") ? text : writings.json(text)
        }
        let space = writings.pick(["", "", " "])
        let other =
            writings.isOne(in: 2) ? "\"other.mail\":\(value(cells[2]))" : "\"other\":{\"mail\":\(value(cells[2]))}"
        return "\(space){\"mail\":\(value(cells[0])),\(space)\"text\":\(writings.json(cells[1])),\(other),"
            + "\"id\":\(space)\(value(cells[3]))}\(space)"
    }

    private func row(
        _ cells: [String],
        _ quote: String,
        _ delimiter: String,
        _ writings: inout RandomWritings
    ) -> String {
        cells.map { text in
            let mustQuote = [quote, delimiter, "\n", "\r"].contains { text.contains($0) }
            guard mustQuote || writings.isOne(in: 6) else { return text }
            return quote + text.replacing(quote, with: quote + quote) + quote
        }.joined(separator: delimiter)
    }

    /// Whoever is asked about, as one of the tuples of a question.
    private func questions(_ writings: inout RandomWritings, _ count: Int) -> [Question] {
        (0..<count).map { _ in
            Question(tuples: [
                IdentifierTuple([
                    Identifier(kind: "email", writings.pick(RandomWritings.addresses)),
                    Identifier(kind: "number", writings.pick(RandomWritings.numbers)),
                ])
            ])
        }
    }

    private func answers(
        _ collection: CollectionDescription,
        _ questions: [Question],
        in folder: String,
        searchesBytes: Bool
    ) async throws -> [String] {
        var answers: [String] = []
        try await FilesDriver(searchesBytes: searchesBytes).using(system("files", in: folder, collection)) { source in
            try await source.read(collection, for: questions) { record, question in
                answers.append("\(question) " + record.bytes.map { "\($0)" }.joined(separator: " "))
            }
        }
        return answers
    }

    @Test(arguments: 0..<48)
    func `however identifiers are written, the answers are those of reading every record`(number: Int) async throws {
        var writings = RandomWritings(seed: UInt64(number))
        try await withTemporaryFolder { folder in
            let collection = try made(&writings, number, in: folder)
            for count in [1, 3, 30] {
                let asked = questions(&writings, count)
                let plain = try await answers(collection, asked, in: folder, searchesBytes: false)
                let found = try await answers(collection, asked, in: folder, searchesBytes: true)
                #expect(found == plain, "\(count) asked")
            }
        }
    }
}
