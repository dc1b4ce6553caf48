import Foundation
import TestSupport
import Testing

/// What is told afterwards, as scripts and other programs take it.
@Suite struct `The report, the calendar and the case file` {
    private func withShop(_ body: (Command, _ id: String, _ folder: String) throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try SampleShop.copy(to: folder + "/shop")
            let shop = Command(controller: folder + "/shop")
            let id = try shop("request", "open", "--email", "ada.jansen@example.org").output.trimmingCharacters(
                in: .whitespacesAndNewlines
            )
            try body(shop, id, folder)
        }
    }

    private func object(_ result: ToolResult) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    }

    private static var year: String {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt
        return String(calendar.component(.year, from: Date()))
    }

    @Test func `the report is one object of numbers, also of a year without requests`() async throws {
        try await withShop { shop, _, folder in
            let page = folder + "/year.html"
            let report = try object(shop("report", "--year", Self.year, "--json", "--page", page))
            #expect(report["received"] as? Int == 1 && (report["byMonth"] as? [Int])?.reduce(0, +) == 1)
            #expect((report["outcomes"] as? [String: Int])?["open"] == 1)
            #expect(report["byRight"] as? [String: Int] == ["access": 1])
            let mode = try FileManager.default.attributesOfItem(atPath: page)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let none = try object(shop("report", "--year", "2001", "--json"))
            #expect(none["received"] as? Int == 0)
        }
    }

    @Test(
        "a year that is none is wrong use",
        arguments: ["", "x", "2026x", "20260", "-2026", "12.5", "99999999999999999999", "9999"]
    )
    func aYearThatIsNoneIsWrongUse(_ year: String) async throws {
        try await withShop { shop, _, _ in
            let result = try shop("report", "--year=\(year)")
            #expect(result.status == 2 && result.output.isEmpty, "\(result.output)\(result.errors)")
        }
    }

    @Test func `the calendar ends its lines as the standard wants, and names nobody`() async throws {
        try await withShop { shop, id, _ in
            let calendar = try shop("request", "list", "--calendar")
            #expect(calendar.status == 0 && calendar.errors.isEmpty)
            let bytes = Array(calendar.output.utf8)
            let ends = bytes.indices.filter { bytes[$0] == 0x0A }
            #expect(ends.count > 20 && ends.allSatisfy { bytes[$0 - 1] == 0x0D })
            #expect(calendar.output.contains("UID:\(id)-due@voorbeeldwinkel.example\r\n"))
            #expect(!calendar.output.contains("ada") && !calendar.output.lowercased().contains("jansen"))
            _ = try shop("request", "withdraw", id)
            let empty = try shop("request", "list", "--calendar", "--all")
            #expect(!empty.output.contains("VEVENT") && empty.output.contains("END:VCALENDAR"))
            #expect(try shop("request", "list", "--late").errors.contains("no request is late"))
        }
    }

    @Test func `a case file is checked in its own folder, unchecked elsewhere, and refused in another's`() async throws
    {
        try await withShop { shop, id, folder in
            let path = folder + "/case.zip"
            let written = try object(shop("case", id.lowercased(), "--into", path, "--json"))
            let passphrase = try #require(written["passphrase"] as? String) + "\n"
            #expect(
                try object(shop("case", "verify", path, "--json", input: passphrase))["audit"] as? String
                    == "part of this register"
            )
            try FileManager.default.createDirectory(atPath: folder + "/empty", withIntermediateDirectories: true)
            let elsewhere = try Command(controller: folder + "/empty")("case", "verify", path, input: passphrase)
            #expect(elsewhere.status == 0 && elsewhere.output.contains("unchecked"))
            try SampleShop.copy(to: folder + "/other")
            let other = try Command(controller: folder + "/other")("case", "verify", path, input: passphrase)
            #expect(other.status == 8 && other.output.isEmpty && other.errors.contains("not those of this register"))
            // A folder that was named must be one.
            let named = try shop("case", "verify", path, "--controller", folder + "/empty", input: passphrase)
            #expect(named.status == 3)
        }
    }

    @Test func `what is no case file, or no passphrase, is refused with one sentence`() async throws {
        try await withShop { shop, id, folder in
            let path = folder + "/x.zip"
            try Data("PK no archive".utf8).write(to: URL(fileURLWithPath: path))
            let secret = "0000-0000-0000-0000-0000-0000\n"
            #expect(try shop("case", "verify", path, input: secret).status == 8)
            #expect(try shop("case", "verify", path, input: "nonsense\n").status == 2)
            #expect(try shop("case", "verify", path).status == 2)
            #expect(try shop("case", "verify", folder, input: secret).status == 8)
            #expect(try shop("case", "verify", folder + "/nothing", input: secret).status == 2)
            for wrong in [[id], ["--into", folder + "/y.zip"], ["no such", "--into", folder + "/y.zip"]] {
                #expect(try shop.run(["case"] + wrong).status == 2, "\(wrong)")
            }
            let file = try shop("case", id, "--into", folder + "/y.zip", "--certificate", path)
            #expect(file.status == 2 && file.errors.contains("the certificate cannot be used"))
            let typo = try shop("case", id, "--inot", folder + "/y.zip")
            #expect(typo.status == 2 && typo.errors.contains("did you mean \"--into\""))
        }
    }
}
