import CommandParts
import Cases
import ExporterKit
import Foundation
import GatheringStage
import Inzage
import IntakeStage
import Policy
import RegisterStore
import TestSupport
import Testing

@Suite struct `A redacted version in place of a document` {
    private static let papers = [
        (name: "Bob Jansen.pdf", bytes: Array("%PDF-1.7 Bob was here".utf8)),
        (name: "other.txt", bytes: Array("the second paper".utf8)),
    ]
    private static let version = Array("%PDF-1.7 somebody was here".utf8)

    private func withVersion(
        _ bytes: [UInt8] = version,
        _ body: (House, _ id: String, _ path: String) async throws -> Void
    ) async throws {
        try await withPapers(Self.papers) { house in
            let path = house.folder + "/redacted.pdf"
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            try await body(house, house.proven().id, path)
        }
    }

    private func replace(
        _ house: House,
        _ id: String,
        _ path: String,
        _ target: String = "papers/papers/1",
        ground: String = "rights of others"
    ) throws {
        try house.pipeline.replace(target, with: path, ground: ground, reason: "it names Bob", in: id)
    }

    @Test func `goes instead of it, and the answer says so in every place (Article 15(4))`() async throws {
        try await withVersion { house, id, path in
            try replace(house, id, path)
            let progress = try await house.pipeline.advance(id)
            let files = try house.opened(#require(progress.archive), of: id)
            #expect(files["files/0001.pdf"] == Data(Self.version))
            #expect(files["files/0002.txt"] == Data(Self.papers[1].bytes))
            let everything = files.values.map { String(decoding: $0, as: UTF8.self) }.joined()
            #expect(!everything.contains("Bob was here"))
            let descriptor = String(decoding: try #require(files["datapackage.json"]), as: UTF8.self)
            #expect(
                descriptor.contains(#""inzage:redactedVersion": "rights of others""#)
                    || descriptor.contains(#""inzage:redactedVersion":"rights of others""#)
            )
            #expect(descriptor.contains("redacted-version"))
            let overview = String(decoding: try #require(files["01-overview.html"]), as: UTF8.self)
            #expect(
                overview.contains("A redacted version: a part of it was made unreadable. Reason: rights of others.")
            )
            #expect(overview.contains("1 document in “content” given in a redacted version."))
            let data = String(decoding: try #require(files["data/0002.json"]), as: UTF8.self)
            #expect(data.contains("redacted.pdf [redacted version: rights of others]"))
        }
    }

    @Test func `is counted in the ledger, and shown with its mark to who looks`() async throws {
        try await withVersion { house, id, path in
            try replace(house, id, path)
            let dossier = try await house.gather(id).done()
            let expected = Redaction(ground: .redactedVersion, field: "content", reason: "rights of others", count: 1)
            #expect(try dossier.line("papers", "papers").redactions == [expected])
            let review = try house.pipeline.review(id)
            let part = try #require(review.parts.first { $0.place.description == "papers/papers" })
            #expect(part.documents.map(\.redactedOn) == ["rights of others", nil])
            #expect(part.documents[0].name == "redacted.pdf")
            var marked: [Bool] = []
            try review.forEachRecord(of: part) { marked.append($0.isMarked) }
            #expect(marked == [true, false])
        }
    }

    @Test func `never lies in the clear, and the audit names nobody`() async throws {
        try await withVersion { house, id, path in
            try replace(house, id, path)
            try FileManager.default.removeItem(atPath: path)
            _ = try await house.gather(id)
            let names = try FileManager.default.subpathsOfDirectory(atPath: house.folder)
            for name in names {
                guard let bytes = FileManager.default.contents(atPath: "\(house.folder)/\(name)") else { continue }
                #expect(bytes.range(of: Data("somebody was here".utf8)) == nil, "\(name)")
            }
            let actions = try house.register.read { try $0.auditEntries(request: id) }.map(\.action)
            #expect(actions.contains("replaced a document of papers/papers"))
            #expect(!actions.joined().contains("Bob") && !actions.joined().contains("redacted.pdf"))
        }
    }

    @Test(arguments: ["papers/papers/3", "papers/papers/%null"])
    func `that matches no document holds the answer until it is taken back, whatever is released`(target: String)
        async throws
    {
        try await withVersion { house, id, path in
            try replace(house, id, path, target)
            var orders = Orders()
            orders.release = true
            let held = try await house.pipeline.advance(id, orders: orders)
            #expect(
                held.waiting?.reasons == ["papers/papers: a redacted version matches no document; is its key right?"]
            )
            let undone = try house.pipeline.undo(1, .replacement, of: id)
            #expect(undone.detail.target?.text == "\(target)/content")
            #expect(try await house.pipeline.advance(id, orders: orders).stage == .delivered)
        }
    }

    @Test func `can be taken back, and then the document itself goes`() async throws {
        try await withVersion { house, id, path in
            try replace(house, id, path)
            _ = try await house.gather(id)
            _ = try house.pipeline.undo(1, .replacement, of: id)
            let files = try house.opened(#require(try await house.pipeline.advance(id).archive), of: id)
            #expect(files["files/0001.pdf"] == Data(Self.papers[0].bytes))
            #expect(await ending { _ = try house.pipeline.undo(1, .replacement, of: id) } == 9)
        }
    }

    @Test func `is withheld in another answer until somebody replaces it anew`() async throws {
        try await withVersion { house, id, path in
            try replace(house, id, path)
            _ = try await house.pipeline.advance(id)
            _ = try house.intake.reopen(id, reason: "a part was missing")
            let files = try house.opened(#require(try await house.pipeline.advance(id).archive), of: id)
            let everything = files.values.map { String(decoding: $0, as: UTF8.self) }.joined()
            #expect(!everything.contains("Bob was here") && everything.contains("[withheld: rights of others]"))
        }
    }

    @Test(arguments: [
        "papers", "papers/papers", "papers/papers/*", "papers/papers/1,2", "papers/papers/1/name", "crm/people/1",
        "nothing/papers/1", "papers/papers/1/content/x", "",
    ])
    func `stands in place of one document, and of nothing else`(target: String) async throws {
        try await withVersion { house, id, path in
            #expect(await ending { try replace(house, id, path, target) } == Ending.usage.status)
            let decisions = try house.register.read { try $0.decisions(request: id, round: 1) }
            #expect(decisions.isEmpty)
        }
    }

    @Test(arguments: ["exe", "elf", "docm", "jar", "bomb"])
    func `is a document by what stands in it, never a program or an archive (cases 37 and 72)`(kind: String)
        async throws
    {
        try await withTemporaryFolder { folder in
            let bytes = try SampleFiles(in: folder).bytes(kind)
            try await withVersion(bytes) { house, id, path in
                #expect(await ending { try replace(house, id, path) } == Ending.usage.status)
            }
        }
    }

    @Test func `is a regular file that is there, and has a ground (case 71)`() async throws {
        try await withVersion { house, id, path in
            let link = house.folder + "/link.pdf"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
            for wrong in [link, house.folder, house.folder + "/none.pdf"] {
                #expect(await ending { try replace(house, id, wrong) } == Ending.usage.status)
            }
            #expect(await ending { try replace(house, id, path, ground: " ") } == Ending.usage.status)
        }
    }

    @Test func `hides no other decision about the document`() async throws {
        try await withVersion { house, id, path in
            try replace(house, id, path)
            #expect(await ending { try replace(house, id, path, "papers/papers/1/content") } == 2)
            _ = try house.pipeline.undo(1, .replacement, of: id)
            try house.pipeline.withhold("papers/papers/1/content", ground: "g", reason: "r", from: id)
            #expect(await ending { try replace(house, id, path) } == Ending.usage.status)
        }
    }

    // MARK: What is found in it

    private static let messages = CollectionDescription.scripted(
        "notes",
        [.named("mail", channel: .email), .named("about", person: .other), .named("text")]
    )

    /// A house whose CRM names Bob, and whose papers are the ones given.
    private func withBob(
        _ papers: [(name: String, bytes: [UInt8])],
        _ body: (House, _ id: String) async throws -> Void
    ) async throws {
        try await withPapers(papers, origin: .thirdParty) { plain in
            var house = plain
            let driver = ScriptedDriver(["notes": .records([["ada@example.org", "Bob Jansen", "rang Bob Jansen"]])])
            house.drivers += [driver]
            house.systems.append(.scripted("calls", Self.messages))
            let id = try await house.proven().id
            _ = try await house.gather(id)
            try await body(house, id)
        }
    }

    private static let letters = [
        (name: "letter.pdf", bytes: samplePDF(letter("Letter about Bob Jansen"))),
        (name: "boxed.pdf", bytes: samplePDF("\(letter("Letter about Bob Jansen")) \(blackBox)")),
        (name: "from B. Jansen.txt", bytes: Array("nobody is named here".utf8)),
        (name: "photo.png", bytes: [0x89] + Array("PNG\r\n\u{1A}\n".utf8)),
        (name: "clean.pdf", bytes: samplePDF(letter("Letter about Ada"))),
    ]

    @Test func `is asked for by a review that names who else stands in a document`() async throws {
        try await withBob(Self.letters) { house, id in
            let review = try house.pipeline.review(id)
            let part = try #require(review.parts.first { $0.place.description == "papers/papers" })
            let looks = try part.documents.map(review.look)
            #expect(looks.map { $0.others.map(\.name) } == [["Bob Jansen"], ["Bob Jansen"], ["Bob Jansen"], [], []])
            #expect(looks.map(\.hidden) == [0, 2, 0, 0, 0])
            #expect(looks.map { $0.unread != nil } == [false, false, false, true, false])
            #expect(looks.map(\.isClean) == [false, false, false, true, true])
        }
    }

    @Test(arguments: [0, 1, 2])
    func `is refused while it still names others or hides text, unless somebody says so`(number: Int) async throws {
        try await withBob(Self.letters) { house, id in
            let path = house.folder + "/" + Self.letters[number].name
            try Data(Self.letters[number].bytes).write(to: URL(fileURLWithPath: path))
            #expect(await ending { try replace(house, id, path) } == Ending.usage.status)
            let decisions = try house.register.read { try $0.decisions(request: id, round: 1) }
            #expect(decisions.isEmpty)
            let look = try house.pipeline.replace(
                "papers/papers/1",
                with: path,
                ground: "g",
                reason: nil,
                anyway: true,
                in: id
            )
            #expect(!look.isClean)
        }
    }

    @Test func `that is clean is taken`() async throws {
        try await withBob(Self.letters) { house, id in
            let path = house.folder + "/clean.pdf"
            try Data(Self.letters[4].bytes).write(to: URL(fileURLWithPath: path))
            try replace(house, id, path)
            _ = try await house.gather(id)
            let review = try house.pipeline.review(id)
            let part = try #require(review.parts.first { $0.place.description == "papers/papers" })
            let look = try review.look(at: part.documents[0])
            #expect(look.isClean)
        }
    }
}
