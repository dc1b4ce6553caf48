import ExporterKit
import Foundation
import TestSupport
import Testing
import Policy

@Suite struct `Two runs of one request` {
    @Test(arguments: [Language.nl, .en], [Right.access, .portability])
    func `two companies with the same data, time and chance send the same bytes (case 74)`(
        _ language: Language,
        _ right: Right
    ) async throws {
        try await withTemporaryFolder { folder in
            var digests: [[String: String]] = []
            for place in ["one", "another/and-deeper"] {
                let place = "\(folder)/\(place)"
                try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
                let shop = try Self.shop(in: place)
                let house = try House(in: place, systems: shop.systems, seed: 74)
                let answer = try await house.answered(in: language, right: right)
                digests.append(try await sevenZipDigests(answer.path, passphrase: answer.passphrase))
            }
            #expect(digests[0] == digests[1])
            #expect(digests[0].count > 8)
        }
    }

    @Test func `other chance gives another package id and nothing else is different (case 74)`() async throws {
        try await withTemporaryFolder { folder in
            var digests: [[String: String]] = []
            for seed in [1, 2] as [UInt64] {
                let place = "\(folder)/\(seed)"
                try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
                let house = try House(in: place, systems: Self.shop(in: place).systems, seed: seed)
                let answer = try await house.answered(in: .en)
                digests.append(try await sevenZipDigests(answer.path, passphrase: answer.passphrase))
            }
            let differing = digests[0].filter { digests[1][$0.key] != $0.value }.keys.sorted()
            // They name the request and the package; nobody is replaced by a pseudonym here.
            #expect(differing == ["01-overview.html", "datapackage.json", "processing.jsonld"])
        }
    }

    private static func shop(in folder: String) throws -> Shop {
        let shop = try Shop(in: folder)
        try shop.customer(1, "ada@example.org", phone: "+31205550142")
        for number in 1...40 { try shop.order(number, of: 1, "=item \(number)") }
        try shop.participants([(handle: "ada", email: "ada@example.org")])
        return shop
    }
}
