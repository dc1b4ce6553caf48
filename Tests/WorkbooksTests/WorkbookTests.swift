import Foundation
import TestSupport
import Testing
import Workbooks

@Suite struct `A workbook` {
    @Test func `holds a number as a number where it keeps each digit, and as text where it would not`() async throws {
        let kept = [
            ("0", "0"), ("-1", "-1"), ("1.50", "1.5"), ("123456789012345", "123456789012345"), ("0.000001", "1e-06"),
            ("-12.5e-3", "-0.0125"), ("1e22", "1e+22"), ("0e0", "0.0"), ("0.0", "0.0"),
            ("99999999999999.9", "99999999999999.9"), ("0.0000000000000000001", "1e-19"),
        ]
        let texts = [
            "1234567890123456", "-9223372036854775808", "0.1234567890123456", "-0", "-0.0", "1e201", "1e-201", "1e400",
            "1e99999999999999999999", "100000000000000.0", "1" + String(repeating: "0", count: 30),
            "0." + String(repeating: "0", count: 400) + "1",
        ]
        let read = try await column(.plain, (kept.map(\.0) + texts).map(Value.number))
        #expect(read == kept.map(\.1) + texts.map { "'\($0)'" })
    }

    @Test func `shows as many decimals as the number has`() async throws {
        let script = """
            import openpyxl, sys
            sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[1]
            print(*[sheet.cell(row, 1).number_format for row in range(2, 6)])
            """
        let numbers = ["12", "12.50", "0.123456789012345", "1e5"].map { [Value.number($0)] }
        let shown = try await read(workbook([(table("T", WorkbookColumn("n")), numbers)]), with: script)
        #expect(shown == "0 0.00 0.000000000000000 General\n")
    }

    @Test func `keeps leading zeros, long numbers and what looks like a day or a formula as text`() async throws {
        let texts = [
            "007", "12345678901234567890", "2026-01-02", "1-2", "=1+1", "+31205550142", "@SUM(A1)", "TRUE", "1e5",
        ]
        let read = try await column(.plain, texts.map { .text(Array($0.utf8)) })
        #expect(read == texts.map { "'\($0)'" })
    }

