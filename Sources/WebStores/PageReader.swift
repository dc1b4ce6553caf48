import CurlTransfers
import DriverParts
import ExporterKit
import JSONParts

/// One answer of a service.
struct ServicePage {
    let bytes: [UInt8]
    /// The values of its `Link` headers.
    let links: [[UInt8]]
    /// Where it stands.
    let url: WebURL
}

/// What of a page says where the next one is.
struct PageContent {
    /// The page itself.
    let whole: JSONScanner.Value
    /// The last record.
    let last: JSONScanner.Value?
    /// How many records there are.
    let count: Int
}

/// Takes the records out of pages.
struct PageReader {
    private let path: RecordPath
    private let above: [Int: AbovePath]
    private let asked: AskedFields
    private let documents: DocumentFields
    private let values: RecordReader
    private var json: JSONRecordReader
    private var walk = ElementWalk()
    private var scanner = JSONScanner()
    private var record = RecordBuffer()

    init(_ collection: ServiceCollection, _ session: ServiceSession) {
        let fields = collection.description.fields
        path = collection.records
        let paths = fields.enumerated().compactMap { index, field in AbovePath(field.path).map { (index, $0) } }
        above = Dictionary(uniqueKeysWithValues: paths)
        documents = DocumentFields(fields, session)
        asked = collection.asked
        values = RecordReader(fields)
        json = JSONRecordReader(collection.description, without: Set(above.keys))
    }

    /// Yields the records of a page.
    mutating func read(
        _ page: ServicePage,
        number: Int,
        of request: ServiceRequest,
        _ yield: (RecordBuffer) throws -> Void
    ) throws -> PageContent {
        var place = 0
        let said = asked.values(of: request)
        do {
            try asked.check(page, of: request)
            let whole = try look(at: page.bytes.span)
            for (index, found) in walk.places.enumerated() {
                place = index + 1
                try fill(from: found, of: page.bytes.span, said)
                try yield(documents.isEmpty ? record : documents.opened(record, of: page))
                if index & 0xFF == 0 { try Task.checkCancellation() }
            }
            return PageContent(whole: whole, last: walk.places.last?.record, count: walk.places.count)
        } catch let problem as JSONProblem {
            throw problem.failure(at: Self.text(place, number), fix: "see what the service answers")
        } catch let problem as Problem {
            throw Problem(problem.code, problem.field, "\(problem.text): \(Self.text(place, number))", fix: problem.fix)
        }
    }

    private static func text(_ record: Int, _ page: Int) -> String {
        record == 0 ? "page \(page) of the answer" : "record \(record) on page \(page) of the answer"
    }

    private mutating func look(at bytes: Span<UInt8>) throws -> JSONScanner.Value {
        if let first = bytes.indices.first(where: { !Byte.isSpace(bytes[$0]) }), bytes[first] == UInt8(ascii: "<") {
            throw Problem(
                .malformed,
                "path",
                "the service answers with a page for people, or with XML, and not with JSON",
                fix: "check `connection`, `path` and `auth`; a page to log in looks like this"
            )
        }
        scanner.forgetMembers()
        let whole = try scanner.scan(bytes)
        try checkWay(whole, bytes)
        try walk.find(path.steps[...], in: bytes, key: nil)
        return whole
    }

    private static let errorKeys = ["error", "errors", "error_code", "fault"].map { Array($0.utf8) }

    /// An answer without the list is none: it may be an error that is told with the status of a success.
    private mutating func checkWay(_ whole: JSONScanner.Value, _ bytes: Span<UInt8>) throws {
        var value = whole
        for case .key(let key) in path.steps.prefix(while: { $0 != .each }) {
            guard value.kind != .array else { return }
            guard value.kind == .object else { throw KeysThere().problem }
            var there = KeysThere()
            var found: JSONScanner.Value?
            var namesError = false
            for member in try scanner.members(of: value, in: bytes) {
                let name = Array(scanner.key(at: member))
                there.add(name)
                if name.elementsEqual(key) { found = scanner.value(at: member) }
                namesError = namesError || Self.errorKeys.contains(name) && scanner.value(at: member).kind != .null
            }
            guard let found else { throw there.problem }
            if found.kind == .null {
                // Some services write an empty list so; beside an error it is none.
                guard namesError else { return }
                throw Problem(
                    .malformed,
                    "records",
                    "the answer names an error and has no list",
                    fix: "see what the service answers to this account"
                )
            }
            value = found
        }
    }

    private mutating func fill(
        from place: ElementWalk.Place,
        of bytes: Span<UInt8>,
        _ said: [Int: [UInt8]]
    ) throws {
        var values = try walk.values(above, above: place, in: bytes)
        for (field, text) in said { values.set(text, for: field) }
        try json.read(bytes, place.record, above: values, into: &record) { _, record in record.appendNull() }
        self.values.read(&record)
    }
}
