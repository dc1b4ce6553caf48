import CCurl

/// The address of something on the web, read and put together by libcurl, which also connects to it: two readers of
/// one address could see two hosts in it.
package struct WebURL: Sendable, Hashable {
    /// The whole address.
    package let text: String
    /// `https` or `http`.
    package let scheme: String
    /// The host in small letters.
    package let host: String
    /// The port, also where it goes without saying.
    package let port: String
    /// The path from its first slash on.
    package let path: String
    /// Whether it has a query, a fragment or a user in it.
    package let hasMore: Bool

    /// Reads an address, or one that is relative to another; nil where it is none of `https` or `http`.
    package init?(_ text: String, relativeTo base: WebURL? = nil) {
        guard let reading = URLReading(), base.map({ reading.take($0.text) }) ?? true, reading.take(text),
            let whole = reading[CURLUPART_URL],
            let scheme = reading[CURLUPART_SCHEME], ["https", "http"].contains(scheme),
            let host = reading[CURLUPART_HOST], let port = reading[CURLUPART_PORT]
        else { return nil }
        self.text = whole
        self.scheme = scheme
        self.host = host.lowercased()
        self.port = port
        path = reading[CURLUPART_PATH] ?? "/"
        hasMore = [CURLUPART_QUERY, CURLUPART_FRAGMENT, CURLUPART_USER].contains { reading[$0] != nil }
    }

    /// Whether both are served by the same one.
    package func isSameService(as other: WebURL) -> Bool {
        scheme == other.scheme && host == other.host && port == other.port
    }

    /// Whether it never leaves this machine.
    package var isLoopback: Bool {
        let isNumber = host.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
        return host == "localhost" || host == "[::1]" || (isNumber && host.utf8.starts(with: "127.".utf8))
    }
}

/// An address while libcurl takes it apart, owned.
private struct URLReading: ~Copyable {
    private let handle: OpaquePointer

    init?() {
        guard let handle = curl_url() else { return nil }
        self.handle = handle
    }

    /// Takes an address in, relative to the one that is there; false where it is none.
    func take(_ text: String) -> Bool {
        curl_url_set(handle, CURLUPART_URL, text, UInt32(CURLU_NON_SUPPORT_SCHEME)) == CURLUE_OK
    }

    deinit { curl_url_cleanup(handle) }

    /// A part as it stands in the address, or nil where it has none.
    subscript(part: CURLUPart) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        let flags = part == CURLUPART_PORT ? UInt32(CURLU_DEFAULT_PORT) : 0
        guard curl_url_get(handle, part, &text, flags) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
