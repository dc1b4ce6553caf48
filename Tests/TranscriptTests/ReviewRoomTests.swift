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
