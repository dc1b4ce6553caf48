package import ArchiveSealing
import Foundation
import Cases
import GatheringStage
import Groundwork
import Inzage
import IntakeStage
import PackagingStage
import Policy
import RegisterStore

/// A case file that was written.
package struct WrittenCase: Sendable {
    package let id: String
    package let names: [String]
    package let bytes: UInt64
    package let sha256: String
    /// What opens it; nil where it is sealed to a certificate.
    package let passphrase: Passphrase?
    /// What the signature says, or nil where nobody signs.
    package let signature: SignatureFacts?
    /// Whether an authority was asked for the time and gave none.
    package let lacksTimestamp: Bool
}

extension CaseDesk {
    /// Writes the case file of a request to a new file, under a passphrase of its own or for the holder of a certificate.
    ///
    /// - Throws: wrong use where the file is there, or its folder is not.
    package func write(_ id: String, to path: String, for recipient: RecipientCertificate? = nil) throws -> WrittenCase
    {
        try ChosenFile.check(path)
        let lease = try Lease(request: id, inFolder: folder)
        defer { withExtendedLifetime(lease) {} }
        let request = try pipeline.intake.request(id)
        let (content, entries) = try content(of: request)
        let document = try CaseDocument(content, entries: entries, isSigned: signer != nil)
        let signed = try signer?.sign(document.json, at: register.surroundings.now())
        let files = document.files(signedBy: signed?.bytes)
        let passphrase = newPassphrase()
        let facts = try seal(files, of: id, under: passphrase, for: recipient, to: path)
        do {
            try register.transaction { transaction in
                if signed?.lacksTimestamp == true { try transaction.audit("timestamp missing", request: id) }
                try transaction.audit(
                    "case file written\(recipient == nil ? "" : " to a certificate"), SHA-256 \(facts.sha256)",
                    request: id,
                    purpose: "accounting for the answer",
                    counts: ["entries": files.count, "bytes": Int(facts.bytes)]
                )
            }
        } catch {
            // A file that the audit does not tell of must not be there.
            unlink(path)
            throw error
        }
        return WrittenCase(
            id: id,
            names: files.map(\.name),
            bytes: facts.bytes,
            sha256: facts.sha256,
            passphrase: recipient == nil ? passphrase : nil,
            signature: signed?.facts,
            lacksTimestamp: signed?.lacksTimestamp ?? false
        )
    }

    private func newPassphrase() -> Passphrase {
        var chance = SurroundingsRandom(register.surroundings)
        return Passphrase(generatingWith: &chance)
    }

    /// Seals the files; nothing but ciphertext ever lies on a disk.
    private func seal(
        _ files: [(name: String, bytes: [UInt8])],
        of id: String,
        under passphrase: Passphrase,
        for recipient: RecipientCertificate?,
        to path: String
    ) throws -> SealedArchiveFacts {
        let spool = try Spool(
            at: "\(folder)/archives/\(id)-case.spool",
            passphrase: passphrase,
            padding: pipeline.intake.controller.delivery.isPadded ? .buckets : .none
        )
        defer { spool.remove() }
        let entries = try files.enumerated().map { index, file in
            (name: file.name, entry: try spool.seal(file.bytes, named: "text-\(index + 1)"))
        }
        guard let recipient else {
            return try ArchiveBuilder.build(at: path, from: spool.folder, entries: entries, keys: spool.keys)
        }
        let inner = "\(spool.folder)/case.zip"
        _ = try ArchiveBuilder.build(at: inner, from: spool.folder, entries: entries, keys: spool.keys)
        return try Envelope.seal(contentOf: inner, keys: spool.keys, to: recipient, at: path)
    }
}
