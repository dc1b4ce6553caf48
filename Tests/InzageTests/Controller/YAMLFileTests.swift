import Foundation
import TestSupport
import Testing
import Policy
import ControllerFiles

@Suite struct `Malformed configuration files` {
    private let file = "exporters/crm/exporter.yaml"

    private func findings(_ text: String) async throws -> [Finding] {
        var folder = ControllerFolder()
        folder.files[file] = text
        return try await folder.read().findings.filter { $0.file == file }
    }

    @Test(arguments: [
        ("system: A\ndriver: \"table\nconnection: b\n", 5), ("system: A\n\tdriver: table\n", 2),
        ("system: A\ndriver: [table\nconnection: b\n", 3), ("system: A\ndriver: a: b\n", 2),
        ("system: A\n---\nsystem: B\n", 2), ("system: A\ndriver: t\nsystem: B\n", 1),
        ("system: A\ndriver: \u{1}\n", 2),
    ])
    func `give one finding with the line`(_ text: String, _ line: Int) async throws {
        let found = try await findings(text)
        #expect(found.count == 1)
        #expect(found.first?.severity == .error)
        #expect(abs((found.first?.line ?? -9) - line) <= 1, "\(found)")
    }

    @Test func `a file that is not UTF-8 is named with its line`() async throws {
        try await withTemporaryFolder { folder in
            try ControllerFolder().write(to: folder)
            let bytes = Array("categories:\n  account:\n    title: Belgi".utf8) + [0xEB, 0x0A]
            try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/processing.yaml"))
            let findings = ConfigurationReader(folder: folder, drivers: [TableDriver()]).read().1
            #expect(findings.map(\.problem) == ["the text is not UTF-8"])
            #expect(findings.first?.line == 3)
        }
    }

    @Test func `an empty file is said to be empty`() async throws {
        #expect(try await findings("# nothing yet\n").map(\.problem) == ["the file is empty"])
    }

    @Test func `a file that is a list is said to be one`() async throws {
        #expect(try await findings("- system: A\n").map(\.problem) == ["this is a list, not a map"])
    }

    @Test func `a byte order mark and Windows line ends do no harm`() async throws {
        var folder = ControllerFolder()
        for (path, text) in folder.files {
            folder.files[path] = "\u{FEFF}" + text.replacingOccurrences(of: "\n", with: "\r\n")
        }
        let found = try await folder.read().findings.map(\.description)
        #expect(found == [])
    }

    @Test func `an anchor is refused where it stands`() async throws {
        let found = try await findings("system: A\ndriver: &d table\nconnection: *d\n")
        #expect(found.map(\.problem) == ["anchors and aliases are not taken"])
        #expect(found.first?.line == 2)
    }

    @Test(.timeLimit(.minutes(5))) func `a file made to explode is refused unexpanded (case 56)`() async throws {
        var values = "a0: &a0 [x, x]\n"
        var keys = "? &k0 [x, x]\n: 1\n"
        for level in 1...60 {
            values += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
            keys += "? &k\(level) [*k\(level - 1), *k\(level - 1)]\n: 1\n"
        }
        for text in [values, keys] {
            #expect(try await findings(text).map(\.problem) == ["anchors and aliases are not taken"])
        }
    }

    @Test(.timeLimit(.minutes(5))) func `endless nesting is refused (case 56)`() async throws {
        let found = try await findings(String(repeating: "[", count: 100_000))
        #expect(found.count == 1 && found.first?.problem.contains("nesting") == true, "\(found)")
    }

    @Test func `a star in a query is no alias`() async throws {
        var folder = ControllerFolder()
        let sum = (1...60).map { "price *quantity\($0)" }.joined(separator: " + ")
        try folder.replace("query: SELECT 1", by: "query: SELECT *, \(sum) FROM t", in: file)
        #expect(try await folder.read().findings.isEmpty)
    }

    @Test func `a file larger than 1 MiB is refused`() async throws {
        let found = try await findings("system: A\n" + String(repeating: "# padding\n", count: 110_000))
        #expect(found.map(\.problem) == ["the file is larger than 1 MiB"])
    }

    @Test func `a pipe or a folder in a file's place is refused and waits for nobody`() async throws {
        try await withTemporaryFolder { folder in
            var files = ControllerFolder()
            files.files["controller.yaml"] = nil
            files.files["processing.yaml"] = nil
            try files.write(to: folder)
            try #require(mkfifo("\(folder)/controller.yaml", 0o600) == 0)
            try #require(mkdir("\(folder)/processing.yaml", 0o700) == 0)
            let findings = ConfigurationReader(folder: folder, drivers: [TableDriver()]).read().1
            let problem = "this is not a regular file"
            #expect(findings.map(\.problem) == [problem, problem])
        }
    }

    @Test func `a link to a file is followed, because mounted configuration is made of links`() async throws {
        try await withTemporaryFolder { folder in
            try ControllerFolder().write(to: folder)
            try FileManager.default.moveItem(atPath: "\(folder)/controller.yaml", toPath: "\(folder)/data")
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/controller.yaml",
                withDestinationPath: "data"
            )
            #expect(ConfigurationReader(folder: folder, drivers: [TableDriver()]).read().1.isEmpty)
        }
    }

    @Test(arguments: ["secret: hunter2hunter2", "secret: \"env:\"", "secret: plain:hunter2", "secret: env:A-B hunter2"])
    func `a secret written where its place should stand is never repeated (case 104)`(_ line: String) async throws {
        var folder = ControllerFolder()
        try folder.replace("secret: env:CRM_PASSWORD", by: line, in: file)
        let findings = try await folder.read().findings
        #expect(findings.map(\.field) == ["secret"])
        #expect(!findings.description.contains("hunter2"))
    }

    @Test func `a password in an address is refused and never repeated (case 104)`() async throws {
        var folder = ControllerFolder()
        try folder.replace(
            "https://shop.example/api",
            by: "https://me:hunter2@shop.example/",
            in: "exporters/shop/exporter.yaml"
        )
        let findings = try await folder.read().findings
        #expect(findings.map(\.field) == ["connection"])
        #expect(findings.first?.problem == "there is a password in the address")
        #expect(!findings.description.contains("hunter2"))
    }

    @Test func `nothing that a terminal obeys is printed (case 69)`() async throws {
        var folder = ControllerFolder()
        try folder.replace("driver: table", by: #"driver: "\e[31mred\u202E""#, in: file)
        try folder.replace("time_limit: PT2M", by: #""\e[2J": 1"#, in: file)
        let printed = try await folder.read().findings.map(\.description).joined()
        #expect(printed.contains(#"\u{1b}[31mred\u{202e}"#))
        #expect(!printed.utf8.contains(0x1B))
    }
}
