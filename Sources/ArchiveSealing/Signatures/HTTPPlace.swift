import COpenSSL
import Glibc

/// Where a plain HTTP address leads.
struct HTTPPlace {
    let host: String
    let port: String
    let path: String

    /// Takes an address apart.
    init(_ url: String) throws(ArchiveError) {
        var isSecure: Int32 = 0
        var number: Int32 = 0
        var parts = unsafe (
            host: UnsafeMutablePointer<CChar>?.none, port: UnsafeMutablePointer<CChar>?.none,
            path: UnsafeMutablePointer<CChar>?.none
        )
        let isAddress = unsafe OSSL_HTTP_parse_url(
            url,
            &isSecure,
            nil,
            &parts.host,
            &parts.port,
            &number,
            &parts.path,
            nil,
            nil
        )
        defer {
            unsafe CRYPTO_free(parts.host, nil, 0)
            unsafe CRYPTO_free(parts.port, nil, 0)
            unsafe CRYPTO_free(parts.path, nil, 0)
            ERR_clear_error()
        }
        guard isAddress == 1, isSecure == 0, let host = unsafe parts.host, let port = unsafe parts.port,
            let path = unsafe parts.path
        else {
            throw ArchiveError(.noTimestamp, "the address of the timestamp authority is not like http://HOST/PATH")
        }
        self.host = unsafe String(cString: host)
        self.port = unsafe String(cString: port)
        self.path = unsafe String(cString: path)
    }
}

/// Runs something that writes to a socket: one that the other side has closed must not end the process.
func withoutPipeSignal<Value>(_ body: () -> Value) -> Value {
    var (pipe, before, pending) = (sigset_t(), sigset_t(), sigset_t())
    unsafe sigemptyset(&pipe)
    unsafe sigaddset(&pipe, SIGPIPE)
    unsafe pthread_sigmask(SIG_BLOCK, &pipe, &before)
    defer {
        var now = timespec()
        unsafe sigpending(&pending)
        if unsafe sigismember(&pending, SIGPIPE) == 1 { unsafe sigtimedwait(&pipe, nil, &now) }
        unsafe pthread_sigmask(SIG_SETMASK, &before, nil)
    }
    return body()
}
