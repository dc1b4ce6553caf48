import ExporterKit
import Foundation
import TestSupport
import Testing

/// WordPress itself, from Debian, which `make interop` unpacks: what it says of a person against what its exporter finds.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["INZAGE_INTEROP"] != nil))
struct WordPressInteropTests {
    /// What WordPress's own exporters give: a name and a value, for each exporter.
    private struct Given: Decodable {
        let version: String
        let given: [String: [[String]]]
    }

    @Test func `whatever WordPress itself gives of a person comes, and nothing of another`() async throws {
        let made = try ReadyMade("wordpress")
        try await ReadyMadeStore.with(made, filledBy: fill) { store, said in
            let given = try JSONDecoder().decode(Given.self, from: Data(said.utf8))
            #expect(given.given.keys.sorted() == ["wordpress-comments", "wordpress-media", "wordpress-user"])
            let findings = await store.findings().map { "\($0.collection ?? "") \($0.field): \($0.problem)" }
            #expect(findings == [])
            let walk = try await store.walk(from: "kim@example.org")
            #expect(walk.misfits == [])
            #expect(
                walk.counts.filter { $0.key != "profile" } == [
                    "users": 1, "sessions": 1, "keys": 1, "comments": 4, "comment_details": 4, "pages": 1, "media": 1,
                    "privacy_requests": 1,
                ]
            )
            let found = walk.records.values.flatMap { $0 }.map { $0.replacing("T", with: " ") }
            for (exporter, values) in given.given {
                for value in values where !Self.isMadeUp(value[0]) {
                    let text = value[1].replacing("T", with: " ")
                    #expect(found.contains { $0.contains(text) }, "\(exporter) \(value[0]) in \(given.version)")
                }
            }
            #expect(!found.contains { $0.contains("Lee") })
        }
    }

    /// What WordPress works out for its report: addresses of pages, and days written out.
    private static func isMadeUp(_ name: String) -> Bool {
        ["Comment URL", "URL", "Expiration", "Last Login"].contains(name)
    }

    private func fill(_ server: ServerKind, _ database: String, in folder: String) throws -> String {
        let program = "\(checkout)/.build-wordpress/usr/share/wordpress"
        let script = "\(checkout)/Tests/DriversTests/Services/wordpress.php"
        let socket = try server.server.folder + "/socket"
        let written = try runTool("php", [script, program, folder, socket, database])
        try #require(written.status == 0, "\(written.errors)\(written.output.suffix(500))")
        return written.output
    }
}
