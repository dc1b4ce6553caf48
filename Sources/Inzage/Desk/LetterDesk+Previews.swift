import Calendars
import RegisterStore
package import Cases
import Correspondence
import Groundwork
import IntakeStage
import Policy

/// A letter that can be looked at before it goes.
package enum PreviewedLetter: Sendable {
    case code
    case archive
    case organisation
    case elsewhere
    case nothingHeld(SearchSummary)
    case extensionNotice(reason: String)
    case refusal(ground: String, reason: String)
    case confirmation(kept: [KeptData])
}

extension LetterDesk {
    /// What stands for a code and for a call number that nobody has made yet.
    private static let (noCode, noCallNumber) = ("XXXX-XXXX", "000000")

    /// A letter as it would go today; nothing is stored, and nothing goes.
    func preview(_ kind: PreviewedLetter, of request: Request) throws -> Letter {
        let writer = writer(request)
        let archiveName = "\(request.id)-\(request.round).zip"
        switch kind {
        case .code:
            guard let code = OneTimeCode(typed: Self.noCode) else { throw InzageError(.unexpected, "no such code") }
            let valid = intake.today.adding(days: controller.identity.codeValidDays)
            return try writer.code(code, requestID: request.id, validUntil: valid)
        case .archive:
            return try writer.archive(
                ArchiveFacts(
                    requestID: request.id,
                    right: request.right,
                    attachmentName: archiveName,
                    callNumber: callNumber(of: request) ?? Self.noCallNumber,
                    isSealedToCertificate: request.claim.certificate != nil,
                    isSupplement: request.roundScope != nil,
                    ways: try ways(request)
                )
            )
        case .organisation: return try writer.organisation(requestID: request.id, attachmentName: archiveName)
        case .elsewhere:
            return try writer.elsewhere(
                ElsewhereFacts(
                    requestID: request.id,
                    right: request.right,
                    way: .init(request.claim.destination) ?? .address,
                    deliveredOn: intake.today,
                    callNumber: callNumber(of: request) ?? Self.noCallNumber,
                    ways: try ways(request)
                )
            )
        case .nothingHeld(let search):
            return try writer.nothingHeld(
                NothingHeldFacts(
                    requestID: request.id,
                    right: request.right,
                    recordKeptFor: controller.requestsKept,
                    search: search
                )
            )
        case .extensionNotice(let reason): return try extensionNotice(for: request, reason: reason)
        case .refusal(let ground, let reason): return try refusal(of: request, ground: ground, reason: reason)
        case .confirmation(let kept): return try confirmation(for: request, kept: kept)
        }
    }

    /// By which ways the passphrase can be told; by telephone where nobody is proven yet.
    private func ways(_ request: Request) throws -> [PassphraseWay] {
        try register.read { try $0.subject(of: request.id) }?.passphraseWays(controller.delivery) ?? [.telephone]
    }

    private func callNumber(of request: Request) throws -> String? {
        try register.read { try $0.package(request: request.id, round: request.round)?.secrets.callNumber }
    }
}
