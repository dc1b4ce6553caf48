import ExporterKit
import Foundation
import TestSupport
import Testing
import Policy
import RecordFormats

/// Values that have broken somebody's JSON or CSV, as bytes.
let nastyTexts: [[UInt8]] =
    [
        "", " ", "plain", "quote \" backslash \\ slash /", "line\nbreak", "carriage\rreturn", "\r\n=1", "tab\there",
        "\"\u{301}", "a\"\u{301},b", "comma, semicolon; pipe|", "\u{0}nul\u{0}", "\u{1B}[31mred\u{7F}\u{85}\u{9F}",
        "\u{2028}\u{2029}", "\u{202E}cod.exe", "\u{FEFF}bom", "\u{FFFD}", "\u{10FFFF}\u{1F600}", "e\u{301} é \u{212B}",
        "\u{600}<img>", "'", "''", "'=1", "''=1", "'a", "=1+1", "=\u{301}cmd", "+31 20", "-4", "@sum", "\t=1", "\n=1",
        "\u{FF1D}1", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "'\u{FF1D}", "=cmd|'/C calc'!A0", "null", "true", "007",
    ].map { Array($0.utf8) } + [
        [0xFF], [0xC3], [0xC3, 0x28], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xC0, 0xAF], [0xF0, 0x9F, 0x98],
        [0x61, 0x80, 0x62],
        [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x80], [0x3D, 0xFF], [0xC2],
    ]

/// The text with what is no UTF-8 repaired, by the standard library.
func repaired(_ bytes: [UInt8]) -> [UInt8] { Array(String(decoding: bytes, as: UTF8.self).utf8) }

func hexadecimal(_ bytes: some Sequence<UInt8>) -> String { bytes.map { String(format: "%02x", $0) }.joined() }

