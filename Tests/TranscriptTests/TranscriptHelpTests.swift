import Foundation
import TestSupport
import Testing

@Suite struct `The help` {
    private static let commands = [
        [], ["init"], ["demo"], ["check"], ["request"], ["request", "open"], ["request", "list"], ["request", "show"],
        ["request", "amend"], ["request", "note"], ["request", "close"], ["request", "reopen"],
        ["request", "withdraw"], ["verify"], ["add"], ["withhold"], ["export"], ["passphrase"], ["open"],
        ["exporter"], ["exporter", "list"], ["audit"], ["audit", "show"], ["audit", "verify"],
    ]

    private let anywhere = Command(controller: "/nonexistent")

    @Test(arguments: commands)
    func `of every command shows all exit codes`(_ command: [String]) throws {
        let help = try anywhere.run(command + ["--help"])
        #expect(help.status == 0)
        #expect(help.errors.isEmpty)
        #expect(help.output.contains("EXIT CODES:"))
        let rows = help.output.split(separator: "\n").filter { $0.wholeMatch(of: /\s+[0-9]  \S.*/) != nil }
        #expect(rows.count == 10)
    }

    @Test(arguments: commands)
    func `knows every command, and an unknown option is wrong use of each`(_ command: [String]) throws {
        let result = try anywhere.run(command + ["--no-such-option"])
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("--no-such-option") || result.errors.contains("Usage:"))
    }

    @Test func `names no command that these tests forget`() throws {
        for parent in [[], ["request"], ["exporter"], ["audit"]] {
            let help = try anywhere.run(parent + ["--help"]).output
            let section = try #require(help.components(separatedBy: "SUBCOMMANDS:").last)
            let listed = section.split(separator: "\n").compactMap { line -> String? in
                line.firstMatch(of: /^ +([a-z]+) +[A-Z]/).map { String($0.1) }
            }
            #expect(!listed.isEmpty)
            for name in listed where name != "help" {
                #expect(Self.commands.contains(parent + [name]), "\(parent) \(name)")
            }
        }
    }

    @Test func `is true about --controller, which stands before or after the rest`() async throws {
        try await withTemporaryFolder { folder in
            let shop = folder + "/shop"
            try SampleShop.copy(to: shop)
            #expect(try anywhere("audit", "show", "--controller", shop, "--request", "000000").status == 0)
            #expect(try anywhere("audit", "show", "--request", "000000", "--controller", shop).status == 0)
            #expect(try anywhere("audit", "show").status == 3)
        }
    }
}
