import CMariaDB
import DriverParts
import ExporterKit
import Foundation
import SQLParts

/// A connection to a server, owned: dropped is closed.
struct Connection: ~Copyable {
    private let handle: UnsafeMutablePointer<MYSQL>
    private let socket: SocketGuard

    /// How long a server may take to let somebody in, in seconds.
    private static let patience: UInt32 = 15
    /// The longest row that is taken: the library holds a row in memory whole.
    static let rowLimit = 64 << 20
    /// The library is set up once in the life of the process.
    private static let library = mysql_server_init(0, nil, nil) == 0

    /// Connects; goes on looking at the flag while it waits.
    init(_ address: ServerAddress, _ secret: Secret?, _ socket: SocketGuard, _ stop: StopFlag) throws {
        guard Self.library, let handle = mysql_init(nil) else {
            throw SourceFailure(.unreachable, "the library of MariaDB cannot be set up")
        }
        blockBrokenPipe()
        Self.configure(handle, address)
        do {
            try Self.connect(handle, address, secret, stop)
        } catch {
            mysql_close(handle)
            throw error
        }
        self.handle = handle
        self.socket = socket
        socket.hold(mysql_get_socket(handle))
    }

    /// Goes on whenever the server has said something; the library keeps the texts' addresses between.
    private static func connect(
        _ handle: UnsafeMutablePointer<MYSQL>,
        _ address: ServerAddress,
        _ secret: Secret?,
        _ stop: StopFlag
    ) throws {
        let texts = [address.host, address.user, secret?.reveal(), address.database, address.socket].map { text in
            text.map { strdup($0) }
        }
        defer { for text in texts { free(text ?? nil) } }
        var connected: UnsafeMutablePointer<MYSQL>?
        let (host, user, password) = (texts[0] ?? nil, texts[1] ?? nil, texts[2] ?? nil)
        let (database, socket) = (texts[3] ?? nil, texts[4] ?? nil)
        var awaited = mysql_real_connect_start(
            &connected,
            handle,
            host,
            user,
            password,
            database,
            address.port,
            socket,
            0
        )
        let end = ContinuousClock.now + .seconds(Int(patience))
        while awaited != 0 {
            guard !stop.isRaised else { throw CancellationError() }
            guard ContinuousClock.now < end else { throw SourceFailure.serverSilent }
            let happened = wait(for: awaited, at: mysql_get_socket(handle))
            if happened != 0 { awaited = mysql_real_connect_cont(&connected, handle, happened) }
        }
        guard connected != nil else { throw Refusal(handle).failureOfConnecting }
    }

    /// What of that for which the library waits has happened within a moment.
    private static func wait(for awaited: Int32, at socket: Int32) -> Int32 {
        let (reads, writes) = (awaited & MYSQL_WAIT_READ, awaited & MYSQL_WAIT_WRITE)
        let events = Int16((reads != 0 ? POLLIN : 0) | (writes != 0 ? POLLOUT : 0))
        var waiting = pollfd(fd: socket, events: events, revents: 0)
        guard poll(&waiting, 1, 50) > 0 else { return 0 }
        let happened = Int32(waiting.revents)
        // A socket that broke is told by reading or writing it.
        if happened & (POLLERR | POLLHUP) != 0 { return reads | writes }
        return (happened & POLLIN != 0 ? reads : 0) | (happened & POLLOUT != 0 ? writes : 0)
    }

    deinit {
        socket.release()
        mysql_close(handle)
    }

    private static func configure(_ handle: UnsafeMutablePointer<MYSQL>, _ address: ServerAddress) {
        var patience = Self.patience
        mysql_options(handle, MYSQL_OPT_CONNECT_TIMEOUT, &patience)
        mysql_options(handle, MYSQL_OPT_NONBLOCK, nil)
        mysql_options(handle, MYSQL_SET_CHARSET_NAME, "utf8mb4")
        var limit = Self.rowLimit
        mysql_options(handle, MYSQL_OPT_MAX_ALLOWED_PACKET, &limit)
        // A server may ask for any file of the client that the client would let it have.
        var never: UInt32 = 0
        mysql_options(handle, MYSQL_OPT_LOCAL_INFILE, &never)
        if address.socket == nil {
            // The library takes `localhost` for a socket whose path it guesses.
            var network = MYSQL_PROTOCOL_TCP.rawValue
            mysql_options(handle, MYSQL_OPT_PROTOCOL, &network)
        }
        guard let trustFile = address.trustFile else { return }
        var yes: my_bool = 1
        mysql_options(handle, MYSQL_OPT_SSL_ENFORCE, &yes)
        mysql_options(handle, MYSQL_OPT_SSL_VERIFY_SERVER_CERT, &yes)
        mysql_options(handle, MYSQL_OPT_SSL_CA, trustFile)
        mysql_options(handle, MYSQL_OPT_TLS_VERSION, "TLSv1.2,TLSv1.3")
    }

    /// The number by which the server knows the connection.
    var number: UInt { mysql_thread_id(handle) }

    /// Whether the server is MariaDB and not MySQL, which has other words for some things.
    var isMariaDB: Bool {
        mysql_get_server_info(handle).map { String(cString: $0).contains("MariaDB") } ?? false
    }

    /// Runs a statement of the driver's own and takes the few texts that it returns.
    @discardableResult
    borrowing func texts(_ sql: String) throws -> [[String?]] {
        guard mysql_real_query(handle, sql, UInt(sql.utf8.count)) == 0 else { throw Refusal(handle) }
        guard let result = mysql_store_result(handle) else {
            guard mysql_errno(handle) == 0 else { throw Refusal(handle) }
            return []
        }
        defer { mysql_free_result(result) }
        var rows: [[String?]] = []
        while let row = mysql_fetch_row(result), let lengths = mysql_fetch_lengths(result) {
            rows.append(
                (0..<Int(mysql_num_fields(result))).map { column in
                    row[column].map { text in
                        let bytes = UnsafeRawBufferPointer(start: text, count: Int(lengths[column]))
                        return String(decoding: bytes, as: UTF8.self)
                    }
                }
            )
        }
        return rows
    }

    borrowing func prepare(_ sql: String) throws -> Statement { try Statement(sql, handle) }
}
