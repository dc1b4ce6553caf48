import Foundation

/// A message as the bytes that travel (RFC 5322 and MIME), read piece by piece so that no attachment stands in
/// memory; the same message always gives the same bytes.
public struct EncodedMessage: ~Copyable {
    /// How addresses with letters beyond ASCII stand in the headers.
    public enum AddressForm: Sendable {
        /// As stored, in UTF-8 (RFC 6532), which a server must agree to by `SMTPUTF8`.
        case asStored
        /// With the domain as A-labels, for a server that does not.
        case domainsAsALabels
    }

    /// The number of bytes altogether.
    public let size: Int

    private var opening: [UInt8]?
    private var attachment: AttachmentReader?
    private var closing: [UInt8]?

    /// Encodes everything but the attachment, and opens that.
    public init(_ message: MailMessage, addresses: AddressForm = .asStored) throws(MailFailure) {
        let header = try HeaderWriter(addresses: addresses).header(of: message)
        let body = QuotedPrintable.encode(message.body)
        guard let file = message.attachment else {
            let bytes = Array((header + Self.textPart + "\r\n").utf8) + body
            (opening, closing, size) = (bytes, nil, bytes.count)
            return
        }
        let boundary = Self.boundary(for: message.messageID)
        let multipart = "Content-Type: multipart/mixed; boundary=\"\(boundary)\"\r\n\r\n"
        let text = "--\(boundary)\r\n\(Self.textPart)\r\n"
        let end = Array("--\(boundary)--\r\n".utf8)
        let start =
            Array((header + multipart + text).utf8) + body
            + Array("\r\n--\(boundary)\r\n\(Self.attachmentPart(file))\r\n".utf8)
        let reader = try AttachmentReader(opening: file.path)
        size = start.count + reader.encodedSize + end.count
        (opening, closing) = (start, end)
        attachment = consume reader
    }

    /// The next piece, about 80 kB at most beyond the text itself, or nil at the end.
    public mutating func next() throws(MailFailure) -> [UInt8]? {
        if let opening {
            self.opening = nil
            return opening
        }
        if let lines = try attachment?.next() { return lines }
        defer { closing = nil }
        return closing
    }

    private static let textPart = """
        Content-Type: text/plain; charset=utf-8\r
        Content-Transfer-Encoding: quoted-printable\r

        """

    private static func attachmentPart(_ file: Attachment) -> String {
        """
        Content-Type: \(file.mediaType)\r
        Content-Transfer-Encoding: base64\r
        Content-Disposition: attachment; filename="\(file.name)"\r

        """
    }

    /// A boundary that cannot stand in the text, because `=_` is neither quoted-printable nor Base64.
    ///
    /// The rest is a checksum (FNV-1a), only so that one mail inside another would have another one.
    private static func boundary(for messageID: String) -> String {
        let hash = messageID.utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        return "=_" + String(hash, radix: 16)
    }
}