/// Runs a Python script over a file with the bytes and gives the lines that it prints.
func python(_ script: String, over bytes: [UInt8]) async throws -> [String] {
    try await withTemporaryFolder { folder in
        let file = folder + "/input"
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        let result = try runTool("/usr/bin/python3", ["-X", "utf8", "-c", script, file])
        #expect(result.status == 0, "\(result.errors)")
        return result.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
}

private let oneField = [FieldDescription(name: "t", type: "string", title: LocalizedText("T"))]

@Suite struct `The JSON record writer` {
    @Test func `a file without records is an empty array`() async throws {
        let lines = try await python(
            "import json,sys; print(json.load(open(sys.argv[1])))",
            over: jsonFile([], fields: oneField, exported: [0])
        )
        #expect(lines == ["[]"])
    }

    @Test
    func `every text comes back from Python as it was, and its bytes too where it was no UTF-8 (cases 63 and 68)`()
        async throws
    {
        let file = jsonFile(nastyTexts.map { RecordBuffer(cells: [.text($0)]) }, fields: oneField, exported: [0])
        let script = """
            import base64, json, sys
            for r in json.load(open(sys.argv[1], encoding='utf-8')):
                print(r['t'].encode().hex(), base64.b64decode(r['t:base64'], validate=True).hex() if 't:base64' in r else '-')
            """
        let expected = nastyTexts.map { bytes in
            let isValid = repaired(bytes) == bytes
            return "\(hexadecimal(repaired(bytes))) \(isValid ? "-" : hexadecimal(bytes))"
        }
        #expect(try await python(script, over: file) == expected)
    }

    @Test func `a record is one line for every reader, whatever its text holds`() async throws {
        let file = jsonFile(nastyTexts.map { RecordBuffer(cells: [.text($0)]) }, fields: oneField, exported: [0])
        let lines = try await python(
            "import sys; print(len(open(sys.argv[1], encoding='utf-8', newline='').read().splitlines()))",
            over: file
        )
        #expect(lines == ["\(nastyTexts.count + 2)"])
        #expect(!file.contains { ($0 < 0x20 && $0 != 0x0A) || $0 == 0x7F })
    }

    @Test(arguments: ["0", "-0", "90071992547409931", "1e400", "0.1000", "-12.5E-3", "123456789012345678901234567890"])
    func `a number stays the literal it is (case 64)`(_ literal: String) async throws {
        let file = jsonFile([RecordBuffer(cells: [.number(literal)])], fields: oneField, exported: [0])
        let script = "import json,sys; print(json.load(open(sys.argv[1]), parse_int=str, parse_float=str)[0]['t'])"
        #expect(try await python(script, over: file) == [literal])
    }

    @Test(arguments: ["NaN", "007", ".5", "1.", "+1", "-", "", "1e", "0x10", "1 2", "١"])
    func `what calls itself a number and is none becomes text`(_ literal: String) async throws {
        let file = jsonFile([RecordBuffer(cells: [.number(literal)])], fields: oneField, exported: [0])
        let script = "import json,sys; v = json.load(open(sys.argv[1]))[0]['t']; print(type(v).__name__, v)"
        #expect(try await python(script, over: file) == ["str \(literal)"])
    }

    @Test func `keys are data, a secret is left out, and a sibling never takes another field's name (case 68)`()
        async throws
    {
        let names = ["__proto__", "a\"b", "x", "x:base64", "secret", "\u{2028}"]
        let fields = names.map { FieldDescription(name: $0, type: "string", title: LocalizedText($0)) }
        let record = RecordBuffer(cells: [
            1, .boolean(false), .text([0xFF]), nil, "geheim", .json("[1,\r\n{\"a\": null}]"),
        ])
        let file = jsonFile([record], fields: fields, exported: [0, 1, 2, 3, 5])
        let script = """
            import json, sys
            def pairs(items):
                assert len(dict(items)) == len(items), 'duplicate key'
                return dict(items)
            print(json.dumps(json.load(open(sys.argv[1]), object_pairs_hook=pairs)))
            """
        let expected =
            #"[{"__proto__": 1, "a\"b": false, "x": "\ufffd", "x:base64:base64": "/w==", "x:base64": null, "\u2028": [1, {"a": null}]}]"#
        #expect(try await python(script, over: file) == [expected])
        #expect(file.count { $0 == 0x0A } == 3)
    }

    @Test func `bytes that are no text stand in the sibling field, or in a field that says it is binary`() async throws
    {
        let fields = [
            FieldDescription(name: "raw", type: "string", title: LocalizedText("R")),
            FieldDescription(name: "photo", type: "string", format: "binary", title: LocalizedText("P")),
        ]
        let file = jsonFile(
            [RecordBuffer(cells: [.blob([0, 255, 16]), .blob([0, 255, 16])])],
            fields: fields,
            exported: [0, 1]
        )
        #expect(
            try await python("import json,sys; print(json.load(open(sys.argv[1])))", over: file)
                == ["[{'raw': None, 'raw:base64': 'AP8Q', 'photo': 'AP8Q'}]"]
        )
    }

    @Test func `random bytes never make a file that Python refuses`() async throws {
        var generator = SystemRandomNumberGenerator()
        let texts = (0..<300).map { _ in
            (0..<Int.random(in: 0...24, using: &generator)).map { _ -> UInt8 in
                // Mostly lead and continuation bytes, where a decoder goes wrong.
                Bool.random(using: &generator)
                    ? .random(in: 0x80...0xFF, using: &generator) : .random(in: 0...0x7F, using: &generator)
            }
        }
        let file = jsonFile(texts.map { RecordBuffer(cells: [.text($0)]) }, fields: oneField, exported: [0])
        let script =
            "import json,sys\nfor r in json.load(open(sys.argv[1], encoding='utf-8')): print(r['t'].encode().hex())"
        #expect(try await python(script, over: file) == texts.map { hexadecimal(repaired($0)) })
    }
}

