import Foundation
import Mail
import TestSupport
import Testing

@Suite struct FolderPostboxTests {
    @Test func `a mail becomes a file of its own bytes that only its owner reads`() async throws {
        try await withTemporaryFolder { folder in
            let file = try attach(noise(300_000), in: folder)
            let outbox = try makeOutbox(in: folder)
            let message = try message(attachment: file)
            let receipt = try await FolderPostbox(folder: outbox).hand(over: message)
            #expect(receipt == HandedOver(path: outbox + "/7k2m.1.eml"))
            #expect(try content(outbox + "/7k2m.1.eml") == bytes(of: message))
            #expect(try names(in: outbox) == ["7k2m.1.eml"])
            #expect(try runTool("stat", ["-c", "%a", outbox + "/7k2m.1.eml"]).output == "600\n")
        }
    }

    @Test func `handing over again is the same file (case 89)`() async throws {
        try await withTemporaryFolder { folder in
            let outbox = try makeOutbox(in: folder)
            let postbox = FolderPostbox(folder: outbox)
            let first = try await postbox.hand(over: message())
            let bytes = try content(outbox + "/7k2m.1.eml")
            #expect(try await postbox.hand(over: message()) == first)
            #expect(try content(outbox + "/7k2m.1.eml") == bytes)
            #expect(try names(in: outbox) == ["7k2m.1.eml"])
        }
    }

    @Test func `what a killed run left is taken over (cases 89, 103)`() async throws {
        try await withTemporaryFolder { folder in
            let outbox = try makeOutbox(in: folder)
            let left = String(repeating: "left over ", count: 1000)
            try left.write(toFile: outbox + "/.7k2m.1.part", atomically: false, encoding: .utf8)
            _ = try await FolderPostbox(folder: outbox).hand(over: message())
            #expect(try content(outbox + "/7k2m.1.eml") == bytes(of: message()))
            #expect(try names(in: outbox) == ["7k2m.1.eml"])
            #expect(try runTool("stat", ["-c", "%a", outbox + "/7k2m.1.eml"]).output == "600\n")
        }
    }

    @Test func `many runs at once leave one whole mail`() async throws {
        try await withTemporaryFolder { folder in
            let outbox = try makeOutbox(in: folder)
            let message = try message(attachment: attach(noise(500_000), in: folder))
            await withTaskGroup(of: MailFailure?.self) { group in
                for _ in 0..<16 {
                    group.addTask { await mailFailure { try await FolderPostbox(folder: outbox).hand(over: message) } }
                }
                for await failure in group { #expect(failure == nil || failure?.retryable == true) }
            }
            #expect(try content(outbox + "/7k2m.1.eml") == bytes(of: message))
            #expect(try names(in: outbox) == ["7k2m.1.eml"])
        }
    }

    @Test func `no mail under its name is ever partial`() async throws {
        try await withTemporaryFolder { folder in
            let outbox = try makeOutbox(in: folder)
            let message = try message(attachment: attach(noise(8_000_000), in: folder))
            let size = try EncodedMessage(message).size
            async let receipt = FolderPostbox(folder: outbox).hand(over: message)
            var looks = 0
            var sizes: Set<Int> = []
            while sizes.isEmpty {
                looks += 1
                let status = try? FileManager.default.attributesOfItem(atPath: outbox + "/7k2m.1.eml")
                if let seen = status?[.size] as? Int { sizes.insert(seen) }
                await Task.yield()
            }
            _ = try await receipt
            #expect(sizes == [size])
            #expect(looks > 1)
        }
    }

    @Test func `a mail that fails half-way leaves nothing (case 103)`() async throws {
        try await withTemporaryFolder { folder in
            let outbox = try makeOutbox(in: folder)
            let message = try message(attachment: attach(noise(2_000_000), in: folder))
            let task = Task { try await FolderPostbox(folder: outbox).hand(over: message) }
            task.cancel()
            let code = await mailFailure { try await task.value }?.code
            #expect(code == .cancelled)
            #expect(try names(in: outbox).isEmpty)
        }
    }

    @Test func `a disk that takes no more leaves nothing behind (case 103)`() async {
        await #expect(processExitsWith: .success) {
            try await withTemporaryFolder { folder in
                // In a process of its own: the limit on a file's size stands for a disk that is full.
                signal(SIGXFSZ, SIG_IGN)
                let message = try message(body: String(repeating: "long text\n", count: 10_000))
                var limit = rlimit(rlim_cur: 5000, rlim_max: 5000)
                try #require(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
                let failure = await mailFailure { try await FolderPostbox(folder: folder).hand(over: message) }
                try #require(failure?.code == .cannotWrite)
                try #require(failure?.retryable == true)
                try #require(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
            }
        }
    }

    @Test func `a pipe in the place of the part file is not written to (case 71)`() async throws {
        try await withTemporaryFolder { folder in
            let made = try runTool("mkfifo", [folder + "/.7k2m.1.part"])
            try #require(made.status == 0)
            let code = await mailFailure { try await FolderPostbox(folder: folder).hand(over: message()) }?.code
            #expect(code == .cannotWrite)
        }
    }

    @Test(arguments: ["missing", "file"])
    func `a folder that is none is said to be none`(name: String) async throws {
        try await withTemporaryFolder { folder in
            try "x".write(toFile: folder + "/file", atomically: false, encoding: .utf8)
            let failure = await mailFailure {
                try await FolderPostbox(folder: folder + "/" + name).hand(over: message())
            }
            #expect(failure?.code == .cannotWrite)
            #expect(failure?.retryable == true)
            #expect(failure?.hint != nil)
            #expect(failure.map { "\($0)" }?.contains("@") == false)
        }
    }

    @Test func `a link in the place of the part file is not followed (case 71)`() async throws {
        try await withTemporaryFolder { folder in
            let outbox = try makeOutbox(in: folder)
            try "keep".write(toFile: folder + "/victim", atomically: false, encoding: .utf8)
            try FileManager.default.createSymbolicLink(
                atPath: outbox + "/.7k2m.1.part",
                withDestinationPath: folder + "/victim"
            )
            let code = await mailFailure { try await FolderPostbox(folder: outbox).hand(over: message()) }?.code
            #expect(code == .cannotWrite)
            #expect(try String(contentsOfFile: folder + "/victim", encoding: .utf8) == "keep")
        }
    }

    @Test func `a mail over the limit is not written (case 82)`() async throws {
        try await withTemporaryFolder { folder in
            let outbox = try makeOutbox(in: folder)
            let size = try EncodedMessage(message()).size
            let failure = await mailFailure {
                try await FolderPostbox(folder: outbox, sizeLimit: size - 1).hand(over: message())
            }
            #expect(failure?.code == .messageTooLarge)
            #expect(failure?.retryable == false)
            #expect(try names(in: outbox).isEmpty)
            _ = try await FolderPostbox(folder: outbox, sizeLimit: size).hand(over: message())
            #expect(try names(in: outbox).count == 1)
        }
    }

    private func makeOutbox(in folder: String) throws -> String {
        try FileManager.default.createDirectory(atPath: folder + "/outbox", withIntermediateDirectories: false)
        return folder + "/outbox"
    }

    private func names(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    private func content(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }
}
