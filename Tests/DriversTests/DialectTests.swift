import ExporterKit
import Foundation
import TestSupport
import Testing

/// A table and the dialect that its exporter.yaml says.
func table(
    _ content: String,
    _ dialect: [String: String],
    _ fields: [FieldDescription],
    in folder: String,
    delimiter: String? = nil
) throws -> SystemDescription {
    try table(content, settings: dialect.mapValues(Setting.text), fields, in: folder, delimiter: delimiter)
}

/// A table and its dialect, whose words may have lists behind them.
func table(
    _ content: String,
    settings dialect: [String: Setting],
    _ fields: [FieldDescription],
    mail: FieldDescription = field("e", matches: "email"),
    in folder: String,
    delimiter: String? = nil
) throws -> SystemDescription {
    try write(content, to: "a.csv", in: folder)
    var settings: [String: Setting] = ["file": .text("a.csv")]
    if !dialect.isEmpty { settings["dialect"] = .map(dialect) }
    if let delimiter { settings["delimiter"] = .text(delimiter) }
    let collection = CollectionDescription(
        id: "things",
        title: "things",
        category: "account",
        origin: .provided,
        needs: ["email"],
        settings: settings,
        fields: [mail] + fields
    )
    return system("files", in: folder, collection)
}

@Suite struct DialectTests {
    @Test(
        arguments: [
            ("e;v\na@b.c;'x;''y'", ["delimiter": ";", "quoteChar": "'"], "text x;'y"),
            ("e\tv\na@b.c\t\"x", ["delimiter": "\t", "quoteChar": ""], "text \"x"),
            ("e\tv\na@b.c\tx", ["delimiter": "\\t"], "text x"),
            ("e,v\na@b.c,\"x\\\"y\\,\"", ["escapeChar": "\\"], "text x\"y,"),
            ("e,v\na@b.c,x\\,y\\\\\\nz", ["escapeChar": "\\"], "text x,y\\\nz"),
            ("e,v\na@b.c,x!,n!\ny", ["escapeChar": "!"], "text x,n\ny"),
            ("e,v\na@b.c,\"x!\"y\"", ["escapeChar": "!", "doubleQuote": "false"], "text x\"y"),
            ("e,v\na@b.c,\"x\"\"y\"", ["escapeChar": "\""], "text x\"y"),
            ("# by hand\ne,v\n#a@b.c,no\na@b.c,#x", ["commentChar": "#"], "text #x"),
            ("e,v\na@b.c,\\N", ["nullSequence": "\\N"], "null"),
            ("e,v\na@b.c,\\N\r\n", ["nullSequence": "\\N", "escapeChar": "\\"], "null"),
            ("e,v\na@b.c,\"\\N\"", ["nullSequence": "\\N"], "text \\N"),
            ("e,v\na@b.c,NULLS", ["nullSequence": "NULL"], "text NULLS"),
            ("e, v\na@b.c,   \"x, y\"", ["skipInitialSpace": "true"], "text x, y"),
            ("e,v\ra@b.c,x\r", ["lineTerminator": "\r"], "text x"),
            ("e,v\r\na@b.c,x\r\n", ["lineTerminator": "\\r\\n"], "text x"),
            ("Customers\n\"of, 2026\ne,v\na@b.c,x\n", ["headerRows": "3"], "text x"),
            ("a@b.c,x\n", ["header": "false"], "text x"),
            ("e,v\na@b.c,x", ["note": "as the shop writes it"], "text x"),
        ] as [(String, [String: String], String)]
    )
    func `a table is read by the words of its dialect`(text: String, dialect: [String: String], cell: String)
        async throws
    {
        try await withTemporaryFolder { folder in
            let system = try table(text, dialect, [field("v")], in: folder)
            #expect(try await ask(system, "email", "a@b.c").map { $0[1] } == [cell])
            #expect(await findings(system) == [])
        }
    }

