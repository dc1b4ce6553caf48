import CPQ
import DriverParts
import ExporterKit
import Foundation
import SQLParts

/// A connection to a server, owned: dropped is closed.
struct Connection: ~Copyable {
    private let handle: OpaquePointer
    private let socket: SocketGuard
    private let canceller: Canceller

    /// How long a server may take to let somebody in, in seconds.
    private static let patience = 15

    /// Connects; goes on looking at the flag while it waits.
    init(_ keywords: ConnectionKeywords, _ secret: Secret?, _ socket: SocketGuard, _ stop: StopFlag) throws {
        var values = keywords.values
        values["password"] = secret?.reveal()
        guard let handle = Self.start(values) else {
            throw SourceFailure(.unreachable, "the library of PostgreSQL cannot be set up")
        }
        do {
            try Self.finish(handle, stop)
        } catch {
            PQfinish(handle)
            throw error
        }
        self.handle = handle
        self.socket = socket
        canceller = Canceller(handle)
        socket.hold(PQsocket(handle))
    }

    deinit {
        socket.release()
        PQfinish(handle)
    }

    private static func start(_ values: [String: String]) -> OpaquePointer? {
        var keywords = values.keys.map { strdup($0) }
        var texts = values.values.map { strdup($0) }
        defer { for copy in keywords + texts { free(copy) } }
        keywords.append(nil)
        texts.append(nil)
        return keywords.withUnsafeBufferPointer { keywords in
            texts.withUnsafeBufferPointer { texts in
                let names = UnsafeRawPointer(keywords.baseAddress)?.assumingMemoryBound(to: UnsafePointer<CChar>?.self)
                let values = UnsafeRawPointer(texts.baseAddress)?.assumingMemoryBound(to: UnsafePointer<CChar>?.self)
                return PQconnectStartParams(names, values, 0)
            }
        }
    }

    private static func finish(_ handle: OpaquePointer, _ stop: StopFlag) throws {
        // Only the code of what goes wrong: a message may quote what was said.
        PQsetErrorVerbosity(handle, PQERRORS_SQLSTATE)
        let end = ContinuousClock.now + .seconds(patience)
        var step = PQstatus(handle) == CONNECTION_BAD ? PGRES_POLLING_FAILED : PGRES_POLLING_WRITING
        while step != PGRES_POLLING_OK {
            guard step != PGRES_POLLING_FAILED else { throw Refusal.failure(of: handle) }
            guard !stop.isRaised else { throw CancellationError() }
            guard ContinuousClock.now < end else { throw SourceFailure.serverSilent }
            let events = Int16(step == PGRES_POLLING_READING ? POLLIN : POLLOUT)
            var waiting = pollfd(fd: PQsocket(handle), events: events, revents: 0)
            if poll(&waiting, 1, 50) > 0 { step = PQconnectPoll(handle) }
        }
    }

    /// Whether the server is still there, as far as is known.
    var isAlive: Bool { PQstatus(handle) == CONNECTION_OK }

    /// Runs statements that are asked nothing and of which only the last answers.
    borrowing func run(_ sql: String) throws -> Answer {
        try Answer(PQexec(handle, sql), handle)
    }

    /// Prepares a statement under a name; an empty type is the server's to find out.
    borrowing func prepare(_ name: String, _ sql: String) throws {
        _ = try Answer(PQprepare(handle, name, sql, 0, nil), handle)
    }

    /// What a prepared statement takes and returns.
    borrowing func describe(_ name: String) throws -> Answer {
        try Answer(PQdescribePrepared(handle, name), handle)
    }

    /// Runs a statement with parameters of known types.
    borrowing func run(_ sql: String, _ types: [Oid], _ values: [[UInt8]?]) throws -> Answer {
        try withTexts(values) { texts in
            try Answer(PQexecParams(handle, sql, Int32(values.count), types, texts, nil, nil, 0), handle)
        }
    }

    /// Runs a prepared statement and hands over row by row, each as soon as it comes.
    borrowing func stream(_ name: String, _ values: [[UInt8]?], _ row: (borrowing Answer) throws -> Void) throws {
        let isSent = withTexts(values) { PQsendQueryPrepared(handle, name, Int32(values.count), $0, nil, nil, 0) }
        guard isSent == 1, PQsetSingleRowMode(handle) == 1 else { throw SourceFailure.connectionEnded }
        while let result = PQgetResult(handle) {
            let answer = try Answer(result, handle)
            if answer.isRow { try row(answer) }
        }
        guard isAlive else { throw SourceFailure.connectionEnded }
    }

    /// Asks the server to end what it works at, by a connection of its own, and waits for nobody.
    borrowing func cancel() {
        let canceller = canceller
        Task(executorPreference: SourceThread.shared) { canceller.cancel() }
    }

    /// Texts as libpq takes them, each ended by a zero; nil is null.
    private borrowing func withTexts<Result: ~Copyable>(
        _ values: [[UInt8]?],
        _ body: ([UnsafePointer<CChar>?]) throws -> Result
    ) rethrows -> Result {
        let copies = values.map { value in
            value.map { value in
                let copy = UnsafeMutablePointer<CChar>.allocate(capacity: value.count + 1)
                for (index, byte) in value.enumerated() { copy[index] = CChar(bitPattern: byte) }
                copy[value.count] = 0
                return copy
            }
        }
        defer { for copy in copies { copy?.deallocate() } }
        let texts = copies.map { UnsafePointer($0) } + [nil]
        return try body(texts)
    }
}
