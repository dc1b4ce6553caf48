import Foundation
import TestSupport
import Testing

/// What is opened in memory to be looked at goes with the command, however it ends.
@Suite struct `A room in memory` {
    private func rooms(of process: Int32) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/dev/shm")) ?? []
        return names.filter { $0.hasPrefix("inzage-review-\(process)-") }
    }

    private func waitUntil(_ isTrue: () -> Bool) async throws {
        for _ in 0..<2_000 where !isTrue() { try await Task.sleep(for: .milliseconds(10)) }
        try #require(isTrue())
    }

    /// A look that waits for Enter, with what stands in its room.
    private func look(at request: String, with inzage: Command, scratch: String) throws -> (Process, keys: Pipe) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Command.path)
        process.arguments = ["review", request, "--open"]
        process.environment = inzage.environment.merging(["TMPDIR": scratch]) { _, new in new }
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let keys = Pipe()
        process.standardInput = keys
        try process.run()
        return (process, keys)
    }

    private func files(in rooms: [String]) -> [String: Data] {
        rooms.reduce(into: [:]) { files, room in
            for name in (try? FileManager.default.contentsOfDirectory(atPath: "/dev/shm/\(room)")) ?? [] {
                files[name] = try? Data(contentsOf: URL(fileURLWithPath: "/dev/shm/\(room)/\(name)"))
            }
        }
    }

    private func gathered(in folder: String) throws -> (Command, request: String) {
        try SampleShop.copy(to: folder + "/shop")
        let inzage = Command(controller: folder + "/shop")
        let request = try inzage.openRequest(PrivateValues.person)
        try inzage.proveIdentity(of: request)
        try inzage.expect(0, "export", request, "--preview")
        return (inzage, request)
    }

    /// The processes that a process began.
    private func children(of parent: Int32) -> [Int32] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return all.compactMap { Int32($0) }.filter { id in
            let stat = (try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)) ?? ""
            return stat.split(separator: ")").last?.split(separator: " ").dropFirst().first == "\(parent)"
        }
    }

    @Test func `shows byte for byte what is sealed`() async throws {
        try await withTemporaryFolder { folder in
            let (inzage, request) = try gathered(in: folder)
            let (process, keys) = try look(at: request, with: inzage, scratch: folder)
            let id = process.processIdentifier
            // It waits for Enter only when all is there: the guardian and the waiting command sleep then.
            try await waitUntil { files(in: rooms(of: id)).count >= 3 }
            try await Task.sleep(for: .milliseconds(500))
            let shown = files(in: rooms(of: id))
            try keys.fileHandleForWriting.close()
            process.waitUntilExit()
            try inzage.expect(0, "export", request, "--release")
            try inzage.openArchive(inzage.archive(of: request), of: request, into: folder + "/opened")
            let overview = try Data(contentsOf: URL(fileURLWithPath: folder + "/opened/01-overview.html"))
            #expect(shown["01-overview.html"] == overview)
            let names = try FileManager.default.contentsOfDirectory(atPath: folder + "/opened/files")
            let sealed = try names.map { try Data(contentsOf: URL(fileURLWithPath: "\(folder)/opened/files/\($0)")) }
            #expect(!sealed.isEmpty && Set(shown.filter { $0.key != "01-overview.html" }.values) == Set(sealed))
        }
    }

    @Test func `that is killed at any moment leaves nothing that can be read, anywhere`() async throws {
        try await withTemporaryFolder { folder in
            let (inzage, request) = try gathered(in: folder)
            let values = try PrivateValues.all(in: inzage.folder)
            let scratch = folder + "/scratch"
            try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: false)
            let start = Date()
            let (measured, keys) = try look(at: request, with: inzage, scratch: scratch)
            try await waitUntil { files(in: rooms(of: measured.processIdentifier)).count >= 3 }
            let duration = Date().timeIntervalSince(start)
            try keys.fileHandleForWriting.close()
            measured.waitUntilExit()
            for number in 0..<16 {
                let (process, keys) = try look(at: request, with: inzage, scratch: scratch)
                let id = process.processIdentifier
                try await Task.sleep(for: .seconds(Double.random(in: 0.3...1.1) * duration))
                // Every fourth time its guardian is killed with it; the next look sweeps what they left.
                let guardians = number % 4 == 3 ? children(of: id) : []
                for victim in guardians + [id] { kill(victim, SIGKILL) }
                process.waitUntilExit()
                try keys.fileHandleForWriting.close()
                if !guardians.isEmpty { _ = try inzage("review", request) }
                try await waitUntil { files(in: rooms(of: id)).isEmpty }
                for place in [inzage.folder, scratch] {
                    let found = PrivateValues.found(values, in: place, except: ["exporters", "outbox"])
                    #expect(found.isEmpty, "\(found)")
                }
            }
            // A room that was only begun when its command was killed is empty, and goes with the next look.
            _ = try inzage("review", request)
            let left = try FileManager.default.contentsOfDirectory(atPath: "/dev/shm").filter { name in
                guard name.hasPrefix("inzage-review-") else { return false }
                let process = name.split(separator: "-").dropFirst(2).first.flatMap { Int32($0) } ?? 0
                return kill(process, 0) != 0
            }
            #expect(left.isEmpty)
            #expect(try inzage("audit", "verify").status == 0)
        }
    }

    @Test(arguments: [SIGKILL, SIGTERM, SIGINT, 0])
    func `is gone when the command is`(signal: Int32) async throws {
        try await withTemporaryFolder { folder in
            let inzage = try Command.demo(in: folder + "/shop")
            let opened = try inzage("request", "open", "--right", "access", "--email", "ada.jansen@example.org")
            let request = opened.output.trimmingCharacters(in: .whitespacesAndNewlines)
            _ = try inzage(
                "verify",
                request,
                "--evidence",
                "in-person",
                "--document",
                "passport",
                "--checked-by",
                "An"
            )
            _ = try inzage("export", request, "--preview")

            let process = Process()
            process.executableURL = URL(fileURLWithPath: Command.path)
            process.arguments = ["review", request, "--open"]
            process.environment = inzage.environment
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            let keys = Pipe()
            process.standardInput = keys
            try process.run()
            let id = process.processIdentifier
            try await waitUntil {
                rooms(of: id).contains { room in
                    FileManager.default.fileExists(atPath: "/dev/shm/\(room)/01-overview.html")
                }
            }
            let mode = try FileManager.default.attributesOfItem(atPath: "/dev/shm/" + rooms(of: id)[0])[
                .posixPermissions
            ]
            #expect(mode as? Int == 0o700)
            if signal == 0 { try keys.fileHandleForWriting.close() } else { kill(id, signal) }
            process.waitUntilExit()
            try await waitUntil { rooms(of: id).isEmpty }
        }
    }
}
