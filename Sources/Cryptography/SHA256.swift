import COpenSSL

/// SHA-256 (FIPS 180-4).
package enum SHA256 {
    /// The 32 bytes of the digest.
    package static func digest(of bytes: some Sequence<UInt8>) -> [UInt8] {
        var digest = RunningSHA256()
        if bytes.withContiguousStorageIfAvailable({ unsafe digest.update($0) }) == nil {
            digest.update(Array(bytes))
        }
        return digest.finish()
    }

    /// Fetched once, because OpenSSL looks an algorithm up by its name each time that it is asked for.
    fileprivate static let algorithm = Algorithm()
}

/// SHA-256 over bytes as they come.
///
/// Unchecked because of the pointer alone, which has this one owner.
@safe package struct RunningSHA256: ~Copyable, @unchecked Sendable {
    private let context: OpaquePointer

    /// Starts a digest; what can fail is memory alone.
    package init() {
        guard let context = unsafe EVP_MD_CTX_new(),
            unsafe EVP_DigestInit_ex(context, SHA256.algorithm.pointer, nil) == 1
        else { fatalError("OpenSSL has no memory for a digest") }
        unsafe self.context = unsafe context
    }

    /// Takes the next bytes.
    @unsafe package mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
        let isTaken = unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
        precondition(isTaken, "OpenSSL computes no digest")
    }

    /// Takes the next bytes.
    package mutating func update(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBufferPointer { unsafe update($0) }
    }

    /// The 32 bytes of the digest.
    package consuming func finish() -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 0
        let isDone = unsafe EVP_DigestFinal_ex(context, &digest, &length) == 1 && Int(length) == digest.count
        precondition(isDone, "OpenSSL ends no digest")
        return digest
    }

    deinit { unsafe EVP_MD_CTX_free(context) }
}

/// An algorithm that lives as long as the process.
///
/// Unchecked because OpenSSL counts who uses it with atomics, and nothing here changes or frees it.
@safe private final class Algorithm: @unchecked Sendable {
    let pointer: OpaquePointer

    init() {
        guard let pointer = unsafe EVP_MD_fetch(nil, "SHA256", nil) else { fatalError("OpenSSL has no SHA-256") }
        unsafe self.pointer = unsafe pointer
    }
}
