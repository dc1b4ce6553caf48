import CCurl
import Glibc

/// Domain names with letters beyond ASCII, as the envelope carries them.
enum InternationalDomain {
    /// The address with its domain in A-labels, for a server without `SMTPUTF8`.
    static func withALabels(_ address: MailAddress) throws(MailFailure) -> String {
        guard address.localPart.allSatisfy({ $0 < 0x80 }) else { throw notCarried }
        return String(decoding: address.localPart, as: UTF8.self) + "@" + (try aLabels(of: address.domain))
    }

    /// The A-labels of a domain (IDNA 2008 by libidn2, through libcurl).
    ///
    /// A name whose mapping is no plain name with as many labels is refused: a look-alike of a dot or of an `@` must
    /// not make another domain of it.
    static func aLabels(of domain: ArraySlice<UInt8>) throws(MailFailure) -> String {
        guard domain.contains(where: { $0 >= 0x80 }) else { return String(decoding: domain, as: UTF8.self) }
        let dots: (String.UTF8View) -> Int = { text in text.count { $0 == UInt8(ascii: ".") } }
        let name = String(decoding: domain, as: UTF8.self)
        guard let converted = withUTF8Locale({ convert(name) }), AddressRules.isPlainDomain(converted.utf8),
            dots(converted.utf8) == dots(name.utf8)
        else { throw notCarried }
        return converted
    }

    /// Runs the body with UTF-8 as the thread's locale: libcurl hands names to libidn2 in the locale's encoding, and
    /// a Swift program is in the "C" locale, where every such name is refused.
    static func withUTF8Locale<Result>(_ body: () -> Result) -> Result {
        guard let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil) else { return body() }
        defer { freelocale(locale) }
        let previous = uselocale(locale)
        defer { uselocale(previous) }
        return body()
    }

    private static func convert(_ name: String) -> String? {
        guard let url = curl_url() else { return nil }
        defer { curl_url_cleanup(url) }
        guard curl_url_set(url, CURLUPART_SCHEME, "smtp", 0) == CURLUE_OK,
            curl_url_set(url, CURLUPART_HOST, name, 0) == CURLUE_OK
        else { return nil }
        var host: UnsafeMutablePointer<CChar>?
        let code = curl_url_get(url, CURLUPART_HOST, &host, UInt32(CURLU_PUNYCODE))
        guard code == CURLUE_OK, let host else { return nil }
        defer { curl_free(host) }
        return String(cString: host)
    }

    private static var notCarried: MailFailure {
        MailFailure(
            .addressNotCarried,
            "the address has letters that this mail server cannot carry",
            hint: "use a server with SMTPUTF8, or deliver by another way"
        )
    }
}
