import Cases
import Cryptography
import Foundation
import GRDB
import RegisterStore
import TestSupport

/// A folder with a register in `shop`, and room for backups beside it.
struct SafePlace {
    let folder: String
    let vault: Vault
    let clock: TestClock

    init(_ folder: String, key: SecretKey = SecretKey(Array(repeating: 7, count: 32))) throws {
        self.folder = folder
        vault = Vault(key: key)
        clock = try TestClock("2026-06-15")
        for name in ["shop", "other"] {
            try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
        }
    }

    var backup: String { folder + "/safe.backup" }

    func register(in name: String = "shop", for access: RegisterAccess = .writing) throws -> Register {
        try Register(inFolder: "\(folder)/\(name)", for: access, vault: vault, surroundings: clock.surroundings())
    }

    @discardableResult
    func restore(
        into name: String = "other",
        replacing: Bool = false,
        vault other: Vault? = nil
    ) throws -> RegisterRestoring.Restored {
        let surroundings = clock.surroundings()
        return try RegisterRestoring(
            inFolder: "\(folder)/\(name)",
            vault: other ?? vault,
            surroundings: surroundings
        ).restore(backup, replacing: replacing)
    }

    /// Makes a register with a request, and a backup of it.
    func prepared() throws -> String {
        let register = try register()
        let id = try register.open()
        _ = try register.backUp(to: backup)
        return id
    }

    func bytes(_ name: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")) }

    func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
    }

    func names(in name: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)").sorted()
    }

    /// Changes the register of the shop past the register.
    func tamper(_ sql: String) throws {
        let queue = try DatabaseQueue(path: folder + "/shop/register.sqlite")
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }
}

/// The code with which a piece of work ends, or nil where it does not fail.
func exit(of work: () throws -> Void) -> Ending? {
    do {
        try work()
        return nil
    } catch {
        return (error as? InzageError)?.ending ?? .unexpected
    }
}
