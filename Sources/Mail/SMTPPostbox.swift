import Foundation

/// Hands mails to a server by SMTP, always within verified TLS, one recipient a transaction (cases 85, 88).
public struct SMTPPostbox: Postbox {
    private let server: MailServer
    private let sizeLimit: Int

    /// Makes a postbox that takes messages of at most so many bytes as they travel.
    public init(_ server: MailServer, sizeLimit: Int = .max) {
        self.server = server
        self.sizeLimit = sizeLimit
    }

    /// Hands one message over.
    ///
    /// After a cancellation or a timeout the server may have taken the message all the same; the Message-ID, which
    /// is the same on the next try, lets the reader's mailbox know (case 89).
    public func hand(over message: MailMessage) async throws(MailFailure) -> HandedOver {
        let cancellation = Cancellation()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                // A thread of its own: the transfer blocks, and the tasks' threads are few.
                Thread.detachNewThread { [server, sizeLimit] in
                    continuation.resume(
                        returning: SMTPTransfer.run(message, to: server, sizeLimit: sizeLimit, cancellation)
                    )
                }
            }
        } onCancel: {
            cancellation.cancel()
        }
        return try result.get()
    }
}
