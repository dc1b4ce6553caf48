import Foundation

/// Hands mails over as files `NAME.eml` in a folder, for trying out and for a mail system that collects them.
///
/// A mail is whole before it gets its name: it is written to `.NAME.part`, forced to disk, and then renamed. Handing
/// the same message over again gives the same file.
public struct FolderPostbox: Postbox {
    private let folder: String
    private let sizeLimit: Int

    /// Makes a postbox for a folder that exists, which takes messages of at most so many bytes as they travel.
    public init(folder: String, sizeLimit: Int = .max) {
        self.folder = folder
        self.sizeLimit = sizeLimit
    }

    /// Writes one message.
    @concurrent
    public func hand(over message: MailMessage) async throws(MailFailure) -> HandedOver {
        var encoded = try EncodedMessage(message)
        guard encoded.size <= sizeLimit else { throw .tooLarge }
        let path = "\(folder)/\(message.name).eml"
        var file = try PartFile(path: "\(folder)/.\(message.name).part")
        while let piece = try encoded.next() {
            try file.write(piece)
            if Task.isCancelled { throw MailFailure(.cancelled, "the delivery was cancelled") }
        }
        try file.finish(as: path, in: folder)
        return HandedOver(path: path)
    }
}

/// A file that is being written; dropped before it is finished, it is gone.
private struct PartFile: ~Copyable {
    private let file: Int32
    private let path: String
    private var hasItsName = false

    /// Creates the file, or takes over what a killed run left of it.
    init(path: String) throws(MailFailure) {
        let file = open(path, O_WRONLY | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .writing(errno) }
        do throws(MailFailure) {
            try Self.claim(file, at: path)
        } catch {
            close(file)
            throw error
        }
        self.file = file
        self.path = path
    }

    deinit {
        if !hasItsName { unlink(path) }
        close(file)
    }

    /// Locks the file, so that two runs never write one mail at once; the lock dies with its process.
    ///
    /// Whoever gets the lock on a file that has meanwhile been renamed has nothing to write to.
    private static func claim(_ file: Int32, at path: String) throws(MailFailure) {
        var here = stat()
        var there = stat()
        guard flock(file, LOCK_EX | LOCK_NB) == 0, fstat(file, &here) == 0, lstat(path, &there) == 0,
            here.st_ino == there.st_ino, here.st_mode & S_IFMT == S_IFREG
        else {
            throw MailFailure(.cannotWrite, "another run is writing this mail", hint: "it will be tried again")
        }
        guard fchmod(file, 0o600) == 0, ftruncate(file, 0) == 0 else { throw .writing(errno) }
    }

    func write(_ bytes: [UInt8]) throws(MailFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .writing(errno) }
            rest.removeFirst(count)
        }
    }

    mutating func finish(as name: String, in folder: String) throws(MailFailure) {
        guard fsync(file) == 0, rename(path, name) == 0 else { throw .writing(errno) }
        hasItsName = true
        let directory = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw .writing(errno) }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw .writing(errno) }
    }
}

extension MailFailure {
    /// What an error number of the disk means.
    fileprivate static func writing(_ number: Int32) -> MailFailure {
        if number == ENOSPC || number == EDQUOT {
            return MailFailure(.diskFull, "the disk of the outbox is full", hint: "make room; it will be tried again")
        }
        return MailFailure(
            .cannotWrite,
            "the outbox cannot be written to (error \(number))",
            hint: "see whether the folder exists and who may write there"
        )
    }
}
