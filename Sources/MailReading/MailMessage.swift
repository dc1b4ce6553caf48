import CMailReading

/// A mail, taken apart.
///
/// What the library makes of it is copied out at once, so that nothing of it lives on and a mail may go from thread to
/// thread.
package struct MailMessage: Sendable {
    /// A field of the header.
    package struct Field: Sendable {
        /// The name in small letters.
        package let key: String
        /// The name as it stands there.
        package let name: [UInt8]
        /// The value as people read it.
        package let value: [UInt8]
        /// The value as it stands there.
        package let raw: [UInt8]
        /// Whether the value lost bytes that were no text.
        package let hasLoss: Bool
    }

    /// The mail as it was sent.
    package let bytes: [UInt8]
    /// The fields in their order.
    package let fields: [Field]
    /// The parts that hold no other parts, in their order.
    package let parts: [MailPart]
    /// Whether it ends before its parts do.
    package let isCut: Bool
    /// Whether a part of it is encrypted.
    package let isEncrypted: Bool
    /// Whether lines of a header were left out, because they are none.
    package let hasBrokenLines: Bool

    /// Takes a mail apart, or a header alone.
    package init(_ bytes: [UInt8], _ limits: MailLimits) throws(MailFault) {
        Self.library
        self.bytes = bytes
        let header = MailHeader.end(in: bytes) ?? bytes.count
        guard header <= limits.header else { throw .headerTooLarge }
        guard bytes.count <= limits.message else { throw .messageTooLarge }
        guard !bytes[..<header].contains(0) else { throw .zeroInHeader }
        guard let opened = try Opened(bytes, limits) else { throw .noHeader }
        guard !opened.fields.isEmpty else { throw .noHeader }
        fields = opened.fields
        // Where the parts cannot be told from one another, all of it is a text.
        let isBroken = opened.parts.isEmpty && header < bytes.count
        parts = isBroken ? [MailPart(textIn: header..<bytes.count)] : opened.parts
        (isCut, isEncrypted, hasBrokenLines) = (opened.isCut, opened.isEncrypted, opened.hasBrokenLines)
    }

    private static let library: Void = mail_reading_start()

    /// The raw values of the fields of a name in small letters.
    package func raw(_ key: String) -> [[UInt8]] { fields.filter { $0.key == key }.map(\.raw) }

    /// The value of the first field of a name, or nil.
    package func value(_ key: String) -> [UInt8]? { fields.first { $0.key == key }?.value }

    /// When it says that it was written, as its own clock showed it; as it stands there where that is no time.
    package var date: [UInt8]? {
        guard let value = value("date") else { return nil }
        return Self.moment(value) ?? value
    }

    /// A time as a mail writes it, in ISO 8601 as its own clock showed it; nil where it is none.
    package static func moment(_ value: [UInt8]) -> [UInt8]? {
        var text = [CChar](repeating: 0, count: 40)
        guard mail_date(value.map { CChar(bitPattern: $0) } + [0], &text) else { return nil }
        return text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    }

    /// Its own message id, without brackets.
    package var messageID: [UInt8]? { raw("message-id").first.flatMap { MailHeader.messageIDs(in: $0).first } }

    /// The message ids of the mails that it goes on from, the oldest first.
    package var references: [[UInt8]] {
        let references = raw("references").flatMap(MailHeader.messageIDs)
        // Some programs write a name and a date into this field; what is an id has an @ in it.
        let reply = raw("in-reply-to").flatMap(MailHeader.messageIDs).filter { $0.contains(UInt8(ascii: "@")) }
        return references + reply.filter { !references.contains($0) }
    }
}

/// What the library made of a mail, copied out of it.
private struct Opened {
    var fields: [MailMessage.Field] = []
    var parts: [MailPart] = []
    let isCut: Bool
    let isEncrypted: Bool
    let hasBrokenLines: Bool

    /// Nil where it is no mail.
    init?(_ bytes: [UInt8], _ limits: MailLimits) throws(MailFault) {
        var problem = mail_is_read
        let opened = bytes.withUnsafeBufferPointer { memory -> Opened? in
            var (edges, headers) = (0, 0)
            mail_count_lines(memory.baseAddress, memory.count, &edges, &headers)
            guard edges <= limits.edges, headers <= limits.fields else {
                problem = mail_has_too_many_parts
                return nil
            }
            guard let handle = MessageHandle(memory, limits, &problem) else { return nil }
            return Opened(handle, in: memory.count)
        }
        switch problem {
        case mail_has_too_many_parts: throw .tooManyParts
        case mail_is_too_deep: throw .tooDeep
        default: break
        }
        guard let opened else { return nil }
        self = opened
    }

    private init(_ handle: borrowing MessageHandle, in count: Int) {
        isCut = mail_is_cut(handle.pointer)
        isEncrypted = mail_is_encrypted(handle.pointer)
        hasBrokenLines = mail_has_broken_lines(handle.pointer)
        for index in 0..<mail_field_count(handle.pointer) {
            let name = MailText.bytes(mail_field_name(handle.pointer, index))
            let raw = MailText.bytes(mail_field_raw(handle.pointer, index))
            let value = MailText.valid(MailText.bytes(mail_field_value(handle.pointer, index)))
            fields.append(
                MailMessage.Field(
                    key: MailText.key(name),
                    name: MailText.valid(name).text,
                    value: value.text,
                    raw: raw,
                    hasLoss: value.hasLoss || MailText.hasLoss(raw)
                )
            )
        }
        for index in 0..<mail_part_count(handle.pointer) {
            guard let part = mail_part_at(handle.pointer, index) else { continue }
            parts.append(MailPart(part.pointee, in: count))
        }
    }
}

/// The library's mail, owned; it reads memory that stays as long as it does.
private struct MessageHandle: ~Copyable {
    let pointer: OpaquePointer

    init?(_ memory: UnsafeBufferPointer<UInt8>, _ limits: MailLimits, _ problem: inout mail_problem) {
        guard let opened = mail_open(memory.baseAddress, memory.count, limits.parts, limits.levels, &problem) else {
            return nil
        }
        pointer = opened
    }

    deinit { mail_close(pointer) }
}