    @Test(
        arguments: [
            (["delimeter": ";"], "a word below `dialect` is none that there is"),
            (["quote": "'"], "a word below `dialect` is none that there is"),
            (["delimiter": "||"], "`delimiter` is not one ASCII character"),
            (["quoteChar": "»"], "`quoteChar` is not one ASCII character"),
            (["escapeChar": ""], "`escapeChar` is not one ASCII character"),
            (["commentChar": "\n"], "`commentChar` is not one ASCII character"),
            (["delimiter": "\""], "one character has two meanings"),
            (["commentChar": ","], "one character has two meanings"),
            (["header": "no"], "`header` is neither true nor false"),
            (["headerRows": "0"], "`headerRows` is not the numbers of lines"),
            (["commentRows": "none"], "`commentRows` is not the numbers of lines"),
            (["footerRows": "-1"], "`footerRows` is not a number of lines"),
            (["headerRows": "2", "header": "false"], "`headerRows` is given, and `header` says that there is none"),
            (["lineTerminator": ";"], "`lineTerminator` is no end of a line that is known"),
            (["nullSequence": "\u{85}"], "`nullSequence` is a control character, because YAML reads \"\\N\" so"),
        ] as [([String: String], String)]
    )
    func `a word that says nothing sensible is refused`(dialect: [String: String], problem: String) async throws {
        try await withTemporaryFolder { folder in
            let system = try table("e,v\na@b.c,x\n", dialect, [field("v")], in: folder)
            #expect(await findings(system) == ["error dialect: \(problem)"])
            #expect(try await failure(system, "email", "a@b.c")?.code == .queryFailed)
        }
    }

    @Test(arguments: [
        "Of\n\"May\n\n\ne,v\nin,euro\na@b.c,x\na@b.c,y\n\nTotal: 2 of 2\n\"by hand\n\n",
        "1\n2\n3\n4\ne,v\n\"\n\"a@b.c\",x\na@b.c,y\nTotal,2\n,\r\n",
    ])
    func `lines above, between and below the records are left out`(text: String) async throws {
        try await withTemporaryFolder { folder in
            let dialect: [String: Setting] = ["headerRows": "5", "commentRows": "6", "footerRows": "2"]
            let system = try table(text, settings: dialect, [field("v")], in: folder)
            #expect(try await ask(system, "email", "a@b.c").map { $0[1] } == ["text x", "text y"])
            #expect(await findings(system) == [])
        }
    }

    @Test func `a label may stand on several lines`() async throws {
        try await withTemporaryFolder { folder in
            let text = "x\nMail,Name,Name\n,first,last\na@b.c,Ada,Lovelace\n"
            let fields = [field("first", path: "Name/first"), field("last", path: "Name/last")]
            let dialect: [String: Setting] = ["headerRows": .list(["2", "3"]), "headerJoin": "/"]
            let mail = field("e", path: "Mail", matches: "email")
            let system = try table(text, settings: dialect, fields, mail: mail, in: folder)
            #expect(try await ask(system, "email", "a@b.c") == [["text a@b.c", "text Ada", "text Lovelace"]])
            let uneven = try table(
                text,
                settings: ["headerRows": .list(["1", "2"])],
                fields,
                mail: mail,
                in: folder
            )
            #expect(await findings(uneven).first?.contains("not as many cells each") == true)
        }
    }

    @Test(arguments: [
        ("e,v\nx@y.z,1\na@b.c,2\n", "`footerRows` leaves out a line that looks like a record"),
        ("e,v\n", "the file has fewer lines than `footerRows` leaves out"),
    ])
    func `a footer that is not there is a failure, because a record may be taken for it`(text: String, problem: String)
        async throws
    {
        try await withTemporaryFolder { folder in
            let system = try table(text, settings: ["footerRows": "1"], [field("v")], in: folder)
            let told = try #require(try await failure(system, "email", "a@b.c"))
            #expect(told.message.hasPrefix(problem), "\(told.message)")
            #expect(!told.description.contains("a@b.c"))
            #expect(await findings(system).first?.hasPrefix("error dialect: \(problem)") == true)
        }
    }

