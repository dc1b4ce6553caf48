import ExporterKit
import Testing

/// What a field makes of what its source holds.
@Suite struct `Values of fields` {
    /// A cell as a text: its kind and its bytes; a value that is none of its field has an exclamation mark behind.
    private func read(
        _ text: String,
        as type: String,
        format: String? = nil,
        kind: RecordBuffer.Kind = .text,
        _ change: (inout ValueProperties) -> Void = { _ in }
    ) -> String {
        var values = ValueProperties()
        change(&values)
        let field = FieldDescription(name: "v", type: type, format: format, values: values, title: "v")
        var record = RecordBuffer()
        record.append(.text, "before".utf8)
        record.append(kind, text.utf8)
        record.append(.text, "behind".utf8)
        RecordReader([FieldDescription(name: "a", type: "string", title: "a"), field, field]).read(&record)
        #expect(record.cell(at: 0).elementsEqual("before".utf8))
        let cell = record.cell(at: 1)
        let fits = FieldReader(field).fits(record, at: 1)
        return "\(record.kind(at: 1)) \(String(decoding: cell, as: UTF8.self))\(fits ? "" : "!")"
    }

    @Test(arguments: [
        ("7", "number 7"), ("-0", "number -0"), ("18446744073709551616", "number 18446744073709551616"),
        ("007", "text 007!"), ("+42", "text +42!"), (" 42", "text  42!"), ("5.0", "text 5.0!"), ("1e3", "text 1e3!"),
        ("", "null "), ("４", "text ４!"),
    ]) func `a whole number is one only where nothing is lost`(text: String, value: String) {
        #expect(read(text, as: "integer") == value)
    }

