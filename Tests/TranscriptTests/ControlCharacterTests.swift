import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct `Control characters` {
    /// Moves the cursor, clears the screen, sets the title, and begins a line that looks like one of ours.
    private static let forging = "Ada\u{1B}]0;x\u{7}\u{1B}[2J\r\ndelivered      everything\u{85}\u{9B}31m\u{7F}\u{8}"

    @Test func `nothing that a requester or an operator writes speaks to the terminal or forges a line (case 69)`()
        async throws
    {
        try await withVerifiedRequest { inzage, _ in
            var printed: [ToolResult] = []
            let opened = try inzage(
                "request",
                "open",
                "--right",
                "access",
                "--email",
                PrivateValues.person,
                "--name",
                Self.forging,
                "--identifier",
                "customer_id=\(Self.forging)"
            )
            let request = opened.output.trimmingCharacters(in: .whitespacesAndNewlines)
            try #require(opened.status == 0 && request.utf8.count == 6)
            printed.append(try inzage("request", "note", request, Self.forging))
            for arguments in [
                ["request", "show", request], ["request", "list"], ["export", request], ["export", Self.forging],
                ["verify", request, "--code", Self.forging], ["request", "show", Self.forging],
                ["withhold", request, Self.forging, "--ground", Self.forging, "--reason", Self.forging],
                ["request", "open", "--right", Self.forging, "--email", Self.forging], [Self.forging],
                ["open", Self.forging, "--into", Self.forging], ["exporter", Self.forging],
                ["request", "open", "--right=\(Self.forging)"], ["audit", "show"],
            ] {
                printed.append(try inzage.run(arguments))
            }
            for result in printed {
                for text in [result.output, result.errors] {
                    let controls = text.unicodeScalars.filter {
                        $0.properties.generalCategory == .control && $0 != "\n"
                    }
                    #expect(controls.isEmpty, "\(text.debugDescription)")
                    #expect(
                        !text.utf8.split { $0 == 0x0A || $0 == 0x0D }.contains {
                            $0.starts(with: "delivered      everything".utf8)
                        }
                    )
                }
            }
            #expect(printed[1].output.contains("Ada"))
        }
    }

    @Test func `an operator whose name holds controls forges no line of the audit (case 69)`() async throws {
        try await withVerifiedRequest { inzage, request in
            var environment = inzage.environment
            environment["INZAGE_OPERATOR"] = Self.forging
            _ = try runTool(Command.path, ["request", "note", request, "seen"], environment: environment)
            let audit = try inzage.expect(0, "audit", "show")
            #expect(audit.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control || $0 == "\n" })
            #expect(
                audit.split(separator: "\n").allSatisfy { $0.firstMatch(of: /^[0-9]{4}-[0-9]{2}-[0-9]{2}T/) != nil }
            )
            #expect(try inzage("audit", "verify").status == 0)
        }
    }
}
