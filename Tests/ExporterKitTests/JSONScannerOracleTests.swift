import ExporterKit
import TestSupport
import Testing

/// Random documents, sound and damaged, read by the scanner and by Python's own JSON library.
@Suite struct JSONScannerOracleTests {
    private static let python = """
        import json, sys
        def pairs(items):
            keys = [key for key, _ in items]
            if len(set(keys)) != len(keys): raise ValueError
            return ("object", items)
        def constant(name): raise ValueError
        class Literal(str): pass
        def shown(value):
            if value is None: return "n"
            if value is True: return "t"
            if value is False: return "f"
            if isinstance(value, Literal): return "#" + str(value)
            if isinstance(value, str): return '"' + value.encode("utf-8", "surrogatepass").hex()
            if isinstance(value, list): return "[" + ",".join(map(shown, value)) + "]"
            return "{" + ",".join(shown(key) + ":" + shown(item) for key, item in value[1]) + "}"
        for line in sys.stdin:
            try:
                text = bytes.fromhex(line.strip()).decode("utf-8")
                print(shown(json.loads(text, object_pairs_hook=pairs, parse_constant=constant,
                                       parse_int=Literal, parse_float=Literal)))
            except (ValueError, RecursionError):
                print("bad")
        """

    @Test(arguments: [1, 2, 3] as [UInt64]) func `the scanner reads what Python reads, and nothing else`(seed: UInt64)
        throws
    {
        var random = RandomJSON(seed: seed)
        let documents = (0..<3000).map { $0 % 2 == 0 ? random.document() : random.damaged(random.document()) }
        let input = documents.map { $0.map { byte in hex(byte) }.joined() }.joined(separator: "\n")
        let result = try runTool("/usr/bin/python3", ["-c", Self.python], input: input + "\n")
        let expected = result.output.split(separator: "\n").map(String.init)
        try #require(expected.count == documents.count)
        for (document, expected) in zip(documents, expected) {
            let found = shown(document)
            #expect(found == expected, "\(String(decoding: document, as: UTF8.self))")
        }
        let bad = expected.count { $0 == "bad" }
        #expect((500...2500).contains(bad))
    }

    private func shown(_ document: [UInt8]) -> String {
        var scanner = JSONScanner()
        guard let value = try? scanner.scan(document.span), let text = try? shown(value, document) else { return "bad" }
        return text
    }

    private func shown(_ value: JSONScanner.Value, _ document: [UInt8]) throws(JSONProblem) -> String {
        var scanner = JSONScanner()
        switch value.kind {
        case .null: return "n"
        case .boolean: return document[value.range].count == 4 ? "t" : "f"
        case .number: return "#" + String(decoding: document[value.range], as: UTF8.self)
        case .string:
            var text: [UInt8] = []
            JSONScanner.appendText(ofString: value.range, in: document.span, to: &text)
            return "\"" + text.map(hex).joined()
        case .array:
            var elements: [JSONScanner.Value] = []
            try scanner.forEachElement(of: value, in: document.span) { elements.append($0) }
            return "["
                + (try elements.map { element throws(JSONProblem) in try shown(element, document) }).joined(
                    separator: ","
                ) + "]"
        case .object:
            let members = try scanner.members(of: value, in: document.span)
            let texts = try members.map { member throws(JSONProblem) in
                "\"" + scanner.key(at: member).map(hex).joined() + ":"
                    + (try shown(scanner.value(at: member), document))
            }
            return "{" + texts.joined(separator: ",") + "}"
        }
    }

    private func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
}

/// JSON documents from a seed.
private struct RandomJSON {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func document() -> [UInt8] { Array((space() + value(depth: 4) + space()).utf8) }

    /// The document with one byte taken out, put in or changed; it stays ASCII where it was.
    mutating func damaged(_ document: [UInt8]) -> [UInt8] {
        var document = document
        let marks = Array("{}[]\",:\\0-.eEu \n\t1ntf\u{1}".utf8)
        guard let place = document.indices.filter({ document[$0] < 0x80 }).nonEmpty.map({ $0[below($0.count)] }) else {
            return marks
        }
        switch below(3) {
        case 0: document.remove(at: place)
        case 1: document.insert(marks[below(marks.count)], at: place)
        default: document[place] = marks[below(marks.count)]
        }
        return document
    }

    private mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    private mutating func pick(_ texts: [String]) -> String { texts[below(texts.count)] }
    private mutating func space() -> String { pick(["", "", "", " ", "\n\t", "\r\n"]) }

    private mutating func value(depth: Int) -> String {
        switch below(depth > 0 ? 8 : 5) {
        case 0: return pick(["null", "true", "false"])
        case 1, 2: return pick(["0", "-0", "17", "-1.50", "1e400", "12345678901234567890123", "2E-7", "0.0e+0"])
        case 3, 4: return string()
        case 5: return list("[", "]") { $0.value(depth: depth - 1) }
        default: return list("{", "}") { $0.string() + $0.space() + ":" + $0.space() + $0.value(depth: depth - 1) }
        }
    }

    private mutating func list(_ open: String, _ close: String, _ item: (inout RandomJSON) -> String) -> String {
        var items: [String] = []
        for _ in 0..<below(5) { items.append(space() + item(&self) + space()) }
        return open + items.joined(separator: ",") + close
    }

    private mutating func string() -> String {
        let parts = [
            "a", "k", "é", "😀", "\\n", "\\u0041", "\\ud83d", "\\ude00", "\\\"", "\\\\", "\\/", "\u{7F}", "\u{2028}",
        ]
        return "\"" + (0..<below(4)).map { _ in pick(parts) }.joined() + "\""
    }
}

extension Array {
    fileprivate var nonEmpty: Self? { isEmpty ? nil : self }
}
