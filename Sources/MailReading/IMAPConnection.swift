import CCurl
import CurlTransfers
import DriverParts
import ExporterKit
import Glibc

/// A conversation with a mail server (RFC 3501) over a connection that libcurl makes, encrypts and lets in.
///
/// libcurl's own commands would mark what is read as read, and cut long lines; so it only connects, and what is said is
/// said here.
final class IMAPConnection {
    private let handle: CurlHandle
    private let socket: Int32
    private var buffer: [UInt8] = []
    private var start = 0
    private var number = 0

    /// How long a server may say nothing.
    private static let patience = 60
    /// The longest line; one that names every mail of a large mailbox is long.
    private static let longestLine = 64 << 20

    init(_ address: MailServerAddress) throws {
        BrokenPipe.block()
        handle = try Self.made(for: address)
        let code = handle.perform()
        try Task.checkCancellation()
        guard code == CURLE_OK, let socket = handle.socket else { throw Self.failure(code) }
        self.socket = socket
    }

    private static func made(for address: MailServerAddress) throws(SourceFailure) -> CurlHandle {
        do throws(CurlProblem) {
            return try prepared(for: address)
        } catch {
            throw SourceFailure(.unreachable, "libcurl could not be set up")
        }
    }

    private static func prepared(for address: MailServerAddress) throws(CurlProblem) -> CurlHandle {
        let handle = try CurlHandle()
        try handle.set(CURLOPT_URL, "imaps://\(address.host):\(address.port)/")
        try handle.set(CURLOPT_PROTOCOLS_STR, "imaps")
        try handle.set(CURLOPT_PROXY, "")
        try handle.set(CURLOPT_NOSIGNAL, 1)
        try handle.set(CURLOPT_CONNECT_ONLY, 1)
        try handle.set(CURLOPT_CONNECTTIMEOUT_MS, 30_000)
        try handle.set(CURLOPT_USERNAME, address.user)
        try handle.set(CURLOPT_PASSWORD, address.password)
        try handle.set(CURLOPT_SSL_VERIFYPEER, 1)
        try handle.set(CURLOPT_SSL_VERIFYHOST, 2)
        try handle.set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        if let trust = address.trust {
            try handle.set(CURLOPT_CAINFO, trust)
            // Without this the system's folder of certificates would still be trusted beside the file.
            try handle.set(CURLOPT_CAPATH, nil)
        }
        try handle.set(progress: { _, _, _, _, _ in Task.isCancelled ? 1 : 0 }, nil)
        return handle
    }

    /// Says a command and hands over every response to it.
    func ask(_ command: [UInt8], _ take: (IMAPResponse) throws -> Void) throws {
        number += 1
        let tag = Array("i\(number)".utf8)
        try send(tag + [0x20] + command + Array("\r\n".utf8))
        while true {
            let response = try next()
            guard response.text.starts(with: tag + [0x20]) else {
                try take(response)
                continue
            }
            guard response.text.dropFirst(tag.count + 1).starts(with: Array("OK".utf8)) else { throw Self.refused }
            return
        }
    }

    private func send(_ bytes: [UInt8]) throws {
        var done = 0
        while done < bytes.count {
            let (code, count) = bytes.withUnsafeBytes { handle.send(UnsafeRawBufferPointer(rebasing: $0[done...])) }
            done += count
            if code == CURLE_AGAIN { try wait(Int16(POLLOUT)) } else if code != CURLE_OK { throw Self.lost }
        }
    }

    /// The next response whole, with the literals in it.
    private func next() throws -> IMAPResponse {
        var response = IMAPResponse()
        while true {
            let line = try takeLine()
            response.text += line
            guard let count = IMAPResponse.literal(atEndOf: line) else { return response }
            guard count <= IMAPResponse.longestLiteral else { throw Self.malformed }
            response.literals.append(try take(count))
        }
    }

    private func takeLine() throws -> [UInt8] {
        var looked = start
        while true {
            if let end = buffer[looked...].firstIndex(of: 0x0A) {
                let line = buffer[start..<end]
                start = end + 1
                return line.last == 0x0D ? Array(line.dropLast()) : Array(line)
            }
            looked = buffer.count
            guard buffer.count - start <= Self.longestLine else { throw Self.malformed }
            let moved = start
            try receive()
            looked -= moved
        }
    }

    private func take(_ count: Int) throws -> [UInt8] {
        while buffer.count - start < count { try receive() }
        let bytes = Array(buffer[start..<(start + count)])
        start += count
        return bytes
    }

    /// Takes in what comes next; what was read before goes.
    private func receive() throws {
        buffer.removeFirst(start)
        start = 0
        var waited = 0
        while true {
            let (code, piece) = withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 16) { memory in
                let (code, count) = handle.receive(into: memory)
                return (code, Array(memory[..<count]))
            }
            if code == CURLE_OK, !piece.isEmpty {
                buffer += piece
                return
            }
            guard code == CURLE_AGAIN else { throw Self.lost }
            guard waited < Self.patience * 10 else { throw Self.silent }
            try wait(Int16(POLLIN))
            waited += 1
        }
    }

    /// Waits a tenth of a second at most, so that a task that is cancelled ends.
    private func wait(_ events: Int16) throws {
        try Task.checkCancellation()
        var waiting = pollfd(fd: socket, events: events, revents: 0)
        poll(&waiting, 1, 100)
    }
}

extension IMAPConnection {
    private static func failure(_ code: CURLcode) -> SourceFailure {
        switch code {
        case CURLE_LOGIN_DENIED, CURLE_REMOTE_ACCESS_DENIED:
            SourceFailure(
                .refused,
                "the mail server does not let the account in",
                hint: "check its name and the secret"
            )
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM:
            SourceFailure(
                .refused,
                "the mail server does not prove by its certificate who it is",
                hint: "write the name that the certificate bears, or name its issuer with `trust`"
            )
        default:
            SourceFailure(
                .unreachable,
                "the mail server does not answer",
                hint: "check `connection`, and whether it is up",
                retryable: true
            )
        }
    }

    private static let lost = SourceFailure(.unreachable, "the mail server ended the conversation", retryable: true)
    private static let silent = SourceFailure(.timedOut, "the mail server says nothing any more", retryable: true)
    private static let refused = SourceFailure(
        .queryFailed,
        "the mail server refused what it was asked",
        hint: "check the folder in `connection`, and what the account may read"
    )
    private static let malformed = SourceFailure(.malformed, "the mail server says what no mail server says")
}
