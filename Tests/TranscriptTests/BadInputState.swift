import Foundation
import TestSupport
import Testing

/// What stands in a controller's folder: its files with their checksums, and the register's rows but for the audit.
///
/// The register and the spool of sealed entries are no files here: a held answer adds to both. Nor are locks.
struct BadInputState: Equatable {
    let files: [String: String]
    let rows: Set<String>

    init(of controller: String) throws {
        let result = try runTool("/usr/bin/python3", ["-c", Self.script, controller])
        struct State: Decodable {
            let files: [String: String]
            let rows: [String]
        }
        try #require(result.status == 0, "\(result.errors)")
        let state = try JSONDecoder().decode(State.self, from: Data(result.output.utf8))
        files = state.files
        rows = Set(state.rows)
    }

    private static let script = """
        import hashlib, json, os, pathlib, sqlite3, sys
        home = pathlib.Path(sys.argv[1])
        files, rows = {}, []
        for path in sorted(home.rglob("*")):
            name = str(path.relative_to(home))
            if name.startswith(("locks", "register.sqlite")) or ".spool" in name:
                continue
            content = os.readlink(path) if path.is_symlink() else path.read_bytes() if path.is_file() else ""
            data = content if isinstance(content, bytes) else content.encode()
            files[name] = f"{path.lstat().st_mode:o} {hashlib.sha256(data).hexdigest()}"
        register = home / "register.sqlite"
        try:
            database = sqlite3.connect(f"file:{register}?mode=ro", uri=True)
            tables = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for table in tables:
                if table != "audit":
                    rows += [f"{table} {row!r}" for row in database.execute(f'SELECT * FROM "{table}"')]
        except sqlite3.DatabaseError:
            rows = [hashlib.sha256(register.read_bytes()).hexdigest()]
        print(json.dumps({"files": files, "rows": rows}))
        """
}

/// A lock that another process holds on a SQLite file.
struct BadInputLock {
    private let process = Process()

    init(on path: String) throws {
        let script = """
            import sqlite3, sys, time
            register = sqlite3.connect(sys.argv[1], isolation_level=None)
            register.execute("BEGIN EXCLUSIVE")
            print("held", flush=True)
            time.sleep(120)
            """
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        process.arguments = ["-c", script, path]
        process.standardOutput = output
        try process.run()
        try #require(try output.fileHandleForReading.read(upToCount: 4)?.isEmpty == false, "the lock was not taken")
    }

    /// Ends the process that this test started.
    func letGo() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
