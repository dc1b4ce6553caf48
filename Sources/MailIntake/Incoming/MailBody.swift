import Cases
import Foundation
import Groundwork
import MailReading
import RequestReading

/// What somebody wrote in a mail, and what of it nobody can read.
struct MailBody: Sendable {
    /// What the person wrote, without what they quote.
    let own: OwnText
    /// Why a person must look at it.
    let obstacles: [HoldReason]
    /// How many files go along.
    let attachments: Int
    /// Whether it ends before its parts do.
    let isCut: Bool

    init(of mail: IncomingMail) throws {
        guard let message = mail.message, mail.fault == nil else {
            own = OwnText(of: "")
            obstacles = [mail.fault].compactMap(\.self)
            (attachments, isCut) = (0, false)
            return
        }
        var text = try Self.text(of: message, where: \.isText)
        if isBlank(text.text) {
            let page = try Self.text(of: message, where: \.isPage)
            text = (PageText.text(of: page.text), page.isGarbled)
        }
        own = OwnText(of: text.text)
        attachments = message.parts.count(where: \.isAttachment)
        isCut = message.isCut
        var obstacles: [HoldReason] = []
        if message.hasBrokenLines { obstacles.append(.malformed) }
        if message.parts.contains(where: Self.isWinmail) { obstacles.append(.winmail) }
        if message.isEncrypted || message.parts.contains(where: Self.isPacked)
            || text.text.contains("BEGIN PGP MESSAGE")
        {
            obstacles.append(.encrypted)
        } else if isBlank(own.text), isBlank(mail.value("subject")) || attachments > 0 || own.hasQuote {
            obstacles.append(.noText)
        }
        if text.isGarbled || Self.isGarbled(own.text) { obstacles.append(.garbled) }
        self.obstacles = obstacles
    }

    /// How much of a mail is read for what it asks.
    private static let most = 500_000

    private static func text(
        of message: MailMessage,
        where isMeant: (MailPart) -> Bool
    ) throws -> (text: String, isGarbled: Bool) {
        var (texts, isGarbled): ([String], Bool) = ([], false)
        for part in message.parts.filter(isMeant) {
            let (text, losses) = try part.text(of: message.bytes)
            // A few bytes that are no text are lost in a mail that says what it wants all the same.
            isGarbled = isGarbled || losses.contains(.replaced) && Self.isGarbled(String(decoding: text, as: UTF8.self))
            texts.append(String(decoding: text.prefix(most), as: UTF8.self))
        }
        return (texts.joined(separator: "\n"), isGarbled)
    }

    /// Whether one in thirty characters stands for bytes that were no text.
    private static func isGarbled(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        return scalars.count(where: { $0 == "\u{FFFD}" }) * 30 > max(scalars.count, 1)
    }

    private static func isWinmail(_ part: MailPart) -> Bool {
        part.type == "application/ms-tnef" || part.type == "application/vnd.ms-tnef"
            || String(decoding: part.name, as: UTF8.self).lowercased() == "winmail.dat"
    }

    /// A text that is packed into its own signature, or encrypted by a program that says so in the file's name.
    private static func isPacked(_ part: MailPart) -> Bool {
        ["application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"].contains(part.type)
    }
}

extension MailBody: Redacted {}
