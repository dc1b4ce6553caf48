import Testing
import Policy

/// One mistake in an otherwise valid folder, and the finding that must come of it.
struct Mistake: Sendable, CustomTestStringConvertible {
    let rule: String
    let file: String
    let old: String
    let new: String
    /// A text of the line on which the finding must stand.
    let at: String
    let field: String
    let says: String
    var severity = Finding.Severity.error

    var testDescription: String { rule }
}

@Suite struct `Mistakes in configuration files` {
    @Test(arguments: Mistake.inController + Mistake.inProcessing + Mistake.inSystems + Mistake.inCollections)
    func `gives one finding with file, line and field`(_ mistake: Mistake) async throws {
        var folder = ControllerFolder()
        try folder.replace(mistake.old, by: mistake.new, in: mistake.file)
        let (configuration, findings) = try await folder.read()
        #expect((configuration == nil) == (mistake.severity == .error))
        let finding = try #require(findings.first)
        #expect(findings.count == 1, "\(findings)")
        #expect(finding.severity == mistake.severity)
        #expect(finding.file == mistake.file)
        #expect(finding.line == folder.line(of: mistake.at, in: mistake.file))
        #expect(finding.line != nil)
        #expect(finding.field == mistake.field)
        let text = "\(finding.problem) (\(finding.fix))"
        #expect(text.contains(mistake.says), "\(text)")
    }
}
