/// Which hosts need no encryption on the way: what is said to them never leaves the machine.
package enum ServerHosts {
    /// Whether a host is a socket's path or an address of the machine itself.
    package static func isLocal(_ host: String) -> Bool {
        if host.hasPrefix("/") || host.hasPrefix("@") { return true }
        return host == "localhost" || host == "::1" || isLoopback(host)
    }

    /// Debian's bundle of the certificates that the machine trusts.
    package static let trustFile = "/etc/ssl/certs/ca-certificates.crt"

    private static func isLoopback(_ host: String) -> Bool {
        let parts = host.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.count == 4 && parts.first?.elementsEqual("127".utf8) == true
            && parts.allSatisfy { UInt8(String(decoding: $0, as: UTF8.self)) != nil }
    }
}
