import Foundation
import TestSupport
import Testing

/// A store of a public schema with a few made-up people in it: kim, who is known, and lee, who is somebody else.
enum DraftStore: String, CaseIterable, Sendable {
    case sqlite, postgresql, mariadb

    /// Makes the store and hands over its connection, as exporter.yaml says it, and the exporter's folder.
    func with(_ schema: String, in shop: Command, _ body: (_ connection: String, _ folder: String) async throws -> Void)
        async throws
    {
        let folder = "\(shop.folder)/exporters/\(schema)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let sql = try String(contentsOfFile: "\(checkout)/Tests/Fixtures/Schemas/\(schema).sql", encoding: .utf8)
        switch self {
        case .sqlite:
            try makeDatabase(in: folder, sql)
            try await body("store.sqlite", folder)
        case .postgresql:
            try await ServerKind.postgresql.withDatabase(sql.replacing("DATETIME", with: "TIMESTAMP")) { database in
                try await body(ServerKind.postgresql.connection(database), folder)
            }
        case .mariadb:
            try await ServerKind.mariadb.withDatabase(sql) { database in
                try await body(ServerKind.mariadb.connection(database), folder)
            }
        }
    }

    private static let sample = Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("inzage-drafts-\(UUID().uuidString)")
        let shop = try Command.demo(in: folder.path)
        // The four systems of the sample company are tried elsewhere.
        try FileManager.default.removeItem(atPath: shop.folder + "/exporters")
        try FileManager.default.createDirectory(atPath: shop.folder + "/exporters", withIntermediateDirectories: true)
        return shop
    }

    /// A controller's folder without a system.
    static func withShop(_ body: (Command) async throws -> Void) async throws {
        let sample = try sample.get()
        try await withTemporaryFolder { folder in
            let copied = try runTool("cp", ["-a", sample.folder, folder + "/shop"])
            try #require(copied.status == 0)
            try await body(Command(controller: folder + "/shop"))
        }
    }
}
