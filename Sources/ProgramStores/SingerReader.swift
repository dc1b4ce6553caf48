import DriverParts
import ExporterKit
import JSONParts

/// Reads Singer messages: one JSON object a line, with a `type` of `SCHEMA`, `RECORD`, `STATE` or another.
///
/// A `RECORD` has a `stream` and a `record`, and may have `question`, the number of the question it answers. A `SCHEMA`
/// says that the stream was looked through, also where nothing was found. Whatever else comes is left alone.
struct SingerReader {
    private let stream: [UInt8]
    private var scanner = JSONScanner()
    private var json: JSONRecordReader
    /// Whether the stream was named at all.
    private(set) var knowsStream = false

    /// What a record says beside its fields.
    enum Found {
        /// A record that answers a question, or whichever it fits.
        case record(question: Int?)
        /// Another message.
        case other
    }

    init(_ collection: CollectionDescription, stream: String) {
        self.stream = Array(stream.utf8)
        json = JSONRecordReader(collection)
    }

    /// Reads a line, and fills a record where it is one of the stream.
    mutating func read(_ line: Span<UInt8>, into record: inout RecordBuffer) throws -> Found {
        scanner.forgetMembers()
        let members = try scanner.scanObject(line)
        let type = text(of: "type", members, line)
        guard type == Self.record || type == Self.schema, text(of: "stream", members, line) == stream else {
            guard type != nil else { throw JSONProblem(.malformed, at: 0) }
            return .other
        }
        guard type == Self.record else {
            knowsStream = true
            return .other
        }
        // Singer wants the SCHEMA first; a stream without one was perhaps not looked through.
        guard knowsStream else { throw JSONProblem(.malformed, at: 0) }
        guard let object = value(of: "record", members), object.kind == .object else {
            throw JSONProblem(.malformed, at: 0)
        }
        let question = try value(of: "question", members).flatMap { try number($0, line) }
        try json.read(line, object, into: &record) { _, record in record.appendNull() }
        return .record(question: question)
    }

    private static let record = Array("RECORD".utf8)
    private static let schema = Array("SCHEMA".utf8)

    private func value(of key: String, _ members: Range<Int>) -> JSONScanner.Value? {
        members.first { scanner.key(at: $0).elementsEqual(key.utf8) }.map { scanner.value(at: $0) }
    }

    private func text(of key: String, _ members: Range<Int>, _ line: Span<UInt8>) -> [UInt8]? {
        guard let value = value(of: key, members), value.kind == .string else { return nil }
        var text: [UInt8] = []
        JSONScanner.appendText(ofString: value.range, in: line, to: &text)
        return text
    }

    private func number(_ value: JSONScanner.Value, _ line: Span<UInt8>) throws(JSONProblem) -> Int? {
        guard value.kind != .null else { return nil }
        let digits = value.range.map { line[$0] }
        guard value.kind == .number, let number = Int(String(decoding: digits, as: UTF8.self)) else {
            throw JSONProblem(.malformed, at: value.range.lowerBound)
        }
        return number
    }
}
