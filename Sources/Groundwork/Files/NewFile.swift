import Foundation

/// A file that is written under another name beside its own, and takes that once it is whole and on the disk.
///
/// Only its owner may read it. What is not kept is removed again.
package struct NewFile: ~Copyable {
    /// Why a file could not be made.
    package enum Problem: Error, Equatable {
        /// Something has its name already.
        case exists
        /// The operating system refused, with its number for the reason.
        case refused(Int32)
    }

    private let descriptor: Int32
    private let path: String
    private let draft: String
    private var isKept = false

    /// Begins a file; its folder must be there.
    package init(at path: String) throws(Problem) {
        let name = "\(path).\(ReadableAlphabet.text(SecretBytes.random(8))).part"
        let opened = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard opened >= 0 else { throw .refused(errno) }
        (descriptor, draft, self.path) = (opened, name, path)
    }

    /// Writes the next bytes.
    package func append(_ bytes: [UInt8]) throws(Problem) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .refused(errno) }
            written += count
        }
    }

    /// Brings the file to the disk and gives it its name.
    package mutating func keep(replacing: Bool) throws(Problem) {
        // The umask can only take away; this gives the owner's bits back.
        guard fchmod(descriptor, 0o600) == 0, fsync(descriptor) == 0 else { throw .refused(errno) }
        if replacing {
            guard rename(draft, path) == 0 else { throw .refused(errno) }
            isKept = true
        } else {
            try nameWhereNoneIs()
        }
        try Self.bringToDisk(folderOf: path)
    }

    /// A link is never made over a file that is there, and what has no links, such as a stick, is asked before.
    private mutating func nameWhereNoneIs() throws(Problem) {
        if link(draft, path) == 0 { return }
        guard errno != EEXIST else { throw .exists }
        guard [EPERM, EOPNOTSUPP, ENOSYS].contains(errno) else { throw .refused(errno) }
        guard access(path, F_OK) != 0 else { throw .exists }
        guard rename(draft, path) == 0 else { throw .refused(errno) }
        isKept = true
    }

    /// Brings the entries of a file's folder to the disk.
    package static func bringToDisk(folderOf path: String) throws(Problem) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .refused(errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .refused(errno) }
    }

    deinit {
        close(descriptor)
        if !isKept { unlink(draft) }
    }
}
