package import Foundation

/// A regular file, read whole up to a limit.
package struct RegularFile {
    /// Why a file could not be read.
    package enum Problem: Error {
        /// It is not there.
        case missing
        /// It is a symbolic link, and links were not to be followed.
        case link
        /// It is a folder, a device or a pipe.
        case notRegular
        /// It has more bytes than the limit.
        case tooLarge
        /// The operating system refused, with its number for the reason.
        case refused(Int32)
    }

    package let bytes: [UInt8]
    /// The permission bits.
    package let mode: mode_t
    package let owner: uid_t

    /// Reads a file; what is judged is what was opened, so that nobody can swap it in between.
    package init(at path: String, limit: Int, followingLinks: Bool) throws(Problem) {
        // A pipe in the file's place would otherwise block for ever.
        let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLinks ? 0 : O_NOFOLLOW)
        let descriptor = open(path, flags)
        guard descriptor >= 0 else { throw Self.problem(errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .refused(errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
        mode = status.st_mode & 0o7777
        owner = status.st_uid
        bytes = try Self.content(of: descriptor, expecting: Int(status.st_size), limit: limit)
    }

    /// Reads to the end; a file may have grown since it was opened, so its size is only where the reading begins.
    private static func content(of descriptor: Int32, expecting size: Int, limit: Int) throws(Problem) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: min(max(size, 0), limit) + 1)
        var count = 0
        while true {
            let got = bytes.withUnsafeMutableBytes {
                read(descriptor, $0.baseAddress?.advanced(by: count), $0.count - count)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw .refused(errno) }
            if got == 0 { break }
            count += got
            guard count <= limit else { throw .tooLarge }
            if count == bytes.count { bytes += [UInt8](repeating: 0, count: min(count, limit + 1 - count)) }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    private static func problem(_ number: Int32) -> Problem {
        switch number {
        case ENOENT, ENOTDIR: .missing
        case ELOOP: .link
        default: .refused(number)
        }
    }
}

/// The operating system's sentence for one of its numbers.
package func sentence(for number: Int32) -> String { String(cString: strerror(number)).lowercased() }
