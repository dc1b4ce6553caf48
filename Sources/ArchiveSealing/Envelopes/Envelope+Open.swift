import COpenSSL
import Glibc

extension Envelope {
    /// Opens an envelope with a private key in PEM, and puts its content into a new file that only its owner may read.
    ///
    /// The file is there only if the whole content was authentic. The envelope is mapped and its content held in
    /// memory, as OpenSSL does it; who receives has the room.
    public static func open(_ path: String, key: [UInt8], into target: String) throws(ArchiveError) {
        let key = try PrivateKey(parsing: key)
        let mapping = try FileMapping(of: path)
        guard let message = unsafe CMSMessage(parsing: mapping.bytes),
            message.type == NID_id_smime_ct_authEnvelopedData
        else { throw ArchiveError(.damaged, "\(path) is no whole envelope of the kind that authenticates its content") }
        let descriptor = unsafe Glibc.open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .lastSystem(.cannotCreate, "cannot create \(target)") }
        defer { close(descriptor) }
        do throws(ArchiveError) {
            try decrypt(message, key, into: descriptor)
        } catch {
            unsafe unlink(target)
            throw error
        }
    }

    private static func decrypt(
        _ message: borrowing CMSMessage,
        _ key: borrowing PrivateKey,
        into descriptor: Int32
    ) throws(ArchiveError) {
        guard let file = unsafe BIO_new_fd(descriptor, BIO_NOCLOSE) else { throw .cryptography("make a stream") }
        defer { unsafe BIO_free(file) }
        errno = 0
        guard unsafe CMS_decrypt(message.handle, key.handle, nil, nil, file, UInt32(CMS_BINARY)) == 1 else {
            let number = errno
            ERR_clear_error()
            if [ENOSPC, EDQUOT, EFBIG].contains(number) {
                throw .system(.cannotWrite, "cannot write the content", number: number)
            }
            throw ArchiveError(
                .damaged,
                "the envelope was changed, or it is sealed to another key",
                hint: "take the private key of the certificate that it was sealed to"
            )
        }
    }
}

/// A file as memory.
@safe struct FileMapping: ~Copyable {
    private let memory: UnsafeRawBufferPointer

    /// Maps a regular file that has content.
    init(of path: String) throws(ArchiveError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .lastSystem(.cannotOpen, "cannot open \(path)") }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else {
            throw ArchiveError(.damaged, "\(path) is no file, or it is empty")
        }
        let start = unsafe mmap(nil, Int(status.st_size), PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let start = unsafe start, unsafe start != MAP_FAILED else {
            throw .lastSystem(.cannotRead, "cannot read \(path)")
        }
        unsafe memory = unsafe UnsafeRawBufferPointer(start: start, count: Int(status.st_size))
    }

    /// The bytes, which must not outlive the mapping.
    @unsafe var bytes: UnsafeRawBufferPointer { unsafe memory }

    deinit { unsafe munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count) }
}
