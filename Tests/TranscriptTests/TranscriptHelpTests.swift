import Cases
import CommandParts
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
            ["work"], ["status"], ["backup"], ["restore"], ["request", "looked"], ["intake"],
        ] { #expect(Self.commands.contains(command), "\(command)") }
    }

    @Test(arguments: commands)
    func `of every command says where the exit codes are`(_ command: [String]) throws {
        let help = try Self.anywhere.run(command + ["--help"])
        #expect(help.status == 0)
        #expect(help.errors.isEmpty)
        #expect(help.output.contains("inzage help exit-codes"))
    }

    @Test func `has the table of exit codes once, and it is the code's own list`() throws {
        let help = try Self.anywhere("help", "exit-codes")
        #expect(help.status == 0 && help.errors.isEmpty)
        let rows = help.output.split(separator: "\n").dropFirst().map(String.init)
        #expect(rows == Ending.allCases.map { "  \($0.status)  \($0.meaning)" })
        #expect(rows.count == 10)
    }

    @Test(
        "suggests the command that was meant",
        arguments: [
            ("exprot", "export"), ("requests list", "request"), ("request opne", "open"), ("exporter lst", "list"),
            ("audit shwo", "show"), ("keys nw", "new"), ("help exprot", "export"), ("request worklst X", "worklist"),
        ]
    )
    func suggestsTheCommandThatWasMeant(_ typed: String, _ meant: String) throws {
        let result = try Self.anywhere.run(typed.split(separator: " ").map(String.init))
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("did you mean \"\(meant)\""), "\(result.errors)")
    }

    @Test func `suggests the option that was meant, and shows what was typed without obeying it`() throws {
        let option = try Self.anywhere("request", "open", "--emial", "x@example.org")
        #expect(option.status == 2 && option.errors.contains("did you mean \"--email\""))
        let strange = try Self.anywhere("no\u{1B}[31msuch\n")
        #expect(strange.status == 2 && !strange.errors.contains("\u{1B}"))
        #expect(strange.errors.contains("one of init, demo"))
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
