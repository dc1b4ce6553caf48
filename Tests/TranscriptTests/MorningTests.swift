import Testing

/// Twenty requests are one morning's work: they once took 120 commands.
@Suite struct `A morning of twenty requests` {
    @Test func `takes at most sixty commands, mistakes counted`() throws {
        let morning = try #require(Transcript.all.first { $0.name == "morning" })
        let commands = morning.steps.map(\.command).filter { $0.hasPrefix("inzage ") }
        let opened = morning.steps.filter { $0.command.hasPrefix("inzage request open ") && $0.status == 0 }
        #expect(opened.count == 20)
        #expect(commands.count <= 60, "\(commands.count)")
        // Of all kinds, and not without mistakes.
        let rights = Set(opened.compactMap { $0.command.firstMatch(of: /--right ([a-z_]+)/)?.1 })
        #expect(rights.count == 6)
        #expect(morning.steps.count { $0.status == 2 } >= 3)
    }
}
