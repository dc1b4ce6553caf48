import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15))) struct `The benchmark` {
    @Test func `it prints a row for each size and writes nothing unless asked`() async throws {
        try await withTemporaryFolder { folder in
            let result = try runTool(
                "/usr/bin/python3",
                [checkout + "/Benchmarks/run", "100", "1000", "--into", folder + "/table"],
                environment: ["INZAGE": Command.path, "PATH": "/usr/bin:/bin"],
                in: folder
            )
            #expect(result.status == 0, "\(result.errors)")
            let rows = result.output.split(separator: "\n")
            #expect(rows.count == 3)
            #expect(rows.first?.contains("records/s") == true)
            #expect(rows.last?.contains("1,081") == true)
            #expect(try runTool("ls", ["-A", folder]).output == "table\n")
            #expect(try runTool("cat", [folder + "/table"]).output == result.output)
        }
    }

    @Test func `without a command it says what to do`() throws {
        let result = try runTool(
            "/usr/bin/python3",
            [checkout + "/Benchmarks/run"],
            environment: ["INZAGE": "/nonexistent", "PATH": "/usr/bin:/bin"]
        )
        #expect(result.status == 1)
        #expect(result.errors == "INZAGE names no command; `make bench` builds one\n")
    }
}
