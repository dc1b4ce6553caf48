import DriverParts
import Drivers
import ExporterKit
import Foundation
import TestSupport
import Testing

@Suite struct `A program as a source` {
    @Test func `in Python answers each question by its number, with pairs that belong together`() async throws {
        let found = try await ask(
            Programs.people,
            1,
            [
                [Identifier(kind: "email", "bob@example.org"), Identifier(kind: "customer_id", "99")],
                [Identifier(kind: "email", "Ada@Example.org"), Identifier(kind: "customer_id", "4217")],
            ]
        )
        #expect(found == [[], [["number 4217", "text ada@example.org", #"json [{"last":"0042"}]"#]]])
    }

    @Test func `gives numbers digit by digit, and null for what a record lacks`() async throws {
        #expect(
            try await ask(Programs.people, "email", "ada@example.org") == [
                ["text ada@example.org", "number 4217", "number 1.1"]
            ]
        )
        #expect(
            try await ask(Programs.people, "email", "bob@example.org") == [
                ["text bob@example.org", "number 2", "null"]
            ]
        )
    }

    @Test func `in shell needs no numbers: records are matched by their fields`() async throws {
        try await withTemporaryFolder { folder in
            try FileManager.default.copyItem(atPath: Programs.folder + "/people.sh", toPath: folder + "/people.sh")
            try write(
                #"{"email":"ada@example.org"}"# + "\n" + #"{"email":"bob@example.org"}"# + "\n",
                to: "people.jsonl",
                in: folder
            )
            let people = collection(["stream": "people"], [field("email", matches: "email")])
            let system = Programs.system(["./people.sh"], in: folder, [:], people)
            let bob = [Identifier(kind: "email", "BOB@example.org")]
            let nobody = [Identifier(kind: "email", "eve@example.org")]
            #expect(
                try await ask(system, 0, [bob, nobody, bob]) == [
                    [["text bob@example.org"]], [], [["text bob@example.org"]],
                ]
            )
        }
    }

    @Test func `sees an empty home, its own folder and nothing else of ours`() async throws {
        let found = try await ask(Programs.fault("environment"), "email", "ada@example.org")
        let text = found.first?.last ?? ""
        let folder = URL(fileURLWithPath: Programs.folder).resolvingSymlinksInPath().path
        #expect(text == #"text [["HOME", "LANG", "PATH", "TMPDIR"], "\#(folder)", []]"#)
    }

    @Test func `gets the secret in its environment, and no error has it`() async throws {
        var seen: [String] = []
        let context = DriverContext(secret: Secret("hush-4711"))
        let system = Programs.fault("secret")
        let question = Question(identifiers: [Identifier(kind: "email", "ada@example.org")])
        try await BuiltInDrivers.named("program")?.using(system, context) { source in
            try await source.read(system.collections[0], for: [question]) { record, _ in
                seen.append(String(decoding: record.cell(at: 1), as: UTF8.self))
            }
        }
        #expect(seen == ["hush-4711"])
    }

    @Test(arguments: [
        ("half", SourceFailure.Code.malformed), ("half-record-without-feed", .malformed), ("status", .queryFailed),
        ("killed", .queryFailed), ("noise", .malformed), ("errors", .queryFailed), ("memory", .queryFailed),
        ("wrong-question", .malformed), ("deep", .tooLarge), ("undeclared", .undeclaredField), ("silent", .malformed),
        ("long-line", .tooLarge),
    ])
    func `fails whole where it does not answer whole, and tells of nobody`(
        fault: String,
        code: SourceFailure.Code
    ) async throws {
        let failure = try await failure(Programs.fault(fault), "email", "ada@example.org")
        #expect(failure?.code == code)
        #expect(failure?.description.contains("ada") == false)
    }

    @Test func `that writes without end is stopped at the limit`() async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let failure = try await failure(Programs.fault("floods", ["output_limit": "8"]), "email", "ada@example.org")
        #expect(failure?.code == .tooLarge)
        #expect(clock.now - start < .seconds(20))
    }

    @Test func `that does not listen may still answer`() async throws {
        #expect(try await ask(Programs.fault("deaf"), "email", "ada@example.org") == [])
    }

    @Test(arguments: ["forks", "forgets", "forks-and-hangs", "ignores-term"])
    func `is ended with all that it started, whatever sessions they are in`(fault: String) async throws {
        try await withTemporaryFolder { folder in
            let system = Programs.fault(fault, marker: folder + "/child", timeLimit: 2)
            let failure = try await failure(system, "email", "ada@example.org")
            #expect(failure?.code == (["forks", "forgets"].contains(fault) ? nil : .timedOut))
            let text = try String(contentsOfFile: folder + "/child", encoding: .utf8)
            let child = try #require(pid_t(text))
            #expect(kill(child, 0) != 0 || Self.isDead(child))
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func `is ended when its task is cancelled`() async throws {
        try await withTemporaryFolder { folder in
            let reading = Task {
                try await failure(Programs.fault("ignores-term", marker: folder + "/child"), "email", "ada@example.org")
            }
            while !FileManager.default.fileExists(atPath: folder + "/child") {
                try await Task.sleep(for: .milliseconds(20))
            }
            try await Task.sleep(for: .milliseconds(100))
            reading.cancel()
            await #expect(throws: CancellationError.self) { try await reading.value }
            let child = try #require(pid_t(try String(contentsOfFile: folder + "/child", encoding: .utf8)))
            #expect(kill(child, 0) != 0 || Self.isDead(child))
        }
    }

    @Test func `leaves no folder of its own behind`() async throws {
        func left() throws -> Set<String> {
            let names = try FileManager.default.contentsOfDirectory(atPath: FileManager.default.temporaryDirectory.path)
            return Set(names.filter { $0.hasPrefix("inzage-program-") })
        }
        let before = try left()
        var during: Set<String> = []
        let system = Programs.fault("secret")
        let question = Question(identifiers: [Identifier(kind: "email", "ada@example.org")])
        try await BuiltInDrivers.named("program")?.using(system, DriverContext(secret: Secret("x"))) { source in
            try await source.read(system.collections[0], for: [question]) { _, _ in during = try left() }
        }
        #expect(during.subtracting(before).isEmpty == false)
        let own = during.subtracting(before)
        // Others may run beside this one; of the folders that were there meanwhile none stays for long.
        for _ in 0..<200 where try !left().isDisjoint(with: own) { try await Task.sleep(for: .milliseconds(50)) }
        #expect(try left().isDisjoint(with: own))
    }

    @Test func `is looked for before anybody is asked about, and not started`() async throws {
        let people = collection(["stream": "people"], [field("email", matches: "email")])
        let cases: [(command: [String], settings: [String: String], problem: String)] = [
            (["nosuch.py"], [:], "error command: the program is not there"),
            (["../people.py"], [:], "error command: the program lies outside the exporter's folder"),
            (["/etc/passwd"], [:], "error command: the program may not be run"),
            ([], [:], "error command: `command` is missing or not a list of texts"),
            (["people.py"], ["memory_limit": "much"], "error memory_limit: `memory_limit` is no number of MiB"),
            (["people.py"], ["output_limit": "0"], "error output_limit: `output_limit` is no number of MiB"),
        ]
        for (command, settings, problem) in cases {
            let found = await findings(Programs.system(command, settings, people))
            #expect(found == [problem])
        }
        let above = collection(["stream": "people"], [field("email", matches: "email"), field("n", path: "^n")])
        let findings = await findings(Programs.system(["people.py"], [:], above))
        #expect(findings == ["error n: the field's path begins with `@` or `^`, and nothing such is there"])
    }

    /// Whether a process has ended, and only waits for whoever adopted it to notice.
    private static func isDead(_ process: pid_t) -> Bool {
        let state = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        return state?.split(separator: ")").last?.hasPrefix(" Z") ?? true
    }
}
