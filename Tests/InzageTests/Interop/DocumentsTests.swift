import ExporterKit
import Foundation
import GRDB
import Inzage
import TestSupport
import Testing
import PackagingStage
import RegisterStore
import IntakeStage
import Policy
import Cases

/// Documents of every kind, from a real SQLite file to the archive.
@Suite struct `Documents in an answer` {
    /// Names that lead out of a folder, that a system keeps for itself, or that show otherwise than they are.
    static let names = [
        "../../etc/cron.d/x", "/abs", "C:\\x", "..\\x", "a/..\u{301}/b", "CON", "NUL.txt", "dot. ",
        String(repeating: "n", count: 300),
        "", ".", "\u{1F600}.pdf", "cod\u{202E}fdp.exe", "e\u{301}.txt", "\u{E9}.txt", "Case.PDF", "case.pdf",
        "hiv-test.pdf",
        "rejection-letter.docx", "\u{1B}[2J.txt",
    ]

    @Test func `every name becomes a number, and is kept as data, and no two meet (case 70)`() async throws {
        let papers = Self.names.map { (name: $0, bytes: Array("%PDF-1.7 \($0.utf8.count)".utf8)) }
        try await withPapers(papers) { house in
            let answer = try await house.answered(in: .en)
            let files = try house.opened(answer.archive, of: answer.request)
            let documents = try Self.documents(files)
            #expect(documents.map(\.path) == (1...papers.count).map { String(format: "files/%04d.pdf", $0) })
            #expect(documents.map { Array($0.originalName.utf8) } == papers.map { Array($0.name.utf8) })
            for (document, paper) in zip(documents, papers) { #expect(files[document.path] == Data(paper.bytes)) }
        }
    }

    @Test func `what stands in the clear of an archive tells nothing of what is in it (case 76)`() async throws {
        let papers = Self.names.filter { $0.utf8.count > 3 }.map { (name: $0, bytes: Array("%PDF-1.7 a".utf8)) }
        try await withPapers(papers) { house in
            let answer = try await house.answered(in: .en)
            let raw = try Data(contentsOf: URL(fileURLWithPath: answer.path))
            let words = papers.map(\.name) + ["hiv", "rejection", "papers", "ada", "example.org", answer.request]
            for word in words { #expect(raw.range(of: Data(word.utf8)) == nil, "\(word)") }
            let listed = try runTool("7z", ["l", "-slt", answer.path]).output.split(separator: "\n")
            let entries = listed.filter { $0.hasPrefix("Path = ") }.dropFirst().map { $0.dropFirst(7) }
            let known =
                /(00-READ-ME\.txt|01-overview\.html|02-data\.xlsx|datapackage\.json(\.p7s)?|processing\.(jsonld|csv))/
            let numbered = /(data\/[0-9]{4}\.json|csv\/[0-9]{4}\.csv|files\/[0-9]{4}\.[a-z]{2,4})/
            for entry in entries {
                #expect(entry.wholeMatch(of: known) != nil || entry.wholeMatch(of: numbered) != nil)
            }
            #expect(listed.count { $0.hasPrefix("Modified = 1980-01-01 00:00:00") } == entries.count)
            #expect(
                listed.count { $0 == "Attributes =  -rw-r--r--" || $0 == "Attributes = -rw-r--r--" } == entries.count
            )
            #expect(!listed.contains { $0.hasPrefix("Comment = ") && $0.count > 10 })
            #expect(listed.contains { $0.hasPrefix("Characteristics = ") && !$0.contains("UT") && !$0.contains("ux") })
        }
    }

    @Test func `a bomb, a program and a macro go as they are, under an extension that starts nothing (case 72)`()
        async throws
    {
        try await withTemporaryFolder { folder in
            let samples = try SampleFiles(in: folder)
            let kinds = [
                "bomb": "zip", "exe": "bin", "elf": "bin", "docm": "bin", "html": "txt", "shell": "txt", "jar": "zip",
            ]
            let papers = try kinds.keys.sorted().map { (name: $0, bytes: try samples.bytes($0)) }
            try await withPapers(papers) { house in
                let answer = try await house.answered(in: .en)
                let files = try house.opened(answer.archive, of: answer.request)
                for (document, paper) in zip(try Self.documents(files), papers) {
                    #expect(files[document.path] == Data(paper.bytes), "\(paper.name)")
                    #expect(document.path.hasSuffix(".\(kinds[paper.name] ?? "")"), "\(paper.name): \(document.path)")
                }
                #expect(try Self.documents(files).count == papers.count)
            }
        }
    }

    /// A letter with a deleted sentence in its tracked changes and an author, and a picture that says where it was taken.
    static let telling = [
        (name: "letter.docx", bytes: Array("<w:del w:author=\"Mevrouw Bakker\"><w:t>not suitable</w:t></w:del>".utf8)),
        (name: "photo.jpg", bytes: [0xFF, 0xD8, 0xFF, 0xE1] + Array("Exif\0\0GPSLatitude 52.37; Owner Bakker".utf8)),
    ]

    @Test(arguments: CollectionDescription.Origin.allCases)
    func `what the person gave goes as it is with all its metadata, and what others made is looked at first (case 73)`(
        _ origin: CollectionDescription.Origin
    ) async throws {
        try await withPapers(Self.telling, origin: origin) { house in
            let id = try await house.proven().id
            let progress = try await house.pipeline.advance(id)
            if origin != .provided {
                var release = Orders()
                release.release = true
                #expect(progress.waiting?.reasons == ["papers/papers: documents that the person did not give"])
                #expect(house.postbox.mails.count == 1)
                _ = try await house.pipeline.advance(id, orders: release)
            }
            #expect(try house.intake.request(id).state == .delivered)
            let archive = try #require(try house.register.read { try $0.package(request: id, round: 1) }?.archive)
            let files = try house.opened(archive, of: id)
            let held = try Self.documents(files).map { files[$0.path] }
            #expect(held == Self.telling.map { Data($0.bytes) })
        }
    }

    @Test func `where everything is looked at, the person's own documents are too (case 73)`() async throws {
        try await withPapers(Self.telling) { plain in
            var house = plain
            house.controller.release = .review
            let id = try await house.proven().id
            #expect(try await house.pipeline.advance(id).waiting?.reasons == ["papers/papers: documents"])
        }
    }

    private struct Descriptor: Decodable {
        struct Resource: Decodable {
            let path: String
            let mediatype: String
            let originalName: String?

            private enum CodingKeys: String, CodingKey {
                case path, mediatype
                case originalName = "inzage:originalName"
            }
        }
        let resources: [Resource]
    }

    private static func documents(_ files: [String: Data]) throws -> [(path: String, originalName: String)] {
        let descriptor = try JSONDecoder().decode(Descriptor.self, from: #require(files["datapackage.json"]))
        return descriptor.resources.compactMap { resource in resource.originalName.map { (resource.path, $0) } }
    }
}

/// Gives the body a house with one customer, whose documents stand in a column of a SQLite file.
func withPapers(
    _ papers: [(name: String, bytes: [UInt8])],
    origin: CollectionDescription.Origin = .provided,
    _ body: (House) async throws -> Void
) async throws {
    try await withTemporaryFolder { folder in
        let shop = try Shop(in: folder)
        try shop.customer(1, "ada@example.org", phone: "+31205550142")
        let store = try DatabaseQueue(path: shop.folder + "/papers.sqlite")
        try await store.write { database in
            try database.execute(
                sql: "CREATE TABLE paper (id INTEGER PRIMARY KEY, customer INTEGER, name TEXT, content BLOB)"
            )
            for paper in papers {
                try database.execute(
                    sql: "INSERT INTO paper (customer, name, content) VALUES (1, ?, ?)",
                    arguments: [paper.name, Data(paper.bytes)]
                )
            }
        }
        let query =
            "SELECT id, customer, content, name AS content_name FROM paper WHERE customer = :customer_id ORDER BY id"
        let collection = CollectionDescription.scripted(
            "papers",
            category: "orders",
            origin: origin,
            needs: ["customer_id"],
            key: ["id"],
            settings: ["query": .text(query)],
            [
                .named("id", "integer"), .named("customer", "integer", matches: "customer_id"),
                .named("content_name"),
                FieldDescription(name: "content", type: "string", title: LocalizedText("content"), file: true),
            ]
        )
        let system = SystemDescription(
            id: "papers",
            title: LocalizedText("papers"),
            driver: "sqlite",
            connection: "papers.sqlite",
            folder: shop.folder,
            collections: [collection]
        )
        try await body(House(in: folder, systems: [shop.crm, system], processing: .withoutChat))
    }
}
