package import Cases
import Foundation
import Groundwork

extension Register {
    /// Writes a sealed copy of the register, as it is at one moment while others work, and nothing into the register.
    ///
    /// - Parameter replacing: whether it may take the place of a file that is there.
    /// - Returns: how it begins.
    /// - Throws: exit 2 for a file that is there, or a folder that is not.
    package func backUp(to path: String, replacing: Bool = false) throws -> BackupHeader {
        let header = BackupHeader(
            madeAt: surroundings.timestamp,
            edition: RegisterSchema.edition,
            keyMark: BackupSeal.mark(of: vault),
            id: surroundings.randomBytes(16).hexadecimal
        )
        let image = try RegisterImage(of: writer)
        do throws(NewFile.Problem) {
            try write(image, header, to: path, replacing: replacing)
        } catch {
            throw Self.failure(error)
        }
        return header
    }

    private func write(
        _ image: borrowing RegisterImage,
        _ header: BackupHeader,
        to path: String,
        replacing: Bool
    ) throws(NewFile.Problem) {
        let seal = BackupSeal(header, vault: vault)
        var file = try NewFile(at: path)
        try file.append(header.bytes)
        for (number, start) in stride(from: 0, to: image.count, by: BackupSeal.pieceSize).enumerated() {
            let end = min(start + BackupSeal.pieceSize, image.count)
            try file.append(seal.seal(image.piece(start..<end), number: number, isLast: end == image.count))
        }
        try file.keep(replacing: replacing)
    }

    private static func failure(_ problem: NewFile.Problem) -> InzageError {
        switch problem {
        case .exists: backupExists
        case .refused(ENOSPC), .refused(EDQUOT), .refused(EFBIG):
            InzageError(.unexpected, "the disk has no room for the backup", hint: "nothing was left there; make room")
        case .refused(let number):
            InzageError(
                .usage,
                "the backup cannot be written: \(sentence(for: number))",
                hint: "name a file in a folder that is there and that you may write in"
            )
        }
    }

    /// A backup that would take the place of another.
    package static var backupExists: InzageError {
        InzageError(.usage, "there is a file of this name already", hint: "name another, or say --replace")
    }
}