    @Test func `an unknown word is answered with the words there are`() async throws {
        try await withTemporaryFolder { folder in
            let system = try table("e,v\n", ["seperator": ";"], [field("v")], in: folder)
            let hint = try #require(try await failure(system, "email", "a@b.c")?.hint)
            for word in ["delimiter", "quoteChar", "nullSequence", "header"] { #expect(hint.contains(word)) }
        }
    }

    @Test func `the delimiter may be given once, on the collection or in the dialect`() async throws {
        try await withTemporaryFolder { folder in
            let short = try table("e;v\na@b.c;x\n", [:], [field("v")], in: folder, delimiter: ";")
            #expect(try await ask(short, "email", "a@b.c").count == 1)
            let both = try table("e;v\na@b.c;x\n", ["header": "true"], [field("v")], in: folder, delimiter: ";")
            #expect(await findings(both) == ["error dialect: `delimiter` and `dialect` are both given"])
        }
    }

    @Test(
        arguments: [
            ("sep=;\ne;v\na@b.c;x\n", nil, true), ("sep=;\r\ne;v\r\na@b.c;x\r\n", ";", true),
            ("SEP=|\ne|v\na@b.c|x\n", nil, true), ("\"sep=;\"\ne;v\na@b.c;x\n", nil, true),
            ("sep=\t\ne\tv\na@b.c\tx\n", nil, true), ("sep=;\ne;v\na@b.c;x\n", ",", false),
            ("sep=,\ne;v\na@b.c;x\n", ";", false),
        ] as [(String, String?, Bool)]
    )
    func `the line that Excel writes first says the delimiter and contradicts none`(
        text: String,
        delimiter: String?,
        agrees: Bool
    ) async throws {
        try await withTemporaryFolder { folder in
            let system = try table(text, [:], [field("v")], in: folder, delimiter: delimiter)
            if agrees {
                #expect(try await ask(system, "email", "a@b.c") == [["text a@b.c", "text x"]])
                #expect(await findings(system) == [])
            } else {
                let told = try #require(try await failure(system, "email", "a@b.c"))
                #expect(told.message.hasSuffix(": line 1 of `a.csv`"))
                #expect(await findings(system).first?.hasPrefix("error delimiter: the first line (`sep=`)") == true)
            }
        }
    }

    @Test func `labels that stand more than once are told apart by their number`() async throws {
        try await withTemporaryFolder { folder in
            let content = "e,Name,Name,\na@b.c,Ada,Lovelace,z\n"
            let unnamed = try table(content, [:], [field("Name"), field("x", path: "[1]")], in: folder)
            let problem = "a label stands more than once: the one `Name`, in columns 2 and 3"
            #expect(await findings(unnamed).first == "error Name: \(problem)")
            let told = try #require(try await failure(unnamed, "email", "a@b.c"))
            #expect(told.message == "\(problem): line 1 of `a.csv`")
            #expect(told.hint == #"name each apart: `from: "Name[1]"` and `from: "Name[2]"`"#)
            let fields = [
                field("first", path: "Name[1]"), field("last", path: "Name[2]"), field("x", path: "[1]"),
            ]
            let named = try table(content, [:], fields, in: folder)
            #expect(try await ask(named, "email", "a@b.c")[0][1...] == ["text Ada", "text Lovelace", "text z"])
            #expect(await findings(named) == [])
            let half = try table(content, [:], [field("f", path: "Name[1]"), field("x", path: "[1]")], in: folder)
            #expect(await findings(half).contains("error Name: \(problem)"))
            let literal = try table("e,Name[2],Name\na@b.c,1,2\n", [:], [field("Name[2]"), field("Name")], in: folder)
            #expect(try await ask(literal, "email", "a@b.c")[0][1...] == ["text 1", "text 2"])
        }
    }

    @Test func `a file without labels takes the fields in their order, and each row has as many cells`() async throws {
        try await withTemporaryFolder { folder in
            let fields = [field("where", path: "@name"), field("v")]
            let system = try table("a@b.c,1\nx@y.z,2\na@b.c,3\n", ["header": "false"], fields, in: folder)
            #expect(try await ask(system, "email", "a@b.c").map { $0[2] } == ["text 1", "text 3"])
            let ragged = try table("a@b.c,1\na@b.c,2,3\n", ["header": "false"], fields, in: folder)
            #expect(
                try await failure(ragged, "email", "a@b.c")?.message
                    == "a row has 3 cells, and `fields` lists 2: line 2 of `a.csv`"
            )
        }
    }
}
