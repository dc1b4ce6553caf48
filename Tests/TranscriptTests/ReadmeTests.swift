import Foundation
import Testing
import TestSupport

/// The README's commands run, and print what it says.
@Suite struct ReadmeTests {
    @Test func `the README opens with one sentence and two commands, in under 150 lines`() throws {
        let readme = try Readme()
        #expect(readme.lines.count < 150)
        #expect(readme.lines.first == "# Inzage")
        #expect(readme.sessions.first?.steps.map(\.command) == ["make demo", "make test"])
    }

    @Test(.timeLimit(.minutes(15)))
    func `make demo prints what the README shows`() throws {
        let shown = try #require(Readme().sessions.first?.steps.first { $0.command == "make demo" })
        // This test may run inside `swift test`, which holds the build folder's lock.
        let result = try runTool(
            "make",
            ["--no-print-directory", "demo", "SWIFT_BUILD=swift build --ignore-lock"],
            environment: ProcessInfo.processInfo.environment,
            in: checkout
        )
        #expect(result.status == 0, "\(result.errors)")
        #expect(Readme.generalised(result.output) == Readme.generalised(shown.output.joined(separator: "\n") + "\n"))
    }

    @Test func `make test is what CI calls and what the README shows`() throws {
        let shown = try #require(Readme().sessions.first?.steps.first { $0.command == "make test" })
        #expect(shown.output.count == 1)
        #expect(shown.output.first?.contains("Test run with") == true)
        #expect(try runTool("make", ["--dry-run", "test"], in: checkout).status == 0)
        #expect(try String(contentsOfFile: checkout + "/.ci/run", encoding: .utf8).contains("make test"))
    }

    @Test func `every other command of the README runs`() async throws {
        let sessions = try Readme().sessions.dropFirst()
        try await withTemporaryFolder { folder in
            _ = try Command.demo(in: folder + "/demo")
            let tools = URL(fileURLWithPath: Command.path).deletingLastPathComponent().path
            for session in sessions {
                var script = "set -e\n"
                for step in session.steps { script += step.command + "\n" }
                let result = try runTool(
                    "/bin/sh",
                    ["-c", script],
                    environment: ["PATH": "\(tools):/usr/bin:/bin", "HOME": folder],
                    in: folder
                )
                #expect(result.status == 0, "\(script) \(result.errors)")
                let shown = session.steps.flatMap(\.output)
                if !shown.isEmpty {
                    #expect(result.output == shown.joined(separator: "\n") + "\n")
                }
            }
        }
    }

    @Test func `the README and the manuals say where the exit codes are`() throws {
        for page in ["README.md", "docs/install.md"] {
            let text = try String(contentsOfFile: "\(checkout)/\(page)", encoding: .utf8)
            #expect(text.contains("inzage help exit-codes"), "\(page)")
        }
    }

    @Test func `every page that the README names is there`() throws {
        let text = try Readme().lines.joined(separator: "\n")
        let pages = text.matches(of: /\]\(([^)#]+)\)/).map { String($0.1) }
        #expect(pages.contains("docs/install.md") && pages.contains("docs/operator.md"))
        for page in pages { #expect(FileManager.default.fileExists(atPath: "\(checkout)/\(page)"), "\(page)") }
    }
}

/// The README, and the sessions at a terminal that it shows.
private struct Readme {
    struct Step {
        let command: String
        var output: [String] = []
    }

    struct Session {
        var steps: [Step] = []
    }

    let lines: [String]
    var sessions: [Session] = []

    init() throws {
        lines = try String(contentsOfFile: checkout + "/README.md", encoding: .utf8).split(
            separator: "\n",
            omittingEmptySubsequences: false
        ).map(String.init)
        var isInside = false
        for line in lines {
            if line.hasPrefix("```") {
                isInside = line == "```console"
                if isInside { sessions.append(Session()) }
            } else if isInside {
                add(line)
            }
        }
    }

    private mutating func add(_ line: String) {
        let last = sessions.count - 1
        if line.hasPrefix("$ ") {
            sessions[last].steps.append(Step(command: String(line.dropFirst(2))))
        } else if let step = sessions[last].steps.indices.last {
            sessions[last].steps[step].output.append(line)
        }
    }

    /// The text with what differs from run to run taken out: ids, marks, sizes and passphrases.
    static func generalised(_ text: String) -> String {
        text.replacing(/installing[^\n]*\n/, with: "")
            .replacing(/\d{4}(-\d{4}){5}/, with: "PASSPHRASE")
            .replacing(/\d+ bytes/, with: "N bytes")
            .replacing(/\b[0-9A-HJKMNP-TV-Z]{6}\b/.wordBoundaryKind(.simple), with: "ID")
    }
}
