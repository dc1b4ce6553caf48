import CMailReading
import ExporterKit
import Glibc

/// Texts of mails, which may be in any charset and in none.
package enum MailText {
    /// The bytes of a text of the library.
    static func bytes(_ text: UnsafePointer<CChar>?) -> [UInt8] {
        guard let text else { return [] }
        return Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }

    /// The name of a field in small letters.
    package static func key(_ name: [UInt8]) -> String { String(decoding: name.map(asciiFolded), as: UTF8.self) }

    /// A text as UTF-8, with U+FFFD for what is none.
    package static func valid(_ text: [UInt8]) -> (text: [UInt8], hasLoss: Bool) {
        isUTF8(text) ? (text, false) : (Array(String(decoding: text, as: UTF8.self).utf8), true)
    }

    /// Whether what stands raw in a header is neither ASCII nor UTF-8, so that its charset is guessed.
    static func hasLoss(_ raw: [UInt8]) -> Bool { !isUTF8(raw) }

    private static func isUTF8(_ text: [UInt8]) -> Bool {
        text.allSatisfy { $0 < 0x80 } || String(validating: text, as: UTF8.self) != nil
    }

    /// A text in the charset that its part names, as UTF-8, and what was lost on the way.
    ///
    /// Without a charset, or with one that nobody knows, it is taken for windows-1252, which most such mail is.
    static func utf8(_ text: [UInt8], charset: String?) -> (text: [UInt8], loss: MailLoss?) {
        let charset = (charset ?? "us-ascii").lowercased()
        let isPlain = ["us-ascii", "utf-8", "utf8", ""].contains(charset)
        if isPlain, isUTF8(text) { return (text, nil) }
        let isUTF8Named = charset == "utf-8" || charset == "utf8"
        if !isPlain || isUTF8Named, let converted = converted(text, from: charset) {
            return (converted.text, converted.replaced > 0 ? .replaced : nil)
        }
        if isUTF8(text) { return (text, .guessed) }
        return (converted(text, from: "windows-1252")?.text ?? valid(text).text, .guessed)
    }

    private static func converted(_ text: [UInt8], from charset: String) -> (text: [UInt8], replaced: Int)? {
        var (length, replaced) = (0, 0)
        guard let made = mail_text_utf8(charset, text, text.count, &length, &replaced) else { return nil }
        defer { mail_text_free(made) }
        return (Array(UnsafeRawBufferPointer(start: made, count: length)), replaced)
    }

    /// A text with plain ends of lines: those with a carriage return are how mail is sent, not what was written.
    package static func withPlainLines(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(0x0D) else { return text }
        var plain: [UInt8] = []
        plain.reserveCapacity(text.count)
        for (index, byte) in text.enumerated() {
            if byte == 0x0D, index + 1 < text.count, text[index + 1] == 0x0A { continue }
            plain.append(byte)
        }
        return plain
    }
}

/// What of a mail could not be kept as it was meant.
package enum MailLoss: String, CaseIterable {
    /// Bytes that are no text in the charset that the mail names became U+FFFD.
    case replaced = "bytes_replaced"
    /// No charset, or an unknown one, was named; the text is read as windows-1252.
    case guessed = "charset_guessed"
    /// The mail or a part of it ends too early.
    case cut = "cut_off"
    /// Lines of a header that are none were left out; where a text begins without an empty line before it, of the text.
    case lines = "lines_left_out"
    /// A part is encrypted, and its text is in it.
    case encrypted
}
