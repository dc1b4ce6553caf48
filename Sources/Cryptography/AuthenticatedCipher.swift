import COpenSSL
import Groundwork

/// What was sealed cannot be opened: it was changed, belongs elsewhere, or was sealed under another key.
package struct NotAuthentic: Error, Sendable {}

/// AES-256-GCM (NIST SP 800-38D) with a random nonce of 12 bytes.
///
/// What is sealed is the nonce, the ciphertext and the tag of 16 bytes, in this order.
package enum AuthenticatedCipher {
    private static let nonceSize = 12
    private static let tagSize = 16

    /// Seals bytes; the context is bound to them and not written.
    package static func seal(_ plain: [UInt8], key: SecretKey, context: [UInt8]) -> [UInt8] {
        let nonce = SecretBytes.random(nonceSize)
        let cipher = GCM()
        cipher.begin(key, nonce, isSealing: true)
        cipher.bind(context)
        var sealed = nonce + cipher.transform(plain[...])
        let isDone = cipher.finish()
        precondition(isDone, "OpenSSL ends no encryption")
        sealed += cipher.tag(tagSize)
        return sealed
    }

    /// Opens what ``seal(_:key:context:)`` sealed.
    package static func open(_ sealed: [UInt8], key: SecretKey, context: [UInt8]) throws(NotAuthentic) -> [UInt8] {
        guard sealed.count >= nonceSize + tagSize else { throw NotAuthentic() }
        let cipher = GCM()
        cipher.begin(key, Array(sealed.prefix(nonceSize)), isSealing: false)
        cipher.bind(context)
        let plain = cipher.transform(sealed[nonceSize..<(sealed.count - tagSize)])
        cipher.expect(tag: Array(sealed.suffix(tagSize)))
        // Nothing of what was decrypted leaves before the tag is found right.
        guard cipher.finish() else { throw NotAuthentic() }
        return plain
    }
}

/// OpenSSL's cipher, for one text.
@safe private struct GCM: ~Copyable {
    private let context: OpaquePointer

    init() {
        guard let context = unsafe EVP_CIPHER_CTX_new() else { fatalError("OpenSSL has no memory for a cipher") }
        unsafe self.context = unsafe context
    }

    package func begin(_ key: SecretKey, _ nonce: [UInt8], isSealing: Bool) {
        let isBegun = unsafe EVP_CipherInit_ex(context, EVP_aes_256_gcm(), nil, key.bytes, nonce, isSealing ? 1 : 0)
        precondition(isBegun == 1, "OpenSSL has no AES-256-GCM")
    }

    func bind(_ bytes: [UInt8]) {
        var length: Int32 = 0
        let isBound = unsafe EVP_CipherUpdate(context, nil, &length, bytes, Int32(bytes.count))
        precondition(isBound == 1, "OpenSSL binds no context")
    }

    func transform(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: bytes.count)
        guard !bytes.isEmpty else { return output }
        var length: Int32 = 0
        let isDone = unsafe bytes.withUnsafeBufferPointer {
            unsafe EVP_CipherUpdate(context, &output, &length, $0.baseAddress, Int32($0.count))
        }
        precondition(isDone == 1 && Int(length) == output.count, "OpenSSL transforms nothing")
        return output
    }

    /// Ends the text; false where the tag that was expected is not its own.
    func finish() -> Bool {
        var rest = [UInt8](repeating: 0, count: 16)
        var length: Int32 = 0
        return unsafe EVP_CipherFinal_ex(context, &rest, &length) == 1
    }

    func tag(_ count: Int) -> [UInt8] {
        var tag = [UInt8](repeating: 0, count: count)
        let isTold = unsafe EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(count), &tag)
        precondition(isTold == 1, "OpenSSL tells no tag")
        return tag
    }

    func expect(tag: [UInt8]) {
        var tag = tag
        let isSet = unsafe EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count), &tag)
        precondition(isSet == 1, "OpenSSL takes no tag")
    }

    deinit { unsafe EVP_CIPHER_CTX_free(context) }
}
