package import ExporterKit
import Glibc

/// A regular file that is open for reading.
package struct OpenFile: ~Copyable {
    package let descriptor: Int32
    /// How many bytes it had when it was opened.
    package let size: Int

    fileprivate init(descriptor: Int32, size: Int) {
        self.descriptor = descriptor
        self.size = size
    }

    /// Reads into memory and says how many bytes came; 0 is the end.
    package func read(into memory: UnsafeMutableRawBufferPointer) throws(SourceFailure) -> Int {
        while true {
            let count = Glibc.read(descriptor, memory.baseAddress, memory.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw Self.broken }
        }
    }

    /// Reads what stands from a place on, and says how many bytes came: fewer than there is room for at the file's end.
    package func read(into memory: UnsafeMutableRawBufferPointer, at start: Int) throws(SourceFailure) -> Int {
        var done = 0
        while done < memory.count {
            let rest = UnsafeMutableRawBufferPointer(rebasing: memory[done...])
            let count = pread(descriptor, rest.baseAddress, rest.count, start + done)
            if count == 0 { break }
            if count > 0 { done += count } else if errno != EINTR { throw Self.broken }
        }
        return done
    }

    private static var broken: SourceFailure {
        SourceFailure(.unreachable, "a file could not be read to its end", retryable: true)
    }

    deinit { close(descriptor) }
}

/// A folder that is open; what lies in it is opened by name, one component at a time, and links are not followed.
package struct OpenFolder: ~Copyable {
    private let descriptor: Int32

    private init(descriptor: Int32) { self.descriptor = descriptor }

    /// Opens the folder at which a connection points; the path to it is the administrator's and may hold links.
    package init(connection path: String) throws(SourceFailure) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw SourceFailure(
                .unreachable,
                "the folder of the connection cannot be opened",
                hint: "check `connection` in exporter.yaml"
            )
        }
        self.init(descriptor: descriptor)
    }

    /// What sort of thing a name stands for.
    package enum Sort {
        case file, folder, other
    }

    /// What a name in this folder stands for, or nil if nothing has that name.
    package func sort(of name: [UInt8]) throws(SourceFailure) -> Sort? {
        var status = stat()
        guard fstatat(descriptor, Self.path(name), &status, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT { return nil }
            throw Self.unreadable
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .other
        }
    }

    /// Opens a folder in this one.
    package func folder(_ name: [UInt8]) throws(SourceFailure) -> OpenFolder {
        let opened = openat(descriptor, Self.path(name), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard opened >= 0 else {
            throw errno == ELOOP || errno == ENOTDIR ? Self.notRegular : Self.unreadable
        }
        return OpenFolder(descriptor: opened)
    }

    /// Opens a regular file in this folder.
    package func file(_ name: [UInt8]) throws(SourceFailure) -> OpenFile {
        // Looked at first, because opening a device may already do something; and again when it is open.
        guard try sort(of: name) == .file else { throw Self.notRegular }
        let opened = openat(descriptor, Self.path(name), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard opened >= 0 else { throw errno == ELOOP ? Self.notRegular : Self.unreadable }
        var status = stat()
        guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(opened)
            throw Self.notRegular
        }
        return OpenFile(descriptor: opened, size: Int(status.st_size))
    }

    /// The names in this folder, sorted by their bytes.
    package func names() throws(SourceFailure) -> [[UInt8]] {
        let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0, let stream = fdopendir(copy) else { throw Self.unreadable }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        errno = 0
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
                tuple.withMemoryRebound(to: UInt8.self, capacity: 256) { Array($0.prefix256) }
            }
            if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw Self.unreadable }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    deinit { close(descriptor) }

    private static func path(_ name: [UInt8]) -> [CChar] { name.map { CChar(bitPattern: $0) } + [0] }

    private static var notRegular: SourceFailure {
        SourceFailure(
            .notARegularFile,
            "a link or a device stands where a file or a folder is expected",
            hint: "put the file itself there; links are not followed"
        )
    }

    private static var unreadable: SourceFailure {
        SourceFailure(.unreachable, "a file or a folder cannot be opened", hint: "check its permissions")
    }
}

extension UnsafePointer<UInt8> {
    /// The bytes up to the zero that ends a name in a folder.
    fileprivate var prefix256: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: self, count: strlen(self)) }

    private func strlen(_ start: UnsafePointer<UInt8>) -> Int {
        var length = 0
        while length < 256, start[length] != 0 { length += 1 }
        return length
    }
}
