#pragma once
#include <curl/curl.h>

// Only what Swift cannot call: curl_easy_setopt and curl_easy_getinfo are variadic (and macros around that), so
// there is one function for each C type that an option of ours takes. Passing the wrong C type through a variadic
// call is undefined behaviour; these make it a compile error.

// Options that take a number (timeouts, switches). The type is `long`, which Swift's Int would not be everywhere.
static inline CURLcode inzage_curl_set_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

// Options that take a size (CURLOPT_INFILESIZE_LARGE, CURLOPT_POSTFIELDSIZE_LARGE): curl_off_t, not long.
static inline CURLcode inzage_curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

// Options that take text, which libcurl copies; NULL takes an option's default away (CURLOPT_CAPATH).
static inline CURLcode inzage_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

// Options that take a list (CURLOPT_MAIL_RCPT, CURLOPT_HTTPHEADER), which libcurl does not copy: it must outlive the transfer.
static inline CURLcode inzage_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

// The pointer that a callback gets (CURLOPT_READDATA, CURLOPT_HEADERDATA, CURLOPT_XFERINFODATA), or the bytes that
// libcurl copies (CURLOPT_COPYPOSTFIELDS).
static inline CURLcode inzage_curl_set_context(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

// Callbacks that move bytes (CURLOPT_READFUNCTION, CURLOPT_HEADERFUNCTION, CURLOPT_WRITEFUNCTION) have one C type.
typedef size_t (*inzage_curl_bytes_callback)(char *bytes, size_t size, size_t count, void *context);
static inline CURLcode inzage_curl_set_bytes_callback(
    CURL *handle, CURLoption option, inzage_curl_bytes_callback callback
) {
    return curl_easy_setopt(handle, option, callback);
}

// The callback that is asked now and then whether to go on (CURLOPT_XFERINFOFUNCTION).
static inline CURLcode inzage_curl_set_progress(CURL *handle, curl_xferinfo_callback callback) {
    return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, callback);
}

// What is known of a transfer that ended (CURLINFO_RETRY_AFTER): curl_off_t.
static inline CURLcode inzage_curl_get_size(CURL *handle, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(handle, info, value);
}

// The socket of a transfer that stays open (CURLINFO_ACTIVESOCKET): curl_socket_t.
static inline CURLcode inzage_curl_get_socket(CURL *handle, curl_socket_t *value) {
    return curl_easy_getinfo(handle, CURLINFO_ACTIVESOCKET, value);
}
