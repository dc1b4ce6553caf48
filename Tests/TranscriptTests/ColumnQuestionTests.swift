import Foundation
import TestSupport
import Testing

/// At a terminal `init --from-record` asks what the headers leave open; Python plays the terminal.
@Suite struct `RecordImport at a terminal` {
    private static let script = """
        import os, pty, select, sys
        keys, command = sys.argv[1].encode(), sys.argv[2:]
        child, terminal = pty.fork()
        if child == 0:
            os.execv(command[0], command)
        os.write(terminal, keys)
        shown = b""
        while True:
            try:
                piece = os.read(terminal, 4096)
            except OSError:
                break
            if not piece:
                break
            shown += piece
        sys.stdout.buffer.write(shown.replace(b"\\r\\n", b"\\n"))
        sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        """
    private static let register = "Activiteit;Waarom;Wie\nVerkoop;leveren;klanten\n"

    private func type(_ keys: String, in folder: String) throws -> ToolResult {
        let register = folder + "/register.csv"
        try Data(Self.register.utf8).write(to: URL(fileURLWithPath: register))
        let command = [Command.path, "init", folder + "/acme", "--from-record", register]
        return try runTool(
            "/usr/bin/python3",
            ["-c", Self.script, keys] + command,
            environment: Command(controller: folder).environment
        )
    }

    @Test func `a person chooses among the columns that are left`() async throws {
        try await withTemporaryFolder { folder in
            let result = try type("x\n7\n1\n", in: folder)
            #expect(result.status == 0, "\(result.output)")
            #expect(result.output.contains("Which column is the purpose?"))
            #expect(result.output.contains("1) \"Waarom\"") && result.output.contains("0) none"))
            #expect(result.output.components(separatedBy: "type a number from 0 to 2").count == 3)
            let record = try String(contentsOfFile: folder + "/acme/processing.yaml", encoding: .utf8)
            #expect(record.contains("purposes: [leveren]"))
            #expect(record.contains("note: \"Wie: klanten\""))
        }
    }

    @Test func `nothing is lost when none is it`() async throws {
        try await withTemporaryFolder { folder in
            let result = try type("0\n", in: folder)
            #expect(result.status == 0, "\(result.output)")
            let record = try String(contentsOfFile: folder + "/acme/processing.yaml", encoding: .utf8)
            #expect(record.contains("purposes: null"))
            #expect(record.contains("Waarom: leveren"))
        }
    }

    @Test func `nothing is written when the answer does not come`() async throws {
        try await withTemporaryFolder { folder in
            // The key that ends a terminal's input.
            let result = try type("\u{4}", in: folder)
            #expect(result.status == 2, "\(result.output)")
            #expect(!FileManager.default.fileExists(atPath: folder + "/acme"))
        }
    }
}
