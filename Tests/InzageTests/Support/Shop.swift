import ExporterKit
import Foundation
import GRDB

/// A shop with a customer database and chat files, as real stores in a folder; a test fills no more of them than it
/// needs, so each may be empty.
struct Shop {
    let folder: String
    private let database: DatabaseQueue

    init(in folder: String) throws {
        self.folder = folder + "/shop"
        try FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: true)
        database = try DatabaseQueue(path: self.folder + "/crm.sqlite")
        try database.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT, email TEXT, since TEXT, phone TEXT,
                        post TEXT, password TEXT);
                    CREATE TABLE purchase (id INTEGER PRIMARY KEY, customer INTEGER, item TEXT);
                    """
            )
        }
        try participants([])
    }

    /// Puts a customer in.
    func customer(
        _ id: Int,
        _ email: String?,
        name: String = "Ada",
        since: String? = nil,
        phone: String? = nil,
        post: String? = nil
    ) throws {
        try database.write { database in
            try database.execute(
                sql: "INSERT INTO customer VALUES (?, ?, ?, ?, ?, ?, 'hash')",
                arguments: [id, name, email, since, phone, post]
            )
        }
    }

    /// Puts an order in.
    func order(_ id: Int, of customer: Int, _ item: String) throws {
        try database.write {
            try $0.execute(sql: "INSERT INTO purchase VALUES (?, ?, ?)", arguments: [id, customer, item])
        }
    }

    /// Changes the customers in SQL's own words.
    func change(_ sql: String) throws { try database.write { try $0.execute(sql: sql) } }

    /// Writes the chat's participants: handle and address.
    func participants(_ people: [(handle: String, email: String)]) throws {
        let lines = people.map { #"{"handle": "\#($0.handle)", "email": "\#($0.email)"}"# }
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: folder + "/participants.jsonl"))
    }

    /// The two systems.
    var systems: [SystemDescription] { [chat, crm] }

    /// The customer database.
    var crm: SystemDescription { crm(accounts: "lower(email) = lower(:email)") }

    /// The customer database, asked for accounts by a condition of the test's.
    func crm(accounts condition: String) -> SystemDescription {
        SystemDescription(
            id: "crm",
            title: LocalizedText("CRM"),
            driver: "sqlite",
            connection: "crm.sqlite",
            folder: folder,
            collections: [
                .scripted(
                    "accounts",
                    mayBeEmpty: true,
                    key: ["customer_id"],
                    settings: [
                        "query": .text(
                            """
                            SELECT id AS customer_id, name, email, since, phone, post, password FROM customer
                            WHERE \(condition) ORDER BY id
                            """
                        )
                    ],
                    [
                        .named("customer_id", "integer", identifies: "customer_id"), .named("name", person: .subject),
                        .named("email", channel: .email, since: "since"), .named("since", "datetime"),
                        .named("phone", channel: .phone), .named("post", channel: .post),
                        .named("password", secret: true),
                    ]
                ),
                .scripted(
                    "orders",
                    category: "orders",
                    needs: ["customer_id"],
                    mayBeEmpty: true,
                    key: ["id"],
                    settings: [
                        "query": .text(
                            "SELECT id, customer AS customer_id, item FROM purchase WHERE customer = :customer_id ORDER BY id"
                        )
                    ],
                    [
                        .named("id", "integer"), .named("customer_id", "integer", matches: "customer_id"),
                        .named("item"),
                    ]
                ),
            ]
        )
    }

    private var chat: SystemDescription {
        SystemDescription(
            id: "chat",
            title: LocalizedText("Chat"),
            driver: "files",
            connection: ".",
            folder: folder,
            collections: [
                .scripted(
                    "participants",
                    category: "chat",
                    mayBeEmpty: true,
                    key: ["handle"],
                    settings: ["file": .text("participants.jsonl")],
                    [.named("handle", identifies: "chat_handle"), .named("email", channel: .email)]
                )
            ]
        )
    }
}
