import Foundation
import TestSupport
import Testing
import Correspondence

@Suite("The document about letters") struct LettersDocumentTests {
    private static let document =
        (try? String(contentsOfFile: checkout + "/docs/letters.md", encoding: .utf8)) ?? ""

    @Test(arguments: LetterName.allCases)
    func `lists what every letter and part offers`(name: LetterName) throws {
        let section = try #require(Self.section("### `\(name.rawValue)`"))
        let parts = name.parts.map { "`\($0.rawValue)`" }.joined(separator: ", ")
        if !name.isPart { #expect(section.contains("\nParts: \(parts).\n")) }
        let table = LetterVariable.table(of: name.ownVariables)
        if name.ownVariables.isEmpty {
            #expect(!section.contains("|---|"))
        } else {
            #expect(section.contains("\n\(table)"), "\(table)")
        }
    }

    @Test func `lists what all of them offer, and has an example that is right`() async throws {
        #expect(Self.document.contains("\n\(LetterVariable.table(of: LetterName.variablesOfAll))"))
        let example = try #require(Self.document.components(separatedBy: "```text\n").dropFirst().first)
        let text = try #require(example.components(separatedBy: "```").first)
        try await withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/letters", withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/letters/acknowledgement.nl.txt"))
            #expect(LetterTemplates.check(folder: folder).isEmpty)
        }
    }

    private static func section(_ heading: String) -> String? {
        guard let start = document.range(of: "\n\(heading)\n") else { return nil }
        let rest = document[start.upperBound...]
        return String(rest[..<(rest.range(of: "\n### ")?.lowerBound ?? rest.endIndex)])
    }
}
