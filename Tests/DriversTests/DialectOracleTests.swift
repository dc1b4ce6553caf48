import ExporterKit
import Foundation
import TestSupport
import Testing

/// Tables in random dialects, written by Python's own CSV library.
@Suite struct DialectOracleTests {
    private static let python = """
        import csv, io, json, random, sys
        seed, folder = sys.argv[1:]
        random.seed(int(seed))
        for number in range(150):
            marks = random.sample(list(";,|\\t:^~'\\"!\\\\"), 3)
            quoting = random.choice([csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONE, csv.QUOTE_NONNUMERIC])
            double = random.random() < 0.6
            escape = marks[2] if not double or quoting == csv.QUOTE_NONE or random.random() < 0.3 else None
            newline = random.choice(["\\n", "\\r\\n", "\\r"])
            dialect = dict(delimiter=marks[0], quotechar=marks[1], doublequote=double, escapechar=escape,
                           quoting=quoting, lineterminator=newline)
            # A letter behind a backslash has a meaning of its own; Python's writer escapes none.
            alphabet = "xY é€😀 .0" + "".join(marks) + ("" if newline == "\\r" else "\\n")
            def cell():
                text = "".join(random.choices(alphabet, k=random.randrange(0, 8)))
                # What is not quoted loses its end of line before a line feed, or is nothing at all.
                return text.replace("\\n", "") if quoting == csv.QUOTE_NONE else text
            rows = [["a@b.c", cell(), cell()] for _ in range(random.randrange(1, 20))]
            has_header = random.random() < 0.7
            output = io.StringIO(newline="")
            writer = csv.writer(output, **dialect)
            if has_header: writer.writerow(["e", "v", "w"])
            writer.writerows(rows)
            open(f"{folder}/{number}.csv", "w", newline="", encoding="utf-8").write(output.getvalue())
            words = {"delimiter": marks[0], "quoteChar": "" if quoting == csv.QUOTE_NONE else marks[1],
                     "doubleQuote": "true" if double else "false", "lineTerminator": newline,
                     "header": "true" if has_header else "false"}
            if escape: words["escapeChar"] = escape
            print(json.dumps({"words": words, "rows": rows}))
        """

    private struct Written: Decodable {
        let words: [String: String]
        let rows: [[String]]
    }

    @Test(arguments: 1...6) func `what Python writes is read back equal`(seed: Int) async throws {
        try await withTemporaryFolder { folder in
            let result = try runTool("/usr/bin/python3", ["-X", "utf8", "-c", Self.python, "\(seed)", folder])
            let tables = try result.output.split(separator: "\n").map {
                try JSONDecoder().decode(Written.self, from: Data($0.utf8))
            }
            try #require(tables.count == 150, "\(result.errors)")
            for (number, written) in tables.enumerated() {
                let content = try String(contentsOfFile: "\(folder)/\(number).csv", encoding: .utf8)
                let system = try table(content, written.words, [field("v"), field("w")], in: folder)
                let found = try await ask(system, "email", "a@b.c")
                let texts = found.map { $0.map { $0 == "null" ? "" : String($0.dropFirst(5)) } }
                #expect(texts == written.rows, "\(written.words) \(content.debugDescription)")
            }
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `whatever stands in a file is read or refused with its place, in every format`(seed: UInt64) async throws {
        var random = Draw(seed: seed)
        try await withTemporaryFolder { folder in
            for round in 0..<400 {
                let name = ["a.csv", "a.json", "a.jsonl"][round % 3]
                try write(random.bytes(), to: name, in: folder)
                var settings = ["file": name]
                if random.below(3) == 0 { settings["encoding"] = random.pick(["UTF-16", "latin1", "EUC-JP", "UTF-8"]) }
                if name == "a.json" { settings["records"] = random.pick(["*", "*.e", "e", "e.*.v", nil, nil]) }
                let fields = [field("e", matches: "email"), field("v")]
                let system = system("files", in: folder, collection(settings, fields))
                _ = await findings(system)
                if let told = try await failure(system, "email", "a@b.c") {
                    #expect(told.message.hasSuffix("`\(name)`"), "\(told)")
                    #expect(!told.description.contains("@"))
                }
            }
        }
    }
}

/// Files of pieces that mean something to some format, from a seed.
private struct Draw {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(bound))
    }

    mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }

    mutating func bytes() -> [UInt8] {
        let pieces = [
            "e,v\n", "a@b.c,1\n", "\"", ",", ";", "\r\n", "\r", "{\"e\":", "\"a@b.c\"", "}", "[", "]", ":", "\"v\":1",
            "null",
            "sep=;\n", "\\", "é", "\u{FEFF}", "{\"e\":[{\"v\":1}]}", "\0", " ", "5", "e", "v", "Ada Lovelace",
            "[{\"e\":\"a@b.c\"}]",
        ]
        var bytes: [UInt8] = below(8) == 0 ? pick([[0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF]]) : []
        if below(2) == 0 { bytes += Array("e,v\n".utf8) }
        for _ in 0..<below(14) { bytes += below(20) == 0 ? [UInt8(below(256))] : Array(pick(pieces).utf8) }
        return bytes
    }
}
