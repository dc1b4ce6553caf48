import CurlTransfers
import ExporterKit

/// One request: where, with what query, and what is posted.
struct ServiceRequest: Sendable {
    /// The address without the query that is apart.
    var address: String
    /// The query, escaped.
    var query: [(name: [UInt8], value: [UInt8])] = []
    var body: [UInt8]?
    var isPost = false
    /// By which identifiers it asks.
    var asked: [AskedValue] = []

    /// The whole address.
    var text: String {
        guard !query.isEmpty else { return address }
        let pairs = query.map { $0.name + [UInt8(ascii: "=")] + $0.value }
        return address + "?" + String(decoding: Array(pairs.joined(separator: [UInt8(ascii: "&")])), as: UTF8.self)
    }

    /// Whether another request would be answered the same.
    func isSame(as other: ServiceRequest) -> Bool { text == other.text && body == other.body }

    /// The request with what asks for a page put in or changed.
    func with(_ parameter: PageParameter, _ value: PageValue) -> ServiceRequest {
        var changed = self
        if let keys = parameter.keys {
            changed.body = body.flatMap { PostedBody.changed($0, keys, to: value.literal) }
            return changed
        }
        let pair = (name: Escaping.percent(parameter.name.utf8), value: Escaping.percent(value.text))
        let known = query.firstIndex { $0.name == pair.name }
        if let known { changed.query[known] = pair } else { changed.query.append(pair) }
        return changed
    }
}

/// What the next page is asked for with: a name in the query, or in what is posted.
struct PageParameter: Sendable, Hashable {
    let name: String
    /// The way through the posted object; nil where it stands in the query.
    let keys: [[UInt8]]?

    init(_ name: String, isInBody: Bool) {
        self.name = name
        let parts = name.utf8.split(separator: Byte.point, omittingEmptySubsequences: false).map(Array.init)
        keys = isInBody ? parts : nil
    }
}

/// What stands behind such a name.
struct PageValue {
    let text: [UInt8]
    /// As it stands in JSON: a number stays one.
    let literal: [UInt8]

    init(_ number: Int) { (text, literal) = (Array("\(number)".utf8), Array("\(number)".utf8)) }

    init(_ text: [UInt8], isText: Bool) {
        self.text = text
        var quoted: [UInt8] = []
        // What came in JSON is UTF-8, or else no JSON could say it.
        JSONString.append(String(decoding: text, as: UTF8.self).utf8, to: &quoted)
        literal = isText ? quoted : text
    }
}

/// What is posted, with one value of it changed.
enum PostedBody {
    /// The body with a value behind keys, put in where it was not there; nil where the body is no object, or a key on the
    /// way leads to something else.
    static func changed(_ body: [UInt8], _ keys: [[UInt8]], to literal: [UInt8]) -> [UInt8]? {
        var scanner = JSONScanner()
        guard var object = try? scanner.scan(body.span), object.kind == .object else { return nil }
        for (index, key) in keys.enumerated() {
            guard let members = try? scanner.members(of: object, in: body.span) else { return nil }
            guard let member = members.first(where: { scanner.key(at: $0).elementsEqual(key) }) else {
                let start = object.range.lowerBound + 1
                let added = nested(keys[index...], literal) + (members.isEmpty ? [] : [Byte.comma])
                return body[..<start] + added + body[start...]
            }
            let value = scanner.value(at: member)
            if index == keys.count - 1 {
                return body[..<value.range.lowerBound] + literal + body[value.range.upperBound...]
            }
            guard value.kind == .object else { return nil }
            object = value
        }
        return nil
    }

    private static func nested(_ keys: ArraySlice<[UInt8]>, _ literal: [UInt8]) -> [UInt8] {
        guard let key = keys.first else { return literal }
        var json: [UInt8] = []
        JSONString.append(key, to: &json)
        json.append(Byte.colon)
        let rest = keys.dropFirst()
        return json + (rest.isEmpty ? literal : [Byte.openBrace] + nested(rest, literal) + [Byte.closeBrace])
    }
}
