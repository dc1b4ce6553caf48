import ExporterKit
import Foundation
import TestSupport
import Testing
import SpreadsheetImport
import Policy

/// Any text of a register comes out of `processing.yaml` as the bytes that went in.
@Suite struct `RecordImport of any text` {
    private static let hostile = [
        "'", "\"", "\\", ":", ": ", "#", " #", "- ", "? ", "*a", "&a", "!t", "|", ">", "%", "@", "`", "{", "}", "[",
        "]",
        ",", "\n", "\r\n", "\t", " ", "  ", "yes", "No", "null", "~", "0x1F", "1e3", "1:30", "2026-01-01", "---", "...",
        "<<", "=", "=1+1", "\u{0}", "\u{7}", "\u{1B}[31m", "\u{7F}", "\u{85}", "\u{A0}", "\u{AD}", "\u{200B}",
        "\u{2028}",
        "\u{202E}", "\u{FEFF}", "\u{FFFD}", "\u{FFFF}", "é", "e\u{301}", "ß", "漢", "👩‍👩‍👧", "\u{1F1F3}\u{1F1F1}",
        "\u{10FFFF}",
        "word", "Tekst met woorden", "nl", "{nl: x}", "a: b", "a #b", "\\n", "${x}", "\u{E000}",
    ]

    private static func text(_ random: inout some RandomNumberGenerator) -> String {
        let count = Int.random(in: 1...8, using: &random)
        let parts = (0..<count).map { _ in hostile.randomElement(using: &random) ?? "" }
        // Beginning and end are trimmed by design.
        return "a\(parts.joined())z"
    }

    @Test(arguments: 0..<20)
    func `is the same bytes again in the record`(_ seed: UInt64) async throws {
        var random = Seeded(state: seed)
        let texts = (0..<40).map { _ in Self.text(&random) }
        let rows = texts.enumerated().map { number, text in
            "\"n\(number)\",\"p\",\(ImportedRegister.quoted(text)),\(ImportedRegister.quoted(text))\r\n"
        }
        let read = try await ImportedRegister.reading("Verwerkingsactiviteit,Doel,Bron,Rest\r\n" + rows.joined())
        #expect(read.processing.categories.count == texts.count)
        for (category, text) in zip(read.processing.categories, texts) {
            let source = try #require(category.source?.byLanguage["*"])
            #expect(source.utf8.elementsEqual(text.utf8), "\(text.debugDescription)\n\(read.record.yaml)")
        }
        try expectPythonReads(read.record.yaml, notes: texts.map { "Rest: \($0)" })
    }

    @Test(arguments: hostile)
    func `stands alone within a line and below a key`(_ text: String) throws {
        let values = [text, text + text, "a\(text)", "\(text)a", "a\n\(text)", "\(text)\na", "a\n\n\(text)b\nc"]
        let lines = values.enumerated().flatMap { number, value in
            [
                "  a\(number): {a: \(YAMLScalar.inline(value)), \(YAMLScalar.inline("k" + value)): 1}",
                "  b\(number): \(YAMLScalar.block(value, indent: "    "))",
            ]
        }
        let yaml = "v:\n" + lines.joined(separator: "\n") + "\n"
        let script = """
            import json, sys, yaml
            values = yaml.safe_load(sys.stdin.buffer.read().decode())["v"]
            json.dump([[list(values[f"a{n}"])[1][1:], values[f"a{n}"]["a"], values[f"b{n}"]] for n in range(7)], sys.stdout)
            """
        let read = try JSONDecoder().decode([[String]].self, from: Data(python(script, yaml).utf8))
        for (value, found) in zip(values, read) {
            for text in found { #expect(text.utf8.elementsEqual(value.utf8), "\(value.debugDescription)\n\(yaml)") }
        }
    }

    private func expectPythonReads(_ yaml: String, notes: [String]) throws {
        let script = """
            import json, sys, yaml
            record = yaml.safe_load(sys.stdin.buffer.read().decode())
            json.dump([category["note"] for category in record["categories"].values()], sys.stdout)
            """
        let read = try JSONDecoder().decode([String].self, from: Data(python(script, yaml).utf8))
        #expect(read.map { Array($0.utf8) } == notes.map { Array($0.utf8) })
    }

    private func python(_ script: String, _ input: String) throws -> String {
        let result = try runTool(checkout + "/.venv/bin/python", ["-c", script], input: input)
        try #require(result.status == 0, "\(result.errors)")
        return result.output
    }
}
