import ExporterKit
import MailReading

/// Makes records of mails.
struct MailRecords {
    let fields: [FieldDescription]
    let meanings: [MailField]
    private let values: RecordReader

    init(_ fields: [FieldDescription], _ meanings: [MailField]) {
        (self.fields, self.meanings) = (fields, meanings)
        values = RecordReader(fields)
    }

    /// What is known of a mail beside what stands in it.
    struct Surroundings {
        var id: [UInt8] = []
        var thread: [UInt8]?
        /// The places in which it lies.
        var folders: [[UInt8]] = []
        /// For each field that says what is mentioned, what is.
        var mentions: [Int: [[UInt8]]] = [:]
    }

    /// Fills a record, with nothing in the fields that are not wanted.
    func fill(
        _ record: inout RecordBuffer,
        _ mail: MailMessage,
        _ part: MailPart? = nil,
        _ around: Surroundings = Surroundings(),
        where isWanted: (Int) -> Bool = { _ in true }
    ) throws {
        record.clear()
        for index in fields.indices {
            guard isWanted(index) else {
                record.appendNull()
                continue
            }
            switch meanings[index] {
            case .mentions: append(around.mentions[index] ?? [], to: &record, as: fields[index])
            case .folder: append(around.folders, to: &record, as: fields[index])
            case .id: record.append(.text, around.id)
            case .thread: append(around.thread, to: &record)
            case .part, .name, .type, .content, .size: try append(meanings[index], mail, part, to: &record)
            default: try append(meanings[index], mail, to: &record, as: fields[index])
            }
        }
        values.read(&record)
    }

    private func append(
        _ meaning: MailField,
        _ mail: MailMessage,
        to record: inout RecordBuffer,
        as field: FieldDescription
    ) throws {
        switch meaning {
        case .messageID: append(mail.messageID, to: &record)
        case .inReplyTo: append(mail.raw("in-reply-to").flatMap(MailHeader.messageIDs), to: &record, as: field)
        case .references: append(mail.raw("references").flatMap(MailHeader.messageIDs), to: &record, as: field)
        case .date: append(mail.date, to: &record)
        case .subject: append(mail.value("subject"), to: &record)
        case .people(let kind, names: false): append(kind.people(in: mail).map(\.address), to: &record, as: field)
        case .people(let kind, names: true): append(kind.people(in: mail).map(\.name), to: &record, as: field)
        case .text: append(try mail.text(where: \.isText), to: &record)
        case .html: append(try mail.text(where: \.isPage), to: &record)
        case .headers: record.append(.json, MailJSON.headers(of: mail))
        case .header(let key): append(mail.fields.filter { $0.key == key }.map(\.value), to: &record, as: field)
        case .attachments: record.append(.json, try MailJSON.attachments(of: mail))
        case .losses: append(try mail.losses().map { Array($0.rawValue.utf8) }, to: &record, as: field)
        case .original: record.append(document: MailContent(mail: mail.bytes), named: Array("mail.eml".utf8))
        default: record.appendNull()
        }
    }

    /// What is said of an attachment; the size is the mail's where the record is one.
    private func append(_ meaning: MailField, _ mail: MailMessage, _ part: MailPart?, to record: inout RecordBuffer)
        throws
    {
        switch (meaning, part) {
        case (.part, let part?): record.append(.text, part.path.utf8)
        case (.name, let part?): record.append(.text, part.name)
        case (.type, let part?): record.append(.text, part.type.utf8)
        case (.content, let part?):
            record.append(document: PartContent(mail: mail.bytes, part: part), named: part.name)
        case (.size, let part?): record.append(Int64(try part.measure(of: mail.bytes).size))
        case (.size, nil): record.append(Int64(mail.bytes.count))
        default: record.appendNull()
        }
    }

    private func append(_ text: [UInt8]?, to record: inout RecordBuffer) {
        if let text { record.append(.text, MailText.valid(text).text) } else { record.appendNull() }
    }

    /// Appends several texts: as a list where the field is one, and with commas between them otherwise.
    private func append(_ texts: [[UInt8]?], to record: inout RecordBuffer, as field: FieldDescription) {
        if field.type == "array" { return record.append(.json, MailJSON.list(texts)) }
        let said = texts.compactMap(\.self)
        if said.isEmpty { return record.appendNull() }
        record.append(.text, MailText.valid(Array(said.joined(separator: Array(", ".utf8)))).text)
    }
}

extension MailMessage {
    /// The texts of the parts of one sort, or nil where there is none.
    func text(where isMeant: (MailPart) -> Bool) throws -> [UInt8]? {
        let texts = try parts.filter(isMeant).map { try $0.text(of: bytes).text }
        return texts.isEmpty ? nil : Array(texts.joined(separator: [0x0A]))
    }

    /// What could not be kept as it was meant, in a fixed order.
    func losses() throws -> [MailLoss] {
        var losses: Set<MailLoss> = []
        if isCut { losses.insert(.cut) }
        if hasBrokenLines { losses.insert(.lines) }
        if isEncrypted { losses.insert(.encrypted) }
        if fields.contains(where: \.hasLoss) { losses.insert(.guessed) }
        for part in parts {
            if part.isAttachment {
                if try part.measure(of: bytes).isCut { losses.insert(.cut) }
            } else {
                losses.formUnion(try part.text(of: bytes).losses)
            }
        }
        return MailLoss.allCases.filter(losses.contains)
    }
}

/// Values of mails that are lists.
enum MailJSON {
    static func list(_ texts: [[UInt8]?]) -> [UInt8] {
        var json = [Byte.openBracket]
        for (index, text) in texts.enumerated() {
            if index > 0 { json.append(Byte.comma) }
            if let text { JSONString.append(MailText.valid(text).text, to: &json) } else { json += Array("null".utf8) }
        }
        return json + [Byte.closeBracket]
    }

    /// The header as people read it, field by field.
    static func headers(of mail: MailMessage) -> [UInt8] {
        objects(mail.fields) { [("name", .text($0.name)), ("value", .text($0.value))] }
    }

    static func attachments(of mail: MailMessage) throws -> [UInt8] {
        try objects(mail.parts.filter(\.isAttachment)) { part in
            [
                ("part", .text(Array(part.path.utf8))), ("name", .text(part.name)),
                ("type", .text(Array(part.type.utf8))), ("size", .number(try part.measure(of: mail.bytes).size)),
            ]
        }
    }

    private enum Value {
        case text([UInt8])
        case number(Int)
    }

    private static func objects<Element>(
        _ elements: [Element],
        _ members: (Element) throws -> [(String, Value)]
    ) rethrows -> [UInt8] {
        var json = [Byte.openBracket]
        for (index, element) in elements.enumerated() {
            if index > 0 { json.append(Byte.comma) }
            json.append(Byte.openBrace)
            for (place, member) in try members(element).enumerated() {
                if place > 0 { json.append(Byte.comma) }
                JSONString.append(member.0.utf8, to: &json)
                json.append(Byte.colon)
                switch member.1 {
                case .text(let text): JSONString.append(MailText.valid(text).text, to: &json)
                case .number(let number): json += Array(String(number).utf8)
                }
            }
            json.append(Byte.closeBrace)
        }
        return json + [Byte.closeBracket]
    }
}
