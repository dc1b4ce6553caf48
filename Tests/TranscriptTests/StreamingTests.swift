import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(15))) struct `A very large answer` {
    private static let messages = 1_000_000
    private static let mebibyte = 1024

    @Test func `a million records stream into all files of an answer in less than 64 MiB (case 56)`() async throws {
        try await withTemporaryFolder { folder in
            let inzage = Command(controller: folder + "/shop")
            try inzage.expect(0, "demo", inzage.folder, "--chat-messages", String(Self.messages))
            try liftLimits(of: inzage.folder)
            let request = try inzage.openRequest(PrivateValues.person)
            try inzage.proveIdentity(of: request)

            let peak = try peakOfMemory(of: ["export", request], with: inzage)
            #expect(peak < 64 * Self.mebibyte, "\(peak) KiB")
            let archive = inzage.archive(of: request)
            try inzage.openArchive(archive, of: request, into: folder + "/opened")
            #expect(try messages(in: folder + "/opened") == Self.messages)
            let count = "for it in $(unzip -Z1 $0 '*/sheet*'); do unzip -p $0 $it | grep -o '<row ' | wc -l; done"
            let rows = try runTool("sh", ["-c", count, folder + "/opened/02-data.xlsx"]).output.split(separator: "\n")
            #expect(rows.contains("\(Self.messages + 1)"), "\(rows)")
            #expect(try mailedDigest(of: request, in: inzage.folder) == digest(of: archive))
        }
    }

    private func liftLimits(of controller: String) throws {
        let file = URL(fileURLWithPath: controller + "/controller.yaml")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        try #require(text.contains("mail_limit: 15 MB"))
        let lifted = "mail_limit: 1000 MB\n  workbook_records: 10000000"
        try Data(text.replacingOccurrences(of: "mail_limit: 15 MB", with: lifted).utf8).write(to: file)
    }

    /// The most memory that a command held at once, in KiB, as the kernel counted it.
    private func peakOfMemory(of arguments: [String], with inzage: Command) throws -> Int {
        let script = """
            import os, sys
            child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ,
                                   file_actions=[(os.POSIX_SPAWN_DUP2, 2, 1)])
            _, status, usage = os.wait4(child, 0)
            print(usage.ru_maxrss)
            sys.exit(os.waitstatus_to_exitcode(status))
            """
        let result = try runTool(
            "/usr/bin/python3",
            ["-c", script, Command.path] + arguments,
            environment: inzage.environment
        )
        try #require(result.status == 0, "\(result.errors)")
        return try #require(Int(result.output.trimmingCharacters(in: .whitespacesAndNewlines)))
    }

    /// How many chat messages a package holds, by its descriptor and by its lines.
    private func messages(in package: String) throws -> Int {
        let script = """
            import json, sys
            resources = json.load(open(sys.argv[1] + "/datapackage.json"))["resources"]
            path, = [resource["path"] for resource in resources
                     if resource["path"].startswith("data/") and resource.get("inzage:collection") == "messages"]
            numbers = {json.loads(line.strip().rstrip(","))["id"] for line in open(f"{sys.argv[1]}/{path}", "rb")
                       if line.strip() not in (b"[", b"]") for line in [line.decode()]}
            print(len(numbers))
            """
        let result = try runTool("/usr/bin/python3", ["-c", script, package])
        return try #require(Int(result.output.trimmingCharacters(in: .whitespacesAndNewlines)), "\(result.errors)")
    }

    private func mailedDigest(of request: String, in controller: String) throws -> String {
        let script = """
            import email, glob, hashlib, sys
            mail = email.message_from_binary_file(open(glob.glob(sys.argv[1])[0], "rb"))
            part, = [part for part in mail.walk() if part.get_content_type() == "application/zip"]
            print(hashlib.sha256(part.get_payload(decode=True)).hexdigest())
            """
        let result = try runTool("/usr/bin/python3", ["-c", script, "\(controller)/outbox/\(request)-*-archive-*.eml"])
        return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func digest(of file: String) throws -> String {
        String(try runTool("sha256sum", [file]).output.prefix(64))
    }
}
