import Drivers
import ExporterKit
import Foundation
import TestSupport
import Testing
import ControllerFiles

/// The page for administrators, followed literally.
@Suite(.timeLimit(.minutes(5))) struct `The page about exporters` {
    private static let page = checkout + "/docs/exporters.md"

    @Test func `does what it says, typed as it stands`() async throws {
        let transcript = try Self.transcript()
        let difference = try await TranscriptRun.firstDifference(in: transcript)
        #expect(difference == nil, "\(difference.map { "\($0.command)\n\($0.actual.joined(separator: "\n"))" } ?? "")")
    }

    @Test func `leads to an answer with every record of the person, and of nobody else`() async throws {
        try await withTemporaryFolder { folder in
            try SampleShop.copy(to: folder + "/shop")
            for (path, text) in try Self.files() {
                let file = URL(fileURLWithPath: "\(folder)/shop/\(path)")
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                guard path.hasSuffix(".sqlite") else {
                    try Data(text.utf8).write(to: file)
                    continue
                }
                let script = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).executescript(sys.stdin.read())"
                let result = try runTool("/usr/bin/python3", ["-c", script, file.path], input: text)
                try #require(result.status == 0, "\(result.errors)")
            }
            let inzage = Command(controller: folder + "/shop")
            let id = try inzage.openRequest("kim@example.org")
            try inzage.proveIdentity(of: id)
            try inzage.expect(0, "export", id)
            try inzage.openArchive(inzage.archive(of: id), of: id, into: folder + "/opened")
            let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/opened/data").sorted()
            let data = try names.map { try String(contentsOfFile: "\(folder)/opened/data/\($0)", encoding: .utf8) }
            let text = data.joined()
            for value in [
                #""Number":17"#, #""Joined":"2024-12-31","Fee":1234.50,"Newsletter":true,"Tags":["chess","board"]"#,
                #""card":"0042""#, #""visitor":"U2""#, #""day":"2025-02-03""#, #""text":"late\tagain""#,
                #""letter":"welcome.txt""#, #""points":120"#, #""rental":1"#, #""item":"Boat""#, #""gift":"Book""#,
            ] {
                #expect(text.contains(value), "\(value)\n\(text)")
            }
            for stranger in ["lee@", "\"robin\"", "reminder", "2025-01-02", ":18,", "Bike", "Ball", "Robin"] {
                #expect(!text.contains(stranger))
            }
        }
    }

    @Test func `names every setting that there is`() async throws {
        let text = try String(contentsOfFile: Self.page, encoding: .utf8)
        let named = Set(text.matches(of: /`([A-Za-z_]+)`/).map { String($0.output.1) })
        try await withTemporaryFolder { folder in
            try SampleShop.copy(to: folder + "/shop")
            let settings = ConfigurationReader(folder: folder + "/shop", drivers: BuiltInDrivers.all).settings()
            let keys = settings.filter { $0.file.hasSuffix("exporter.yaml") && $0.fate == .actedOn }
                .compactMap { $0.path.split(separator: ".").last.map(String.init) }
            #expect(Set(keys).subtracting(named).sorted() == [])
            #expect(Set(keys).count > 40)
        }
        let settings = BuiltInDrivers.all.flatMap { $0.settings.system + $0.settings.collection }
        let words = settings.map(\.key) + BuiltInDrivers.all.map(\.name)
        #expect(Set(words).subtracting(named).sorted() == [])
    }

    // MARK: The page

    private struct Block {
        let language: String
        let path: String?
        var lines: [String] = []
    }

    private static func blocks() throws -> [Block] {
        var blocks: [Block] = []
        var isOpen = false
        for line in try String(contentsOfFile: page, encoding: .utf8).components(separatedBy: "\n") {
            if line.hasPrefix("```") {
                isOpen.toggle()
                guard isOpen else { continue }
                let words = line.dropFirst(3).split(separator: " ").map(String.init)
                blocks.append(Block(language: words.first ?? "", path: words.dropFirst().first))
            } else if isOpen {
                blocks[blocks.count - 1].lines.append(line)
            }
        }
        return blocks
    }

    private static func files() throws -> [(String, String)] {
        try blocks().compactMap { block in
            block.path.map { ($0, block.lines.joined(separator: "\n") + "\n") }
        }
    }

    /// The page as a transcript: each file is written, each session run.
    private static func transcript() throws -> Transcript {
        let text = try blocks().flatMap { block -> [String] in
            guard let path = block.path else { return block.language == "console" ? block.lines : [] }
            if block.language == "sql" {
                let folder = path.split(separator: "/").dropLast().joined(separator: "/")
                return ["$ mkdir -p shop/\(folder)", "$ sql shop/\(path) \"\(block.lines.joined(separator: " "))\""]
            }
            return ["$ write shop/\(path)"] + block.lines.map { "< " + $0 }
        }
        return try Transcript(name: "docs/exporters.md", path: page, text: text.joined(separator: "\n"))
    }
}
