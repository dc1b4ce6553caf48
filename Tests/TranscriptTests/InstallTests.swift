import Foundation
import TestSupport
import Testing

/// What docs/install.md says is done as it stands there: in a folder of the test's, without root.
@Suite(.timeLimit(.minutes(5))) struct `The page about setting up` {
    @Test func `installs a command that runs from where it is, with its resources, and goes again`() async throws {
        try await withTemporaryFolder { folder in
            let made = try Self.make("install", in: folder, ["PREFIX=/opt/inzage"])
            #expect(made.status == 0 && made.output == "installed      \(folder)/opt/inzage/bin/inzage\n", "\(made)")
            let installed = folder + "/opt/inzage/bin/inzage"
            // What it copies comes from beside it, not from where it was built.
            let readMe = folder + "/opt/inzage/lib/inzage/inzage_BundledExporters.resources/crm/README.md"
            try Data("from here".utf8).write(to: URL(fileURLWithPath: readMe))
            // docs/systems.md says that the ready-made ones lie there too.
            let ready = folder + "/opt/inzage/lib/inzage/inzage_BundledExporters.resources/wordpress/exporter.yaml"
            #expect(FileManager.default.fileExists(atPath: ready))
            #expect(try runTool(installed, ["--version"], environment: [:]).output == "0.1.0\n")
            #expect(try runTool(installed, ["demo", folder + "/shop"], environment: ["HOME": folder]).status == 0)
            let copied = try String(contentsOfFile: folder + "/shop/exporters/crm/README.md", encoding: .utf8)
            #expect(copied == "from here")
            #expect(try Self.make("uninstall", in: folder, ["PREFIX=/opt/inzage"]).status == 0)
            #expect(!FileManager.default.fileExists(atPath: folder + "/opt/inzage/lib/inzage"))
            #expect(!FileManager.default.fileExists(atPath: installed))
        }
    }

    @Test func `refuses a prefix that is no whole path`() async throws {
        try await withTemporaryFolder { folder in
            let made = try Self.make("install", in: folder, ["PREFIX=here"])
            #expect(made.status != 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }

    @Test func `says only what works`() async throws {
        try await withTemporaryFolder { folder in
            let page = try InstallPage(in: folder)
            try page.writeStandIns()
            try Data("secret\n".utf8).write(to: URL(fileURLWithPath: folder + "/password.txt"))
            for session in page.sessions {
                // The page has the reader fill in a company before mail, cron and backup: the sample company stands for it.
                if session.contains("smtp.password") { try page.fillIn() }
                let (script, shown) = InstallPage.parts(of: session)
                let result = try runTool(
                    "/bin/sh",
                    ["-ec", page.here(script)],
                    environment: page.environment,
                    in: folder
                )
                #expect(result.status == 0, "\(script)\n\(result.errors)")
                if !shown.isEmpty { #expect(result.output == page.here(shown), "\(script)") }
            }
            let mode = try FileManager.default.attributesOfItem(atPath: folder + "/srv/acme/keys/smtp.password")
            #expect(mode[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func `has a table for cron in which each line runs, and the ones for every hour say nothing`() async throws {
        try await withTemporaryFolder { folder in
            let page = try InstallPage(in: folder)
            try page.writeStandIns()
            _ = try Self.make("install", in: folder, [])
            try page.fillIn()
            let backups = folder + "/srv/acme-backup"
            try FileManager.default.createDirectory(atPath: backups, withIntermediateDirectories: false)
            _ = try Command(controller: folder + "/srv/acme")("request", "open", "--email", "nobody@example.com")
            #expect(page.cronLines.count == 4)
            for line in page.cronLines {
                let result = try runTool(
                    "/bin/sh",
                    ["-c", line],
                    environment: page.cronEnvironment,
                    in: folder
                )
                #expect(result.status == 0 && result.errors.isEmpty, "\(line): \(result.errors)")
                #expect(result.output.isEmpty != line.contains("request list"), "\(line): \(result.output)")
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: backups).count == 1)
            // What fails is told.
            try Data("broken: [".utf8).write(to: URL(fileURLWithPath: folder + "/srv/acme/controller.yaml"))
            let failed = try runTool(
                "/bin/sh",
                ["-c", page.cronLines[0]],
                environment: page.cronEnvironment,
                in: folder
            )
            #expect(failed.output.contains("error"))
        }
    }

    /// Makes a goal out of what this test was built with, in a folder instead of the root.
    fileprivate static func make(_ goal: String, in folder: String, _ settings: [String]) throws -> ToolResult {
        var environment = ProcessInfo.processInfo.environment
        environment["MAKEFLAGS"] = nil
        return try runTool(
            "make",
            ["--no-print-directory", goal, "BIN=\(InstallPage.built)", "DESTDIR=\(folder)"] + settings,
            environment: environment,
            in: checkout
        )
    }
}

/// The page, with its paths led into a folder.
private struct InstallPage {
    static let built = URL(fileURLWithPath: Command.path).deletingLastPathComponent().path

    let folder: String
    let text: String

    init(in folder: String) throws {
        self.folder = folder
        text = try String(contentsOfFile: checkout + "/docs/install.md", encoding: .utf8)
    }

    /// What is typed and shown, fence by fence.
    var sessions: [String] { blocks("console") }

    /// The commands in the table for cron.
    var cronLines: [String] {
        cron.filter { $0.wholeMatch(of: /[A-Z_]+=.*/) == nil }.map { line in
            here(line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true).last.map(String.init) ?? "")
        }
    }

    /// What the table for cron sets, and nothing else.
    var cronEnvironment: [String: String] {
        cron.reduce(into: [:]) { environment, line in
            guard let set = line.wholeMatch(of: /([A-Z_]+)=(.*)/) else { return }
            environment[String(set.1)] = here(String(set.2))
        }
    }

    private var cron: [String] { blocks("cron").flatMap { $0.split(separator: "\n").map(String.init) } }

    var environment: [String: String] {
        ["PATH": "\(folder)/stand-ins:\(folder)/usr/local/bin:/usr/bin:/bin", "HOME": folder]
    }

    /// A text of the page with its paths led into the folder.
    func here(_ text: String) -> String {
        text.replacingOccurrences(of: "/srv/", with: folder + "/srv/")
            .replacingOccurrences(of: "/usr/local/", with: folder + "/usr/local/")
    }

    /// Splits a session into the commands and what they print.
    static func parts(of session: String) -> (script: String, shown: String) {
        let lines = session.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let script = lines.filter { $0.hasPrefix("$ ") }.map { String($0.dropFirst(2)) }.joined(separator: "\n")
        let shown = lines.filter { !$0.hasPrefix("$ ") && !$0.isEmpty }
        return (script, shown.isEmpty ? "" : shown.joined(separator: "\n") + "\n")
    }

    /// Programs that need root, or take minutes, stand aside; the rest is what the page names.
    func writeStandIns() throws {
        let programs = [
            "sudo": #"if [ "$1" = -u ]; then shift 2; fi; exec "$@""#, "useradd": "exit 0", "chown": "exit 0",
            "make": """
            [ "$1" = install ] || exit 0
            exec /usr/bin/make --no-print-directory -C '\(checkout)' install 'BIN=\(Self.built)' 'DESTDIR=\(folder)'
            """,
        ]
        try FileManager.default.createDirectory(atPath: folder + "/stand-ins", withIntermediateDirectories: true)
        try FileManager.default.createDirectory(atPath: folder + "/srv", withIntermediateDirectories: true)
        for (name, script) in programs {
            let path = "\(folder)/stand-ins/\(name)"
            try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
        }
    }

    /// Puts the sample company where the page has made an empty one.
    func fillIn() throws {
        try? FileManager.default.removeItem(atPath: folder + "/srv/acme")
        _ = try Command.demo(in: folder + "/srv/acme")
        _ = try Command(controller: folder + "/srv/acme")("request", "open", "--email", "nobody@example.net")
    }

    private func blocks(_ fence: String) -> [String] {
        text.components(separatedBy: "```\(fence)\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    }
}
