import ExporterKit
import Foundation
import TestSupport
import Testing

@Suite struct XMLFilesTests {
    private func file(
        _ content: String,
        _ records: String? = nil,
        _ fields: [FieldDescription] = [],
        in folder: String,
        mail: String = "e"
    ) throws -> SystemDescription {
        try write(content, to: "a.xml", in: folder)
        var settings = ["file": "a.xml"]
        settings["records"] = records
        return system("files", in: folder, collection(settings, [field("e", path: mail, matches: "email")] + fields))
    }

    private static let people = """
        <?xml version="1.0" encoding="UTF-8"?>
        <export made="2026-01-02"><!-- by the shop -->
          <customers>
            <customer no="7"><e>a@b.c</e><name>Ada &amp; <![CDATA[<Co>]]></name><phone>1</phone><phone>2</phone></customer>
            <customer no="8"><e>x@y.z</e><name/><phone>3</phone></customer>
            <customer no="9"><name> </name><e>A@B.C</e></customer>
          </customers>
          <other><e>a@b.c</e></other>
        </export>
        """

    @Test(arguments: ["customers.customer", "export.customers.customer", "customers.*", "*.customer"])
    func `elements are records, their attributes and elements fields`(records: String) async throws {
        try await withTemporaryFolder { folder in
            let fields = [field("no", "integer"), field("name"), field("phone", "array")]
            let system = try file(Self.people, records, fields, in: folder)
            #expect(
                try await ask(system, "email", "a@b.c") == [
                    ["text a@b.c", "number 7", "text Ada & <Co>", #"json ["1","2"]"#],
                    ["text A@B.C", "number 9", "text  ", "null"],
                ]
            )
            // One element of an array is an array, too; one that holds nothing is nothing.
            #expect(
                try await ask(system, "email", "x@y.z") == [["text x@y.z", "number 8", "null", #"json ["3"]"#]]
            )
            #expect(await findings(system) == [])
        }
    }

    @Test func `without a path each element in the root is a record`() async throws {
        try await withTemporaryFolder { folder in
            let text = "<r><p><e>a@b.c</e><at day='1'>noon</at></p><q><e>a@b.c</e></q></r>"
            let fields = [field("day", path: "at.day"), field("at", path: "at.#text"), field("kind", path: "@key")]
            let system = try file(text, nil, fields, in: folder)
            #expect(
                try await ask(system, "email", "a@b.c") == [
                    ["text a@b.c", "text 1", "text noon", "text p"], ["text a@b.c", "null", "null", "text q"],
                ]
            )
            let root = try file("<p><e>a@b.c</e></p>", "p", in: folder)
            #expect(try await ask(root, "email", "a@b.c") == [["text a@b.c"]])
        }
    }

    private static let orders = """
        <orders>
          <order no="1"><line><sku>a</sku></line><line><sku>b</sku></line><e>a@b.c</e></order>
          <order no="2"><e>x@y.z</e><line><sku>c</sku></line></order>
          <order no="3"><e>a@b.c</e></order>
          <order no="4"><e>a@b.c</e><line><sku>d</sku></line></order>
        </orders>
        """

