import ExporterKit
import Foundation
import TestSupport
import Testing
import Policy
import Inzage
import Cases

@Suite struct `Foreign keys of a package` {
    /// What the descriptor says of each table: `PATH FIELD -> RESOURCE FIELD`.
    private func keys(_ dossier: [String: Data]) throws -> [String] {
        let descriptor = try JSONSerialization.jsonObject(with: #require(dossier["datapackage.json"])) as? [String: Any]
        let resources = try #require(descriptor?["resources"] as? [[String: Any]])
        return resources.flatMap { resource -> [String] in
            let schema = resource["schema"] as? [String: Any] ?? [:]
            let keys = schema["foreignKeys"] as? [[String: Any]] ?? []
            return keys.map { key in
                let reference = key["reference"] as? [String: Any] ?? [:]
                let fields = [key["fields"], reference["fields"]].map { ($0 as? [String] ?? []).joined(separator: "+") }
                return "\(resource["path"] ?? "") \(fields[0]) -> \(reference["resource"] ?? "") \(fields[1])"
            }
        }
    }

    private func answer(
        _ systems: [SystemDescription],
        _ shop: Shop,
        withholding target: String? = nil,
        processing: Processing = .withoutChat
    ) async throws
        -> [String]
    {
        let house = try House(in: shop.folder + "/..", systems: systems, processing: processing)
        let id = try await house.proven().id
        if let target { try house.pipeline.withhold(target, ground: "g", reason: "r", from: id) }
        let progress = try await house.pipeline.advance(id)
        return try keys(house.opened(#require(progress.archive), of: id))
    }

    private func withShop(_ body: (Shop) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "ada@example.org")
            try shop.order(10, of: 1, "saddle")
            try shop.order(11, of: 1, "bell")
            try await body(shop)
        }
    }

    @Test func `a field that carries another table's key refers to it, JSON to JSON and CSV to CSV`() async throws {
        try await withShop { shop in
            let keys = try await answer([shop.crm], shop)
            #expect(
                keys == [
                    "data/0002.json customer_id -> data-0001.json customer_id",
                    "csv/0002.csv customer_id -> csv-0001.csv customer_id",
                ]
            )
        }
    }

    @Test func `a table of the same system comes before that of another`() async throws {
        try await withShop { shop in
            let twin = shop.crm.called("aaa", keeping: ["accounts"])
            let keys = try await answer([twin, shop.crm], shop)
            #expect(keys.first == "data/0003.json customer_id -> data-0002.json customer_id")
            let elsewhere = try await answer([twin, shop.crm.called("orders", keeping: ["orders"])], shop)
            #expect(elsewhere.first == "data/0002.json customer_id -> data-0001.json customer_id")
        }
    }

    @Test(arguments: ["crm/accounts", "crm/accounts/1", "crm/accounts/*/customer_id"])
    func `where the record that is referred to was withheld, nothing refers to it`(target: String) async throws {
        try await withShop { shop in
            let keys = try await answer([shop.crm], shop, withholding: target)
            #expect(keys == [])
        }
    }

    @Test func `a field refers to the table that it names`() async throws {
        try await withShop { shop in
            let keys = try await answer([shop.crm.withItems()], shop)
            #expect(
                keys == [
                    "data/0002.json customer_id -> data-0001.json customer_id",
                    "data/0003.json order -> data-0002.json id",
                    "data/0003.json customer_id -> data-0001.json customer_id",
                    "csv/0002.csv customer_id -> csv-0001.csv customer_id",
                    "csv/0003.csv order -> csv-0002.csv id",
                    "csv/0003.csv customer_id -> csv-0001.csv customer_id",
                ]
            )
        }
    }

    @Test(arguments: ["crm/orders/10", "crm/orders"])
    func `where one of the records that are named was withheld, the field refers to nothing`(
        target: String
    ) async throws {
        try await withShop { shop in
            let keys = try await answer([shop.crm.withItems()], shop, withholding: target)
            #expect(!keys.contains { $0.contains(" order -> ") } && keys.contains { $0.contains(" customer_id -> ") })
        }
    }

    @Test func `many records can be referred to, but not without end`() async throws {
        for (count, isThere) in [(16_384, true), (16_385, false)] {
            try await withShop { shop in
                try shop.change(
                    """
                    WITH RECURSIVE number(i) AS (SELECT 12 UNION ALL SELECT i + 1 FROM number WHERE i < \(count + 9))
                    INSERT INTO purchase SELECT i, 1, 'x' FROM number
                    """
                )
                let keys = try await answer([shop.crm.withItems()], shop)
                #expect(keys.contains("data/0003.json order -> data-0002.json id") == isThere)
            }
        }
    }

    @Test func `a number that only another system knows is no reference to this one`() async throws {
        try await withShop { shop in
            // The chat knows Ada as customer 2 too, whom the customer database has under another address.
            try shop.order(12, of: 2, "lamp")
            try shop.participants([(handle: "2", email: "ada@example.org")])
            let chat = shop.systems[0].identifying("handle", as: "customer_id")
            let keys = try await answer([chat, shop.crm], shop, processing: .small)
            #expect(keys == [])
        }
    }
}

extension SystemDescription {
    /// The same system under another id, with some of its collections.
    fileprivate func called(_ id: String, keeping names: [String]) -> SystemDescription {
        copy(id: id, collections: collections.filter { names.contains($0.id) })
    }

    /// The same system with a table of what was ordered, two items of each order.
    fileprivate func withItems() -> SystemDescription {
        let items = CollectionDescription.scripted(
            "items",
            category: "orders",
            needs: ["customer_id"],
            key: ["order", "line"],
            settings: [
                "query": .text(
                    """
                    SELECT id AS "order", line, customer AS customer_id FROM purchase
                    JOIN (SELECT 1 AS line UNION SELECT 2) WHERE customer = :customer_id ORDER BY id, line
                    """
                )
            ],
            [
                .named("order", "integer", refersTo: "orders"), .named("line", "integer"),
                .named("customer_id", "integer", matches: "customer_id"),
            ]
        )
        return copy(id: id, collections: collections + [items])
    }

    /// The same system, where a field yields identifiers of another kind.
    fileprivate func identifying(_ name: String, as kind: String) -> SystemDescription {
        let changed = collections.map { collection in
            CollectionDescription.scripted(
                collection.id,
                category: collection.category,
                key: collection.key,
                settings: collection.settings,
                collection.fields.map { $0.name == name ? .named(name, identifies: kind) : $0 }
            )
        }
        return copy(id: id, collections: changed)
    }

    private func copy(id: String, collections: [CollectionDescription]) -> SystemDescription {
        SystemDescription(
            id: id,
            title: title,
            driver: driver,
            connection: connection,
            folder: folder,
            collections: collections
        )
    }
}
