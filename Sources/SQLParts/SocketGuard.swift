import Foundation
import Synchronization

/// The socket of a connection, which any thread may cut while another one waits for what comes through it.
package final class SocketGuard: Sendable {
    private let socket = Mutex<Int32?>(nil)

    package init() {}

    /// Remembers the connection's socket.
    package func hold(_ descriptor: Int32) { socket.withLock { $0 = descriptor >= 0 ? descriptor : nil } }

    /// Forgets the socket; to be called before it is closed, because its number may then be another file's.
    package func release() { socket.withLock { $0 = nil } }

    /// Ends what comes and goes through the socket, so that whoever waits for it goes on; does not block.
    package func cut() {
        socket.withLock { descriptor in
            if let descriptor { _ = shutdown(descriptor, Int32(SHUT_RDWR)) }
        }
    }
}

/// A server that hangs up must end the reading and not the process.
package func blockBrokenPipe() {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
}
