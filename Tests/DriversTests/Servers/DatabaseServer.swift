import Foundation
import TestSupport

/// A server that the tests start in a folder of its own, once in a run; it ends with the run, however that ends.
final class DatabaseServer: Sendable {
    /// The folder with its socket, and with the certificate `server.pem` for `localhost`.
    let folder: String
    /// The port at which it listens on the loopback address.
    let port: UInt16
    // The server ends when this pipe is closed, and that is when the run ends.
    private let life: Pipe

    /// Starts a program in the background by a shell, which ends it by its process id and removes the folder.
    private init(_ folder: String, _ port: UInt16, _ command: [String], isThere: () throws -> Bool) throws {
        self.folder = folder
        self.port = port
        life = Pipe()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments =
            [
                "-c",
                "folder=$1; shift; \"$@\" </dev/null >\"$folder/log\" 2>&1 & cat; "
                    + "kill -TERM $!; wait $!; rm -rf \"$folder\"", "server", folder,
            ] + command
        process.standardInput = life
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let end = Date() + 60
        while try !isThere() {
            guard Date() < end else {
                throw ServerProblem(text: try String(contentsOfFile: folder + "/log", encoding: .utf8))
            }
            Thread.sleep(forTimeInterval: 0.1)
        }
    }

    /// PostgreSQL, where `postgres` may do everything.
    static let postgreSQL = Result {
        let (folder, port) = try (makeFolder(), SilentServer().port)
        let programs = "/usr/lib/postgresql/15/bin"
        try run([
            programs + "/initdb", "-D", folder + "/data", "-U", "postgres", "--auth=trust", "-E", "UTF8",
            "--locale=C.UTF-8", "--no-sync",
        ])
        let rules = "local all +guarded scram-sha-256\nlocal all all trust\nhostssl all all 127.0.0.1/32 trust\n"
        try run(["/bin/sh", "-c", "cat > \"$1\"", "rules", folder + "/data/pg_hba.conf"], input: rules)
        return try DatabaseServer(
            folder,
            port,
            asUser([
                programs + "/postgres", "-D", folder + "/data", "-k", folder, "-c", "listen_addresses=127.0.0.1", "-F",
                "-p", "\(port)", "-c", "ssl=on", "-c", "ssl_cert_file=" + folder + "/server.pem", "-c",
                "ssl_key_file=" + folder + "/server.key",
            ])
        ) { try runTool(programs + "/pg_isready", ["-q", "-h", folder, "-p", "\(port)"]).status == 0 }
    }

    /// MariaDB, where `root` may do everything.
    static let mariaDB = Result {
        let (folder, port) = try (makeFolder(), SilentServer().port)
        try run([
            "/usr/bin/mariadb-install-db", "--no-defaults", "--datadir=" + folder + "/data", "--skip-test-db",
            "--auth-root-authentication-method=normal",
        ])
        let socket = folder + "/socket"
        return try DatabaseServer(
            folder,
            port,
            asUser([
                "/usr/sbin/mariadbd", "--no-defaults", "--datadir=" + folder + "/data", "--socket=" + socket,
                "--bind-address=127.0.0.1", "--port=\(port)", "--ssl-cert=" + folder + "/server.pem",
                "--ssl-key=" + folder + "/server.key", "--character-set-server=utf8mb4",
                "--pid-file=" + folder + "/pid",
                "--innodb-flush-log-at-trx-commit=0",
                "--max-allowed-packet=256M",
            ])
        ) { try runTool("mariadb", ["--no-defaults", "-S", socket, "-u", "root", "-e", "SELECT 1"]).status == 0 }
    }

    /// The folder belongs to whoever the server runs as: neither server runs as root.
    private static func makeFolder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "inzage-\(UUID().uuidString.prefix(8))"
        ).path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        if geteuid() == 0 { _ = try runTool("chown", ["nobody", folder]) }
        try run([
            "/usr/bin/openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
            "-addext", "subjectAltName=DNS:localhost", "-keyout", folder + "/server.key", "-out",
            folder + "/server.pem",
        ])
        return folder
    }

    private static func asUser(_ command: [String]) -> [String] {
        geteuid() == 0 ? ["/usr/sbin/runuser", "-u", "nobody", "--"] + command : command
    }

    private static func run(_ command: [String], input: String = "") throws {
        let command = asUser(command)
        let result = try runTool(command[0], Array(command.dropFirst()), input: input)
        guard result.status == 0 else { throw ServerProblem(text: result.output + result.errors) }
    }
}

/// Why a server of the tests does not do what it is to.
struct ServerProblem: Error, CustomStringConvertible {
    let text: String
    var description: String { text }
}