    @Test func `holds days and times as such in their columns`() async throws {
        let days = try await column(.date, texts("2026-02-28", "1900-03-01", "9999-12-31"))
        #expect(
            days.map { $0.dropLast(7) } == [
                "datetime.datetime(2026, 2, 28", "datetime.datetime(1900, 3, 1", "datetime.datetime(9999, 12, 31",
            ]
        )
        let moments = try await column(
            .dateTime,
            texts("2026-02-28T23:59:59", "2026-02-28 00:00:00", "2026-02-28T10:20:30.123")
        )
        #expect(
            moments == [
                "datetime.datetime(2026, 2, 28, 23, 59, 59)", "datetime.datetime(2026, 2, 28, 0, 0)",
                "datetime.datetime(2026, 2, 28, 10, 20, 30, 123000)",
            ]
        )
        let times = try await column(.time, texts("23:59:59.999", "00:00:00", "08:00:00"))
        #expect(times == ["datetime.time(23, 59, 59, 999000)", "datetime.time(0, 0)", "datetime.time(8, 0)"])
    }

    @Test(arguments: [
        (
            WorkbookColumn.Kind.date,
            ["2026-02-29", "1900-02-28", "0000-00-00", "2026-1-2", "2026-01-02T00:00:00", "", "2026-01-0x"]
        ),
        (
            .dateTime,
            [
                "2026-01-02T10:20:30Z", "2026-01-02T10:20:30+01:00", "2026-01-02T10:20:30.1234", "2026-01-02T10:20",
                "2026-01-02T24:00:00", "2016-12-31T23:59:60", "1899-12-31T00:00:00", "2026-01-02",
                "2026-01-02T10:20:30.",
            ]
        ),
        (.time, ["10:20", "24:00:00", "10:20:30Z", "1:02:03", "10:20:30,5", "-1:00:00"]),
    ])
    func `leaves a day or time as text where a cell would say more or less`(
        _ kind: WorkbookColumn.Kind,
        _ values: [String]
    ) async throws {
        let read = try await column(kind, values.map { .text(Array($0.utf8)) })
        #expect(read == values.map { $0.isEmpty ? "None" : "'\($0)'" } || read == values.map { "'\($0)'" })
    }

    @Test func `holds truth values, and nothing where there is nothing`() async throws {
        #expect(try await column(.plain, [.truth(true), .null, .truth(false)]) == ["True", "None", "False"])
    }

    @Test func `leaves a text out that no cell can hold, says where it is, and counts it`() async throws {
        let long = Array(repeating: UInt8(ascii: "a"), count: 32_768)
        let pairs = Array(String(repeating: "\u{1F600}", count: 16_384).utf8)
        let rows: [Value] = [.text(long), .text(Array(long.dropLast())), .text(pairs), .text(Array(pairs.dropLast(4)))]
        let read = try await column(.plain, rows)
        #expect(read.map(\.count) == ["'too long'".count, 32_769, "'too long'".count, 16_385])
        let listed = try await listing(workbook([(table("T", WorkbookColumn("n")), rows.map { [$0] })]))
        #expect(listed[1] == ["T", "shop", "4", "2"])
    }

    @Test func `repairs bytes that are not UTF-8, so that every program opens it`() async throws {
        let broken: [[UInt8]] = [[0xFF], [0x61, 0xC3], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98, 0x62]]
        let read = try await column(.plain, broken.map(Value.text))
        #expect(read == ["'\u{FFFD}'", "'a\u{FFFD}'", "'\u{FFFD}\u{FFFD}\u{FFFD}'", "'\u{FFFD}b'"])
    }

    @Test func `goes on with the next sheet where one is full`() async throws {
        let rows = (1...7).map { [Value.number(String($0))] }
        let written = try workbook([(table("Orders", WorkbookColumn("n")), rows)], limits: SheetLimits(rows: 3))
        let listed = try await listing(written)
        #expect(
            listed.map { $0.prefix(3) }.dropFirst() == [
                ["Orders", "shop", "3"], ["Orders (2)", "shop", "3"], ["Orders (3)", "shop", "1"],
            ]
        )
        let bytes = try workbook([(table("Orders", WorkbookColumn("n")), rows)], limits: SheetLimits(bytes: 1))
        #expect(try await listing(bytes).count == 8)
    }

    @Test func `names its sheets as spreadsheets allow, no two alike`() async throws {
        let titles = [
            "Orders", "orders", "a/b\\c?d*e[f]g:h", "'quoted'", "History", "", "Contents",
            String(repeating: "long ", count: 9), String(repeating: "LONG ", count: 9), "a\u{0}b\nc", "<&\">",
        ]
        let written = try workbook(titles.map { (table($0, WorkbookColumn("n")), []) })
        let names = try await listing(written).map { $0[0] }.dropFirst().prefix(titles.count)
        #expect(
            Array(names) == [
                "Orders", "orders (2)", "a b c d e f g h", "quoted", "History (2)", "-", "Contents (2)",
                "long long long long long long l", "LONG LONG LONG LONG LONG LO (2)", "a b c", "<&\">",
            ]
        )
        let script = "import openpyxl, sys; print(openpyxl.load_workbook(sys.argv[1]).sheetnames)"
        let read = try await read(written, with: script)
        #expect(read.hasPrefix("['Contents', 'Orders', 'orders (2)',") && read.contains("'<&\">'"))
    }

    @Test func `is the same bytes for the same rows, and tells no time`() throws {
        let rows = (0..<2000).map { [Value.number(String($0)), .text(Array("row \($0)".utf8))] }
        let tables = [(table("T", WorkbookColumn("a"), WorkbookColumn("b")), rows)]
        let first = try workbook(tables)
        #expect(try first == workbook(tables))
    }

    @Test func `is a whole one without a table, and with a table without a column`() async throws {
        #expect(try await listing(workbook([])).count == 1)
        #expect(try await listing(workbook([(table("T"), [[], []])]))[1] == ["T", "shop", "2", "0"])
    }

    private func texts(_ texts: String...) -> [Value] { texts.map { .text(Array($0.utf8)) } }

    /// What openpyxl reads in a column, each cell as Python shows it.
    private func column(_ kind: WorkbookColumn.Kind, _ values: [Value]) async throws -> [String] {
        try await cells(workbook([(table("T", WorkbookColumn("c", kind)), values.map { [$0] })])).map { $0[0] }
    }

    /// What the first sheet lists.
    private func listing(_ workbook: [UInt8]) async throws -> [[String]] {
        let script = """
            import json, openpyxl, sys
            book = openpyxl.load_workbook(sys.argv[1])
            assert all(sheet.freeze_panes == "A2" for sheet in book), "a header moves away"
            print(json.dumps([[str(cell.value) for cell in row] for row in book.worksheets[0].iter_rows()]))
            """
        return try await JSONDecoder().decode([[String]].self, from: Data(read(workbook, with: script).utf8))
    }
}
