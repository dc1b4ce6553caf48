import Foundation
import Mail
import Synchronization

/// A postbox that keeps what it is handed, and refuses as often as a test wants.
final class RecordingPostbox: Postbox {
    /// A mail as it was handed over.
    struct Mail: Sendable, Equatable {
        let to: [UInt8]
        let subject: String
        let body: String
        let messageID: String
        let date: Date
        let attachmentName: String?
        let attachment: Data?

        var recipient: String { String(decoding: to, as: UTF8.self) }

        /// The body with every break between words as one space, for looking up a phrase that may be wrapped.
        var flat: String { body.split { $0 == " " || $0 == "\n" }.joined(separator: " ") }

        /// The code that stands alone on its line.
        var code: String? {
            body.split(separator: "\n").map(String.init).first { $0.wholeMatch(of: /[0-9A-Z]{4}-[0-9A-Z]{4}/) != nil }
        }
    }

    private struct State {
        var mails: [Mail] = []
        var refusals: [MailFailure] = []
        var whenHanded: (@Sendable () throws -> Void)?
    }

    private let state = Mutex(State())

    /// Every mail that was handed over, also one whose caller crashed right after.
    var mails: [Mail] { state.withLock { $0.mails } }

    /// Refuses the next mails, one reason each.
    func refuseNext(_ reasons: MailFailure...) { state.withLock { $0.refusals += reasons } }

    /// Does something between the hand-over and the caller's note of it, once.
    func whenNextIsHanded(_ body: @escaping @Sendable () throws -> Void) { state.withLock { $0.whenHanded = body } }

    func hand(over message: MailMessage) async throws(MailFailure) -> HandedOver {
        let content = message.attachment.flatMap { FileManager.default.contents(atPath: $0.path) }
        let mail = Mail(
            to: message.to.bytes,
            subject: message.subject,
            body: message.body,
            messageID: message.messageID,
            date: message.date,
            attachmentName: message.attachment?.name,
            attachment: content
        )
        let (refusal, afterwards) = state.withLock { state -> (MailFailure?, (@Sendable () throws -> Void)?) in
            if !state.refusals.isEmpty { return (state.refusals.removeFirst(), nil) }
            state.mails.append(mail)
            return (nil, state.whenHanded.take())
        }
        if let refusal { throw refusal }
        do { try afterwards?() } catch { throw MailFailure(.unexpected, "the test's own step failed") }
        return HandedOver(smtpCode: 250)
    }
}
