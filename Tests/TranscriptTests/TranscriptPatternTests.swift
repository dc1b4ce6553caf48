import Testing

/// A runner that lets anything pass would make every transcript worthless.
@Suite struct `A transcript` {
    private func matches(_ expected: [String], _ actual: [String], knowing: [String] = []) throws -> Bool {
        var memory = TranscriptMemory()
        for line in knowing { _ = try memory.matches(["[ID]"], [line]) }
        return try memory.matches(expected, actual)
    }

    @Test func `is not content with a line that is missing, is extra or differs`() throws {
        #expect(try matches(["a", "b"], ["a", "b"]))
        #expect(try !matches(["a", "b"], ["a"]))
        #expect(try !matches(["a"], ["a", "b"]))
        #expect(try !matches(["a."], ["ab"]))
        #expect(try !matches([], ["a"]))
        #expect(try !matches(["a"], []))
    }

    @Test func `skips lines and text only where dots stand`() throws {
        #expect(try matches(["a", "...", "d"], ["a", "b", "c", "d"]))
        #expect(try matches(["...", "d"], ["d"]))
        #expect(try !matches(["...", "d"], ["d", "e"]))
        #expect(try matches(["from ... to"], ["from here to"]))
        #expect(try !matches(["from ... to"], ["from here to there"]))
    }

    @Test func `knows an id again and takes no other for it`() throws {
        #expect(try matches(["request [ID]"], ["request 7WRCQ5"], knowing: ["7WRCQ5"]))
        #expect(try !matches(["request [ID]"], ["request 7WRCQ6"], knowing: ["7WRCQ5"]))
        #expect(try matches(["[ID] and [ID]"], ["7WRCQ5 and 7WRCQ5"]))
        #expect(try !matches(["[ID] and [ID]"], ["7WRCQ5 and 7WRCQ6"]))
        #expect(try matches(["[ID]", "[ID2]"], ["7WRCQ5", "7WRCQ6"]))
    }

    @Test func `forgets what it saw in a line that did not fit after all`() throws {
        var memory = TranscriptMemory()
        #expect(try memory.matches(["...", "[ID]", "end"], ["AAAAAA", "BBBBBB", "end"]))
        #expect(memory.values["ID"] == "BBBBBB")
    }

    @Test func `takes a day for a day and nothing else`() throws {
        #expect(try matches(["due [DATE]"], ["due 2026-12-21"]))
        #expect(try !matches(["due [DATE]"], ["due soon"]))
        #expect(try !matches(["call [CALL]"], ["call 12345"]))
    }

    @Test func `that names what was never seen is a mistake`() {
        #expect(throws: TranscriptError.self) { try TranscriptMemory().filled("inzage export [ID]") }
    }

    @Test func `without a command, or with output before the first, is refused`() {
        #expect(throws: TranscriptError.self) { try Transcript(name: "a", path: "a", text: "# nothing\n") }
        #expect(throws: TranscriptError.self) { try Transcript(name: "a", path: "a", text: "output\n$ inzage check\n") }
        #expect(throws: TranscriptError.self) {
            try Transcript(name: "a", path: "a", text: "$ inzage check\n[exit soon]\n")
        }
    }

    @Test func `stands for each exit code and for the whole story`() throws {
        let names = Transcript.all.map(\.name)
        #expect(names.contains("story"))
        for code in 0...9 {
            let transcript = try #require(Transcript.all.first { $0.name.hasPrefix("exit-\(code)-") })
            #expect(transcript.steps.contains { $0.status == code && $0.command.hasPrefix("inzage ") })
        }
    }

    @Test func `is read from every file`() throws {
        #expect(try Transcript.files().count == Transcript.all.count)
    }
}
