import Cryptography
import Groundwork

/// Seals a backup piece by piece, each in its place in this one file.
///
/// A piece is four bytes for its length and what AES-256-GCM made of it. The header, the piece's number and whether it
/// is the last are bound to it: none can be left out, moved, or taken from another backup.
struct BackupSeal {
    /// How much of the register is in one piece.
    static let pieceSize = 1 << 20
    /// What sealing adds to a piece: the nonce and the tag.
    static let overhead = 28

    private let key: SecretKey
    private let header: [UInt8]

    /// The seal of the backup with a header.
    init(_ header: BackupHeader, vault: Vault) {
        key = Self.backupKey(vault).derived(for: "inzage backup \(header.id)")
        self.header = header.bytes
    }

    /// What tells the key of this register from another's.
    static func mark(of vault: Vault) -> String {
        Array(backupKey(vault).authenticationCode(for: Array("inzage backup: which key".utf8)).prefix(8)).hexadecimal
    }

    private static func backupKey(_ vault: Vault) -> SecretKey { vault.key(for: "backup") }

    /// A piece as it stands in the file.
    func seal(_ piece: [UInt8], number: Int, isLast: Bool) -> [UInt8] {
        let sealed = AuthenticatedCipher.seal(piece, key: key, context: context(number, isLast))
        return Self.bigEndian(sealed.count, 4) + sealed
    }

    /// What was sealed; fails for every other piece, place and file.
    func open(_ sealed: [UInt8], number: Int, isLast: Bool) throws(NotAuthentic) -> [UInt8] {
        try AuthenticatedCipher.open(sealed, key: key, context: context(number, isLast))
    }

    private func context(_ number: Int, _ isLast: Bool) -> [UInt8] {
        header + Self.bigEndian(number, 8) + [isLast ? 1 : 0]
    }

    private static func bigEndian(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