    @Test func `numbers are read by their marks and by nothing else`() {
        func german(_ text: String) -> String {
            read(text, as: "number") { ($0.decimalChar, $0.groupChar) = (",", ".") }
        }
        #expect(german("1.234,50") == "number 1234.50")
        #expect(german("1.234.567") == "number 1234567")
        #expect(german("12.34.567,8") == "number 1234567.8")
        #expect(german("0,5") == "number 0.5")
        #expect(german("1.23") == "text 1.23!")
        #expect(german("1.2345") == "text 1.2345!")
        #expect(german("1,234.5") == "text 1,234.5!")
        #expect(german("007,5") == "text 007,5!")
        #expect(read("1.5", as: "number") { $0.decimalChar = "," } == "text 1.5!")
        #expect(read("1 234", as: "integer") { $0.groupChar = " " } == "number 1234")
        #expect(
            read("1\u{A0}234,5", as: "number") { ($0.decimalChar, $0.groupChar) = (",", "\u{A0}") } == "number 1234.5"
        )
    }

    @Test(arguments: [
        ("€ 95", "number 95"), ("95 %", "number 95"), ("EUR -12.50", "number -12.50"), ("95", "number 95"),
        ("5-", "text 5-!"), ("(5)", "text (5)!"), ("$.50", "text $.50!"), ("5 per 100", "text 5 per 100!"),
        ("- 5", "text - 5!"), ("none", "text none!"), ("", "null "),
    ]) func `what stands around a number may go, but not its sign`(text: String, value: String) {
        #expect(read(text, as: "number") { $0.bareNumber = false } == value)
    }

    @Test func `truth values are the words that the field gives`() {
        for text in ["true", "True", "TRUE", "1"] { #expect(read(text, as: "boolean") == "boolean true") }
        for text in ["false", "False", "FALSE", "0"] { #expect(read(text, as: "boolean") == "boolean false") }
        #expect(read("1", as: "boolean", kind: .number) == "boolean true")
        #expect(read("ja", as: "boolean") == "text ja!")
        func dutch(_ text: String) -> String {
            read(text, as: "boolean") { ($0.trueValues, $0.falseValues) = (["ja"], ["nee"]) }
        }
        #expect(dutch("ja") == "boolean true")
        #expect(dutch("nee") == "boolean false")
        #expect(dutch("1") == "text 1!")
        #expect(dutch("JA") == "text JA!")
    }

    @Test func `a missing value is nothing, whatever the type`() {
        func read(_ text: String, _ type: String) -> String {
            self.read(text, as: type) { $0.missingValues = ["\\N", "-", "-1"] }
        }
        for type in ["string", "integer", "date", "array", "any"] { #expect(read("\\N", type) == "null ") }
        #expect(read("-", "string") == "null ")
        #expect(self.read("-1", as: "integer", kind: .number) { $0.missingValues = ["-1"] } == "null ")
        // Only an empty text is one that is not said, and an empty string is a string.
        #expect(read("", "integer") == "text !")
        #expect(self.read("", as: "string") == "text ")
        #expect(self.read("", as: "date") == "null ")
    }

    @Test func `days and times of ISO 8601 are of the calendar`() {
        for (type, good, bad) in [
            (
                "date", ["2025-12-31", "2024-02-29"],
                ["2025-02-29", "0000-00-00", "31.12.2025", "2025-1-5", "2025-12-31 "]
            ),
            (
                "datetime",
                [
                    "2025-12-31T23:59:59Z", "2025-12-31 10:00:00", "2022-02-15 10:02:19.123+00",
                    "2025-12-31T10:00:00+01:00",
                ],
                [
                    "2025-12-31", "2025-12-31 10:00", "2025-12-31 24:00:00", "12/31/2025 5:03 PM",
                    "2025-12-31T10:00:00+1",
                ]
            ),
            ("time", ["10:00:00", "23:59:59.5Z"], ["24:00:00", "10:00", "10:00:60"]),
            ("year", ["2025", "0800"], ["25", "20256", "-200"]), ("yearmonth", ["2025-12"], ["2025-13", "12-2025"]),
            ("duration", ["P1Y2M3DT4H5M6.5S", "P2W", "-P1D", "PT0.5H"], ["P", "PT", "1Y", "P1.5DT1H", "P1S"]),
        ] {
            for text in good { #expect(read(text, as: type) == "text \(text)") }
            for text in bad { #expect(read(text, as: type) == "text \(text)!") }
        }
        #expect(read("2025", as: "year", kind: .number) == "number 2025")
        #expect(read("1767139200", as: "datetime", kind: .number) == "number 1767139200!")
    }

    @Test(arguments: [
        ("date", "%d.%m.%Y", "31.12.2025", "2025-12-31"), ("date", "%d.%m.%Y", "1.2.2025", "2025-02-01"),
        ("date", "%d-%b-%y", "05-Mar-69", "1969-03-05"), ("date", "%B %d, %Y", "march 5, 2025", "2025-03-05"),
        ("date", "%Y%j", "2024366", "2024-12-31"), ("date", "%a %d/%m/%Y", "Wed 31/12/2025", "2025-12-31"),
        ("datetime", "%m/%d/%Y %I:%M %p", "12/31/2025 5:03 PM", "2025-12-31T17:03:00"),
        ("datetime", "%d.%m.%Y %H:%M:%S.%f", "31.12.2025 01:02:03.25", "2025-12-31T01:02:03.25"),
        ("datetime", "%Y-%m-%d %H:%M:%S %z", "2022-02-15 10:02:19 +0100", "2022-02-15T10:02:19+01:00"),
        ("time", "%I:%M%p", "12:05am", "00:05:00"), ("date", "%Y%%%m%%%d", "2025%01%02", "2025-01-02"),
    ]) func `a pattern says how a day is written`(type: String, pattern: String, text: String, value: String) {
        #expect(read(text, as: type, format: pattern) == "text \(value)")
    }

    @Test(arguments: [
        ("date", "%d.%m.%Y", "31.11.2025"), ("date", "%d.%m.%Y", "31.12.25"), ("date", "%d.%m.%Y", "31.12.2025 "),
        ("date", "%d.%m.%Y", "12/31/2025"), ("datetime", "%m/%d/%Y %I:%M %p", "12/31/2025 13:03 PM"),
        ("time", "%H:%M", "25:00"), ("date", "%Y%j", "2025366"),
    ]) func `a day that is not so written stays as it is`(type: String, pattern: String, text: String) {
        #expect(read(text, as: type, format: pattern) == "text \(text)!")
    }

    @Test(arguments: [
        ("datetime", "%s", "0", "1970-01-01T00:00:00Z"), ("datetime", "%s", "1709251199", "2024-02-29T23:59:59Z"),
        ("datetime", "%s", "-1", "1969-12-31T23:59:59Z"), ("datetime", "%s", "951782400", "2000-02-29T00:00:00Z"),
        ("datetime", "%s", "-62135596800", "0001-01-01T00:00:00Z"), ("date", "%s", "1735689599", "2024-12-31"),
        ("datetime", "%s", "253402300799", "9999-12-31T23:59:59Z"),
        ("datetime", "%s.%f", "1.000200", "1970-01-01T00:00:01.000200Z"),
        ("datetime", "%Q", "1704103200007", "2024-01-01T10:00:00.007Z"),
        ("datetime", "%Q", "-1", "1969-12-31T23:59:59.999Z"),
        ("datetime", "%Q", "-1000", "1969-12-31T23:59:59.000Z"), ("date", "%Q", "86400000", "1970-01-02"),
    ]) func `a count since 1970 is a day or a time, as a number and as a text`(
        type: String,
        pattern: String,
        text: String,
        value: String
    ) {
        #expect(read(text, as: type, format: pattern) == "text \(value)")
        #expect(read(text, as: type, format: pattern, kind: .number) == "text \(value)")
    }

    @Test(arguments: [
        ("datetime", "%s", "253402300800"), ("datetime", "%s", "-62135596801"), ("datetime", "%s", "1e9"),
        ("datetime", "%s", "1.5"), ("datetime", "%s.%f", "-1.5"), ("datetime", "%Q", "9999999999999999"),
        ("date", "%s", "2025-1"),
    ]) func `a count that is none, or of no day of the calendar, stays as it is`(
        type: String,
        pattern: String,
        text: String
    ) {
        #expect(read(text, as: type, format: pattern) == "text \(text)!")
    }

    @Test func `a pattern without a part of the day or with an unknown part is refused`() {
        #expect(throws: DatePattern.Fault.unknownDirective("%q")) { try DatePattern("%d.%m.%q", for: .date) }
        #expect(throws: DatePattern.Fault.lacks("the hour (%H)")) { try DatePattern("%s", for: .time) }
        #expect(throws: DatePattern.Fault.unknownDirective("%")) { try DatePattern("%d.%m.%", for: .date) }
        #expect(throws: DatePattern.Fault.lacks("the year (%Y)")) { try DatePattern("%d.%m.", for: .date) }
        #expect(throws: DatePattern.Fault.lacks("the month (%m)")) { try DatePattern("%d.%Y", for: .date) }
        #expect(throws: DatePattern.Fault.lacks("the hour (%H)")) { try DatePattern("%d.%m.%Y", for: .datetime) }
        #expect(throws: DatePattern.Fault.lacks("morning or afternoon (%p)")) { try DatePattern("%I:%M", for: .time) }
    }

    @Test func `a text that holds an array or an object is one`() {
        #expect(read(#" ["bobby", "Ada"] "#, as: "array") == #"json ["bobby","Ada"]"#)
        #expect(read(#"{"a": [1, 2]}"#, as: "object") == #"json {"a":[1,2]}"#)
        for text in ["[1", "{\"a\":1}", "bobby", "[1] 2", "[\"\\ud800\"]"] {
            #expect(read(text, as: "array") == "text \(text)!")
        }
        #expect(read(#"{"a": 1, "a": 2}"#, as: "object") == #"text {"a": 1, "a": 2}!"#)
        #expect(read("[1]", as: "string") == "text [1]")
        #expect(read("[1]", as: "string", kind: .json) == "json [1]!")
        #expect(read("5", as: "string", kind: .number) == "number 5!")
    }

    @Test func `a list has items of one type`() {
        #expect(read("a,b \"c\"", as: "list") == #"json ["a","b \"c\""]"#)
        #expect(read("1;2", as: "list") { ($0.delimiter, $0.itemType) = (";", .integer) } == "json [1,2]")
        #expect(read("1;zwei", as: "list") { ($0.delimiter, $0.itemType) = (";", .integer) } == "text 1;zwei!")
        #expect(read("[1,2]", as: "list", kind: .json) { $0.itemType = .integer } == "json [1,2]")
        #expect(read("[1,2]", as: "list", kind: .json) == "json [1,2]!")
    }

    @Test func `points lie on the earth`() {
        #expect(read("4.9, 52.4", as: "geopoint") == "text 4.9, 52.4")
        #expect(read("[4.9, 52.4]", as: "geopoint", format: "array") == "json [4.9,52.4]")
        #expect(
            read(#"{"lon": 4.9, "lat": 52.4}"#, as: "geopoint", format: "object") == #"json {"lon":4.9,"lat":52.4}"#
        )
        for text in ["200, 0", "0, 91", "4.9", "a, b", "1,2,3"] {
            #expect(read(text, as: "geopoint") == "text \(text)!")
        }
    }

    @Test func `formats of texts`() {
        for (format, good, bad) in [
            (
                "email",
                ["ada@b.example", "o'neil+x@b-c.co.uk", "ada@bücher.example", "a@b.xn--p1ai", "A.B@1.EXAMPLE"],
                [
                    "ada", "Ada <ada@b.example>", "a@b", "a..b@c.example", " a@b.example", "a@b.example, c@d.example",
                    "", "@", "a@", "@b.example", ".a@b.example", "a.@b.example", "a@-b.example", "a@b-.example",
                    "a@b..example", "a@.example", "a@b.example.", "a@b.e", "a@b.c0m", "a@b@c.example", "a@b.ex ample",
                    "\(String(repeating: "a", count: 65))@b.example", "a@\(String(repeating: "b", count: 64)).example",
                ]
            ),
            (
                "uri", ["https://a.example:80/b?x=1#y", "tel:+31", "mailto:a@b.example"],
                ["www.a.example", "http://", "http://a b/"]
            ),
            ("uuid", ["123E4567-e89b-12d3-a456-426614174000"], ["123e4567e89b12d3a456426614174000", "no"]),
            ("binary", ["QUI=", "QUJD", ""], ["QUI", "Q=I=", "Ä==="]),
        ] {
            for text in good { #expect(read(text, as: "string", format: format) == "text \(text)") }
            for text in bad { #expect(read(text, as: "string", format: format) == "text \(text)!") }
        }
    }
}
