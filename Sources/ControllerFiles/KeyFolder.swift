import Foundation
import Groundwork
import Policy

/// The files under `keys/`: what only their owner may read, and never by way of a link.
enum KeyFolder {
    private static let mending = "run `chmod 700 keys` and `chmod 600 keys/*`"

    /// Makes the folder where it is missing, for its owner alone.
    static func make(_ path: String) throws(ConfigurationError) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw unusable("made", path, errno) }
        try check(path)
    }

    /// Refuses a folder that is a link, or in which others could put another key in the key's place.
    static func check(_ path: String) throws(ConfigurationError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw errno == ENOENT ? missing : unusable("read", path, errno) }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw ConfigurationError(
                .keyNotAFile,
                "keys is a symbolic link or no folder",
                hint: "put the keys themselves in keys/"
            )
        }
        guard status.st_mode & 0o022 == 0, status.st_uid == geteuid() else {
            throw ConfigurationError(.keyExposed, "others may put files into keys", hint: mending)
        }
    }

    /// Reads a secret from a regular file of ours with mode 0600 or 0400.
    static func read(_ path: String, as what: String = "the register key") throws(ConfigurationError) -> [UInt8] {
        let file: RegularFile
        do throws(RegularFile.Problem) {
            file = try RegularFile(at: path, limit: 4096, followingLinks: false)
        } catch {
            throw failure(error, path, what)
        }
        guard file.owner == geteuid() else {
            throw ConfigurationError(
                .keyExposed,
                "\(what) belongs to another user",
                hint: "run Inzage as the file's owner, or change its owner"
            )
        }
        guard file.mode == 0o600 || file.mode == 0o400 else {
            throw ConfigurationError(
                .keyExposed,
                "\(what) has mode \(octal(file.mode)); only its owner may read it",
                hint: "run `chmod 600` on \(visible(path, limit: 4096))"
            )
        }
        return file.bytes
    }

    /// Writes a new file for its owner alone, down to the disk.
    static func write(
        _ bytes: [UInt8],
        to path: String,
        as what: String = "a register key",
        keptBecause reason: String = "keep it: without it nobody can open what it sealed"
    ) throws(ConfigurationError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let isThere = ConfigurationError(.keyExists, "there is \(what) already", hint: reason)
            throw errno == EEXIST ? isThere : unusable("written", path, errno)
        }
        defer { close(descriptor) }
        // The umask can only take away; this gives the owner's bits back.
        let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        guard count == bytes.count, fchmod(descriptor, 0o600) == 0, fsync(descriptor) == 0 else {
            let number = errno
            unlink(path)
            throw unusable("written", path, number)
        }
        try keep(folderOf: path)
    }

    /// Brings the folder's new entry to the disk: what the key seals must not outlive it.
    private static func keep(folderOf path: String) throws(ConfigurationError) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw unusable("read", folder, errno) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw unusable("written", folder, errno) }
    }

    /// Reads what is no secret, such as a certificate, from a regular file.
    static func readOpen(_ path: String, as what: String) throws(ConfigurationError) -> [UInt8] {
        do throws(RegularFile.Problem) {
            return try RegularFile(at: path, limit: 65_536, followingLinks: false).bytes
        } catch {
            throw failure(error, path, what)
        }
    }

    private static func failure(
        _ problem: RegularFile.Problem,
        _ path: String,
        _ what: String
    ) -> ConfigurationError {
        switch problem {
        case .missing:
            ConfigurationError(
                .keyMissing,
                "\(what) is not there",
                hint:
                    "put it back as \(visible(path, limit: 4096)); `inzage keys new` makes the register key of a new controller"
            )
        case .link, .notRegular:
            ConfigurationError(
                .keyNotAFile,
                "\(what) is a symbolic link or no regular file",
                hint: "put the file itself there"
            )
        case .tooLarge:
            ConfigurationError(.keyMalformed, "\(what) has too many bytes", hint: "put the right file back")
        case .refused(let number): unusable("read", path, number)
        }
    }

    private static var missing: ConfigurationError {
        ConfigurationError(
            .keyMissing,
            "there is no register key",
            hint: "put \(RegisterKey.path) back, or for a new controller run `inzage keys new`"
        )
    }

    private static func unusable(_ verb: String, _ path: String, _ number: Int32) -> ConfigurationError {
        ConfigurationError(
            .keyUnusable,
            "\(visible(path, limit: 4096)) could not be \(verb): \(sentence(for: number))",
            hint: "look at the folder's owner and mode"
        )
    }

    private static func octal(_ mode: mode_t) -> String {
        let digits = String(mode, radix: 8)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