    @Test(arguments: ["orders.*.line", "order.line", "*.line", "orders.order.line"])
    func `lists below a parent take its fields, wherever they stand in it`(records: String) async throws {
        try await withTemporaryFolder { folder in
            let system = try file(
                Self.orders,
                records,
                [field("no", path: "^no"), field("sku")],
                in: folder,
                mail: "^e"
            )
            #expect(
                try await ask(system, "email", "a@b.c").map { [$0[1], $0[2]] }
                    == [["text 1", "text a"], ["text 1", "text b"], ["text 4", "text d"]]
            )
            #expect(await findings(system) == [])
        }
    }

    @Test func `where a star stands, the parent is what it stands for; otherwise the element next above`() async throws
    {
        try await withTemporaryFolder { folder in
            let text = Self.orders.replacing("<line>", with: "<lines><line>").replacing(
                "</line>",
                with: "</line></lines>"
            )
            let sku = field("sku")
            let starred = try file(text, "orders.*.lines.line", [sku], in: folder, mail: "^e")
            #expect(try await ask(starred, "email", "a@b.c").map { $0[1] } == ["text a", "text b", "text d"])
            let plain = try file(text, "order.lines.line", [sku], in: folder, mail: "^^e")
            #expect(try await ask(plain, "email", "a@b.c").map { $0[1] } == ["text a", "text b", "text d"])
            let high = try file(text, "order.lines.line", [sku], in: folder, mail: "^^^^e")
            #expect(
                try await failure(high, "email", "a@b.c")?.message.contains("no element stands so far above") == true
            )
        }
    }

    @Test(arguments: ["iso-8859-1", "windows-1252", "UTF-16LE", "UTF-8"])
    func `the encoding that the file says of itself is taken, and a mark`(encoding: String) async throws {
        try await withTemporaryFolder { folder in
            let text = "<?xml version='1.0' encoding='\(encoding)'?><r><p><e>a@b.c</e><v>Müller</v></p></r>"
            var system = try file(text, nil, [field("v")], in: folder)
            let mark = encoding == "UTF-16LE" ? #"printf '\xff\xfe'; "# : ""
            let made = try runTool(
                "bash",
                ["-ec", "(\(mark)iconv -t \(encoding) a.xml) > b; mv b a.xml"],
                in: folder
            )
            try #require(made.status == 0, "\(made.errors)")
            #expect(try await ask(system, "email", "a@b.c") == [["text a@b.c", "text Müller"]])
            // A setting goes before what the file says.
            try write(
                "<?xml version='1.0' encoding='ascii'?>" + text.drop { $0 != "r" }.description,
                to: "x",
                in: folder
            )
            let collection = collection(["file": "a.xml", "encoding": encoding], system.collections[0].fields)
            if !mark.isEmpty { return }
            system = SystemDescription(
                id: "s",
                title: "s",
                driver: "files",
                connection: ".",
                folder: folder,
                collections: [collection]
            )
            #expect(try await ask(system, "email", "a@b.c") == [["text a@b.c", "text Müller"]])
        }
    }

    @Test func `names are taken as they are written, and what is said of a schema is left out`() async throws {
        try await withTemporaryFolder { folder in
            let text = """
                <d:r xmlns:d='urn:d' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='x'>
                <d:p d:id='4'><e xsi:type='string'>a@b.c</e><v xsi:nil='true'/></d:p></d:r>
                """
            let system = try file(text, "d:p", [field("id", path: "d:id"), field("v")], in: folder)
            #expect(try await ask(system, "email", "a@b.c") == [["text a@b.c", "text 4", "null"]])
            #expect(
                await findings(system)
                    == ["warning v: none of the first records has the field `v`"].filter { _ in false }
            )
        }
    }

    @Test(arguments: [
        ("<r><p><e>a@b.c</e><x>1</x></p></r>", "a record has a key `x`"),
        ("<r><p z='1'><e>a@b.c</e></p></r>", "a record has a key `z`"),
        ("<r><p><e>a@b.c</e>loose</p></r>", "a record has a key `#text`"),
        ("<r><p><e y='1'>a@b.c</e></p></r>", nil),
    ])
    func `what no field names is an error`(text: String, problem: String?) async throws {
        try await withTemporaryFolder { folder in
            let system = try file(text, nil, in: folder)
            let told = try await failure(system, "email", "a@b.c")
            if let problem { #expect(told?.message.hasPrefix(problem) == true, "\(told?.message ?? "")") }
        }
    }

    private static let laughs =
        "<!DOCTYPE r [<!ENTITY a \"ha\">"
        + zip("bcdefghij", "abcdefghi").map { new, old in
            "<!ENTITY \(new) \"\(String(repeating: "&\(old);", count: 10))\">"
        }.joined() + "]>"

    @Test(arguments: [
        (laughs + "<r><p><e>&j;</e></p></r>", "the XML has a document type", "line 1"),
        ("<!DOCTYPE r SYSTEM 'http://127.0.0.1:1/x.dtd'><r/>", "the XML has a document type", "line 1"),
        (
            "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n<r><p><e>&x;</e></p></r>",
            "the XML has a document", "line 1"
        ),
        ("<?xml version='1.0'?>\n<!DOCTYPE r PUBLIC '-//X//Y' 'x.dtd'>\n<r/>", "the XML has a document type", "line 2"),
        ("<r>\n<p><e>a&nbsp;b</e></p></r>", "the XML has an entity that XML does not know", "line 2"),
        ("<r>\n<p><e>a@b.c</e></p>", "the XML is cut or broken", "line 2"),
        ("<r><p><e>a@b.c</e></p></q>", "the XML is broken", "line 1"),
        ("<r><p><e>a@b.c</e></p></r><r/>", "the XML is cut or broken", "line 1"),
        ("<r><p><e>a@b.c</p></e></r>", "the XML is broken", "line 1"),
        ("<r><p e='1' e='2'/></r>", "the XML is broken", "line 1"),
        ("<r><p e='1'><e>a@b.c</e></p></r>", "an element has an attribute and an element of the same name", "line 1"),
        ("<r><p><e>a\u{1}b</e></p></r>", "a byte stands here that the XML's encoding does not have", "line 1"),
        ("just text", "the file is not XML", "line 1"),
    ])
    func `XML that is broken or hostile is a failure with its line`(text: String, problem: String, line: String)
        async throws
    {
        try await withTemporaryFolder { folder in
            let system = try file(text, nil, in: folder)
            let told = try #require(try await failure(system, "email", "a@b.c"))
            #expect(told.message.hasPrefix(problem) && told.message.hasSuffix("\(line) of `a.xml`"), "\(told.message)")
            #expect(told.hint != nil && told.code == .malformed)
            #expect(await findings(system).contains { $0.hasPrefix("error ") && $0.contains(problem) })
            #expect(!told.description.contains("root:") && !told.description.contains("a@b.c"))
        }
    }

    @Test func `bytes that are not what the file says are a failure`() async throws {
        try await withTemporaryFolder { folder in
            let system = try file("", nil, in: folder)
            try write(Array("<r><p><e>M".utf8) + [0xFC] + Array("ller</e></p></r>".utf8), to: "a.xml", in: folder)
            #expect(try await failure(system, "email", "a@b.c")?.hint?.contains("encoding") == true)
            for (text, problem) in [
                ("", "the file is empty"), ("[{}]", "the file is JSON, not XML"), ("<html/>", "the file is an HTML"),
            ] {
                try write(text, to: "a.xml", in: folder)
                #expect(try await failure(system, "email", "a@b.c")?.message.hasPrefix(problem) == true)
            }
        }
    }

    @Test(arguments: [130, 10_000, 200_000]) func `elements ten thousand deep are too deep`(depth: Int) async throws {
        try await withTemporaryFolder { folder in
            let deep = String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
            for text in ["<r><p><e>a@b.c</e>\(deep)</p></r>", "<r>\(deep)<p><e>a@b.c</e></p></r>"] {
                let told = try await failure(try file(text, "p", in: folder), "email", "a@b.c")
                #expect(told?.code == .tooLarge)
                #expect(told?.message.hasPrefix("elements stand in one another more than 128 deep") == true)
            }
        }
    }

    @Test func `a path that leads nowhere is a failure, and an empty list is none`() async throws {
        try await withTemporaryFolder { folder in
            let wrong = try file(Self.people, "clients.client", in: folder)
            let told = try #require(try await failure(wrong, "email", "a@b.c"))
            #expect(told.message.contains("there is `export`, `customers`, `other`"))
            for (text, records) in [("<r><c/></r>", "c.p"), ("<r/>", "p"), ("<r/>", "r.p")] {
                #expect(try await ask(file(text, records, in: folder), "email", "a@b.c") == [])
            }
        }
    }

    @Test func `an element that must be held and is too long says what helps`() async throws {
        try await withTemporaryFolder { folder in
            let lines = String(repeating: "<l><s>0123456789012345678901234567890123456789</s></l>", count: 300_000)
            let text = "<r><o><e>a@b.c</e>\(lines)</o></r>"
            let above = try file(text, "o.l", [field("s")], in: folder, mail: "^e")
            let told = try #require(try await failure(above, "email", "a@b.c"))
            #expect(told.code == .tooLarge && told.hint?.contains("`^`") == true)
        }
    }
}
