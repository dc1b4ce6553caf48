import CMagic

/// libmagic with its database loaded; it belongs to one owner, because one cookie answers one question at a time.
@safe struct MagicCookie: ~Copyable {
    /// Debian's compiled database; without a path libmagic would look at `MAGIC` and into the home folder first.
    private static let database = "/usr/share/misc/magic.mgc"

    private let cookie: magic_t

    init() throws(MediaTypeError) { unsafe cookie = try Self.open() }

    private static func open() throws(MediaTypeError) -> magic_t {
        guard let cookie = unsafe magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS) else {
            throw MediaTypeError("libmagic could not be opened")
        }
        guard unsafe magic_load(cookie, Self.database) == 0 else {
            unsafe magic_close(cookie)
            throw MediaTypeError("libmagic's database \(Self.database) cannot be read")
        }
        return unsafe cookie
    }

    deinit { unsafe magic_close(cookie) }

    /// What libmagic calls the bytes, or nil where it gives up on them.
    borrowing func type(of bytes: [UInt8]) -> String? {
        let answer = unsafe bytes.withUnsafeBytes { unsafe magic_buffer(cookie, $0.baseAddress, $0.count) }
        return unsafe answer.map { unsafe String(cString: $0) }
    }
}
