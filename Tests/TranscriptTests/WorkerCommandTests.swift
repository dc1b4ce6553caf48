import Foundation
import TestSupport
import Testing

/// `inzage work` as cron, a timer or a service runs it.
@Suite("inzage work", .timeLimit(.minutes(5))) struct WorkerCommandTests {
    private func withShop(_ body: (Command) throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try SampleShop.copy(to: folder + "/shop")
            try body(Command(controller: folder + "/shop"))
        }
    }

    /// A worker that runs, and what it says on standard error.
    private struct Running {
        let process = Process()
        let errors: String

        init(_ inzage: Command, _ arguments: [String], errors: String) throws {
            self.errors = errors
            _ = FileManager.default.createFile(atPath: errors, contents: nil)
            process.executableURL = URL(fileURLWithPath: Command.path)
            process.arguments = ["work"] + arguments
            process.environment = inzage.environment
            process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
            process.standardOutput = FileHandle.nullDevice
            try process.run()
        }

        var said: String { (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "" }

        /// Waits until it said something; the suite's time limit ends a wait for nothing.
        func wait(for words: String) {
            while process.isRunning, !said.contains(words) { usleep(5000) }
        }

        func end(_ signal: Int32) -> Int32 {
            kill(process.processIdentifier, signal)
            process.waitUntilExit()
            return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        }
    }

    @Test("--once does what is due, says ids alone, and leaves a note when it ran")
    func once() async throws {
        try await withShop { inzage in
            let id = try inzage.openRequest(PrivateValues.person)
            let first = try inzage("work", "--once")
            #expect(first.status == 0 && first.output.isEmpty)
            #expect(first.errors == "inzage: \(id): code made\ninzage: \(id): mailed code\n")
            let code = try #require(try inzage.code(of: id))
            try inzage.expect(0, "verify", id, "--code", "-", input: code + "\n")
            let second = try inzage("work", "--once", "--json")
            #expect(second.status == 0 && second.output.contains(id))
            #expect(second.errors.contains("inzage: \(id): delivered\n"))
            #expect(!second.errors.contains("@"))
            #expect(try inzage.mail("archive", of: id) != nil)
            #expect(try inzage("work", "--once").errors.isEmpty)
            let status = try inzage("status")
            #expect(status.status == 0 && status.output.contains("worker         ran at "))
        }
    }

    @Test("ends with 0 after the step in hand when it is asked to", arguments: [SIGTERM, SIGINT])
    func ends(signal: Int32) async throws {
        try await withShop { inzage in
            let id = try inzage.openRequest(PrivateValues.person)
            let worker = try Running(inzage, ["--every", "PT1H"], errors: inzage.folder + "/../said")
            worker.wait(for: "mailed code")
            #expect(worker.end(signal) == 0)
            #expect(worker.said.contains("works every PT1H"))
            #expect(worker.said.hasSuffix("inzage: stopped\n"))
            #expect(try inzage("request", "show", id).output.contains("awaiting identity"))
        }
    }

    @Test("goes on by itself, with the settings as they are then, and tells what is wrong with them")
    func goesOn() async throws {
        try await withShop { inzage in
            let worker = try Running(inzage, ["--every", "PT1S"], errors: inzage.folder + "/../said")
            worker.wait(for: "works every PT1S")
            let id = try inzage.openRequest(PrivateValues.person)
            worker.wait(for: "\(id): mailed code")
            let settings = inzage.folder + "/controller.yaml"
            let text = try String(contentsOfFile: settings, encoding: .utf8)
            try Data("broken: [".utf8).write(to: URL(fileURLWithPath: settings))
            worker.wait(for: "the configuration has errors")
            try Data(text.utf8).write(to: URL(fileURLWithPath: settings))
            let code = try #require(try inzage.code(of: id))
            try inzage.expect(0, "verify", id, "--code", "-", input: code + "\n")
            worker.wait(for: "\(id): delivered")
            #expect(worker.end(SIGTERM) == 0)
        }
    }

    @Test("by two at once on one folder does nothing twice")
    func twoAtOnce() async throws {
        try await withShop { inzage in
            let people = ["ada.jansen@example.org", "nachtuil@example.net", "ada.jansen@example.com"]
            let ids = try people.map { try inzage.openRequest($0) }
            let workers = try (1...2).map { number in
                try Running(inzage, ["--once"], errors: inzage.folder + "/../said-\(number)")
            }
            for worker in workers { worker.process.waitUntilExit() }
            #expect(workers.allSatisfy { $0.process.terminationStatus == 0 })
            let said = workers.map(\.said).joined()
            for id in ids { #expect(said.components(separatedBy: "\(id): mailed code").count == 2, "\(said)") }
            let mails = try FileManager.default.contentsOfDirectory(atPath: inzage.folder + "/outbox")
            for id in ids { #expect(mails.count { $0.hasPrefix(id) } == 1) }
            #expect(try inzage("audit", "verify").status == 0)
        }
    }

    @Test(
        "is used wrongly",
        arguments: [
            ["--every", "P1M"], ["--every", "5 minutes"], ["--every", "PT0S"], ["--every", "P2D"], ["--every", ""],
            ["--once", "--every", "PT1M"], ["--json"],
        ]
    )
    func wrongUse(_ arguments: [String]) throws {
        #expect(try Command(controller: "/nonexistent").run(["work"] + arguments).status == 2)
    }

    @Test("says where no company is, and does not go on")
    func noCompany() throws {
        for arguments in [["work"], ["work", "--once"], ["status"]] {
            #expect(try Command(controller: "/nonexistent").run(arguments).status == 3)
        }
    }

    @Test("ends --once with the code of what failed, and tells that it is tried again")
    func fails() async throws {
        try await withShop { inzage in
            let id = try inzage.openRequest(PrivateValues.person)
            try BadInputCase.replace(
                "mail_limit: 15 MB",
                with: "mail_limit: 15 MB\n  smtp: {host: 127.0.0.1, port: 1}",
                in: inzage.folder + "/controller.yaml"
            )
            let result = try inzage("work", "--once")
            #expect(result.status == 6)
            #expect(result.errors.contains("inzage: \(id): mail failed: cannotConnect\n"), "\(result.errors)")
            #expect(result.errors.contains("(exit 6); again in"))
            let status = try inzage("status")
            #expect(status.output.contains("1 mail that has not gone") && status.output.contains("failed in 1"))
        }
    }
}
