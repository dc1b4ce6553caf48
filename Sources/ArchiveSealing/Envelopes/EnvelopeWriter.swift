import COpenSSL
import Glibc

/// A CMS envelope (AuthEnvelopedData, RFC 5083, with AES-256-GCM) being written to a file as its content comes.
@safe struct EnvelopeWriter: ~Copyable {
    private let message: CMSMessage
    /// What is written here is encrypted and framed on its way to the file, whose stream is its end.
    private let chain: OpaquePointer

    /// Begins an envelope in a file that is open for writing and stays the caller's.
    init(to recipient: RecipientCertificate, in descriptor: Int32) throws(ArchiveError) {
        let message = try unsafe CMSMessage(
            owning: CMS_AuthEnvelopedData_create(EVP_aes_256_gcm()),
            "begin an envelope"
        )
        try Self.add(recipient, to: message)
        guard let file = unsafe BIO_new_fd(descriptor, BIO_NOCLOSE) else { throw .cryptography("make a stream") }
        guard let chain = unsafe BIO_new_CMS(file, message.handle) else {
            unsafe BIO_free(file)
            throw .cryptography("begin an envelope")
        }
        self.message = message
        unsafe self.chain = unsafe chain
    }

    private static func add(
        _ recipient: RecipientCertificate,
        to message: borrowing CMSMessage
    ) throws(ArchiveError) {
        let list = try CertificateList.parsing(Array(recipient.pem.utf8))
        let flags = UInt32(CMS_KEY_PARAM)
        guard let info = unsafe CMS_add1_recipient_cert(message.handle, list[0], flags),
            let context = unsafe CMS_RecipientInfo_get0_pkey_ctx(info)
        else { throw .cryptography("seal to this certificate") }
        // OpenSSL's own choices are PKCS #1 v1.5 and SHA-1.
        let isSet =
            if unsafe CMS_RecipientInfo_type(info) == CMS_RECIPINFO_AGREE {
                unsafe EVP_PKEY_CTX_set_ecdh_kdf_md(context, EVP_sha256()) == 1
            } else {
                unsafe EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) == 1
                    && EVP_PKEY_CTX_set_rsa_oaep_md(context, EVP_sha256()) == 1
            }
        guard isSet else { throw .cryptography("seal to this certificate") }
    }

    /// Takes the next bytes of the content.
    @unsafe mutating func write(_ bytes: UnsafeBufferPointer<UInt8>) throws(ArchiveError) {
        guard !bytes.isEmpty else { return }
        errno = 0
        guard unsafe BIO_write(chain, bytes.baseAddress, Int32(bytes.count)) == bytes.count else { throw Self.failed() }
    }

    /// Writes what is left, and the code that authenticates all of it.
    consuming func finish() throws(ArchiveError) {
        errno = 0
        guard unsafe BIO_ctrl(chain, BIO_CTRL_FLUSH, 0, nil) == 1 else { throw Self.failed() }
    }

    private static func failed() -> ArchiveError {
        let number = errno
        guard number != 0 else { return .cryptography("write an envelope") }
        ERR_clear_error()
        return .system(.cannotWrite, "cannot write an envelope", number: number)
    }

    deinit { unsafe BIO_free_all(chain) }
}
