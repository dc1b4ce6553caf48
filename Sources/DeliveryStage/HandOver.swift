import Foundation
import Cases
import Correspondence
import RegisterStore
package import PackagingStage
import Groundwork
import IdentityStage

/// An archive that a person takes or that goes by post, written down because nobody else sees it happen.
package struct HandOver: Sendable {
    /// The folder (a stick, a share) into which the archive is put.
    package var folder: String
    /// To whom it is given; kept sealed.
    package var to: String
    /// How; kept sealed.
    package var how: String

    package init(folder: String, to: String, how: String) {
        self.folder = folder
        self.to = to
        self.how = how
    }
}

extension Delivery {
    /// Puts the archive into a folder, for a request whose destination is hand-over or post.
    package func handOver(_ archive: SealedArchive, _ handOver: HandOver) throws -> Receipt {
        let request = archive.verified.request
        guard [.post, .handOver].contains(request.claim.destination) else {
            throw InzageError(
                .notInThisState,
                "the answer to request \(request.id) is to go by mail",
                hint: "\(.amend(request.id, .handOver)), and identity proven for that"
            )
        }
        try check(archive)
        let target = "\(handOver.folder)/\(archive.facts.name)"
        guard !FileManager.default.fileExists(atPath: target) else {
            throw InzageError(.usage, "the folder holds \(archive.facts.name) already", hint: "name another folder")
        }
        try FileManager.default.createDirectory(atPath: handOver.folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: "\(archives)/\(archive.facts.name)", toPath: target)
        try writeCoverLetter(for: archive, into: handOver.folder)
        try register.transaction { transaction in
            try transaction.insert(
                .note,
                target: "hand-over",
                detail: DecisionDetail(reason: "handed over to \(handOver.to): \(handOver.how)"),
                request: request.id,
                round: request.round
            )
            try transaction.move(request.id, to: .delivered)
            try transaction.noteDelivered(request: request.id, round: request.round)
            try tellOwner(of: archive, in: transaction)
            try transaction.audit("handed over", request: request.id)
        }
        return Receipt(to: target, archive: "\(archives)/\(archive.facts.name)")
    }
}

extension Delivery {
    /// What would stand in the mail goes along as a letter: the call number, the fingerprint, and how to open it.
    ///
    /// It names nobody, as no letter does.
    private func writeCoverLetter(for archive: SealedArchive, into folder: String) throws {
        let letter = try letter(with: archive, restFollows: false)
        let text = "\(letter.subject)\n\n\(letter.body)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(Self.coverLetterName(of: archive))"))
    }

    /// The name of the letter that lies beside an archive.
    private static func coverLetterName(of archive: SealedArchive) -> String {
        let request = archive.verified.request
        return "\(request.id)-\(request.round)-letter.txt"
    }
}

extension HandOver: Redacted {}
