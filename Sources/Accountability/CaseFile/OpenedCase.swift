package import ArchiveSealing
import Cryptography
import Foundation
import Cases
import Groundwork
package import RegisterStore

/// A case file that was opened and found to be as it was sealed.
package struct OpenedCase: Sendable {
    /// What `case.json` says that is needed to check the rest.
    private struct Statement: Decodable {
        struct Request: Decodable { let id, right, state: String }

        let format, writtenAt, writtenBy: String
        let request: Request
        let audit: CaseAudit
        let files: [String: String]
        let signature: String?
    }

    package let request, right, state: String
    package let writtenAt, writtenBy: String
    package let names: [String]
    /// What the signature says, or nil where it has none.
    package let signature: SignatureFacts?
    package let entries: [AuditEntry]
    private let audit: CaseAudit

    /// A case file is text; one that says that it is larger is none of ours.
    private static let largest: UInt64 = 64 << 20

    /// Opens a case file with its passphrase, and checks every code, every hash and the signature.
    ///
    /// - Parameter trusted: certificates in PEM of which one must be the signer's, or vouch for it.
    /// - Throws: an ``ArchiveError`` where the passphrase or a byte is another one; integrity broken where the files are
    ///   not those that were signed.
    package init(opening path: String, passphrase: Passphrase, trusting trusted: [UInt8]? = nil) throws {
        let files = try Self.files(of: path, passphrase)
        guard let json = files[CaseDocument.contentName],
            let statement = try? JSONDecoder().decode(Statement.self, from: Data(json)),
            statement.format == CaseContent.format
        else { throw Self.broken("this archive is no case file") }
        let signature = files[CaseDocument.signatureName]
        guard statement.signature == (signature == nil ? nil : CaseDocument.signatureName),
            signature != nil || trusted == nil
        else { throw Self.broken("the case file is not signed, and it should be") }
        let own = [CaseDocument.contentName, CaseDocument.signatureName]
        let found = files.filter { !own.contains($0.key) }.mapValues { SHA256.digest(of: $0).hexadecimal }
        guard found == statement.files else { throw Self.broken("the files are not those that case.json names") }
        self.signature = try signature.map { try DetachedSignature($0).check(against: json, trusting: trusted) }
        entries = try Self.entries(in: files[CaseDocument.auditName] ?? [])
        guard entries.count == statement.audit.lines, entries.allSatisfy({ $0.request == statement.request.id }) else {
            throw Self.broken("the lines of the audit are not those that case.json counts")
        }
        (request, right, state) = (statement.request.id, statement.request.right, statement.request.state)
        (writtenAt, writtenBy) = (statement.writtenAt, statement.writtenBy)
        audit = statement.audit
        names = files.keys.sorted()
    }

    private static func files(of path: String, _ passphrase: Passphrase) throws -> [String: [UInt8]] {
        var reader: ArchiveReader
        do throws(ArchiveError) {
            reader = try ArchiveReader(opening: path, passphrase: passphrase)
        } catch {
            guard error.code == .cannotOpen else { throw error }
            throw broken("the file is no archive that can be read")
        }
        var files: [String: [UInt8]] = [:]
        for (index, entry) in reader.entries.enumerated() {
            guard files[entry.name] == nil else { throw broken("the archive holds two files of one name") }
            var bytes: [UInt8] = []
            try reader.read(at: index, limit: largest) { piece in
                piece.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
            }
            files[entry.name] = bytes
        }
        return files
    }

    private static func entries(in lines: [UInt8]) throws -> [AuditEntry] {
        do {
            return try lines.split(separator: 0x0A).map { try JSONDecoder().decode(AuditEntry.self, from: Data($0)) }
        } catch {
            throw broken("a line of the audit cannot be read")
        }
    }

    private static func broken(_ what: String) -> InzageError {
        InzageError(.integrityBroken, what, hint: "ask whoever wrote it for another one")
    }
}

extension OpenedCase {
    /// Checks that the lines of the audit are those that a register has of the request, all of them up to the day of the
    /// file, and that the register's own chain is whole.
    ///
    /// - Throws: integrity broken where they are not: the file is another controller's, or one of both was changed.
    package func check(against register: Register) throws {
        let all = try register.read { try $0.auditEntries() }
        guard register.auditChain.breaks(in: all).isEmpty else {
            throw InzageError(
                .integrityBroken,
                "the register's own audit was changed, so that nothing can be checked by it",
                hint: "\(.verifyAudit) says where"
            )
        }
        let own = all.filter { $0.request == request && $0.number <= audit.head.number }
        let head = all.first { $0.number == audit.head.number }
        guard head?.hash == audit.head.hash, own.count == entries.count,
            zip(own, entries).allSatisfy({ $0.isSame(as: $1) })
        else {
            throw InzageError(
                .integrityBroken,
                "the lines of the audit are not those of this register",
                hint: "was it written by another controller, or before the register was restored from a backup?"
            )
        }
    }
}

extension AuditEntry {
    /// Whether a line of a case file says the same; whether a hash is under the key, the register alone knows.
    fileprivate func isSame(as line: AuditEntry) -> Bool {
        var line = line
        line.isKeyed = isKeyed
        return self == line
    }
}

extension OpenedCase: Redacted {}
