import Groundwork
import CommandParts
import Foundation
import TestSupport
import Testing
import SpreadsheetImport
import Cases

@Suite struct `RecordImport of what is no register` {
    private let secret = "Ada Jansen"

    private func expectRefusal(_ bytes: some Sequence<UInt8>, naming columns: [String] = [], saying sentence: String)
        throws
    {
        let error = try ImportedRegister.refusal(of: bytes, naming: columns)
        #expect(error.ending == .usage)
        #expect(error.message.contains(sentence), "\(error)")
        #expect(error.hint != nil)
        #expect(!error.description.contains("Ada"), "a cell was repeated: \(error)")
    }

    @Test(arguments: ["", "\u{FEFF}", "\n\n\n", "\u{FEFF}\r\n"])
    func `nothing at all is refused`(_ text: String) throws {
        try expectRefusal(text.utf8, saying: "the register is empty")
    }

    @Test(arguments: ["Verwerkingsactiviteit;Doel\n;\n", ";;;\n;;;\n", "Ada Jansen\n"])
    func `headers alone are refused`(_ text: String) throws {
        try expectRefusal(text.utf8, saying: "no activity stands below")
    }

    @Test func `Windows-1252 is refused with its line and the way out`() throws {
        let bytes = Array("Verwerkingsactiviteit;Doel\nx;\(secret)\nCategorie".utf8) + [0xEB, 0x6E, 0x0A]
        try expectRefusal(bytes, saying: "line 3 of the register is not UTF-8")
        #expect(try ImportedRegister.refusal(of: bytes).hint?.text.contains("UTF-8") == true)
    }

    @Test func `UTF-16 is refused too`() throws {
        let text = try #require("Verwerkingsactiviteit\tDoel\nx\ty\n".data(using: .utf16))
        try expectRefusal(text, saying: "not UTF-8")
    }

    @Test(arguments: [Array("PK\u{3}\u{4}".utf8), [0xD0, 0xCF, 0x11, 0xE0]])
    func `a workbook is called one`(_ bytes: [UInt8]) throws {
        try expectRefusal(bytes + [0, 1, 2], saying: "a workbook, not CSV")
    }

    @Test func `line ends of old Macintosh programs are refused`() throws {
        try expectRefusal("Verwerkingsactiviteit;Doel\rx;y\r".utf8, saying: "old Macintosh")
    }

    @Test(arguments: ["a;\"Ada", "a;Ada \"the\" Jansen\n", "a;\"Ada\"Jansen\n"])
    func `a stray quote is refused with the line on which its row begins`(_ row: String) throws {
        try expectRefusal("Verwerkingsactiviteit;Doel\n\"x\ny\";z\n\(row)".utf8, saying: "line 4 is no CSV")
    }

    @Test func `a row with more cells than headers is refused with its line`() throws {
        try expectRefusal("Verwerkingsactiviteit,Doel\na,b\nc,d,Ada\n".utf8, saying: "line 3 has more cells")
    }

    @Test func `empty cells behind the headers do no harm, nor do short rows`() async throws {
        let read = try await ImportedRegister.reading("Verwerkingsactiviteit,Doel,Ontvangers\na,b,,,,\nc\n")
        #expect(read.record.activities == 2)
    }

    @Test func `a column that does not exist is refused with those that do`() throws {
        let text = "Verwerkingsactiviteit,Doel\nAda,Ada\n"
        try expectRefusal(text.utf8, naming: ["purpose=Dool"], saying: "there is no column \"Dool\"")
        let error = try ImportedRegister.refusal(of: text.utf8, naming: ["purpose=Dool"])
        #expect(error.hint == "the columns are \"Verwerkingsactiviteit\", \"Doel\"")
    }

    @Test(arguments: ["Dutch", "NL", "", "n l"])
    func `a language that is no code is refused`(_ language: String) throws {
        let register = try RegisterFile(Array("Verwerkingsactiviteit,Doel\na,b\n".utf8), name: "r.csv")
        #expect(throws: InzageError.self) {
            try RecordImport(register, columns: ColumnMatching(register), language: language)
        }
    }

    @Test func `a file that is missing, a folder or too large is refused`() async throws {
        try await withTemporaryFolder { folder in
            try Data(count: 2 << 20).write(to: URL(fileURLWithPath: folder + "/large.csv"))
            for (name, sentence) in [
                ("none.csv", "missing"), ("", "not a regular"), ("large.csv", "larger than 1 MiB"),
            ] {
                let error = #expect(throws: InzageError.self) { try RegisterFile(at: "\(folder)/\(name)") }
                #expect(error?.message.contains(sentence) == true, "\(String(describing: error))")
            }
        }
    }

    @Test func `what does not fit into the file is refused as a whole`() throws {
        // Each control character takes four bytes when it is written out.
        let cell = String(repeating: "\u{1}", count: 400_000)
        try expectRefusal("Verwerkingsactiviteit,Doel\na,\(cell)\n".utf8, saying: "does not fit")
    }

    @Test func `a hostile file name cannot leave its comment`() async throws {
        let read = try await ImportedRegister.reading("Activity,Purpose\na,b\n", name: "x\ncategories: {}\u{2028}.csv")
        #expect(read.record.activities == 1)
        #expect(read.record.yaml.contains("# Read from x\\u{a}categories"))
    }
}
