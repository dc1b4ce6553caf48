import Foundation
import TestSupport
import Testing
import Cases
import RegisterStore

@Suite struct `Lease of a request` {
    @Test func `one taker at a time holds a request, and other requests are free`() async throws {
        try await withTemporaryFolder { folder in
            let first = try Lease(request: "R1", inFolder: folder)
            let error = #expect(throws: InzageError.self) { _ = try Lease(request: "R1", inFolder: folder) }
            #expect(error?.ending == .heldBySomebodyElse)
            _ = try Lease(request: "R2", inFolder: folder)
            withExtendedLifetime(first) {}
        }
    }

    @Test func `a lease that was given back can be taken again`() async throws {
        try await withTemporaryFolder { folder in
            for _ in 0..<50 { _ = try Lease(request: "R1", inFolder: folder) }
        }
    }

    @Test func `of many takers at once exactly one gets it`() async throws {
        try await withTemporaryFolder { folder in
            let gate = Gate()
            let taken = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<20 {
                    group.addTask {
                        guard let lease = try? Lease(request: "R1", inFolder: folder) else {
                            await gate.arrive()
                            return false
                        }
                        await gate.arrive()
                        await gate.wait(for: 20)
                        withExtendedLifetime(lease) {}
                        return true
                    }
                }
                return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(taken == 1)
        }
    }

    @Test func `a lease dies with its process, however that ends`() async throws {
        try await withTemporaryFolder { folder in
            try FileManager.default.createDirectory(atPath: folder + "/locks", withIntermediateDirectories: true)
            let holder = Process()
            let ready = Pipe()
            holder.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
            holder.arguments = [
                "-c",
                """
                import fcntl, sys, time
                lock = open(sys.argv[1], "w"); fcntl.flock(lock, fcntl.LOCK_EX)
                print("held", flush=True); time.sleep(60)
                """, folder + "/locks/R1.lock",
            ]
            holder.standardOutput = ready
            try holder.run()
            _ = try ready.fileHandleForReading.read(upToCount: 4)
            #expect(throws: InzageError.self) { _ = try Lease(request: "R1", inFolder: folder) }
            kill(holder.processIdentifier, SIGKILL)
            holder.waitUntilExit()
            _ = try Lease(request: "R1", inFolder: folder)
        }
    }

    @Test(arguments: ["../R1", "a/b", "", "..", ".", "R\u{0}1", "R1\n", "~", "R 1", String(repeating: "A", count: 300)])
    func `an id that is none leads to no file outside the folder (case 105)`(id: String) async throws {
        try await withTemporaryFolder { folder in
            let error = #expect(throws: InzageError.self) { _ = try Lease(request: id, inFolder: folder) }
            #expect(error?.ending == .usage)
            let made = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
            #expect(made.allSatisfy { !$0.hasSuffix(".lock") })
        }
    }
}

/// Lets tasks wait until so many have come.
private actor Gate {
    private var arrived = 0

    func arrive() { arrived += 1 }

    func wait(for count: Int) async {
        while arrived < count {
            try? await Task.sleep(for: .milliseconds(1))
        }
    }
}
