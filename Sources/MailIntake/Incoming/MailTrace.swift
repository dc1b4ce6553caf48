import ExporterKit
import Foundation
import Groundwork
import MailReading

/// What the own mail server wrote above a mail: when it came, and what was found of its sender.
struct MailTrace: Sendable {
    /// When the own server took the mail; nil where it does not say so, or not legibly.
    let receivedAt: Date?
    /// What the own server found, such as `dkim=pass`: a signal, and never a proof.
    let signals: [String]

    /// Reads it.
    ///
    /// The topmost `Received` is the own server's: nobody else can write above it. What anybody wrote below, a forged
    /// result of authentication too (case 91), is not looked at.
    init(of mail: IncomingMail, authority: String?) {
        let fields = mail.message?.fields ?? []
        let received = fields.first { $0.key == "received" }
        receivedAt = received.flatMap { Self.moment($0.raw) }
        guard let authority else {
            signals = []
            return
        }
        let above = fields.prefix { $0.key != "received" }
        signals = above.filter { $0.key == "authentication-results" }
            .flatMap { Self.results($0.raw, of: authority) }
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The time behind the last semicolon of a `Received`.
    private static func moment(_ raw: [UInt8]) -> Date? {
        guard let mark = raw.lastIndex(of: UInt8(ascii: ";")) else { return nil }
        let line = raw[(mark + 1)...].map { $0 < 0x20 ? 0x20 : $0 }
        guard let moment = MailMessage.moment(Array(line)), moment.count == 25 else { return nil }
        // 2026-03-05T10:00:00+01:00
        let text = String(decoding: moment, as: UTF8.self)
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count == 8, (1990...9999).contains(numbers[0]) else { return nil }
        var parts = tm()
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (
            Int32(numbers[0] - 1900), Int32(numbers[1] - 1), Int32(numbers[2])
        )
        (parts.tm_hour, parts.tm_min, parts.tm_sec) = (Int32(numbers[3]), Int32(numbers[4]), Int32(numbers[5]))
        let east = moment[19] == UInt8(ascii: "-") ? -1 : 1
        return Date(timeIntervalSince1970: Double(timegm(&parts) - east * (numbers[6] * 3600 + numbers[7] * 60)))
    }

    /// The results in an `Authentication-Results` of one server; none where another one wrote it (RFC 8601).
    private static func results(_ raw: [UInt8], of authority: String) -> [String] {
        let parts = withoutComments(raw).split(separator: UInt8(ascii: ";"))
        guard let first = parts.first else { return [] }
        let named = first.split { $0 <= 0x20 }.first.map { $0.map(asciiFolded) } ?? []
        guard named.elementsEqual(authority.utf8.map(asciiFolded)) else { return [] }
        return parts.dropFirst().compactMap { part in
            guard let word = part.split(whereSeparator: { $0 <= 0x20 }).first else { return nil }
            let result = word.map(asciiFolded)
            let isResult = result.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x3D
            }
            let sides = result.split(separator: 0x3D)
            return isResult && sides.count == 2 && result.count < 40 ? String(decoding: result, as: UTF8.self) : nil
        }
    }

    private static func withoutComments(_ raw: [UInt8]) -> [UInt8] {
        var (plain, depth): ([UInt8], Int) = ([], 0)
        for byte in raw {
            if byte == UInt8(ascii: "(") { depth += 1 }
            if depth == 0 { plain.append(byte) }
            if byte == UInt8(ascii: ")") { depth = max(0, depth - 1) }
        }
        return plain
    }
}
