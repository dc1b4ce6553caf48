import COpenSSL

/// SHA-256 over bytes as they come.
///
/// Unchecked because of the pointer alone, which has this one owner.
@safe struct ContentDigest: ~Copyable, @unchecked Sendable {
    private let context: OpaquePointer

    /// Starts a digest.
    init() throws(ArchiveError) {
        guard let context = unsafe EVP_MD_CTX_new() else { throw .cryptography("make a digest") }
        guard unsafe EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            unsafe EVP_MD_CTX_free(context)
            throw .cryptography("set up SHA-256")
        }
        unsafe self.context = unsafe context
    }

    /// Takes the next bytes.
    @unsafe mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) throws(ArchiveError) {
        guard unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else {
            throw .cryptography("compute a digest")
        }
    }

    /// The digest in lower-case hexadecimal.
    consuming func finish() throws(ArchiveError) -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        guard unsafe EVP_DigestFinal_ex(context, &digest, &length) == 1, Int(length) == digest.count else {
            throw .cryptography("finish a digest")
        }
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    deinit { unsafe EVP_MD_CTX_free(context) }
}
