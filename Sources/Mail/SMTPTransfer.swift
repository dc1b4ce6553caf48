import CCurl
import CurlTransfers
import Foundation
import Synchronization

/// A flag that a task sets and a transfer looks at.
final class Cancellation: Sendable {
    private let flag = Atomic(false)

    /// Asks the transfer to end.
    func cancel() { flag.store(true, ordering: .relaxed) }

    /// Whether it was asked to end.
    var isCancelled: Bool { flag.load(ordering: .relaxed) }
}

/// One message on its way to one server; lives on the thread that runs it.
final class SMTPTransfer {
    private let message: MailMessage
    private let cancellation: Cancellation
    private let isInternational: Bool
    private var encoded: EncodedMessage?
    private var pending: ArraySlice<UInt8> = []
    private var failure: MailFailure?
    private var replies = SMTPReplies()
    private var hasBegunContent = false

    private init(_ message: MailMessage, _ cancellation: Cancellation) {
        self.message = message
        self.cancellation = cancellation
        isInternational = ![message.from, message.to, message.replyTo ?? message.from].allSatisfy(\.isASCII)
    }

    /// Carries the message to the server and waits until the server has it.
    static func run(
        _ message: MailMessage,
        to server: MailServer,
        sizeLimit: Int,
        _ cancellation: Cancellation
    ) -> Result<HandedOver, MailFailure> {
        blockBrokenPipe()
        return InternationalDomain.withUTF8Locale {
            Result { () throws(MailFailure) in
                try SMTPTransfer(message, cancellation).run(to: server, sizeLimit: sizeLimit)
            }
        }
    }

    /// A server that hangs up must end the transfer, not the process; libcurl leaves that to us on threads.
    private static func blockBrokenPipe() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    private func run(to server: MailServer, sizeLimit: Int) throws(MailFailure) -> HandedOver {
        let encoded = try EncodedMessage(message)
        let size = encoded.size
        guard size <= sizeLimit else { throw .tooLarge }
        for address in [message.from, message.to] { _ = try InternationalDomain.aLabels(of: address.domain) }
        // An international message is encoded only when the server has said what it can.
        if !isInternational { self.encoded = consume encoded }
        let code = try result { () throws(CurlProblem) in
            try carry(to: server, size: isInternational ? nil : size)
        }
        if let failure { throw failure }
        guard code == CURLE_OK else {
            throw .transfer(code, refusal: replies.refusal, hasBegunContent: hasBegunContent)
        }
        return HandedOver(smtpCode: replies.lastCode)
    }

    private func result(_ transfer: () throws(CurlProblem) -> CURLcode) throws(MailFailure) -> CURLcode {
        do throws(CurlProblem) {
            return try transfer()
        } catch {
            throw MailFailure(
                .unexpected,
                "the mail library cannot be set up",
                hint: "see whether there is memory left"
            )
        }
    }

    /// - Parameter size: lets the server refuse before it has all of it; a size that then is wrong would make libcurl
    ///   stop in mid-message.
    private func carry(to server: MailServer, size: Int?) throws(CurlProblem) -> CURLcode {
        let handle = try CurlHandle()
        if let size { try handle.set(CURLOPT_INFILESIZE_LARGE, size: size) }
        try handle.configure(for: server)
        try handle.set(CURLOPT_MAIL_FROM, message.from.text)
        try connectCallbacks(of: handle)
        return try handle.perform(CURLOPT_MAIL_RCPT, [message.to.text])
    }

    private func connectCallbacks(of handle: borrowing CurlHandle) throws(CurlProblem) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        try handle.set(CURLOPT_READFUNCTION, giveContent, CURLOPT_READDATA, context)
        try handle.set(CURLOPT_HEADERFUNCTION, takeReply, CURLOPT_HEADERDATA, context)
        try handle.set(CURLOPT_WRITEFUNCTION, { _, size, count, _ in size * count }, CURLOPT_WRITEDATA, nil)
        try handle.set(progress: { context, _, _, _, _ in transfer(context)?.shouldEnd == true ? 1 : 0 }, context)
    }

    fileprivate var shouldEnd: Bool { cancellation.isCancelled }

    /// Remembers the numbers of a line that the server sent, and whether it knows `SMTPUTF8`.
    fileprivate func take(reply line: UnsafeRawBufferPointer) { replies.take(line) }

    /// Fills libcurl's buffer with the next bytes; zero ends the message, an abort makes the server forget it.
    fileprivate func give(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        do throws(MailFailure) {
            if !hasBegunContent { try beginContent() }
            while pending.isEmpty {
                guard let piece = try encoded?.next() else { return 0 }
                pending = piece[...]
            }
            let count = min(buffer.count, pending.count)
            buffer.copyBytes(from: pending.prefix(count))
            pending.removeFirst(count)
            return count
        } catch {
            failure = error
            return Int(CURL_READFUNC_ABORT)
        }
    }

    private func beginContent() throws(MailFailure) {
        hasBegunContent = true
        guard encoded == nil else { return }
        // libcurl asks for SMTPUTF8 by the addresses of the envelope alone.
        let isAgreed = replies.knowsSMTPUTF8 && !(message.from.isASCII && message.to.isASCII)
        encoded = try EncodedMessage(message, addresses: isAgreed ? .asStored : .domainsAsALabels)
    }
}

private func transfer(_ context: UnsafeMutableRawPointer?) -> SMTPTransfer? {
    context.map { Unmanaged<SMTPTransfer>.fromOpaque($0).takeUnretainedValue() }
}

private func giveContent(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    transfer(context)?.give(into: UnsafeMutableRawBufferPointer(start: bytes, count: size * count)) ?? 0
}

private func takeReply(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ count: Int,
    _ context: UnsafeMutableRawPointer?
) -> Int {
    transfer(context)?.take(reply: UnsafeRawBufferPointer(start: bytes, count: size * count))
    return size * count
}

extension CurlHandle {
    /// Everything that does not depend on the message.
    fileprivate func configure(for server: MailServer) throws(CurlProblem) {
        try set(CURLOPT_URL, server.url)
        try set(CURLOPT_PROTOCOLS_STR, "smtp,smtps")
        // No proxy from the environment: what travels is for this server alone.
        try set(CURLOPT_PROXY, "")
        try set(CURLOPT_UPLOAD, 1)
        try set(CURLOPT_NOSIGNAL, 1)
        try configureTLS(trustFile: server.trustFile)
        if let login = server.login {
            try set(CURLOPT_USERNAME, login.user)
            try set(CURLOPT_PASSWORD, login.password)
        }
        let milliseconds = { (seconds: Double) in max(1, Int(seconds * 1000)) }
        try set(CURLOPT_CONNECTTIMEOUT_MS, milliseconds(server.patience.connecting))
        try set(CURLOPT_SERVER_RESPONSE_TIMEOUT, max(1, Int(server.patience.answering.rounded(.up))))
        try set(CURLOPT_TIMEOUT_MS, milliseconds(server.patience.altogether))
    }

    private func configureTLS(trustFile: String?) throws(CurlProblem) {
        try set(CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))
        try set(CURLOPT_SSL_VERIFYPEER, 1)
        try set(CURLOPT_SSL_VERIFYHOST, 2)
        try set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        guard let trustFile else { return }
        try set(CURLOPT_CAINFO, trustFile)
        // Without this the system's folder of certificates would still be trusted beside the file.
        try set(CURLOPT_CAPATH, nil)
    }
}
