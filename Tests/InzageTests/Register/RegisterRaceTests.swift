import Cryptography
import Foundation
import TestSupport
import Testing
import RegisterStore

/// The first moment of a register.
@Suite struct `A new register` {
    @Test func `may be opened by several at once, each of which finds it whole`() async throws {
        for _ in 0..<10 {
            try await withTemporaryFolder { folder in
                let key = SecretKey.random()
                let surroundings = try TestClock(at: "2026-06-15T12:00:00Z").surroundings()
                try await withThrowingTaskGroup(of: Int.self) { group in
                    for _ in 0..<4 {
                        group.addTask {
                            let register = try Register(
                                inFolder: folder,
                                vault: Vault(key: key),
                                surroundings: surroundings
                            )
                            return try register.read { try $0.requests().count }
                        }
                    }
                    for try await count in group { #expect(count == 0) }
                }
            }
        }
    }
}
