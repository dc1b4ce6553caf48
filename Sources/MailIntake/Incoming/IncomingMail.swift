import Cases
import Foundation
import Groundwork
import MailReading
import RequestReading

/// A mail that came in, as far as it could be read.
struct IncomingMail: Sendable {
    /// The header as it was delivered.
    let header: [UInt8]
    /// What was taken apart: all of it, or the header alone where the rest is too much; nil where even that is none.
    let message: MailMessage?
    /// What keeps it from being read whole.
    let fault: HoldReason?

    /// Takes a mail apart.
    init(_ bytes: [UInt8], _ limits: MailLimits) {
        let end = min(MailHeader.end(in: bytes) ?? bytes.count, limits.header)
        header = Array(bytes[..<end])
        do throws(MailFault) {
            message = try MailMessage(bytes, limits)
            fault = nil
        } catch {
            message = try? MailMessage(header, limits)
            fault = HoldReason(error)
        }
    }

    /// Takes the header alone, of a mail that is too large to be read.
    init(headerOfTooLarge header: [UInt8], _ limits: MailLimits) {
        self.header = Array(header.prefix(limits.header))
        message = try? MailMessage(self.header, limits)
        fault = .tooLarge
    }

    /// A field of the header in text.
    func value(_ key: String) -> String { message?.value(key).map { String(decoding: $0, as: UTF8.self) } ?? "" }

    /// A text of the header that is shown to a person, on one line and cut short.
    func shown(_ key: String) -> String {
        let plain = value(key).unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: plain.prefix(200))
        return String(text).trimmingCharacters(in: .whitespaces)
    }

    /// What tells it from every other mail, whatever servers wrote above it: who, when, about what, and the text.
    var content: [UInt8] {
        guard let message else { return header }
        var content: [UInt8] = []
        for key in ["from", "date", "subject"] {
            for raw in message.raw(key) { content += Array(key.utf8) + raw.filter { $0 > 0x20 } + [0x0A] }
        }
        guard fault == nil, let body = MailHeader.end(in: message.bytes) else {
            return content + (message.messageID ?? [])
        }
        var text = MailText.withPlainLines(Array(message.bytes[body...]))
        while text.last == 0x0A { text.removeLast() }
        return content + text
    }

    /// The mails that it answers, by their Message-ID.
    var answers: [String] { message?.references.map { String(decoding: $0, as: UTF8.self) } ?? [] }
}

extension IncomingMail: Redacted {}

extension HoldReason {
    init(_ fault: MailFault) {
        switch fault {
        case .headerTooLarge, .messageTooLarge: self = .tooLarge
        case .tooManyParts: self = .tooManyParts
        case .tooDeep: self = .tooDeep
        case .noHeader: self = .noHeader
        case .zeroInHeader: self = .malformed
        }
    }
}
