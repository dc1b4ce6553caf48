import DriverParts
package import ExporterKit
import Glibc

/// Mails in files: a Maildir, an mbox, or a folder of those and of `.eml` files, with the folders in it.
package struct FolderStore: MailStore {
    /// The folder from which names lead on.
    let folder: String
    /// The one file that the connection names, where it is no folder.
    let file: [UInt8]?
    /// What the place itself is called.
    let label: [UInt8]
    private let limits: MailLimits

    package init(_ system: SystemDescription, _ limits: MailLimits) {
        let path = system.connectionPath
        let parts = path.utf8.split(separator: UInt8(ascii: "/")).map { Array($0) }
        let last = parts.last { $0 != [UInt8(ascii: ".")] } ?? []
        var status = stat()
        let isFile = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        let cut = path.lastIndex(of: "/") ?? path.startIndex
        self.limits = limits
        file = isFile ? last : nil
        folder = isFile ? (cut > path.startIndex ? String(path[..<cut]) : "/") : path
        label = isFile ? MailFileName.withoutEnding(last) : last
    }

    package func header(of place: MailPlace) throws -> [UInt8] {
        try withFile(place) { file, range in
            var taken = 16 << 10
            while true {
                let bytes = try Self.bytes(of: file, range.prefix(taken))
                if let end = MailHeader.end(in: bytes) {
                    guard end <= limits.header else { throw MailFault.headerTooLarge }
                    return Array(bytes[..<end])
                }
                guard bytes.count < range.count else { return bytes }
                guard taken <= limits.header else { throw MailFault.headerTooLarge }
                taken *= 4
            }
        }
    }

    package func mail(at place: MailPlace) throws -> [UInt8] {
        try withFile(place) { file, range in
            guard range.count <= limits.message else { throw MailFault.messageTooLarge }
            let bytes = try Self.bytes(of: file, range)
            return place.piece == nil ? bytes : Mbox.unquoted(bytes, limits.quoting)
        }
    }

    private static func bytes(of file: borrowing OpenFile, _ range: Range<Int>) throws -> [UInt8] {
        let bytes = try [UInt8](unsafeUninitializedCapacity: range.count) { memory, count in
            count = try file.read(into: UnsafeMutableRawBufferPointer(memory), at: range.lowerBound)
        }
        guard bytes.count == range.count else { throw changed }
        return bytes
    }

    private func withFile<Result>(
        _ place: MailPlace,
        _ body: (borrowing OpenFile, Range<Int>) throws -> Result
    ) throws -> Result {
        var ways = [place.names]
        // Whoever looks into a Maildir moves what is new.
        if place.names.dropLast().last == MailFileName.new {
            ways.append(place.names.dropLast(2) + [MailFileName.cur] + place.names.suffix(1))
        }
        for names in ways {
            let result: Result? = try withFolder(names.dropLast()) { folder in
                guard let name = try Self.nameNow(names.last ?? [], in: folder) else { return nil }
                let file = try folder.file(name)
                return try body(file, place.piece ?? 0..<file.size)
            }
            if let result { return result }
        }
        throw Self.changed
    }

    /// The name that a mail has now: whoever reads a Maildir renames the mails in it.
    private static func nameNow(_ name: [UInt8], in folder: borrowing OpenFolder) throws -> [UInt8]? {
        if try folder.sort(of: name) != nil { return name }
        let unique = MailFileName.unique(name)
        return try folder.names().first { MailFileName.unique($0) == unique }
    }

    private func withFolder<Result>(
        _ names: ArraySlice<[UInt8]>,
        _ body: (borrowing OpenFolder) throws -> Result
    ) throws -> Result {
        try Self.withFolder(OpenFolder(connection: folder), names, body)
    }

    private static func withFolder<Result>(
        _ folder: borrowing OpenFolder,
        _ names: ArraySlice<[UInt8]>,
        _ body: (borrowing OpenFolder) throws -> Result
    ) throws -> Result {
        guard let name = names.first else { return try body(folder) }
        return try withFolder(folder.folder(name), names.dropFirst(), body)
    }

    private static let changed = SourceFailure(
        .unreachable,
        "the mailbox changed while it was read",
        hint: "try again, or read a copy of it",
        retryable: true
    )
}
