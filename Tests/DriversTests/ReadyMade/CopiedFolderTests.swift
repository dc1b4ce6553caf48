import ExporterKit
import Foundation
import TestSupport
import Testing

/// What a company does with a ready-made folder: it copies it, says where its system is and where the secret stands, and
/// tries it.
@Suite struct CopiedFolderTests {
    @Test(arguments: ["keycloak", "stripe", "wordpress", "zendesk"])
    func `a folder that is copied keeps every rule with its connection and its secret changed`(name: String)
        async throws
    {
        let made = try ReadyMade(name)
        try await ReadyMadeStore.with(made) { store in
            try await DraftStore.withShop { shop in
                let folder = "\(shop.folder)/exporters/\(name)"
                try #require(try runTool("cp", ["-R", made.folder, folder]).status == 0)
                try change(folder, "connection: ", to: store.system.connection)
                // What the vendor's service can bear is no matter here.
                try change(folder, "rate_limit: ", to: nil)
                try change(folder, "secret: ", to: made.expected.secret.map { _ in "file:key" })
                try write(made.expected.secret ?? "", to: "key", in: folder)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder + "/key")
                let checked = try shop("check")
                #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
                let tried = try shop("exporter", "test", name, "--live", "-", input: made.expected.person)
                #expect(tried.status == 0, "\(tried.output)\(tried.errors)")
                let lines = tried.output.split(separator: "\n")
                #expect(lines.count == 18)
                #expect(lines.filter { $0.hasPrefix("kept") }.count == 17, "\(tried.output)")
                #expect(!(tried.output + tried.errors).contains("example.org"))
            }
        }
    }

    /// Changes the one line that begins so, or takes it out.
    private func change(_ folder: String, _ start: String, to value: String?) throws {
        let lines = try String(contentsOfFile: folder + "/exporter.yaml", encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false)
        let changed = lines.compactMap { line -> String? in
            guard line.hasPrefix(start) else { return String(line) }
            return value.map { start + $0 }
        }
        try write(changed.joined(separator: "\n"), to: "exporter.yaml", in: folder)
    }
}
