import ExporterKit
import Testing

@Suite struct RecordBufferTests {
    private struct Nothing: DocumentContent {
        func read(_ piece: (UnsafeRawBufferPointer) throws -> Void) throws {}
    }

    private func record(_ fill: (inout RecordBuffer) -> Void) -> RecordBuffer {
        var record = RecordBuffer()
        record.appendNull()
        fill(&record)
        return record
    }

    private func values(_ fill: (inout RecordBuffer) -> Void) -> [String] {
        record(fill).identifierValues(at: 1).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func `a number and its text are one, but not another way to write it`() {
        let number = record { $0.append(Int64(42)) }
        #expect(number.carries(Identifier(kind: "customer_id", "42"), at: 1))
        #expect(!number.carries(Identifier(kind: "customer_id", "042"), at: 1))
        #expect(!number.carries(Identifier(kind: "customer_id", "4"), at: 1))
    }

    @Test func `the case of ASCII letters matters to every kind but email, cases 5 to 8`() {
        let text = record { $0.append(.text, "Kim@X.org".utf8) }
        #expect(text.carries(Identifier(kind: "email", "kIM@x.ORG"), at: 1))
        #expect(!text.carries(Identifier(kind: "chat_handle", "kim@x.org"), at: 1))
        #expect(!text.carries(Identifier(kind: "email", "\u{212A}im@x.org"), at: 1))
        #expect(!text.carries(Identifier(kind: "email", "kim@x.org "), at: 1))
    }

    @Test func `a cell that holds nothing carries nothing, case 51`() {
        for kind in [RecordBuffer.Kind.text, .json, .blob] {
            let empty = record { $0.append(kind, []) }
            #expect(!empty.carries(Identifier(kind: "email", ""), at: 1))
            #expect(empty.identifierValues(at: 1) == [])
        }
        #expect(!record { $0.appendNull() }.carries(Identifier(kind: "email", ""), at: 1))
        #expect(record { $0.append(document: Nothing(), named: "a@b.c".utf8) }.identifierValues(at: 1) == [])
    }

    @Test func `an array carries each of its scalar elements and nothing within them`() {
        #expect(
            values { $0.append(.json, #"["a@b.c", 42, true, null, "", ["x"], {"y": "z"}, "\u0041\n"]"#.utf8) }
                == ["a@b.c", "42", "true", "A\n"]
        )
        #expect(values { $0.append(.json, #"{"a": "a@b.c"}"#.utf8) } == [])
        #expect(values { $0.append(.json, "[".utf8) } == [])
        #expect(values { $0.append(true) } == ["true"])
    }

    @Test func `cells keep their places behind a long one`() {
        let record = record {
            $0.append(.text, String(repeating: "x", count: 1000).utf8)
            $0.append(.json, #"["q"]"#.utf8)
            $0.append(Int64.min)
        }
        #expect(record.identifierValues(at: 2) == [Array("q".utf8)])
        #expect(record.identifierValues(at: 3) == [Array("-9223372036854775808".utf8)])
    }

    @Test func `a record prints nothing of what it holds`() {
        let record = record { $0.append(.text, "ada@example.org".utf8) }
        var dumped = ""
        dump(record, to: &dumped)
        #expect("\(record)\(record.debugDescription)\(dumped)".contains("ada") == false)
    }
}