@Suite struct `The CSV record writer` {
    /// Reads a CSV file with Python and prints each cell of the first column in hexadecimal, as it is or undone.
    private func script(delimiter: String, undo: Bool) -> String {
        """
        import csv, re, sys
        text = open(sys.argv[1], encoding='utf-8-sig', newline='').read()
        trigger = re.compile("^'+[=+@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20-]")
        for row in list(csv.reader(text.splitlines(True) if False else __import__('io').StringIO(text, newline=''), delimiter='\(delimiter)', strict=True))[1:]:
            cell = row[0]
            print((cell[1:] if \(undo ? "True" : "False") and trigger.match(cell) else cell).encode().hex(), len(row))
        """
    }

    @Test(arguments: [(Language.nl, ";"), (.en, ","), (.fr, ";"), (.de, ";")])
    func `every text comes back from Python, once the prefix is taken away (cases 65 and 66)`(
        _ language: Language,
        _ delimiter: String
    ) async throws {
        let fields = oneField + [FieldDescription(name: "n", type: "integer", title: LocalizedText("N"))]
        let file = csvFile(
            nastyTexts.map { RecordBuffer(cells: [.text($0), 1]) },
            fields: fields,
            exported: [0, 1],
            language
        )
        let lines = try await python(script(delimiter: delimiter, undo: true), over: file)
        #expect(lines == nastyTexts.map { "\(hexadecimal(repaired($0))) 2" })
    }

    @Test func `a spreadsheet sees no text that begins with a trigger (case 65)`() async throws {
        let file = csvFile(nastyTexts.map { RecordBuffer(cells: [.text($0)]) }, fields: oneField, exported: [0], .nl)
        let triggers = ["3d", "2b", "2d", "40", "09", "0d", "0a", "efbc9d", "efbc8b", "efbc8d", "efbca0"]
        for line in try await python(script(delimiter: ";", undo: false), over: file) {
            #expect(!triggers.contains { line.hasPrefix($0) })
        }
    }

    @Test func `numbers, truth values and nothing are left alone, and base64 that begins with a plus is not (case 65)`()
    {
        let record = RecordBuffer(cells: [-5, .boolean(true), nil, "", .blob([0xFB]), .json("[1;2]"), .number("=1")])
        let fields = (0..<7).map { FieldDescription(name: "f\($0)", type: "any", title: LocalizedText("F")) }
        let file = csvFile([record], fields: fields, exported: Array(0..<7), .nl)
        let text = "\u{FEFF}f0;f1;f2;f3;f4;f5;f6\r\n-5;true;;\"\";'+w==;\"[1;2]\";'=1\r\n"
        #expect(file == Array(text.utf8))
    }

    @Test(arguments: [
        (Language.nl, "0,575;-12,5E-3;1e400;4;0.5;0.5\r\n"), (.en, "0.575,-12.5E-3,1e400,4,0.5,0.5\r\n"),
        (.fr, "0,575;-12,5E-3;1e400;4;0.5;0.5\r\n"), (.de, "0,575;-12,5E-3;1e400;4;0.5;0.5\r\n"),
    ])
    func `a number has the decimal mark that a spreadsheet of the language reads, where its field is one for numbers`(
        _ language: Language,
        _ line: String
    ) {
        let types = ["number", "number", "number", "number", "string", "number"]
        let fields = types.enumerated().map {
            FieldDescription(name: "f\($0.offset)", type: $0.element, title: LocalizedText("F"))
        }
        let record = RecordBuffer(cells: [
            .number("0.575"), .number("-12.5E-3"), .number("1e400"), .number("4"), .number("0.5"), "0.5",
        ])
        let file = csvFile([record], fields: fields, exported: Array(0..<6), language)
        #expect(file.suffix(line.utf8.count + 1) == [0x0A] + Array(line.utf8))
    }

    @Test func `taking a prefix away undoes putting it on, for every text`() {
        for bytes in nastyTexts {
            let prefixed = FormulaPrefix.isNeeded(before: bytes) ? [FormulaPrefix.apostrophe] + bytes : bytes
            #expect(FormulaPrefix.removed(from: prefixed) == bytes)
        }
    }
}
