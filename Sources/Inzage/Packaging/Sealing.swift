import SealedArchive

/// A package, sealed, opened again and checked.
package struct SealedArchive: Sendable {
    package let verified: VerifiedRequest
    package let facts: ArchiveRecord
    package let callNumber: String
}

/// Turns a dossier into a sealed archive.
package struct Sealing: Sendable {
    let gathering: Gathering
    let register: Register
    let archives: String

    package init(gathering: Gathering, register: Register, archives: String) {
        self.gathering = gathering
        self.register = register
        self.archives = archives
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
        return SealedArchive(verified: verified, facts: facts, callNumber: package.secrets.callNumber)
    }

    /// Writes the package's texts, puts all entries into one archive, and reads it back before it counts as sealed.
    package func seal(_ dossier: Dossier, of verified: VerifiedRequest) throws -> SealedArchive {
        let request = verified.request
        let package = try gathering.begin(request)
        let spool = try gathering.spool(of: request, package)
        let packager = Packager(
            controller: gathering.controller,
            processing: gathering.processing,
            systems: gathering.systems
        )
        let plan = packager.plan(for: dossier)
        let texts = try plan.texts.enumerated().map { index, text in
            (name: text.name, entry: try spool.seal(text.bytes, named: "text-\(index + 1)"))
        }
        let name = "\(request.id)-\(request.round).zip"
        let built = try ArchiveBuilder.build(
            at: "\(archives)/\(name)",
            from: spool.folder,
            entries: texts + plan.entries.map { (name: $0.name, entry: $0.entry) },
            passphrase: spool.passphrase
        )
        let facts = ArchiveRecord(name: name, bytes: Int(built.bytes), sha256: built.sha256)
        try register.transaction { transaction in
            try transaction.store(facts, request: request.id, round: request.round)
            try transaction.set(.sealed, of: request.id)
            try transaction.audit(
                "sealed",
                request: request.id,
                counts: ["entries": texts.count + plan.entries.count, "bytes": facts.bytes]
            )
        }
        spool.remove()
        return SealedArchive(verified: verified, facts: facts, callNumber: package.secrets.callNumber)
    }
}
