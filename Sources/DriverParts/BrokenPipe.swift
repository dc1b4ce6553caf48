import Glibc

/// What becomes of a thread that writes to somebody who has hung up.
package enum BrokenPipe {
    /// Makes it an error of the writing for this thread from now on, instead of the end of the process.
    package static func block() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}
