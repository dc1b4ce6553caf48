import ExporterKit
import Foundation
import TestSupport
import Testing

/// Files in other encodings than UTF-8: by their own mark, by a setting, or not at all.
@Suite struct EncodingTests {
    private func table(
        _ content: [UInt8],
        in folder: String,
        _ settings: [String: String] = [:]
    ) throws -> SystemDescription {
        try write(content, to: "a.csv", in: folder)
        let settings = settings.merging(["file": "a.csv"]) { given, _ in given }
        return system("files", in: folder, collection(settings, [field("e", matches: "email"), field("v")]))
    }

    private let text = "e,v\na@b.c,Zoë Müller\n"

    private func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
        Array(try #require(text.data(using: encoding)))
    }

    @Test func `text in ISO-8859-1 is read by its setting, and without it stays as it is, with a warning`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let content = try bytes(text, .isoLatin1)
            let told = try table(content, in: folder, ["encoding": "iso-8859-1"])
            #expect(try await ask(told, "email", "a@b.c") == [["text a@b.c", "text Zoë Müller"]])
            #expect(await findings(told) == [])
            let untold = try table(content, in: folder)
            #expect(try await ask(untold, "email", "a@b.c") == [["text a@b.c", "text 5a6feb204dfc6c6c6572"]])
            #expect(await findings(untold) == ["warning encoding: the file is not UTF-8: line 2 of `a.csv`"])
        }
    }

    @Test(
        arguments: [
            (String.Encoding.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
            (.utf32LittleEndian, [0xFF, 0xFE, 0, 0]), (.utf32BigEndian, [0, 0, 0xFE, 0xFF]),
            (.utf8, [0xEF, 0xBB, 0xBF]),
        ] as [(String.Encoding, [UInt8])]
    )
    func `a file's own mark says its encoding`(encoding: String.Encoding, mark: [UInt8]) async throws {
        try await withTemporaryFolder { folder in
            let system = try table(mark + bytes(text, encoding), in: folder)
            #expect(try await ask(system, "email", "a@b.c") == [["text a@b.c", "text Zoë Müller"]])
            #expect(await findings(system) == [])
            for (name, content) in [("a.json", #"[{"e":"a@b.c","v":"ü"}]"#), ("a.jsonl", #"{"e":"a@b.c","v":"ü"}"#)] {
                let json = try table(mark + bytes(text, encoding), in: folder, ["file": name])
                try write(mark + bytes(content, encoding), to: name, in: folder)
                #expect(try await ask(json, "email", "a@b.c") == [["text a@b.c", "text ü"]])
            }
        }
    }

    @Test(
        arguments: [
            (String.Encoding.utf16LittleEndian, [0xFF, 0xFE], "UTF-16", true),
            (.utf16LittleEndian, [0xFF, 0xFE], "UTF-16LE", true), (.utf16BigEndian, [0xFE, 0xFF], "UCS-2BE", true),
            (.utf16LittleEndian, [0xFF, 0xFE], "UTF-16BE", false), (.utf16LittleEndian, [0xFF, 0xFE], "UTF-8", false),
            (.utf8, [0xEF, 0xBB, 0xBF], "utf8", true), (.utf8, [0xEF, 0xBB, 0xBF], "windows-1252", false),
        ] as [(String.Encoding, [UInt8], String, Bool)]
    )
    func `a setting that contradicts the mark is an error`(
        encoding: String.Encoding,
        mark: [UInt8],
        name: String,
        agrees: Bool
    ) async throws {
        try await withTemporaryFolder { folder in
            let system = try table(mark + bytes(text, encoding), in: folder, ["encoding": name])
            if agrees {
                #expect(try await ask(system, "email", "a@b.c") == [["text a@b.c", "text Zoë Müller"]])
            } else {
                let told = try #require(try await failure(system, "email", "a@b.c"))
                #expect(told.message.hasPrefix("the file begins with the mark of UTF-"))
                #expect(told.message.hasSuffix(": `a.csv`"))
                #expect(await findings(system).first?.hasPrefix("error encoding: ") == true)
            }
        }
    }

    @Test(
        arguments: [
            ("UTF-8", [0x78, 0xFF]), ("utf-8", [0xC3]), ("ASCII", [0xC3, 0xA9]), ("windows-1252", [0x81]),
            ("SHIFT_JIS", [0x82]), ("UTF-16LE", [0x00, 0xD8, 0x41, 0x00]),
        ] as [(String, [UInt8])]
    )
    func `bytes that the encoding does not have are a failure that names the line`(name: String, wrong: [UInt8])
        async throws
    {
        try await withTemporaryFolder { folder in
            let isWide = name.hasPrefix("UTF-16")
            let encoding = isWide ? String.Encoding.utf16LittleEndian : .utf8
            let content = try bytes("e,v\na@b.c,1\na@b.c,", encoding) + wrong
            let system = try table(content, in: folder, ["encoding": name])
            let told = try #require(try await failure(system, "email", "a@b.c"))
            #expect(told.code == .malformed)
            #expect(told.message.hasSuffix("does not have: line 3 of `a.csv`"), "\(told.message)")
            #expect(!told.description.utf8.contains(UInt8(ascii: "@")))
            #expect(await findings(system).first?.hasPrefix("error encoding: ") == true)
        }
    }

    @Test(arguments: ["latin-nothing", "UTF-8//IGNORE", "UTF-8//TRANSLIT", " ", "é"])
    func `a name that iconv does not know, or that would lose text, is refused`(name: String) async throws {
        try await withTemporaryFolder { folder in
            let system = try table(Array(text.utf8), in: folder, ["encoding": name])
            #expect(await findings(system) == ["error encoding: `encoding` is no name that iconv knows"])
            #expect(try await failure(system, "email", "a@b.c")?.code == .queryFailed)
        }
    }

    @Test func `a long file is converted across the ends of every buffer`() async throws {
        try await withTemporaryFolder { folder in
            let rows = (0..<6000).map { "a@b.c,\(String(repeating: "ñ€", count: $0 % 90))\($0)" }
            let text = "e,v\n" + rows.joined(separator: "\n")
            for (encoding, name) in [(String.Encoding.utf16LittleEndian, "UTF-16LE"), (.utf8, "UTF-8")] {
                let system = try table(bytes(text, encoding), in: folder, ["encoding": name])
                let found = try await ask(system, "email", "a@b.c").map { "a@b.c," + $0[1].dropFirst(5) }
                #expect(found == rows)
            }
        }
    }

    @Test(arguments: [
        "latin1", "cp1252", "cp850", "iso8859-15", "koi8-r", "utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-16",
        "shift_jis", "euc-jp", "iso2022_jp", "gb18030", "big5", "euc-kr", "cp1251", "iso8859-7",
    ])
    func `random text in an encoding is read as Python decodes it`(python: String) async throws {
        let names = [
            "iso2022_jp": "ISO-2022-JP", "utf-16-le": "UTF-16LE", "utf-16-be": "UTF-16BE", "utf-32-le": "UTF-32LE",
        ]
        let script = """
            import random, sys
            name, folder = sys.argv[1:]
            random.seed(name)
            letters = [chr(c) for c in list(range(0x30, 0x7B)) + list(range(0xA1, 0x250)) + list(range(0x391, 0x3CA))
                       + list(range(0x410, 0x450)) + list(range(0x3042, 0x3094)) + list(range(0x4E00, 0x4F00))
                       + list(range(0xAC00, 0xAC80)) + [0x20AC, 0x1F600] if chr(c) not in '\\\\~']
            def known(letter):
                # Outside of what all libraries agree on: ETEN's signs in Big5, syllables made of letters in EUC-KR.
                if name == "big5" and 0x7F < ord(letter) < 0x4E00: return False
                if name == "euc-kr" and len(letter.encode(name, "ignore")) > 2: return False
                try: return letter.encode(name).decode(name) == letter
                except UnicodeError: return False
            letters = [letter for letter in letters if known(letter)]
            cells = ["".join(random.choices(letters, k=random.randrange(1, 40))) for _ in range(3000)]
            text = "e,v\\n" + "".join("a@b.c,%s\\n" % cell for cell in cells)
            open(folder + "/a.csv", "wb").write(text.encode(name))
            print("\\n".join(cells))
            """
        try await withTemporaryFolder { folder in
            let system = try table([], in: folder, ["encoding": names[python] ?? python])
            let result = try runTool("/usr/bin/python3", ["-X", "utf8", "-c", script, python, folder])
            let expected = result.output.split(separator: "\n").map { "text \($0)" }
            try #require(expected.count == 3000, "\(result.errors)")
            #expect(try await ask(system, "email", "a@b.c").map { $0[1] } == expected)
        }
    }
}
