import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15))) struct `Archives against the sources` {
    private static let people = 200
    private static let atOnce = 2

    @Test func `two hundred people each get all that is theirs and nothing of anybody else (cases 51, 54)`()
        async throws
    {
        try await withTemporaryFolder { folder in
            try SampleShop.copy(to: folder + "/shop")
            let inzage = Command(controller: folder + "/shop")
            let addresses = try oracle(["pick", inzage.folder, "41", String(Self.people)]).output
                .split(separator: "\n").map(String.init)
            try #require(Set(addresses).count == Self.people)
            let answers = try await answer(addresses, with: inzage)
            let verdict = try oracle(["batch", inzage.folder], input: answers.joined(separator: "\n") + "\n")
            #expect(verdict.output == "\(Self.people) archives checked, 0 failed\n", "\(verdict.errors)")
            #expect(verdict.status == 0)
        }
    }

    @Test func `the same check fails when two people get each other's archive`() async throws {
        try await withTemporaryFolder { folder in
            try SampleShop.copy(to: folder + "/shop")
            let inzage = Command(controller: folder + "/shop")
            let pair = try oracle(["pick", inzage.folder, "42", "2"]).output.split(separator: "\n").map(String.init)
            let answers = try await answer(pair, with: inzage)
            let swapped = answers.map { answer in
                let own = answer.split(separator: " ").map(String.init)
                return "\(own[0]) \(own[1]) \(pair[0] == own[2] ? pair[1] : pair[0])"
            }
            let verdict = try oracle(["batch", inzage.folder], input: swapped.joined(separator: "\n") + "\n")
            #expect(verdict.output.hasSuffix("2 archives checked, 2 failed\n"))
            #expect(verdict.status == 1)
        }
    }

    /// Answers everybody, some at once, and gives a line "ARCHIVE PASSPHRASE ADDRESS" for each.
    private func answer(_ addresses: [String], with inzage: Command) async throws -> [String] {
        try await withThrowingTaskGroup(of: [String].self) { group in
            for worker in 0..<Self.atOnce {
                group.addTask {
                    try stride(from: worker, to: addresses.count, by: Self.atOnce).map { number in
                        let request = try inzage.openRequest(addresses[number])
                        try inzage.proveIdentity(of: request)
                        try inzage.expect(0, "export", request)
                        let passphrase = try inzage.passphrase(of: request)
                        return "\(inzage.archive(of: request)) \(passphrase) \(addresses[number])"
                    }
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
    }

    private func oracle(_ arguments: [String], input: String = "") throws -> ToolResult {
        try runTool(
            checkout + "/.venv/bin/python",
            [checkout + "/Tests/Oracle/oracle.py"] + arguments,
            input: input
        )
    }
}
