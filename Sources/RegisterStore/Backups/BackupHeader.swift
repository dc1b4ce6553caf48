import Cases
import Groundwork

/// How a backup begins, in the clear: what it is, when it was made, of which edition, and which key opens it.
///
///     inzage backup 1
///     made 2026-11-20T02:30:00Z
///     register 9 restored from a backup
///     key 63c1a2b3d4e5f607
///     id 0f1e2d3c4b5a69788796a5b4c3d2e1f0
///
/// An empty line follows. All of it is bound to each sealed piece, so that none of it can be changed.
package struct BackupHeader: Sendable, Equatable {
    /// The one format there is so far.
    static let format = "1"
    static let kind = "inzage backup "
    /// More bytes than a header has.
    static let limit = 512

    /// When the backup was made, in UTC.
    package let madeAt: String
    /// The newest migration of the register in it.
    package let edition: String
    /// By which a key is told from another, 16 hexadecimal digits that say nothing about it.
    let keyMark: String
    /// What tells this file from every other, 32 hexadecimal digits.
    let id: String

    /// The header as it stands in the file, with the empty line.
    var bytes: [UInt8] {
        Array("\(Self.kind)\(Self.format)\nmade \(madeAt)\nregister \(edition)\nkey \(keyMark)\nid \(id)\n\n".utf8)
    }

    init(madeAt: String, edition: String, keyMark: String, id: String) {
        (self.madeAt, self.edition, self.keyMark, self.id) = (madeAt, edition, keyMark, id)
    }

    /// Reads a header exactly as it is written.
    ///
    /// - Throws: exit 8 for what is no backup, and for a format that a newer edition has made.
    init(_ bytes: [UInt8]) throws {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
        let kind = Array(Self.kind.utf8)
        guard let first = lines.first, first.starts(with: kind) else {
            throw InzageError(
                .integrityBroken,
                "the file is no backup of inzage",
                hint: "name a file that inzage backup made"
            )
        }
        guard first.dropFirst(kind.count).elementsEqual(Self.format.utf8) else {
            throw InzageError(
                .integrityBroken,
                "the backup was made by a newer edition of inzage",
                hint: "use that edition; this one does not know its format"
            )
        }
        let texts = try lines.dropFirst().prefix(4).enumerated().map { try Self.value($1, after: Self.names[$0]) }
        guard texts.count == 4, lines.count == 7 else { throw InzageError.damagedBackup }
        self.init(madeAt: texts[0], edition: texts[1], keyMark: texts[2], id: texts[3])
        guard Self.isMoment(madeAt), Self.isHexadecimal(keyMark, 16), Self.isHexadecimal(id, 32), self.bytes == bytes
        else { throw InzageError.damagedBackup }
    }

    private static let names = ["made ", "register ", "key ", "id "]

    private static func value(_ line: [UInt8], after name: String) throws -> String {
        let text = line.dropFirst(name.utf8.count)
        guard line.starts(with: name.utf8), !text.isEmpty, text.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw InzageError.damagedBackup
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// `2026-11-20T02:30:00Z`: it is told to people, so it is that and nothing else.
    private static func isMoment(_ text: String) -> Bool {
        let shape = Array("dddd-dd-ddTdd:dd:ddZ".utf8)
        return text.utf8.count == shape.count
            && zip(text.utf8, shape).allSatisfy { byte, sort in
                sort == UInt8(ascii: "d") ? (0x30...0x39).contains(byte) : byte == sort
            }
    }

    private static func isHexadecimal(_ text: String, _ count: Int) -> Bool {
        text.utf8.count == count && Hexadecimal.bytes(of: Array(text.utf8)[...]) != nil
    }
}

extension InzageError {
    /// A backup that is not as it was written.
    static var damagedBackup: InzageError {
        InzageError(
            .integrityBroken,
            "the backup is cut short, damaged or was changed; nothing was restored",
            hint: "take another backup"
        )
    }
}
