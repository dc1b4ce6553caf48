import ExporterKit
import Foundation
import TestSupport
import Testing

/// Random values, sound and damaged: what is found good here must be good for frictionless, which reads packages by
/// their Table Schema, and days must be those that Python's `strptime` reads.
@Suite(.timeLimit(.minutes(5))) struct FieldReaderOracleTests {
    private static let frictionless = """
        import json, sys
        from frictionless import Field
        for line in sys.stdin:
            descriptor, cell = json.loads(line)
            reader = Field.from_descriptor(dict(descriptor, name="v")).create_cell_reader()
            value, notes = reader(cell)
            print("good" if not notes else "bad")
        """

    private static let strptime = """
        import json, sys
        from datetime import datetime
        for line in sys.stdin:
            pattern, text = json.loads(line)
            try:
                moment = datetime.strptime(text, pattern)
                # Python lets the 366th day of a common year be the first of the next.
                if "%j" in pattern and int(text.split()[0]) != moment.timetuple().tm_yday: raise ValueError
                print(moment.isoformat(timespec="microseconds"))
            except ValueError: print("bad")
        """

    private static let seeds: [(type: String, format: String?, texts: [String])] = [
        ("integer", nil, ["0", "-7", "42", "1000000000000000000000"]), ("number", nil, ["1.5", "-0.25", "1e5", "7"]),
        ("boolean", nil, ["true", "false", "1", "0"]), ("date", nil, ["2025-12-31", "2024-02-29", "0001-01-01"]),
        ("datetime", nil, ["2025-12-31T23:59:59Z", "2022-02-15 10:02:19.123+00", "2025-01-01 00:00:00-05:30"]),
        ("time", nil, ["10:00:00", "23:59:59.123456Z"]), ("year", nil, ["2025", "0000"]),
        ("yearmonth", nil, ["2025-12"]), ("duration", nil, ["P1Y2M3DT4H5M6.5S", "P2W", "PT1H"]),
        ("string", "email", ["ada.b+c@mail.example.org", "o'neil@bücher.example"]),
        ("string", "uri", ["https://a.example:8080/b?c=d#e", "tel:+31-20", "https://u@a.example/"]),
        ("string", "uuid", ["123e4567-e89b-12d3-a456-426614174000"]), ("string", "binary", ["QUJD", "QUI="]),
        ("array", nil, ["[1,\"a\",null]", "[]"]), ("object", nil, ["{\"a\":[1]}", "{}"]),
        ("geopoint", nil, ["4.9,52.4", "-180, 90"]), ("geopoint", "array", ["[4.9,52.4]"]),
    ]

    @Test(arguments: [1, 2, 3] as [UInt64]) func `frictionless takes for a value what is found to be one`(seed: UInt64)
        throws
    {
        var random = Seeded(state: seed)
        var good: [String] = []
        for (type, format, texts) in Self.seeds {
            for _ in 0..<400 {
                let text = damaged(texts.randomElement(using: &random) ?? "", &random)
                if fits(text, type, format) { good.append(line(text, type, format)) }
            }
        }
        let result = try runTool(
            checkout + "/.venv/bin/python",
            ["-c", Self.frictionless],
            input: good.joined(separator: "\n") + "\n"
        )
        let verdicts = result.output.split(separator: "\n")
        try #require(verdicts.count == good.count, "\(result.errors)")
        for (line, verdict) in zip(good, verdicts) { #expect(verdict == "good", "\(line)") }
        #expect(good.count > 2000)
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func `a pattern reads the day that Python reads, and no other`(seed: UInt64)
        throws
    {
        var random = Seeded(state: seed)
        let samples = [
            ("%d.%m.%Y %H:%M:%S", "31.12.2025 23:59:58"), ("%m/%d/%Y %I:%M %p", "12/31/2025 5:03 PM"),
            ("%Y-%m-%dT%H:%M:%S.%f", "2025-02-28T01:02:03.25"), ("%d %b %Y %H:%M", "05 Mar 2025 07:08"),
            ("%B %d, %y %H:%M", "September 9, 68 00:00"), ("%j %Y %H", "366 2024 12"),
        ]
        let tries = (0..<2400).map { number in
            let (pattern, text) = samples[number % samples.count]
            return (pattern, number < samples.count ? text : damaged(text, &random))
        }
        let input = tries.map { "[\(quoted($0.0)),\(quoted($0.1))]" }.joined(separator: "\n")
        let result = try runTool("/usr/bin/python3", ["-c", Self.strptime], input: input + "\n")
        let expected = result.output.split(separator: "\n").map(String.init)
        try #require(expected.count == tries.count, "\(result.errors)")
        for ((pattern, text), expected) in zip(tries, expected) {
            #expect(moment(text, pattern) == expected, "\(pattern) \(text)")
        }
        #expect((200...2200).contains(expected.count { $0 != "bad" }))
    }

    // MARK: Reading

    private func read(_ text: String, _ field: FieldDescription) -> RecordBuffer {
        var record = RecordBuffer()
        record.append(.text, text.utf8)
        RecordReader([field]).read(&record)
        return record
    }

    private func fits(_ text: String, _ type: String, _ format: String?) -> Bool {
        let field = FieldDescription(name: "v", type: type, format: format, title: "v")
        let record = read(text, field)
        return FieldReader(field).fits(record, at: 0)
    }

    /// The value as the package writes it, with its field.
    private func line(_ text: String, _ type: String, _ format: String?) -> String {
        let record = read(text, FieldDescription(name: "v", type: type, format: format, title: "v"))
        let cell = String(decoding: record.cell(at: 0), as: UTF8.self)
        let value =
            switch record.kind(at: 0) {
            case .null: "null"
            case .text: quoted(cell)
            default: cell
            }
        let descriptor = #"{"type":\#(quoted(type))\#(format.map { ",\"format\":\(quoted($0))" } ?? "")}"#
        return "[\(descriptor),\(value)]"
    }

    /// The moment with microseconds, as Python prints it.
    private func moment(_ text: String, _ pattern: String) -> String {
        let field = FieldDescription(name: "v", type: "datetime", format: pattern, title: "v")
        let record = read(text, field)
        let value = String(decoding: record.cell(at: 0), as: UTF8.self)
        guard FieldReader(field).fits(record, at: 0), value != text || value.contains("T")
        else {
            return "bad"
        }
        let parts = value.split(separator: ".")
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        return "\(parts[0]).\(fraction.padding(toLength: 6, withPad: "0", startingAt: 0))"
    }

    // MARK: Damage

    private func damaged(_ text: String, _ random: inout Seeded) -> String {
        var bytes = Array(text.utf8)
        guard random.next() % 4 != 0, !bytes.isEmpty else { return text }
        let place = Int(random.next() % UInt64(bytes.count))
        let others = Array("0123456789.-+:/ TZPMae@,[]\"{}%".utf8)
        let other = others[Int(random.next() % UInt64(others.count))]
        switch random.next() % 3 {
        case 0: bytes[place] = other
        case 1: bytes.insert(other, at: place)
        default: bytes.remove(at: place)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
