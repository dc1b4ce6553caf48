import Foundation
import GRDB
import SampleCompany
import TestSupport

/// A sample company on disk, for one test.
struct WrittenCompany {
    static let today = "2026-03-01"
    let folder: String

    init(in folder: String, seed: UInt64 = 7, scale: DemoCompany.Scale = .small, today: String = today) throws {
        self.folder = folder
        try DemoCompany(seed: seed, scale: scale).write(into: folder, today: today)
    }

    /// Gives the body a small company of its own.
    static func with<Result>(_ body: (WrittenCompany) throws -> Result) async throws -> Result {
        try await withTemporaryFolder { try body(WrittenCompany(in: $0 + "/company")) }
    }

    func path(_ name: String) -> String { "\(folder)/exporters/\(name)" }

    func database(_ name: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.readonly = true
        return try DatabaseQueue(path: path(name), configuration: configuration)
    }

    func crm<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try database("crm/crm.sqlite").read(body)
    }

    func shop<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try database("orders/shop.sqlite").read(body)
    }

    /// The lines of the chat's files, day by day.
    func chatLines() throws -> [Substring] {
        try chatFiles().flatMap { name in
            try String(contentsOfFile: path("chat-logs/messages/\(name)"), encoding: .utf8).split(separator: "\n")
        }
    }

    func chatFiles() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path("chat-logs/messages")).sorted()
    }

    func applicants() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path("applications/applicants")).sorted()
    }

    /// Every file with its bytes; a database as the text of all its rows.
    func contents() throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder),
                !isFolder.boolValue
            else { continue }
            contents[name] =
                name.hasSuffix(".sqlite")
                ? Data(try rows(of: name).utf8) : try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
        }
        return contents
    }

    private func rows(of name: String) throws -> String {
        try DatabaseQueue(path: "\(folder)/\(name)").read { database in
            let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
            return try tables.map { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map(\.description).joined(separator: "\n")
            }.joined(separator: "\n\n")
        }
    }
}

/// Text as bytes: `==` on `String` calls look-alikes of one another equal.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// An address as Inzage compares it.
func folded(_ text: String) -> [UInt8] { text.utf8.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 } }
