import Groundwork
import Cases
import Foundation

/// Reads a backup from its beginning to its end, and gives out only what is found to be as it was written.
struct BackupReader {
    let header: BackupHeader
    private let file: FileHandle
    private let seal: BackupSeal

    /// Opens a backup.
    ///
    /// - Throws: exit 2 for a file that is not there; exit 8 for no backup, another key or a newer format.
    init(at path: String, vault: Vault) throws {
        var status = stat()
        // A pipe in the file's place would block for ever.
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            let file = FileHandle(forReadingAtPath: path)
        else {
            throw InzageError(.usage, "the backup cannot be read", hint: "is it a file, and may you read it?")
        }
        self.file = file
        header = try Self.header(of: file)
        guard header.keyMark == BackupSeal.mark(of: vault) else {
            throw InzageError(
                .integrityBroken,
                "the backup was sealed under another key than keys/register.key",
                hint: "put the key back that the register had when the backup was made"
            )
        }
        seal = BackupSeal(header, vault: vault)
    }

    private static func header(of file: FileHandle) throws -> BackupHeader {
        let start = try bytes(BackupHeader.limit, of: file)
        let end = start.indices.dropFirst().first { start[$0] == 0x0A && start[$0 - 1] == 0x0A }
        // Without an end it is judged by what it begins with: another file, a newer format, or a cut one.
        let header = try BackupHeader(end.map { Array(start[...$0]) } ?? start)
        try file.seek(toOffset: UInt64(header.bytes.count))
        return header
    }

    /// Gives each piece of the register in its order.
    ///
    /// - Throws: exit 8 as soon as something is missing, changed, or too much.
    func forEachPiece(_ body: ([UInt8]) throws -> Void) throws {
        var number = 0
        var next = try sealedPiece()
        while let sealed = next {
            next = try sealedPiece()
            guard let piece = try? seal.open(sealed, number: number, isLast: next == nil) else {
                throw InzageError.damagedBackup
            }
            try body(piece)
            number += 1
        }
        guard number > 0 else { throw InzageError.damagedBackup }
    }

    /// The next piece as it is sealed, or nil at the file's end.
    private func sealedPiece() throws -> [UInt8]? {
        let length = try Self.bytes(4, of: file)
        guard !length.isEmpty else { return nil }
        let count = length.reduce(0) { $0 << 8 | Int($1) }
        guard length.count == 4, (BackupSeal.overhead...BackupSeal.overhead + BackupSeal.pieceSize).contains(count)
        else { throw InzageError.damagedBackup }
        let sealed = try Self.bytes(count, of: file)
        guard sealed.count == count else { throw InzageError.damagedBackup }
        return sealed
    }

    /// So many bytes, or as many as there are.
    private static func bytes(_ count: Int, of file: FileHandle) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count, let more = try file.read(upToCount: count - bytes.count), !more.isEmpty {
            bytes += more
        }
        return bytes
    }
}
