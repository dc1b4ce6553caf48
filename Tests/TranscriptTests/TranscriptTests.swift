import Testing

@Suite struct `The manual` {
    @Test(arguments: Transcript.all)
    func `what the operator types and reads is as it is written`(_ transcript: Transcript) async throws {
        guard let difference = try await TranscriptRun.firstDifference(in: transcript) else { return }
        Issue.record(
            """
            line \(difference.line): $ \(difference.command)
            did this:
            \(difference.actual.joined(separator: "\n"))
            """,
            sourceLocation: SourceLocation(
                fileID: "TranscriptTests/\(transcript.name).txt",
                filePath: transcript.path,
                line: difference.line,
                column: 1
            )
        )
    }
}
