import ExporterKit
import Foundation
import RecordFormats
import TestSupport
import Testing

@Suite struct `The JSON record reader` {
    private static let names = ["a", "a:base64", "b\"\\", "\u{2028}", ""]
    private static let fields = names.map { FieldDescription(name: $0, type: "any", title: LocalizedText($0)) }

    @Test(arguments: [1, 7, 100, 1_000_000])
    func `gives back what was written, in pieces of whatever length`(_ length: Int) throws {
        var chance = Seeded(state: 9)
        let records = (0..<400).map { _ in Self.names.map { _ in Self.cell(&chance) } }
        let all = Array(Self.fields.indices)
        let file = jsonFile(records.map { RecordBuffer(cells: $0) }, fields: Self.fields, exported: all)
        let read = try Self.read(file, in: length)
        #expect(read.count == records.count)
        for (cells, expected) in zip(read, records) { #expect(cells == expected.map(Self.said)) }
    }

    @Test func `gives what JSON escapes as the characters that it means`() throws {
        let texts = [
            (#""\u00e9\ud83d\ude00\/\b\f\n\r\t\"\\""#, "\u{E9}\u{1F600}/\u{8}\u{C}\n\r\t\"\\"),
            (#""\ud83d""#, "\u{FFFD}"),
            (#""\ude00\ud83d""#, "\u{FFFD}\u{FFFD}"), (#""\ud83dx""#, "\u{FFFD}x"), (#""\u000""#, "000"),
        ]
        for (json, expected) in texts {
            let read = try Self.read(Array("[\n{\"a\":\(json)}\n]\n".utf8), in: 3, names: ["a"])
            #expect(read == [["text \(expected)"]])
        }
    }

    @Test(arguments: [
        "{", "{}", "{\"a\"}", "{\"a\":}", "{\"a\":1", "{\"a\":\"}", "{\"a\":\"\\\"}", "{\"a\":[}", "{\"a\":{\"b\":1}",
        "{\"b\":1}",
        "{\"a\":1 2}", "{\"a\":01}", "{\"a\":nul}", "{\"a\":1,\"a\":2}", "{\"a\":1\"a:base64\":\"\"}", "{,\"a\":1}",
    ])
    func `says no word of the data where a line is not as it was written`(_ line: String) {
        let failure = #expect(throws: JSONRecordReader.Unreadable.self) {
            try Self.read(Array("[\n\(line),\n".utf8), in: 100, names: ["a"])
        }
        #expect(failure?.description == "line 2 of a file of records is not as it was written")
    }

    private static func read(_ file: [UInt8], in length: Int, names: [String] = names) throws -> [[String]] {
        var reader = JSONRecordReader(names: names)
        var records: [[String]] = []
        for start in stride(from: 0, to: file.count, by: length) {
            try reader.read(file[start..<min(start + length, file.count)].span) { record in
                records.append(
                    (0..<record.count).map { column in
                        let text = String(decoding: record.cell(at: column), as: UTF8.self)
                        return record.kind(at: column) == .null ? "null" : "\(record.kind(at: column)) \(text)"
                    }
                )
            }
        }
        return records
    }

    private static func cell(_ chance: inout Seeded) -> TestCell {
        switch Int.random(in: 0..<7, using: &chance) {
        case 0: .null
        case 1: .boolean(Bool.random(using: &chance))
        case 2: .number(["0", "-1.50", "1e400", "123456789012345678901234567890"].randomElement(using: &chance) ?? "0")
        case 3: .json(["[]", "{\"a\":[1,\"]}\\\"\"]}", "[[[{}]]]", " [ 1 ] "].randomElement(using: &chance) ?? "[]")
        case 4: .blob((0..<Int.random(in: 0...9, using: &chance)).map { _ in .random(in: 0...255, using: &chance) })
        default: .text(nastyTexts.randomElement(using: &chance) ?? [])
        }
    }

    private static func said(_ cell: TestCell) -> String {
        switch cell {
        case .null: "null"
        case .boolean(let truth): "boolean \(truth)"
        case .number(let literal): "number \(literal)"
        case .text(let bytes): "text " + String(decoding: repaired(bytes), as: UTF8.self)
        case .blob(let bytes): "blob " + Data(bytes).base64EncodedString()
        case .json(let text): "json " + text.drop { $0 == " " }.trimmingSuffix(" ")
        }
    }
}

extension Substring {
    fileprivate func trimmingSuffix(_ character: Character) -> String {
        var text = String(self)
        while text.last == character { text.removeLast() }
        return text
    }
}
