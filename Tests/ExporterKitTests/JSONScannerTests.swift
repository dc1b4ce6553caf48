import ExporterKit
import Testing

@Suite struct JSONScannerTests {
    private func members(_ text: String) throws(JSONProblem) -> [String] {
        var scanner = JSONScanner()
        let bytes = Array(text.utf8)
        return try scanner.scanObject(bytes.span).map { member in
            let value = scanner.value(at: member)
            let key = String(decoding: scanner.key(at: member), as: UTF8.self)
            return "\(key) \(value.kind) \(String(decoding: bytes[value.range], as: UTF8.self))"
        }
    }

    private func problem(_ text: String, limits: JSONScanner.Limits = .init()) -> JSONProblem? {
        var scanner = JSONScanner(limits: limits)
        do throws(JSONProblem) {
            _ = try scanner.scan(Array(text.utf8).span)
            return nil
        } catch {
            return error
        }
    }

    @Test func `members come with their keys unescaped and their values as they are written`() throws {
        #expect(
            try members(##" {"a":-0, "\u00e9\n" : [ 1 ,{"x":2}] ,"c":{},"":"q\"","n":null,"t":true,"f":1.50e+3} "##)
                == [
                    "a number -0", "é\n array [ 1 ,{\"x\":2}]", "c object {}", #" string "q\"""#, "n null null",
                    "t boolean true", "f number 1.50e+3",
                ]
        )
        #expect(try members("{}") == [])
    }

    @Test(arguments: [
        "", " ", "{", "}", "[1,]", "[,1]", "{,}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{a:1}"#, "01", "-", "1.", ".5",
        "1e", "+1", "0x1", "NaN", "Infinity", "tru", "nulll", "\"\n\"", #""\x""#, #""\u12""#, #""\u12g4""#, "\"", "1 2",
        "'a'", "[1 2]", "\u{FEFF}1", "// x\n1", #"{"a":1 "b":2}"#, "\u{0}",
    ])
    func `what RFC 8259 does not allow is malformed`(text: String) {
        #expect(problem(text)?.code == .malformed)
    }

    @Test(arguments: [
        #"{"a":1,"a":2}"#, #"{"a":1,"\u0061":2}"#, #"[{"x":{"k":null,"b":1,"k":null}}]"#, #"{"":1,"":2}"#,
    ])
    func `a key that stands twice is a problem at every depth (case 68)`(text: String) {
        #expect(problem(text)?.code == .duplicateKey)
    }

    @Test(arguments: [
        (#"["\ud83d\ude00"]"#, true), (#"["\\ud83d"]"#, true), (#"{"\u0041\ud7ff\ue000":1}"#, true),
        (#"["\ud83d"]"#, false),
        (#"["\uDE00"]"#, false), (#"{"\ud83d":1}"#, false), (#"["\ud83d\ud83d\ude00"]"#, false),
        (#"["\ud83d","\ude00"]"#, false), (#"["\\\ud83d"]"#, false), (#"["\ud83dx"]"#, false),
    ])
    func `half a surrogate pair within an array or object makes it text, which every reader reads (case 63)`(
        text: String,
        isJSON: Bool
    ) throws {
        let bytes = Array(text.utf8)
        var scanner = JSONScanner()
        var record = RecordBuffer()
        record.append(try scanner.scan(bytes.span), of: bytes.span)
        #expect(record.kind(at: 0) == (isJSON ? .json : .text))
        #expect(Array(record.cell(at: 0)) == bytes)
    }

    @Test func `keys that only look alike are two`() {
        #expect(problem("{\"\u{E9}\":1,\"e\u{301}\":2,\"E\u{301}\":3}") == nil)
        #expect(problem(#"{"a":{"b":1},"b":{"a":1},"c":[{"a":1},{"a":1}]}"#) == nil)
    }

    @Test(arguments: [30, 5000]) func `a doubled key is found among many`(count: Int) {
        let keys = (0..<count).map { #""k\#($0)":0"# }
        #expect(problem("{\(keys.joined(separator: ","))}") == nil)
        #expect(problem("{\(keys.joined(separator: ",")),\"k7\":1}")?.code == .duplicateKey)
    }

    @Test func `depth and keys have limits, case 56`() {
        func nested(_ depth: Int) -> String {
            String(repeating: #"[{"a":"#, count: depth / 2) + "1" + String(repeating: "}]", count: depth / 2)
        }
        #expect(problem(nested(128)) == nil)
        #expect(problem(nested(130))?.code == .tooDeep)
        #expect(problem(nested(10_000))?.code == .tooDeep)
        #expect(problem(#"{"a":1,"b":2,"c":3}"#, limits: .init(keys: 2))?.code == .tooManyKeys)
        #expect(problem(#"[{"a":1,"b":2},{"a":1,"b":2}]"#, limits: .init(keys: 2)) == nil)
    }

    @Test(
        arguments: [
            (#""\ud83d\ude00""#, [0xF0, 0x9F, 0x98, 0x80]), (#""\ud83d""#, [0xED, 0xA0, 0xBD]),
            (#""\ude00\ud83d""#, [0xED, 0xB8, 0x80, 0xED, 0xA0, 0xBD]),
            (
                #""\u0000\u007f\u0080\uffff""#,
                [0, 0x7F, 0xC2, 0x80, 0xEF, 0xBF, 0xBF]
            ), (#""\"\\\/\b\f\n\r\t""#, [0x22, 0x5C, 0x2F, 8, 12, 10, 13, 9]),
            (#""\ud83dx\ude00""#, [0xED, 0xA0, 0xBD, 0x78, 0xED, 0xB8, 0x80]), (#""""#, []),
        ] as [(String, [UInt8])]
    )
    func `escapes are undone, and half a surrogate pair is not lost, case 63`(text: String, expected: [UInt8]) throws {
        let bytes = Array(text.utf8)
        var scanner = JSONScanner()
        let value = try scanner.scan(bytes.span)
        var unescaped: [UInt8] = []
        JSONScanner.appendText(ofString: value.range, in: bytes.span, to: &unescaped)
        #expect(unescaped == expected)
    }

    @Test func `bytes that are no UTF-8 are kept`() throws {
        let bytes: [UInt8] = [0x22, 0xFF, 0xC3, 0x22]
        var scanner = JSONScanner()
        #expect(try scanner.scan(bytes.span).range == 0..<4)
    }

    @Test(arguments: [
        ("0", true), ("-0", true), ("1e400", true), ("12.50", true), ("007", false), ("", false), ("1 ", false),
    ])
    func `a number literal is told from other text`(text: String, isNumber: Bool) {
        #expect(JSONScanner.isNumber(Array(text.utf8).span) == isNumber)
    }

    @Test func `a scanner is the same after a problem`() throws {
        var scanner = JSONScanner()
        #expect(throws: JSONProblem.self) { try scanner.scan(Array(#"{"a":{"b":1,"c":[}"#.utf8).span) }
        scanner.forgetMembers()
        let bytes = Array(#"{"b":1,"a":2}"#.utf8)
        #expect(try scanner.scanObject(bytes.span).map { Array(scanner.key(at: $0)) } == [[0x62], [0x61]])
    }
}
