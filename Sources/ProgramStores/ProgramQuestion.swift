import DriverParts
import ExporterKit

/// What a program is asked, as one JSON object.
///
/// `{"stream": "orders", "questions": [{"number": 0, "identifiers": {"email": ["a@b.example"]}}]}`. Where a collection
/// needs several kinds, `"tuples": [{"branch": "NORTH", "card": "0042"}]` says beside them which values belong together.
/// Values are written as the fields that carry them write them; a question without any is left out.
struct ProgramQuestion {
    /// The object.
    let json: [UInt8]
    /// The numbers of the questions that stand in it.
    let numbers: Set<Int>

    /// Makes the question; nil where nothing can be asked.
    init?(_ collection: CollectionDescription, _ questions: [Question], stream: String) throws(Problem) {
        var (json, numbers): ([UInt8], Set<Int>) = (Array(#"{"stream":"#.utf8), [])
        JSONString.append(stream.utf8, to: &json)
        json += Array(#","questions":["#.utf8)
        for (number, question) in questions.enumerated() {
            let tuples = collection.askings(for: question, kinds: collection.needs)
            guard !tuples.isEmpty else { continue }
            guard tuples.joined().allSatisfy({ String(validating: $0.identifier.value, as: UTF8.self) != nil }) else {
                throw Self.notUTF8
            }
            if !numbers.isEmpty { json.append(Byte.comma) }
            numbers.insert(number)
            json += Array(#"{"number":\#(number),"identifiers":{"#.utf8)
            Self.append(identifiers: tuples, collection.needs, to: &json)
            if collection.needs.count > 1 { Self.append(tuples: tuples, to: &json) }
            json.append(Byte.closeBrace)
        }
        guard !numbers.isEmpty else { return nil }
        self.json = json + Array("]}\n".utf8)
        self.numbers = numbers
    }

    private static func append(identifiers tuples: [[AskedValue]], _ kinds: [String], to json: inout [UInt8]) {
        for (place, kind) in kinds.enumerated() {
            var values: [[UInt8]] = []
            for tuple in tuples where !values.contains(tuple[place].identifier.value) {
                values.append(tuple[place].identifier.value)
            }
            if place > 0 { json.append(Byte.comma) }
            JSONString.append(kind.utf8, to: &json)
            json += [Byte.colon, Byte.openBracket]
            for (number, value) in values.enumerated() {
                if number > 0 { json.append(Byte.comma) }
                JSONString.append(value, to: &json)
            }
            json.append(Byte.closeBracket)
        }
        json.append(Byte.closeBrace)
    }

    private static func append(tuples: [[AskedValue]], to json: inout [UInt8]) {
        json += Array(#","tuples":["#.utf8)
        for (number, tuple) in tuples.enumerated() {
            if number > 0 { json.append(Byte.comma) }
            json.append(Byte.openBrace)
            for (place, value) in tuple.enumerated() {
                if place > 0 { json.append(Byte.comma) }
                JSONString.append(value.identifier.kind.utf8, to: &json)
                json.append(Byte.colon)
                JSONString.append(value.identifier.value, to: &json)
            }
            json.append(Byte.closeBrace)
        }
        json.append(Byte.closeBracket)
    }

    private static let notUTF8 = Problem(
        .queryFailed,
        "needs",
        "an identifier is not UTF-8, and cannot be said in JSON",
        fix: "say the `encoding` of the system that yields it"
    )
}
