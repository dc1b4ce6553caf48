import CommandParts
import Cases
import Drivers
import ExporterKit
import Foundation
import Inzage
import IntakeStage
import Policy
import RegisterStore
import TestSupport
import Testing

@Suite struct `A look at an answer` {
    private func withShop(_ body: (House, _ id: String) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "ada@example.org", name: "Ada")
            try shop.order(7, of: 1, "pears")
            try shop.order(8, of: 1, "two\nlines, and “quotes”")
            // More than the page has room for, so that it says where the rest is.
            for number in 100..<310 { try shop.order(number, of: 1, "apples") }
            var house = try House(in: folder, systems: shop.systems)
            house.controller.release = .review
            try await body(house, house.proven().id)
        }
    }

    private func rows(_ review: AnswerReview, _ place: String) throws -> [ReviewedRecord] {
        let part = try #require(review.parts.first { $0.place.description == place })
        var rows: [ReviewedRecord] = []
        try review.forEachRecord(of: part) { rows.append($0) }
        return rows
    }

    @Test func `shows what is sealed, value for value`() async throws {
        try await withShop { house, id in
            _ = try await house.gather(id)
            let review = try house.pipeline.review(id)
            let shown = try review.parts.reduce(into: [String: [[String]]]()) { shown, part in
                try review.forEachRecord(of: part) { record in
                    shown[part.place.description, default: []].append(record.values.map(\.text))
                }
            }
            let overview = try house.pipeline.overview(of: review)
            var orders = Orders()
            orders.release = true
            let archive = try #require(try await house.pipeline.advance(id, orders: orders).archive)
            let files = try house.opened(archive, of: id)
            #expect(files["01-overview.html"].map(Array.init) == overview)
            let sealed = files.filter { $0.key.hasPrefix("data/") }.values.map { file in
                try? JSONSerialization.jsonObject(with: Data(file)) as? [[String: Any]]
            }
            let values = sealed.compactMap(\.self).flatMap { $0 }.flatMap { $0.values }
                .compactMap { $0 is NSNull ? nil : "\($0)" }.sorted()
            #expect(shown.values.flatMap { $0 }.flatMap { $0 }.sorted() == values)
            #expect(values.count > 5)
        }
    }

    @Test func `names each record as it can be withheld`() async throws {
        try await withShop { house, id in
            _ = try await house.gather(id)
            let targets = try house.pipeline.review(id).parts.flatMap { part in
                try rows(house.pipeline.review(id), part.place.description).compactMap(\.target)
            }
            let target = try #require(targets.last)
            try house.pipeline.withhold(target, ground: "g", reason: "r", from: id)
            _ = try await house.gather(id)
            let left = try house.pipeline.review(id).parts.flatMap { part in
                try rows(house.pipeline.review(id), part.place.description).compactMap(\.target)
            }
            #expect(left == targets.filter { $0 != target })
        }
    }

    @Test func `is an entry of the audit, and is possible between gathering and sealing alone`() async throws {
        try await withShop { house, id in
            #expect(await ending { _ = try house.pipeline.review(id) } == Ending.notInThisState.status)
            _ = try await house.gather(id)
            _ = try house.pipeline.review(id)
            let actions = try house.register.read { try $0.auditEntries(request: id) }.map(\.action)
            #expect(actions.contains("looked at the answer"))
            var orders = Orders()
            orders.release = true
            _ = try await house.pipeline.advance(id, orders: orders)
            #expect(await ending { _ = try house.pipeline.review(id) } == Ending.notInThisState.status)
        }
    }
}
