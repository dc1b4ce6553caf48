import Foundation
import TestSupport
import Testing

@Suite struct `The help` {
    /// Every command there is, as the help itself names them: a new one is tested without a word here.
    private static let commands = [[]] + subcommands(of: [])

    private static let anywhere = Command(controller: "/nonexistent")

    private static func subcommands(of parent: [String]) -> [[String]] {
        let help = (try? anywhere.run(parent + ["--help"]).output) ?? ""
        let parts = help.components(separatedBy: "SUBCOMMANDS:\n")
        guard parts.count == 2 else { return [] }
        let names = parts[1].split(separator: "\n").compactMap { line in
            line.firstMatch(of: /^ {2}([a-z]+) +[A-Z]/).map { String($0.1) }
        }
        return names.filter { $0 != "help" }.flatMap { name in
            [parent + [name]] + subcommands(of: parent + [name])
        }
    }

    @Test func `names every step of the story`() {
        for command in [
            ["init"], ["demo"], ["check"], ["request", "open"], ["request", "list"], ["request", "show"],
            ["request", "amend"], ["request", "note"], ["request", "close"], ["request", "reopen"],
            ["request", "withdraw"], ["verify"], ["add"], ["withhold"], ["export"], ["passphrase"], ["open"],
            ["exporter", "list"], ["deadline"], ["audit", "show"], ["audit", "verify"],
        ] { #expect(Self.commands.contains(command), "\(command)") }
    }

    @Test(arguments: commands)
    func `of every command shows all exit codes`(_ command: [String]) throws {
        let help = try Self.anywhere.run(command + ["--help"])
        #expect(help.status == 0)
        #expect(help.errors.isEmpty)
        #expect(help.output.contains("EXIT CODES:"))
        let rows = help.output.split(separator: "\n").filter { $0.wholeMatch(of: /\s+[0-9]  \S.*/) != nil }
        #expect(rows.count == 10)
    }

    @Test(arguments: commands)
    func `knows every command, and an unknown option is wrong use of each`(_ command: [String]) throws {
        let result = try Self.anywhere.run(command + ["--no-such-option"])
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("--no-such-option") || result.errors.contains("Usage:"))
    }

    @Test func `is true about --controller, which stands before or after the rest`() async throws {
        try await withTemporaryFolder { folder in
            let shop = folder + "/shop"
            try SampleShop.copy(to: shop)
            let anywhere = Self.anywhere
            #expect(try anywhere("audit", "show", "--controller", shop, "--request", "000000").status == 0)
            #expect(try anywhere("audit", "show", "--request", "000000", "--controller", shop).status == 0)
            #expect(try anywhere("audit", "show").status == 3)
        }
    }
}
