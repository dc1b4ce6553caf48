import Foundation

/// An attachment being read: its Base64 in lines of 76, a piece at a time.
struct AttachmentReader: ~Copyable {
    /// Whole lines: 57 bytes make 76 characters.
    private static let pieceSize = 57 * 1024

    private let file: Int32
    /// The file's size when it was opened, to which it is held.
    let size: Int
    private var offset = 0

    /// Opens the file if it is a regular one; a link in the last place of the path is not followed (case 71).
    init(opening path: String) throws(MailFailure) {
        let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw Self.unreadable }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(file)
            throw Self.unreadable
        }
        self.file = file
        size = Int(status.st_size)
    }

    deinit { close(file) }

    /// How many bytes the Base64 of the whole file has, with its line ends.
    var encodedSize: Int {
        let characters = (size + 2) / 3 * 4
        return characters + (characters + 75) / 76 * 2
    }

    /// The next lines, or nil when the file has ended where it ended at first.
    mutating func next() throws(MailFailure) -> [UInt8]? {
        let piece = try read(Self.pieceSize)
        offset += piece.count
        guard offset <= size, piece.count == Self.pieceSize || offset == size else { throw Self.unreadable }
        guard !piece.isEmpty else { return nil }
        let lines = Data(piece).base64EncodedData(
            options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed]
        )
        return Array(lines) + [0x0D, 0x0A]
    }

    private func read(_ count: Int) throws(MailFailure) -> [UInt8] {
        var problem = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = Glibc.read(file, buffer.baseAddress.map { $0 + filled }, count - filled)
                if got < 0 && errno == EINTR { continue }
                problem = got < 0
                guard got > 0 else { return }
                filled += got
            }
        }
        guard !problem else { throw Self.unreadable }
        return bytes
    }

    private static var unreadable: MailFailure {
        MailFailure(
            .attachmentUnreadable,
            "the attachment is gone, is not a regular file, or changed while it was read",
            hint: "see whether the archive is still in its place"
        )
    }
}
