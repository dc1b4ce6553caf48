import Foundation
import Inzage
import IntakeStage
import RegisterStore
import TestSupport

/// A house, a backup of it at one moment, and the house that is restored from that: what happened in between is lost.
struct RestoredHouse {
    let folder: String
    let shop: Shop
    /// The house that is lost later.
    let house: House

    init(_ folder: String) throws {
        self.folder = folder
        for name in ["shop", "first", "second"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
        shop = try Shop(in: folder + "/shop")
        try shop.customer(1, "ada@example.org", name: "Ada", phone: "+31 6")
        house = try House(in: folder + "/first", systems: shop.systems)
    }

    /// Makes the backup.
    func backUp() throws { _ = try house.register.backUp(to: folder + "/safe", replacing: true) }

    /// The house as it was at the backup, with the archives as they are now, and a postbox of its own.
    func restored() throws -> House {
        let second = folder + "/second"
        _ = try RegisterRestoring(
            inFolder: second,
            vault: Vault(key: house.key),
            surroundings: house.clock.surroundings()
        ).restore(folder + "/safe", replacing: false)
        let files = try FileManager.default.contentsOfDirectory(atPath: house.archives)
        let restored = try House(in: second, systems: shop.systems, key: house.key)
        for file in files {
            try FileManager.default.copyItem(
                atPath: "\(house.archives)/\(file)",
                toPath: "\(restored.archives)/\(file)"
            )
        }
        return restored
    }
}

/// Gives the body a house that can be lost and restored.
func withRestoredHouse(_ body: (RestoredHouse) async throws -> Void) async throws {
    try await withTemporaryFolder { try await body(RestoredHouse($0)) }
}

extension House {
    /// What is owed in a request, in words.
    func owed(_ id: String) throws -> [String] {
        try pipeline.owed(in: intake.request(id)).map { "\($0.isForPeople ? "people" : "due"): \($0.what.rawValue)" }
    }
}
