import CPQ

/// What ends a query on the server; made while the connection is sound, because a broken one no longer tells.
// Unchecked: libpq lets any thread use it, and it never changes.
final class Canceller: @unchecked Sendable {
    private let handle: OpaquePointer?

    init(_ connection: OpaquePointer) { handle = PQgetCancel(connection) }

    deinit { PQfreeCancel(handle) }

    /// Makes a connection for this one request; it blocks.
    func cancel() {
        guard let handle else { return }
        var message = [CChar](repeating: 0, count: 256)
        _ = PQcancel(handle, &message, Int32(message.count))
    }
}
