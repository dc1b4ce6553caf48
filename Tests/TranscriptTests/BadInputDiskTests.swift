import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15))) struct `A full disk` {
    /// Where the disk is full, what the command says, and how it ends.
    @Test(arguments: [("archives", Int32(1), "No space left on device"), ("outbox", 6, "disk of the outbox is full")])
    func `it ends with an error, loses nothing, and the next run finishes`(
        place: String,
        status: Int32,
        sentence: String
    ) async throws {
        try await withVerifiedRequest { inzage, request in
            let folder = "\(inzage.folder)/\(place)"
            let kept = inzage.folder + "/../kept"
            try FileManager.default.moveItem(atPath: folder, toPath: kept)
            let result = try withSmallDisk(at: folder) { try inzage("export", request) }
            guard let result else { return try expectShortFilesSuffice(inzage, request, folder, kept) }
            try FileManager.default.removeItem(atPath: folder)
            try FileManager.default.moveItem(atPath: kept, toPath: folder)
            #expect(result.status == status, "\(result.output)\(result.errors)")
            #expect((result.output + result.errors).contains(sentence), "\(result.output)\(result.errors)")
            try expectFinished(inzage, request)
        }
    }

    @Test func `where results go, it is an error after the work, which is done`() async throws {
        try await withVerifiedRequest { inzage, request in
            for options in ["", "--json"] {
                let script = "exec '\(Command.path)' export \(request) \(options) >/dev/full"
                let result = try runTool("/bin/sh", ["-c", script], environment: inzage.environment)
                #expect(result.status == 1 && result.errors.contains("standard output could not be written"))
                #expect(!result.errors.contains("Fatal"), "\(result.errors)")
            }
            try expectFinished(inzage, request)
        }
    }

    /// Where no disk may be mounted, the process may write no file that is longer than some blocks.
    private func expectShortFilesSuffice(_ inzage: Command, _ request: String, _ folder: String, _ kept: String) throws
    {
        try FileManager.default.moveItem(atPath: kept, toPath: folder)
        let script = """
            import os, resource, sys
            resource.setrlimit(resource.RLIMIT_FSIZE, (262144, 262144))
            os.execv(sys.argv[1], sys.argv[1:])
            """
        let arguments = ["-c", script, Command.path, "export", request]
        let result = try runTool("/usr/bin/python3", arguments, environment: inzage.environment)
        #expect(result.status == 1 || result.status == 6, "\(result.output)\(result.errors)")
        try expectFinished(inzage, request)
    }

    private func expectFinished(_ inzage: Command, _ request: String) throws {
        try inzage.expect(0, "export", request)
        try inzage.openArchive(inzage.archive(of: request), of: request, into: inzage.folder + "/../opened")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: inzage.folder + "/archives") == ["\(request)-1.zip"]
        )
        let mails = try FileManager.default.contentsOfDirectory(atPath: inzage.folder + "/outbox")
        #expect(mails.count == 2 && mails.allSatisfy { $0.hasSuffix(".eml") })
    }

    /// Runs the body with a disk of few blocks at a folder; nil where this process may mount none.
    private func withSmallDisk<Value>(at folder: String, _ body: () throws -> Value) throws -> Value? {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        let mounted = try? runTool("mount", ["-t", "tmpfs", "-o", "size=64k,mode=700", "none", folder])
        guard mounted?.status == 0 else {
            try FileManager.default.removeItem(atPath: folder)
            return nil
        }
        defer { _ = try? runTool("umount", ["-l", folder]) }
        return try body()
    }
}
