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

    /// Dovecot, which lets everybody in as `ada` whose password is `secret`: 239 short mails, every second one Ada's, a
    /// large one of hers, and one more in a folder with a name that must be quoted.
    static let dovecot = Result {
        let (folder, port) = try (makeFolder(), SilentServer().port)
        let user = geteuid() == 0 ? "nobody" : NSUserName()
        let group = String(try runTool("id", ["-gn", user]).output.dropLast())
        let settings = """
            base_dir = \(folder)/run
            state_dir = \(folder)/run
            log_path = /dev/stderr
            default_internal_user = \(user)
            default_login_user = \(user)
            default_internal_group = \(group)
            protocols = imap
            listen = 127.0.0.1
            ssl = required
            ssl_cert = <\(folder)/server.pem
            ssl_key = <\(folder)/server.key
            mail_location = maildir:\(folder)/mail:LAYOUT=fs
            first_valid_uid = 1
            first_valid_gid = 1
            passdb {
              driver = static
              args = password=secret
            }
            userdb {
              driver = static
              args = uid=\(user) gid=\(group) home=\(folder)
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = 0
              }
              inet_listener imaps {
                port = \(port)
                ssl = yes
              }
            }
            service anvil {
              chroot =
            }

            """
        let mails = """
            import os, sys
            root = sys.argv[1] + "/mail"
            for folder in (root, root + '/Sent "mail"'):
                for part in ("cur", "new", "tmp"):
                    os.makedirs(folder + "/" + part)
            for number in range(1, 240):
                who = "Ada <ada@Example.org>" if number % 2 else "bob@example.org"
                with open(f"{root}/cur/{number:04}.host:2,", "w") as file:
                    file.write(f"From: {who}\\nSubject: {number}\\nMessage-ID: <{number}@x>\\n\\nHello {{5}}\\n) literal\\n")
            with open(f"{root}/cur/9999.host:2,", "w") as file:
                file.write("To: ada@example.org\\nSubject: large\\n\\n" + ("x" * 999 + "\\n") * 3000)
            with open(root + '/Sent "mail"/cur/1.host:2,', "w") as file:
                file.write("From: ada@example.org\\nSubject: sent\\n\\nHi\\n")
            """
        try run(["/usr/bin/python3", "-c", mails, folder])
        try run(["/bin/sh", "-c", "cat > \"$1\"", "settings", folder + "/dovecot.conf"], input: settings)
        let greeting =
            "import imaplib, ssl, sys; c = ssl.create_default_context(cafile=sys.argv[2] + '/server.pem'); "
            + "imaplib.IMAP4_SSL('localhost', int(sys.argv[1]), ssl_context=c, timeout=5).login('ada', 'secret')"
        return try DatabaseServer(folder, port, asUser(["/usr/sbin/dovecot", "-F", "-c", folder + "/dovecot.conf"])) {
            try runTool("/usr/bin/python3", ["-c", greeting, "\(port)", folder]).status == 0
        }
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
