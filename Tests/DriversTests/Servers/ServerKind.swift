import ExporterKit
import Foundation
import TestSupport

/// A database server of the tests, and how one speaks to it as its master.
enum ServerKind: String, CaseIterable, Sendable, CustomStringConvertible {
    case postgresql
    case mariadb

    var description: String { rawValue }

    var server: DatabaseServer {
        get throws { try (self == .postgresql ? DatabaseServer.postgreSQL : DatabaseServer.mariaDB).get() }
    }

    /// Runs statements in a database as whoever may do everything, and gives what they print.
    @discardableResult
    func run(_ sql: String, in database: String? = nil) throws -> String {
        let (folder, port) = try (server.folder, server.port)
        let result =
            switch self {
            case .postgresql:
                try runTool(
                    "psql",
                    [
                        "-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1", "-h", folder, "-p", "\(port)", "-U",
                        "postgres", "-d",
                        database ?? "postgres",
                    ],
                    input: sql
                )
            case .mariadb:
                try runTool(
                    "mariadb",
                    ["--no-defaults", "--default-character-set=utf8mb4", "-N", "-S", folder + "/socket", "-u", "root"]
                        + [database].compactMap { $0 },
                    input: sql
                )
            }
        guard result.status == 0 else { throw ServerProblem(text: result.errors) }
        return result.output
    }

    /// Makes a database with an account `USER` that may read everything in it, and hands over its name.
    func withDatabase<Result>(_ sql: String = "", _ body: (_ database: String) async throws -> Result) async throws
        -> Result
    {
        let name = "t\(UUID().uuidString.replacing("-", with: "").lowercased().prefix(20))"
        try run("CREATE DATABASE \(name)")
        switch self {
        case .postgresql:
            try run("CREATE ROLE \(name) LOGIN")
            try run("\(sql);\nGRANT SELECT ON ALL TABLES IN SCHEMA public TO \(name)", in: name)
        case .mariadb:
            try run("CREATE USER \(name)@localhost; GRANT SELECT ON \(name).* TO \(name)@localhost")
            try run(sql, in: name)
        }
        let result: Result
        do { result = try await body(name) } catch {
            try? drop(name)
            throw error
        }
        try drop(name)
        return result
    }

    private func drop(_ name: String) throws {
        switch self {
        case .postgresql: try run("DROP DATABASE \(name) WITH (FORCE); DROP ROLE \(name)".replacing("; ", with: ";\n"))
        case .mariadb: try run("DROP DATABASE \(name); DROP USER \(name)@localhost")
        }
    }

    /// The connection of a database's account, or of another one.
    func connection(_ database: String, user: String? = nil) throws -> String {
        let (folder, port) = try (server.folder, server.port)
        return switch self {
        case .postgresql: "postgresql://\(user ?? database)@/\(database)?host=\(folder)&port=\(port)"
        case .mariadb: "mariadb://\(user ?? database)@/\(database)?socket=\(folder)/socket"
        }
    }

    /// The connection of a database's account over the network, with a certificate that bears the name `localhost`.
    func networkConnection(_ database: String, host: String, trusting file: String) throws -> String {
        let words = self == .postgresql ? "sslmode=verify-full&sslrootcert=" : "ssl_ca="
        return try "\(rawValue)://\(database)@\(host):\(server.port)/\(database)?\(words)\(file)"
    }

    /// A system with collections in a database.
    func system(_ database: String, user: String? = nil, _ collections: CollectionDescription...) throws
        -> SystemDescription
    {
        try SystemDescription(
            id: "sample",
            title: LocalizedText("Sample"),
            driver: rawValue,
            connection: connection(database, user: user),
            timeLimit: 20,
            folder: "/",
            collections: collections
        )
    }
}
