import CCurl

/// One transfer of libcurl, owned: dropped is cleaned up.
struct CurlHandle: ~Copyable {
    private let handle: UnsafeMutableRawPointer

    /// Makes a handle; the library is initialised once in the life of the process.
    init() throws(MailFailure) {
        guard Self.library, let handle = curl_easy_init() else { throw Self.outOfOrder }
        self.handle = handle
    }

    deinit { curl_easy_cleanup(handle) }

    private static let library = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    private static var outOfOrder: MailFailure {
        MailFailure(.unexpected, "the mail library cannot be set up", hint: "see whether there is memory left")
    }

    /// Sets a number.
    func set(_ option: CURLoption, _ value: Int) throws(MailFailure) {
        try check(inzage_curl_set_number(handle, option, value))
    }

    /// Sets a text, or takes the option's default away; libcurl copies it.
    func set(_ option: CURLoption, _ value: String?) throws(MailFailure) {
        try check(inzage_curl_set_text(handle, option, value))
    }

    /// Sets how many bytes will be sent.
    func set(size: Int) throws(MailFailure) {
        try check(inzage_curl_set_size(handle, CURLOPT_INFILESIZE_LARGE, curl_off_t(size)))
    }

    /// Sets a function that takes or gives bytes, and what it is called with.
    func set(
        _ option: CURLoption,
        _ callback: inzage_curl_bytes_callback,
        _ contextOption: CURLoption,
        _ context: UnsafeMutableRawPointer?
    ) throws(MailFailure) {
        try check(inzage_curl_set_bytes_callback(handle, option, callback))
        try check(inzage_curl_set_context(handle, contextOption, context))
    }

    /// Sets the function that is asked whether to go on.
    func set(
        progress callback: curl_xferinfo_callback,
        _ context: UnsafeMutableRawPointer?
    ) throws(MailFailure) {
        try check(inzage_curl_set_progress(handle, callback))
        try check(inzage_curl_set_context(handle, CURLOPT_XFERINFODATA, context))
        try set(CURLOPT_NOPROGRESS, 0)
    }

    /// Runs the transfer to its end with exactly one recipient; it blocks.
    func perform(recipient: String) throws(MailFailure) -> CURLcode {
        guard let list = curl_slist_append(nil, recipient) else { throw Self.outOfOrder }
        defer { curl_slist_free_all(list) }
        try check(inzage_curl_set_list(handle, CURLOPT_MAIL_RCPT, list))
        defer { _ = inzage_curl_set_list(handle, CURLOPT_MAIL_RCPT, nil) }
        return curl_easy_perform(handle)
    }

    private func check(_ code: CURLcode) throws(MailFailure) {
        guard code == CURLE_OK else { throw Self.outOfOrder }
    }
}
