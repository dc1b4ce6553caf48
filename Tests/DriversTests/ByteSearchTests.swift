import ByteSearching
import ExporterKit
import TestSupport
import Testing

/// The parts of the search of bytes: what is certain of an identifier, where it stands, and which lines are whole.
@Suite struct ByteSearchTests {
    // MARK: What is certain

    private func run(
        _ value: String,
        _ kind: String = "number",
        _ type: String = "string",
        _ shape: [IdentifierShape] = []
    ) -> String? {
        let field = FieldDescription(name: "f", type: type, title: "F", matches: kind, shape: shape)
        let form = IdentifierForm(kind: kind, of: field)
        let run = form.certainRun(of: form.canonical(Array(value.utf8)[...]), isAlone: true) { byte in
            byte >= 0x20 && byte < 0x7F && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "/")
        }
        return run.map { ($0.isNumber ? "number " : "") + String(decoding: $0.bytes, as: UTF8.self) }
    }

    @Test func `of an address all is certain but labels that have two forms`() {
        #expect(run("Eva@Example.org", "email") == "eva@example.org")
        #expect(run("eva@mail.münchen.example", "email") == "eva@mail.")
        #expect(run("eva@xn--mnchen-3ya.de", "email") == "eva@")
        #expect(run("zoë.jansen@example.org", "email") == ".jansen@example.org")
        #expect(run("\"odd name\"@example.org", "email") == "@example.org")
        #expect(run("plain", "email") == "plain")
        #expect(run("eva@example.org", "email", "string", [.digits]) == nil)
    }

    @Test func `of a number the digits are certain, and that none stands beside them`() {
        #expect(run("48213") == "number 48213")
        #expect(run("00042") == "number 42")
        #expect(run("000") == "number 0")
        #expect(run("0005", "number", "string", [.integer]) == "number 5")
        #expect(run("-5.25", "number", "number") == "number 25")
        #expect(run("NL-12.34", "number", "string", [.trim, .upper]) == "nl-12.34")
        #expect(run("K/0042", "number", "string") == "0042")
        #expect(run("é12") == "12")
        #expect(run("12a", "number", "integer") == "12")
        #expect(run("éü") == nil)
        #expect(run("1234", "number", "string", [.digits]) == nil)
    }

    @Test func `a run prints nothing of itself`() {
        let run = CertainRun("eva@example.org".utf8)
        #expect(!"\(run) \([run]) \(String(reflecting: run))".contains("eva"))
        var dumped = ""
        dump(run, to: &dumped)
        #expect(!dumped.contains("eva"))
    }

    // MARK: Where it stands

    /// The places at which lines stand that are found, asked as the driver asks.
    private func found(_ values: [String], _ kind: String, _ type: String, in lines: [String]) throws -> [String] {
        let collection = collection(
            needs: [kind],
            ["file": "a"],
            [FieldDescription(name: "f", type: type, title: "F", matches: kind)]
        )
        let questions = values.map { Question(identifiers: [Identifier(kind: kind, $0)]) }
        var runs = try #require(
            WantedRuns(collection, questions, canStand: { _ in true }, where: { $0 >= 0x20 && $0 < 0x7F })
        )
        return lines.filter { line in
            Array((line + "\n").utf8).withUnsafeBytes { text in
                runs.begin(like: text)
                return runs.firstPlace(in: text, passed: 0) < text.count
            }
        }
    }

    @Test(arguments: [0, 3, 40]) func `few are looked for as many are`(others: Int) throws {
        let strangers = (0..<others).map { "no.body.\($0)@example.com" }
        let lines = [
            #"{"e":"EVA@Example.org"}"#, "eva@example.org", "x eva@example.org", "eva@example.orga", "va@example.org",
            "eva@example.or", "eva@example.com", "@", "e@x", "", "jo@x.nl", "JO@X.NL;", "o@x.nl", "body.7@example.com",
        ]
        #expect(
            try found(["eva@example.org", "jo@x.nl"] + strangers, "email", "string", in: lines)
                == [lines[0], lines[1], lines[2], lines[3], lines[10], lines[11]]
        )
        let numbers = (0..<others).map { "\(5_000_000 + $0)" }
        let texts = [
            "7", "07,", "17", "70", "x7x", "7.0", "0", "000", "10", "48213", "148213", "482130", "0048213", "",
        ]
        #expect(
            try found(["7", "0", "48213"] + numbers, "number", "string", in: texts)
                == ["7", "07,", "x7x", "7.0", "0", "000", "48213", "0048213"]
        )
        let codes = (0..<others).map { "K-\(1000 + $0)" }
        #expect(
            try found(
                ["K-77", "K-1234-abcdefgh"] + codes,
                "code",
                "string",
                in: ["k-77", "K-7", "xK-778", "K-1234-ABCDEFGHI", "K-1234-abcdefg"]
            )
                == ["k-77", "xK-778", "K-1234-ABCDEFGHI"]
        )
    }

    @Test func `where nothing is certain, there is no search`() {
        func runs(_ value: String, _ type: String, _ shape: [IdentifierShape] = [], canStand: Bool = true)
            -> WantedRuns?
        {
            let field = FieldDescription(name: "f", type: type, title: "F", matches: "k", shape: shape)
            let question = Question(identifiers: [Identifier(kind: "k", value)])
            return WantedRuns(collection(needs: ["k"], [:], [field]), [question], canStand: { _ in canStand }) { _ in
                true
            }
        }
        #expect(runs("abc", "string") != nil)
        #expect(runs("ab", "string") == nil)
        #expect(runs("12", "list") == nil)
        #expect(runs("abc", "boolean") == nil)
        #expect(runs("abc", "string", canStand: false) == nil)
        #expect(runs("1234", "string", [.digits]) == nil)
    }

    // MARK: Which lines are whole

    @Test(arguments: 1...8 as ClosedRange<UInt64>)
    func `lines are told apart as by looking at each byte`(seed: UInt64) {
        var random = Seeded(state: seed)
        func below(_ limit: Int) -> Int { Int(random.next() >> 33) % limit }
        let pieces = [
            "{", "}", "\"", "\\\"", "\\\\", "\\u00e9", "\\u0065", "\\\\u0041", "a", "bc", ",", ";", "\r", "\u{1}", " ",
            "é",
        ]
        for round in 0..<4000 {
            let count = round % 50 == 0 ? 6000 : below(60)
            let usual = below(3) == 0 ? pieces.count : 2 + below(3)
            var line = (0..<count).map { _ in pieces[below(usual)] }.joined()
            if below(2) == 0 { line = "{" + line + "}" }
            let text = Array((line + (below(4) == 0 ? "" : "\nrest {\"")).utf8)
            let length = line.utf8.count
            text.withUnsafeBytes { bytes in
                #expect(PlainObjects().plainLength(bytes) == (isObject(line) ? length : nil), "\(line)")
                let delimiters = line.utf8.count { $0 == UInt8(ascii: ",") }
                let rows = PlainRows(delimiter: 0x2C, quote: 0x22, comment: 0x3B, newline: 0x0A, width: delimiters + 1)
                #expect(rows.plainLength(bytes) == (isRow(line) ? length : nil), "\(line)")
                let wider = PlainRows(delimiter: 0x2C, quote: 0x22, comment: 0x3B, newline: 0x0A, width: delimiters + 2)
                #expect(wider.plainLength(bytes) == nil)
            }
        }
    }

    @Test func `as many braces as stand in no line are still counted`() {
        let (open, closed) = (String(repeating: "{", count: 9_000), String(repeating: "}", count: 9_000))
        for (line, isWhole) in [(open + closed, true), (open + closed + "}", false), (open + "{" + closed, false)] {
            Array(line.utf8).withUnsafeBytes { bytes in
                #expect(PlainObjects().plainLength(bytes) == (isWhole ? line.utf8.count : nil))
            }
        }
    }

    private func isObject(_ line: String) -> Bool {
        var bytes = Array(line.utf8)
        while let last = bytes.last, last == 0x20 || last == 0x0D { bytes.removeLast() }
        guard bytes.count > 1, bytes.first == UInt8(ascii: "{"), bytes.last == UInt8(ascii: "}") else { return false }
        let balance = bytes.reduce(0) { $0 + ($1 == UInt8(ascii: "{") ? 1 : $1 == UInt8(ascii: "}") ? -1 : 0) }
        guard balance == 0, !line.contains("\u{1}"), !hides(line) else { return false }
        let bare = line.replacing("\\\\", with: "").replacing("\\\"", with: "")
        return bare.utf8.count { $0 == 0x22 } % 2 == 0
    }

    private func isRow(_ line: String) -> Bool {
        !line.isEmpty && !line.hasPrefix(";") && !hides(line) && line.utf8.count { $0 == 0x22 } % 2 == 0
    }

    private func hides(_ line: String) -> Bool { line.contains("\\u0065") || line.contains("\\\\u0041") }
}
