import Foundation
import SampleCompany
import TestSupport
import Testing

@Suite struct `The sample company` {
    @Test func `the same seed and day give the same company`() async throws {
        try await withTemporaryFolder { folder in
            let one = try WrittenCompany(in: folder + "/one").contents()
            let two = try WrittenCompany(in: folder + "/two").contents()
            #expect(one.count > 300)
            #expect(one.keys.sorted() == two.keys.sorted())
            for (name, content) in one { #expect(two[name] == content, "\(name)") }
        }
    }

    @Test func `another seed gives other people and other chats`() async throws {
        try await withTemporaryFolder { folder in
            let one = try WrittenCompany(in: folder + "/one").contents()
            let two = try WrittenCompany(in: folder + "/two", seed: 8).contents()
            for name in ["crm/crm.sqlite", "orders/shop.sqlite", "chat-logs/participants.jsonl"] {
                #expect(one["exporters/" + name] != two["exporters/" + name], "\(name)")
            }
            #expect(one["controller.yaml"] == two["controller.yaml"])
        }
    }

    @Test func `a year of days counts back from today over a leap day`() async throws {
        try await withTemporaryFolder { folder in
            let company = try WrittenCompany(in: folder + "/leap", today: "2024-03-01")
            let files = try company.chatFiles()
            #expect(files.count == 365)
            #expect(files.first == "2023-03-02.jsonl")
            #expect(files.last == "2024-02-29.jsonl")
        }
    }

    @Test(arguments: [
        "", "today", "2026-02-29", "2026-13-01", "2026-1-1", "2026-01-01T00:00:00Z", "２０２６-01-01", "2026-04-31",
    ])
    func `what is no day is refused before anything is written`(day: String) async throws {
        try await withTemporaryFolder { folder in
            let error = #expect(throws: SampleCompanyError.self) {
                try DemoCompany(scale: .small).write(into: folder + "/company", today: day)
            }
            #expect(error?.code == .notADay)
            #expect(!FileManager.default.fileExists(atPath: folder + "/company"))
        }
    }

    @Test func `a folder that holds something is left alone`() async throws {
        try await withTemporaryFolder { folder in
            try Data("mine".utf8).write(to: URL(fileURLWithPath: folder + "/controller.yaml"))
            let error = #expect(throws: SampleCompanyError.self) {
                try DemoCompany(scale: .small).write(into: folder, today: WrittenCompany.today)
            }
            #expect(error?.code == .folderNotEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["controller.yaml"])
            #expect(try String(contentsOfFile: folder + "/controller.yaml", encoding: .utf8) == "mine")
        }
    }

    @Test func `its key is the example key and closed to others`() async throws {
        try await WrittenCompany.with { company in
            let key = company.folder + "/keys/register.key"
            let sum = try runTool("sha256sum", [], input: "inzage example key, never use it").output.prefix(64)
            #expect(try String(contentsOfFile: key, encoding: .utf8) == String(sum))
            #expect(try mode(of: key) == 0o600)
            #expect(try mode(of: company.folder + "/keys") == 0o700)
        }
    }

    @Test func `its exporters are the bundled ones with their stores inside`() async throws {
        try await WrittenCompany.with { company in
            for name in ["applications", "chat-logs", "crm", "orders"] {
                for file in try FileManager.default.subpathsOfDirectory(atPath: "\(checkout)/Exporters/\(name)") {
                    #expect(
                        FileManager.default.contentsEqual(
                            atPath: "\(checkout)/Exporters/\(name)/\(file)",
                            andPath: company.path("\(name)/\(file)")
                        ),
                        "\(name)/\(file)"
                    )
                }
            }
            let stores = ["crm/crm.sqlite", "orders/shop.sqlite", "chat-logs/messages", "applications/applicants"]
            for store in stores { #expect(FileManager.default.fileExists(atPath: company.path(store)), "\(store)") }
        }
    }

    @Test func `it says that it is a demo and uses domains that belong to nobody`() async throws {
        try await WrittenCompany.with { company in
            let controller = try String(contentsOfFile: company.folder + "/controller.yaml", encoding: .utf8)
            #expect(controller.contains("\ndemo: true"))
            let contents = try company.contents()
            for (name, content) in contents where !name.hasSuffix(".pdf") {
                for match in String(decoding: content, as: UTF8.self).matches(of: /@[A-Za-z0-9.-]+\.[A-Za-z]+/) {
                    let domain = match.output.lowercased()
                    let isReserved = ["example.org", "example.com", "example.net", ".example"]
                        .contains { domain.hasSuffix($0) }
                    #expect(isReserved, "\(domain) in \(name)")
                }
            }
        }
    }

    @Test func `every text in its YAML stands in both languages, with no comma that would cut it`() async throws {
        try await WrittenCompany.with { company in
            let files = try FileManager.default.subpathsOfDirectory(atPath: company.folder)
                .filter { $0.hasSuffix(".yaml") }
            #expect(files.count == 6)
            for file in files {
                let text = try String(contentsOfFile: "\(company.folder)/\(file)", encoding: .utf8)
                let whole = #/\{nl: ("[^"]*"|[^,{}"]*), en: ("[^"]*"|[^,{}"]*)\}/#
                #expect(text.matches(of: #/\{nl:/#).count == text.matches(of: whole).count, "\(file)")
            }
        }
    }

    private func mode(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
}
