import Foundation
import TestSupport

/// The words that a transcript knows besides `inzage` and the system's own tools.
///
/// - `company NAME` makes `shop` the folder of one of the five controllers in the fixtures, with a key of its own.
/// - `edit FILE s/OLD/NEW/` replaces a text that must be there; `\n` in the new one is a line's end.
/// - `append FILE` puts standard input at the end of a file; `write FILE` makes a new one of it.
/// - `damage FILE` turns one bit in the middle of a file.
/// - `mail ID KIND` shows the newest mail of a kind as the person reads it.
/// - `sql FILE STATEMENT` runs a statement on a SQLite file and prints the rows.
/// - `hold lease ID`, `hold register` keep a lock in another process until `let-go`.
final class TranscriptVerbs {
    private let folder: String
    private var held: Process?

    init(folder: String) { self.folder = folder }

    /// Runs a word of ours, or returns nil when the command is none.
    func run(_ words: [String], input: String) throws -> ToolResult? {
        switch (words.first, words.count) {
        case ("company", 2): try makeCompany(words[1])
        case ("edit", 3): try edit(words[1], words[2])
        case ("append", 2): try append(input, to: words[1])
        case ("write", 2): try write(input, to: words[1])
        case ("damage", 2): try damage(words[1])
        case ("mail", 3): return try python(Self.showMail, [words[1], words[2]])
        case ("sql", 3): return try python(Self.runStatement, [words[1], words[2]])
        case ("hold", 3) where words[1] == "lease": try hold(Self.lockRequest, "shop/locks/\(words[2]).lock")
        case ("hold", 2) where words[1] == "register": try hold(Self.lockRegister, "shop/register.sqlite")
        case ("let-go", 1): letGo()
        case ("company", _), ("edit", _), ("append", _), ("write", _), ("damage", _), ("mail", _), ("sql", _),
            ("hold", _):
            throw TranscriptError("not how this word is used: \(words.joined(separator: " "))")
        default: return nil
        }
        return try runTool("true", [])
    }

    /// Ends what `hold` began.
    func letGo() {
        guard let process = held else { return }
        held = nil
        // A signal that cannot be ignored or blocked: the lock must die with its process.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private func makeCompany(_ name: String) throws {
        let fixture = "\(checkout)/Tests/Fixtures/controllers/\(name)"
        let results = [
            try runTool("cp", ["-a", fixture, "\(folder)/shop"]),
            try runTool(
                Command.path,
                ["keys", "new", "--controller", "shop"],
                environment: Command(controller: "shop").environment,
                in: folder
            ),
        ]
        for result in results where result.status != 0 { throw TranscriptError("no company: \(result.errors)") }
    }

    private func edit(_ file: String, _ substitution: String) throws {
        let parts = substitution.components(separatedBy: "/")
        guard parts.count == 4, parts[0] == "s" else { throw TranscriptError("write s/OLD/NEW/: \(substitution)") }
        let new = parts[2].replacingOccurrences(of: "\\n", with: "\n")
        let url = URL(fileURLWithPath: "\(folder)/\(file)")
        let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        guard text.contains(parts[1]) else { throw TranscriptError("\(file) does not hold \(parts[1])") }
        try Data(text.replacingOccurrences(of: parts[1], with: new).utf8).write(to: url)
    }

    private func append(_ text: String, to file: String) throws {
        let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(folder)/\(file)"))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }

    private func write(_ text: String, to file: String) throws {
        let url = URL(fileURLWithPath: "\(folder)/\(file)")
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url, options: .withoutOverwriting)
    }

    private func damage(_ file: String) throws {
        let url = URL(fileURLWithPath: "\(folder)/\(file)")
        var data = try Data(contentsOf: url)
        data[data.count / 2] ^= 1
        try data.write(to: url)
    }

    private func python(_ script: String, _ arguments: [String]) throws -> ToolResult {
        try runTool("/usr/bin/python3", ["-c", script] + arguments, environment: ["LANG": "C.UTF-8"], in: folder)
    }

    /// Starts a process that keeps a lock, and waits until it says that it has it.
    private func hold(_ script: String, _ file: String) throws {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-c", script, file]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardOutput = pipe
        try process.run()
        held = process
        guard try pipe.fileHandleForReading.read(upToCount: 1) != nil else {
            throw TranscriptError("the lock could not be taken")
        }
    }

    private static let lockRequest = """
        import fcntl, sys, time
        lease = open(sys.argv[1], "a")
        fcntl.flock(lease, fcntl.LOCK_EX | fcntl.LOCK_NB)
        print("held", flush=True)
        time.sleep(600)
        """

    private static let lockRegister = """
        import sqlite3, sys, time
        register = sqlite3.connect(sys.argv[1], isolation_level=None)
        register.execute("BEGIN EXCLUSIVE")
        print("held", flush=True)
        time.sleep(600)
        """

    private static let runStatement = """
        import sqlite3, sys
        with sqlite3.connect(sys.argv[1]) as database:
            for row in database.execute(sys.argv[2]):
                print("|".join(str(value) for value in row))
        """

    private static let showMail = """
        import email, email.policy, glob, os, sys
        names = sorted(glob.glob(f"shop/outbox/{sys.argv[1]}-*-{sys.argv[2]}-*.eml"), key=os.path.getmtime)
        if not names:
            sys.exit("no such mail")
        with open(names[-1], "rb") as file:
            mail = email.message_from_binary_file(file, policy=email.policy.SMTP)
        for header in ("From", "Reply-To", "To", "Subject"):
            print(f"{header}: {mail[header]}")
        for part in mail.iter_attachments():
            print(f"Attachment: {part.get_filename()}")
        print()
        print(mail.get_body().get_content().replace("\\r\\n", "\\n"), end="")
        """
}
