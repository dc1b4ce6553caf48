import DocumentTexts
import Foundation
import TestSupport
import Testing

@Suite struct `Documents that are read` {
    private func text(_ reading: DocumentReading) -> String { String(decoding: reading.text ?? [], as: UTF8.self) }

    @Test func `are PDFs by their text`() {
        let reading = DocumentReading(samplePDF(letter("Letter about Bob Jansen")), fileExtension: "pdf")
        #expect(text(reading).contains("Letter about Bob Jansen"))
        #expect(reading.hidden.isEmpty && reading.unread == nil)
    }

    @Test(arguments: [
        "\(letter("Letter about Bob Jansen")) \(blackBox)",
        "\(letter("Letter about")) BT /F1 12 Tf 20 50 Td 1 g (Bob Jansen) Tj ET",
        "\(letter("Letter about")) BT /F1 12 Tf 20 50 Td 3 Tr (Bob Jansen) Tj ET",
        "0.5 g 0 140 300 60 re f 0 g \(letter("Letter about")) 0.5 g BT /F1 12 Tf 150 150 Td (Bob Jansen) Tj ET",
    ])
    func `hide what lies in their text and is not seen: under a box, white on white, not drawn at all`(drawing: String)
    {
        let reading = DocumentReading(samplePDF(drawing), fileExtension: "pdf")
        #expect(reading.hidden.map { String(decoding: $0, as: UTF8.self) } == ["Bob", "Jansen"])
    }

    @Test(arguments: ["0 g 86 100 72 12 re f", "0.9 g 10 140 280 30 re f 0 g", "1 0 0 RG 80 140 90 25 re S"])
    func `hide nothing where a box stands elsewhere, behind or around the words`(box: String) {
        let drawing = "\(box) \(letter("Letter about Bob Jansen"))"
        #expect(DocumentReading(samplePDF(drawing), fileExtension: "pdf").hidden.isEmpty)
    }

    @Test(
        arguments: [
            [], Array("%PDF-1.7".utf8), Array("no PDF at all".utf8), samplePDF(""), samplePDF("0 g 10 10 50 50 re f"),
            Array(samplePDF(letter("Bob")).prefix(60)),
        ] as [[UInt8]]
    )
    func `are said to be unread where they are broken, or hold no text as a scan does`(bytes: [UInt8]) {
        let reading = DocumentReading(bytes, fileExtension: "pdf")
        #expect(reading.text == nil && reading.unread != nil)
    }

    @Test(arguments: ["png", "jpg", "tif", "mp3", "mp4", "zip", "bin", ""])
    func `are said to be unread where they are pictures, recordings or unknown`(fileExtension: String) {
        let reading = DocumentReading(Array("Bob".utf8), fileExtension: fileExtension)
        #expect(reading.text == nil && reading.unread?.isEmpty == false)
    }

    private static let members = [
        (
            "docx", "word/document.xml",
            "<w:document xmlns:w='w'><w:p><w:r><w:t>Bob Jan</w:t></w:r><w:r><w:t>sen rang</w:t></w:r></w:p>"
                + "<w:p><w:del w:author='Eva Koch'><w:delText>struck out</w:delText></w:del></w:p></w:document>",
            ["Bob Jansen rang", "Eva Koch", "struck out"]
        ),
        (
            "xlsx", "xl/sharedStrings.xml", "<sst><si><t>Bob</t></si><si><t>Jansen &amp; Eva</t></si></sst>",
            ["Bob\n", "Jansen & Eva"]
        ),
        (
            "odt", "content.xml",
            "<office:text xmlns:office='o' xmlns:text='t'><text:p>Bob <text:span>Jan</text:span>sen</text:p></office:text>",
            ["Bob Jansen"]
        ),
    ]

    @Test(arguments: members.indices)
    func `are office files by all of their text, and by who changed them`(number: Int) async throws {
        let (kind, member, xml, words) = Self.members[number]
        try await withTemporaryFolder { folder in
            let reading = DocumentReading(try zipped([member: xml], in: folder), fileExtension: kind)
            for word in words { #expect(text(reading).contains(word), "\(kind)") }
            #expect(reading.unread == nil)
        }
    }

    @Test(arguments: [
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>", "<a>cut", "", "\u{0}",
    ])
    func `are said to be read in part where XML is broken or has a document type (case 56)`(xml: String)
        async throws
    {
        try await withTemporaryFolder { folder in
            let members = ["word/document.xml": xml, "word/footer1.xml": "<a>Bob</a>"]
            let reading = DocumentReading(try zipped(members, in: folder), fileExtension: "docx")
            #expect(text(reading).contains("Bob") && !text(reading).contains("root:"))
            #expect(reading.unread != nil)
        }
    }

    @Test func `are never unpacked without a limit (case 72)`() async throws {
        try await withTemporaryFolder { folder in
            let bomb = "<a>" + String(repeating: "Bob ", count: 3 << 20) + "</a>"
            let reading = DocumentReading(try zipped(["word/document.xml": bomb], in: folder), fileExtension: "docx")
            #expect(reading.text == nil && reading.unread != nil)
        }
    }

    @Test(arguments: [[], Array("PK".utf8), Array("PK\u{3}\u{4}broken".utf8)] as [[UInt8]])
    func `are said to be unread where an office file is none`(bytes: [UInt8]) {
        #expect(DocumentReading(bytes, fileExtension: "docx").unread != nil)
    }

    @Test func `are pages without their tags and with their letters`() {
        let page = "<html><body><p>Bob <b>Jan</b>sen</p><p>Zo&euml; M&#252;ller &amp; &lt;Eva&gt;</p></body></html>"
        let reading = DocumentReading(Array(page.utf8), fileExtension: "txt")
        #expect(text(reading).contains("Bob Jansen"))
        #expect(text(reading).precomposedStringWithCanonicalMapping.contains("Zo\u{EB} Müller & <Eva>"))
    }

    @Test func `are mails, in whatever their parts are encoded`() {
        let encoded = Data("Here is what Bob Jansen wrote to us last week about it".utf8).base64EncodedString()
        let mail = "From: Eva <eva@example.org>\r\n\r\nZo=C3=AB and M=C3=BC=\r\nller\r\n\r\n\(encoded)\r\n"
        let reading = DocumentReading(Array(mail.utf8), fileExtension: "eml")
        for word in ["Eva <eva", "Zoë and Müller", "Bob Jansen wrote"] { #expect(text(reading).contains(word)) }
    }

    private func zipped(_ members: [String: String], in folder: String) throws -> [UInt8] {
        for (name, content) in members {
            let file = URL(fileURLWithPath: "\(folder)/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(content.utf8).write(to: file)
        }
        let made = try runTool("7z", ["a", "-tzip", "out.zip"] + members.keys.sorted(), in: folder)
        try #require(made.status == 0, "\(made.output)")
        return Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/out.zip")))
    }
}
