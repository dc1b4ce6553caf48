import ExporterKit
import Foundation
import TestSupport
import Testing

/// What a company does with a ready-made folder: it copies it, says where its system is and where the secret stands, and
/// tries it.
@Suite struct CopiedFolderTests {
    @Test(arguments: ReadyMade.all)
    func `a look into the data of a folder that is copied finds nothing wrong`(made: ReadyMade) async throws {
        try await withShop(made) { shop in
            let checked = try shop("check", "--data")
            #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
            #expect(checked.output.contains("\n0 errors, "))
            #expect(!(checked.output + checked.errors).contains("kim"))
        }
    }

    @Test(arguments: ["keycloak", "wordpress", "zendesk"])
    func `a folder that is copied keeps every rule with its connection and its secret changed`(name: String)
        async throws
    {
        let made = try ReadyMade(name)
        try await withShop(made) { shop in
            let tried = try shop("exporter", "test", name, "--live", "-", input: made.expected.person)
            #expect(tried.status == 0, "\(tried.output)\(tried.errors)")
            let lines = tried.output.split(separator: "\n")
            #expect(lines.count == 18)
            #expect(lines.filter { $0.hasPrefix("kept") }.count == 17, "\(tried.output)")
            #expect(!(tried.output + tried.errors).contains("example.org"))
        }
    }

    /// A company with the folder as its one system, before the folder's sample.
    private func withShop(_ made: ReadyMade, _ body: (Command) throws -> Void) async throws {
        try await ReadyMadeStore.with(made) { store in
            try await DraftStore.withShop { shop in
                let folder = "\(shop.folder)/exporters/\(made.name)"
                try #require(try runTool("cp", ["-R", made.folder, folder]).status == 0)
                // Where a copy's files lie beside its description, as a company's do.
                let place = made.isOfFiles ? "sample/" : ""
                try change(folder, "connection: ", to: place + store.system.connection)
                // What the vendor's service can bear is no matter here.
                try change(folder, "rate_limit: ", to: nil)
                try change(folder, "secret: ", to: made.expected.secret.map { _ in "file:key" })
                try write(made.expected.secret ?? "", to: "key", in: folder)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: folder + "/key")
                try body(shop)
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
