package import CCurl

/// That libcurl could not be set up: there is no memory left, or the library lacks what was asked for.
package struct CurlProblem: Error {}

/// One transfer of libcurl, owned: dropped is cleaned up.
// libcurl lets any thread use a handle, one at a time, and whoever owns it has it alone.
package struct CurlHandle: ~Copyable, @unchecked Sendable {
    private let handle: UnsafeMutableRawPointer

    /// Makes a handle; the library is initialised once in the life of the process.
    package init() throws(CurlProblem) {
        guard Self.library, let handle = curl_easy_init() else { throw CurlProblem() }
        self.handle = handle
    }

    deinit { curl_easy_cleanup(handle) }

    private static let library = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// Takes all options back and keeps the connections that are open.
    package func reset() { curl_easy_reset(handle) }

    /// Sets a number.
    package func set(_ option: CURLoption, _ value: Int) throws(CurlProblem) {
        try check(inzage_curl_set_number(handle, option, value))
    }

    /// Sets a text, or takes the option's default away; libcurl copies it.
    package func set(_ option: CURLoption, _ value: String?) throws(CurlProblem) {
        try check(inzage_curl_set_text(handle, option, value))
    }

    /// Sets how many bytes there are of something.
    package func set(_ option: CURLoption, size: Int) throws(CurlProblem) {
        try check(inzage_curl_set_size(handle, option, curl_off_t(size)))
    }

    /// Sets the bytes that are posted; libcurl copies them.
    package func set(body: [UInt8]) throws(CurlProblem) {
        try set(CURLOPT_POSTFIELDSIZE_LARGE, size: body.count)
        let code = body.withUnsafeBytes {
            inzage_curl_set_context(handle, CURLOPT_COPYPOSTFIELDS, .init(mutating: $0.baseAddress))
        }
        try check(code)
    }

    /// Sets a function that takes or gives bytes, and what it is called with.
    package func set(
        _ option: CURLoption,
        _ callback: inzage_curl_bytes_callback,
        _ contextOption: CURLoption,
        _ context: UnsafeMutableRawPointer?
    ) throws(CurlProblem) {
        try check(inzage_curl_set_bytes_callback(handle, option, callback))
        try check(inzage_curl_set_context(handle, contextOption, context))
    }

    /// Sets the function that is asked whether to go on.
    package func set(
        progress callback: curl_xferinfo_callback,
        _ context: UnsafeMutableRawPointer?
    ) throws(CurlProblem) {
        try check(inzage_curl_set_progress(handle, callback))
        try check(inzage_curl_set_context(handle, CURLOPT_XFERINFODATA, context))
        try set(CURLOPT_NOPROGRESS, 0)
    }

    /// Runs the transfer to its end with the lines of one list, such as recipients or headers; it blocks.
    package func perform(_ option: CURLoption, _ lines: [String]) throws(CurlProblem) -> CURLcode {
        var list: UnsafeMutablePointer<curl_slist>?
        defer { curl_slist_free_all(list) }
        for line in lines {
            guard let longer = curl_slist_append(list, line) else { throw CurlProblem() }
            list = longer
        }
        try check(inzage_curl_set_list(handle, option, list))
        defer { _ = inzage_curl_set_list(handle, option, nil) }
        return curl_easy_perform(handle)
    }

    /// Runs the transfer to its end, or only connects where that is set; it blocks.
    package func perform() -> CURLcode { curl_easy_perform(handle) }

    /// Sends bytes over a connection that was only made, and says how many went.
    package func send(_ bytes: UnsafeRawBufferPointer) -> (code: CURLcode, count: Int) {
        var count = 0
        let code = curl_easy_send(handle, bytes.baseAddress, bytes.count, &count)
        return (code, count)
    }

    /// Takes the bytes that came over a connection that was only made; none are the end.
    package func receive(into memory: UnsafeMutableRawBufferPointer) -> (code: CURLcode, count: Int) {
        var count = 0
        let code = curl_easy_recv(handle, memory.baseAddress, memory.count, &count)
        return (code, count)
    }

    /// The socket of a connection that was only made, to wait at.
    package var socket: Int32? {
        var socket = curl_socket_t()
        return inzage_curl_get_socket(handle, &socket) == CURLE_OK && socket >= 0 ? socket : nil
    }

    /// How long a server that takes no more asks to wait, in seconds; 0 where it does not say.
    package var retryAfter: Int {
        var seconds = curl_off_t()
        return inzage_curl_get_size(handle, CURLINFO_RETRY_AFTER, &seconds) == CURLE_OK ? Int(seconds) : 0
    }

    private func check(_ code: CURLcode) throws(CurlProblem) {
        guard code == CURLE_OK else { throw CurlProblem() }
    }
}
