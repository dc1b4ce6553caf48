import CMailReading
import ExporterKit

/// A part of a mail that holds no other parts: a text, or a document.
package struct MailPart: Sendable {
    /// Where it stands among the parts: `1`, `2.1`.
    package let path: String
    /// What the mail says that it is, such as `text/plain`.
    package let type: String
    /// The file name that the mail gives it.
    private let givenName: [UInt8]?
    private let charset: String?
    private let saysAttachment: Bool
    private let encoding: Int32
    /// Where its bytes stand in the mail.
    private let range: Range<Int>

    init(_ part: mail_part, in count: Int) {
        path = String(cString: part.path)
        type = String(cString: part.type)
        givenName = part.name.map { MailText.valid(MailText.bytes($0)).text }
        charset = part.charset.map { String(cString: $0) }
        saysAttachment = part.is_attachment
        encoding = part.encoding
        let start = min(part.start, count)
        range = start..<max(start, min(part.end, count))
    }

    /// A text that nothing is said of.
    init(textIn range: Range<Int>) {
        (path, type, givenName, charset) = ("1", "text/plain", nil, nil)
        (saysAttachment, encoding, self.range) = (false, 0, range)
    }

    /// Whether it is what people read as the mail itself.
    package var isText: Bool { type == "text/plain" && !isNamed }
    /// Whether it is that as a page.
    package var isPage: Bool { type == "text/html" && !isNamed }
    /// Whether it is a document that goes with the mail; a mail in it is one too, and so are signatures.
    package var isAttachment: Bool { !isText && !isPage }

    private var isNamed: Bool { saysAttachment || givenName != nil }

    /// The name of the document.
    package var name: [UInt8] {
        givenName ?? Array("part-\(path)\(type.hasPrefix("message/") ? ".eml" : "")".utf8)
    }

    /// Hands over what the part holds piece by piece, decoded.
    /// - Returns: whether it ends too early.
    @discardableResult
    package func read(of mail: [UInt8], _ piece: (UnsafeRawBufferPointer) throws -> Void) throws -> Bool {
        let decoder = PartDecoder(encoding)
        return try mail.withUnsafeBufferPointer { memory in
            var start = range.lowerBound
            while start < range.upperBound {
                try Task.checkCancellation()
                let end = min(start + Self.chunk, range.upperBound)
                try decoder.step(UnsafeBufferPointer(rebasing: memory[start..<end]), piece)
                start = end
            }
            try decoder.finish(piece)
            return decoder.isCut
        }
    }

    private static let chunk = 48 << 10

    /// How many bytes it holds, and whether it ends too early.
    package func measure(of mail: [UInt8]) throws -> (size: Int, isCut: Bool) {
        var size = 0
        let isCut = try read(of: mail) { size += $0.count }
        return (size, isCut)
    }

    /// The text that it holds, and what was lost on the way.
    package func text(of mail: [UInt8]) throws -> (text: [UInt8], losses: Set<MailLoss>) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        let isCut = try read(of: mail) { bytes += $0 }
        let (text, loss) = MailText.utf8(bytes, charset: charset)
        let losses = [loss, isCut ? .cut : nil].compactMap(\.self)
        return (MailText.withPlainLines(text), Set(losses))
    }
}

/// A decoder of the library, owned.
private final class PartDecoder {
    private let pointer: OpaquePointer

    init(_ encoding: Int32) { pointer = mail_decoder_open(encoding) }

    deinit { mail_decoder_close(pointer) }

    func step(_ bytes: UnsafeBufferPointer<UInt8>, _ piece: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        let room = mail_decoder_room(pointer, bytes.count)
        try withUnsafeTemporaryAllocation(byteCount: room, alignment: 16) { memory in
            let start = memory.bindMemory(to: UInt8.self).baseAddress
            let count = mail_decoder_step(pointer, bytes.baseAddress, bytes.count, start)
            if count > 0 { try piece(UnsafeRawBufferPointer(rebasing: memory[..<count])) }
        }
    }

    func finish(_ piece: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        try withUnsafeTemporaryAllocation(byteCount: 16, alignment: 16) { memory in
            let count = mail_decoder_finish(pointer, memory.bindMemory(to: UInt8.self).baseAddress)
            if count > 0 { try piece(UnsafeRawBufferPointer(rebasing: memory[..<count])) }
        }
    }

    var isCut: Bool { mail_decoder_is_cut(pointer) }
}

/// A part as a document.
package struct PartContent: DocumentContent {
    let mail: [UInt8]
    let part: MailPart

    package init(mail: [UInt8], part: MailPart) { (self.mail, self.part) = (mail, part) }

    package func read(_ piece: (UnsafeRawBufferPointer) throws -> Void) throws { try part.read(of: mail, piece) }
}

/// A mail as a document, byte for byte.
package struct MailContent: DocumentContent {
    let mail: [UInt8]

    package init(mail: [UInt8]) { self.mail = mail }

    package func read(_ piece: (UnsafeRawBufferPointer) throws -> Void) throws { try mail.withUnsafeBytes(piece) }
}
