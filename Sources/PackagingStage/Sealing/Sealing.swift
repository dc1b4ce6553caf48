import Foundation
import ArchiveSealing
import Cases
import Groundwork
package import RegisterStore
package import GatheringStage
package import IdentityStage

/// A package, sealed, opened again and checked.
package struct SealedArchive: Sendable {
    package let verified: VerifiedRequest
    package let facts: ArchiveRecord
    package let callNumber: String
    /// SHA-256 of the certificate that signed it, where it is signed.
    package let signedBy: [UInt8]?
}

/// Turns a dossier into a sealed archive.
package struct Sealing: Sendable {
    let gathering: Gathering
    let register: Register
    let archives: String
    let signer: PackageSigner?

    package init(gathering: Gathering, register: Register, archives: String, signer: PackageSigner? = nil) {
        self.gathering = gathering
        self.register = register
        self.archives = archives
        self.signer = signer
    }

    /// The archive that an earlier run sealed, or nil.
    package func stored(of verified: VerifiedRequest) throws -> SealedArchive? {
        let request = verified.request
        guard [.sealed, .delivered].contains(request.state),
            let package = try register.read({ try $0.package(request: request.id, round: request.round) }),
            let facts = package.archive
        else { return nil }
        // A run that was killed right after it stored the archive left its spool.
        try gathering.spool(of: request, package).remove()
        let origin = try register.read { try $0.origin(request: request.id, round: request.round) }
        return SealedArchive(
            verified: verified,
            facts: facts,
            callNumber: package.secrets.callNumber,
            signedBy: origin?.signedBy
        )
    }

    /// The overview of what was gathered, byte for byte as it would be sealed.
    package func overview(of gathered: Gathered) throws -> [UInt8] {
        let hasWorkbook = WorkbookFile(controller: gathering.controller).isMade(of: gathered.dossier)
        return try packager.overview(of: gathered.withShownRecords(), hasWorkbook: hasWorkbook)
    }

    private var packager: Packager {
        Packager(
            controller: gathering.controller,
            processing: gathering.processing,
            systems: gathering.systems,
            isSigned: signer != nil
        )
    }

    /// Writes the package's texts, signs, puts all entries into one archive, and reads it back before it counts as sealed.
    package func seal(_ gathered: Gathered, of verified: VerifiedRequest) throws -> SealedArchive {
        let request = verified.request
        let recipient = try recipient(of: request)
        let package = try gathering.begin(request)
        let spool = gathered.spool
        let workbook = try WorkbookFile(controller: gathering.controller).seal(gathered)
        let plan = try packager.plan(for: gathered.withShownRecords(), workbook: workbook)
        let signed = try signer?.sign(plan.descriptor, at: register.surroundings.now())
        let texts = try plan.texts(signedBy: signed?.bytes).enumerated().map { index, text in
            (name: text.name, entry: try spool.seal(text.bytes, named: "text-\(index + 1)"))
        }
        let entries = texts + plan.entries.map { (name: $0.name, entry: $0.entry) }
        let facts = try archive(entries, from: spool, for: recipient, named: "\(request.id)-\(request.round).zip")
        let origin = AnswerOrigin(plan.descriptor, signed, recipient)
        try register.transaction { transaction in
            try transaction.store(facts, request: request.id, round: request.round)
            try transaction.store(origin, request: request.id, round: request.round)
            try transaction.move(request.id, to: .sealed)
            if signed?.lacksTimestamp == true { try transaction.audit("timestamp missing", request: request.id) }
            try transaction.audit(
                "sealed",
                request: request.id,
                counts: ["entries": entries.count, "bytes": facts.bytes]
            )
        }
        spool.remove()
        return SealedArchive(
            verified: verified,
            facts: facts,
            callNumber: package.secrets.callNumber,
            signedBy: origin.signedBy
        )
    }

    /// Builds the archive, and where there is a recipient's certificate puts its content into an envelope instead.
    private func archive(
        _ entries: [(name: String, entry: SealedEntry)],
        from spool: Spool,
        for recipient: RecipientCertificate?,
        named name: String
    ) throws -> ArchiveRecord {
        let path = "\(archives)/\(name)"
        let built = try ArchiveBuilder.build(
            at: path,
            from: spool.folder,
            entries: entries,
            keys: spool.keys
        )
        guard let recipient else { return ArchiveRecord(name: name, bytes: Int(built.bytes), sha256: built.sha256) }
        defer { try? FileManager.default.removeItem(atPath: path) }
        let envelope = try Envelope.seal(
            contentOf: path,
            keys: spool.keys,
            to: recipient,
            at: path + Envelope.suffix
        )
        return ArchiveRecord(
            name: name + Envelope.suffix,
            bytes: Int(envelope.bytes),
            sha256: envelope.sha256
        )
    }

    /// The certificate to which the answer is sealed, or nil for a passphrase.
    private func recipient(of request: Request) throws -> RecipientCertificate? {
        guard let pem = request.claim.certificate else { return nil }
        let recipient = try RecipientCertificate(parsing: Array(pem.utf8))
        guard recipient.facts.isValid(at: Int(register.surroundings.now().timeIntervalSince1970)) else {
            throw InzageError(
                .waiting,
                "the certificate to which the answer is to be sealed is not valid today",
                hint: "ask for another one, and \(.amend(request.id, .certificate))"
            )
        }
        return recipient
    }
}

extension SealedArchive: Redacted {}
