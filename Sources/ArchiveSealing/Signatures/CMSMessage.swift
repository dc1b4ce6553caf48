import COpenSSL

/// A message of the Cryptographic Message Syntax (RFC 5652).
@safe struct CMSMessage: ~Copyable {
    private let message: OpaquePointer

    /// Takes a message that OpenSSL has made, or fails where it has made none.
    @unsafe init(owning message: OpaquePointer?, _ what: String) throws(ArchiveError) {
        guard let message = unsafe message else { throw .cryptography(what) }
        unsafe self.message = unsafe message
    }

    /// Reads a message in DER or BER that ends where its memory ends.
    @unsafe init?(parsing bytes: UnsafeRawBufferPointer) {
        var next = unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self)
        let end = unsafe next.map { unsafe $0 + bytes.count }
        guard let message = unsafe d2i_CMS_ContentInfo(nil, &next, bytes.count) else {
            ERR_clear_error()
            return nil
        }
        guard unsafe next == end else {
            unsafe CMS_ContentInfo_free(message)
            return nil
        }
        unsafe self.message = unsafe message
    }

    /// OpenSSL's own message, which must not outlive this one.
    @unsafe var handle: OpaquePointer { unsafe message }

    /// OpenSSL's number for what sort of message it is.
    var type: Int32 { unsafe OBJ_obj2nid(CMS_get0_type(message)) }

    /// The message's one signer, or nil when there is none or another one too.
    @unsafe var onlySigner: OpaquePointer? {
        let signers = unsafe CMS_get0_SignerInfos(message)
        guard unsafe OPENSSL_sk_num(signers) == 1 else { return nil }
        return unsafe OPENSSL_sk_value(signers, 0).map { OpaquePointer($0) }
    }

    /// The message in DER.
    func encoded() throws(ArchiveError) -> [UInt8] {
        let stream = try MemoryStream()
        guard unsafe i2d_CMS_bio(stream.handle, message) == 1 else { throw .cryptography("write a message") }
        return stream.bytes
    }

    deinit { unsafe CMS_ContentInfo_free(message) }
}
