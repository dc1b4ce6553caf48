import Foundation

/// What only the master of a server can do.
extension ServerKind {
    /// Gives a database's account a password, without which it is not let in any more.
    func setPassword(_ password: String, of database: String) throws {
        switch self {
        case .postgresql:
            try run(
                "DO $$ BEGIN CREATE ROLE guarded; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"
            )
            try run("ALTER ROLE \(database) PASSWORD '\(password)';\nGRANT guarded TO \(database)")
        case .mariadb: try run("ALTER USER \(database)@localhost IDENTIFIED BY '\(password)'")
        }
    }

    /// How many queries run that end so and are not this one.
    func running(_ end: String) throws -> String {
        switch self {
        case .postgresql:
            try run(
                "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%pg_sleep(\(end)%' AND pid <> pg_backend_pid()"
            )
        case .mariadb:
            try run(
                "SELECT count(*) FROM information_schema.processlist WHERE info LIKE '%SLEEP(\(end)%' AND id <> connection_id()"
            )
        }
    }

    /// Ends everybody's connections to a database but this one.
    func endConnections(to database: String) throws {
        switch self {
        case .postgresql:
            try run(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(database)' AND pid <> pg_backend_pid()"
            )
        case .mariadb:
            let numbers = try run("SELECT id FROM information_schema.processlist WHERE db = '\(database)'")
            for number in numbers.split(separator: "\n") { try run("KILL \(number)") }
        }
    }
}

/// Takes connections and says nothing to anybody.
final class SilentServer: Sendable {
    let port: UInt16
    private let socket: Int32

    init() throws {
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (descriptor, size) = (socket, length)
        let isThere = withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(descriptor, address, size) == 0 && listen(descriptor, 8) == 0
                    && getsockname(descriptor, address, &length) == 0
            }
        }
        guard isThere else { throw ServerProblem(text: "no socket could be made") }
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(socket) }
}
