import ExporterKit
import Foundation
import TestSupport
import Testing
import Cases

@Suite struct `The first records on the page` {
    @Test(arguments: ["x", "é", "日", "😀", "\u{301}"], [300, 301])
    func `a text that is longer than the page shows says that it is cut, whatever signs it is of`(
        _ sign: String,
        _ length: Int
    ) async throws {
        try await withTemporaryFolder { folder in
            let notes = CollectionDescription.scripted("notes", [.named("mail", channel: .email), .named("text")])
            let text = String(repeating: sign, count: length)
            let driver = ScriptedDriver(["notes": .records([["ada@example.org", .text(Array(text.utf8))]])])
            let house = try House(
                in: folder,
                systems: [.scripted("crm", notes)],
                processing: .accountOnly,
                drivers: [driver]
            )
            let files = try await house.answer(house.proven().id)
            let page = String(decoding: try #require(files["01-overview.html"]), as: UTF8.self)
            let shown = "<bdi>" + String(repeating: sign, count: 300) + "</bdi>"
            #expect(hexadecimal(page.utf8).contains(hexadecimal(shown.utf8)))
            #expect(page.contains("</bdi> … <span class=\"small\">") == (length > 300))
        }
    }
}
