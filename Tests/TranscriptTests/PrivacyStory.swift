import Foundation
import TestSupport

/// The whole story with its errors; what every command printed that should show nobody's data.
struct PrivacyStory {
    let inzage: Command
    /// Where the command may put temporary files.
    let scratch: String
    private(set) var printed: [(command: String, text: String)] = []

    init(inzage: Command, scratch: String) {
        self.inzage = inzage
        self.scratch = scratch
    }

    /// Tells it and gives the request's id.
    mutating func tell() throws -> String {
        try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
        let request = try run(
            "request",
            "open",
            "--right",
            "access",
            "--email",
            "-",
            input: PrivateValues.person + "\n"
        )
        .output.trimmingCharacters(in: .whitespacesAndNewlines)
        try run("request", "open", "--right", "access", "--email", "-", input: "ada.jansen@@example.org\n")
        try run("request", "open", "--right", "nonsense", "--email", "-", input: PrivateValues.person + "\n")
        for arguments in [
            ["check"], ["exporter", "list"], ["request", "list"], ["export", request], ["export", request],
        ] {
            try run(arguments)
        }
        try prove(request)
        try failInTheSources(request)
        try run(
            "withhold",
            request,
            "crm/notes/99/nothing",
            "--ground",
            "test",
            "--reason",
            "-",
            input: "Ada Jansen asked\n"
        )
        try run("export", request, "--preview", "--json")
        try run("export", request, "--json")
        try run("export", request)
        try failInTheEnd(request)
        for arguments in [
            ["audit", "show"], ["audit", "show", "--json"], ["audit", "verify"], ["request", "list", "--json"],
        ] {
            try run(arguments)
        }
        return request
    }

    private mutating func prove(_ request: String) throws {
        try run("verify", request, "--code", "-", input: "AAAA-0000\n")
        try run("verify", request, "--code", "-", input: "no code at all\n")
        try run("verify", request, "--evidence", "séance", "--checked-by", "tester")
        let code = try inzage.code(of: request) ?? ""
        try run("verify", request, "--code", "-", input: code + "\n")
        try run("verify", request, "--code", "-", input: code + "\n")
    }

    /// Every source fails once, each in its own way, with the person's data at hand.
    private mutating func failInTheSources(_ request: String) throws {
        let exporters = inzage.folder + "/exporters"
        let whole = inzage.folder + "/../whole"
        for bad in BadInputCase.sources {
            _ = try runTool("cp", ["-a", exporters, whole])
            try bad.spoil(inzage.folder)
            try run("export", request)
            try run("check")
            try FileManager.default.removeItem(atPath: exporters)
            try FileManager.default.moveItem(atPath: whole, toPath: exporters)
        }
    }

    private mutating func failInTheEnd(_ request: String) throws {
        let archive = inzage.archive(of: request)
        try run("open", archive, "--into", scratch + "/opened", input: "0000-0000-0000-0000-0000-0000\n")
        try run("open", inzage.folder + "/controller.yaml", "--into", scratch + "/opened", input: "1\n")
        try run("export", "NOBODY")
        try run("export", request, "--hand-over", scratch, "--to", "-", "--how", "-", input: "Ada Jansen\nin person\n")
        try run("request", "withdraw", request)
        try run("passphrase", "NOBODY")
    }

    @discardableResult
    private mutating func run(_ arguments: String..., input: String = "") throws -> ToolResult {
        try run(arguments, input: input)
    }

    @discardableResult
    private mutating func run(_ arguments: [String], input: String = "") throws -> ToolResult {
        let environment = inzage.environment.merging(["TMPDIR": scratch]) { _, new in new }
        let result = try runTool(Command.path, arguments, input: input, environment: environment)
        printed.append((arguments.prefix(2).joined(separator: " "), result.output + result.errors))
        return result
    }
}

/// What the processes of this machine show of themselves.
enum PrivacyProcesses {
    /// The arguments of a process and of all that it started, directly or not.
    static func arguments(below root: Int32) -> [String] {
        let numbers = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap { Int32($0) }
        var family: Set<Int32> = [root]
        // Parents have smaller numbers than their children, but for wrap-around, which two rounds outlive.
        for _ in 1...2 {
            for number in numbers.sorted() where parent(of: number).map(family.contains) == true {
                family.insert(number)
            }
        }
        return family.compactMap { number in
            FileManager.default.contents(atPath: "/proc/\(number)/cmdline").map { String(decoding: $0, as: UTF8.self) }
        }
    }

    private static func parent(of number: Int32) -> Int32? {
        guard let stat = FileManager.default.contents(atPath: "/proc/\(number)/stat") else { return nil }
        let rest = String(decoding: stat, as: UTF8.self).components(separatedBy: ") ").last
        return rest?.split(separator: " ").dropFirst().first.flatMap { Int32($0) }
    }
}
