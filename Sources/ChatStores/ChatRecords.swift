import ExporterKit

/// Makes records of what an export holds.
struct ChatRecords {
    let fields: [FieldDescription]
    let meanings: [ChatField]
    private let people: ChatPeople
    private let export: any ChatExport
    private let values: RecordReader
    /// The keys that are in no `rest`.
    private let taken: Set<[UInt8]>

    init(
        _ fields: [FieldDescription],
        _ meanings: [ChatField],
        _ sort: ChatSort,
        _ people: ChatPeople,
        _ export: any ChatExport
    ) {
        (self.fields, self.meanings, self.people, self.export) = (fields, meanings, people, export)
        values = RecordReader(fields)
        let own = meanings.compactMap { if case .held(let keys) = $0 { keys.first } else { nil } }
        let known =
            switch sort {
            case .users: export.profileKeys
            case .channels: export.conversationKeys
            default: export.messageKeys
            }
        taken = known.union(own)
    }

    /// What is known of a record beside what stands in it.
    struct Around {
        /// The ids of the person who is asked about.
        var ids: Set<[UInt8]> = []
        /// By which identifiers it was found that a message near it is the person's.
        var near: [Identifier] = []
    }

    /// Fills a record, with nothing in the fields that are not wanted.
    func fill(
        _ record: inout RecordBuffer,
        _ row: ChatRow,
        _ around: Around = Around(),
        where isWanted: (Int) -> Bool = { _ in true }
    ) throws {
        record.clear()
        for index in fields.indices {
            guard isWanted(index) else {
                record.appendNull()
                continue
            }
            switch meanings[index] {
            case .people(let role, let aspect): append(named(role, aspect, row), to: &record, as: fields[index])
            case .held(let keys): append(held(keys, row), to: &record)
            case .word(let word): try append(word, row, around, to: &record, as: index)
            }
        }
        values.read(&record)
    }

    private func named(_ role: ChatRole, _ aspect: ChatAspect, _ row: ChatRow) -> [[UInt8]?] {
        let ids = row.ids(role)
        switch aspect {
        case .id: return ids
        case .address: return ids.map(people.address)
        case .name:
            // Whoever is no account of this company's is called as the message calls them.
            if role == .user, let message = row.message {
                let name = ids.first.flatMap(people.name) ?? message.authorName
                return name.map { [$0] } ?? []
            }
            return ids.map(people.name)
        }
    }

    private func held(_ keys: [[UInt8]], _ row: ChatRow) -> HeldValue? {
        var object = row.held
        for key in keys.dropLast() { object = object?.members.first { $0.key == key }?.value.object }
        return object?.members.first { $0.key == keys.last }?.value
    }

    private func append(
        _ word: ChatField.Word,
        _ row: ChatRow,
        _ around: Around,
        to record: inout RecordBuffer,
        as index: Int
    ) throws {
        let field = fields[index]
        switch word {
        case .standing:
            let all = ChatStanding.all(of: around.ids, in: row, isNear: !around.near.isEmpty)
            let words = all.map { Array($0.rawValue.utf8) }
            append(field.type == "array" ? words : Array(words.prefix(1)), to: &record, as: field)
        case .near:
            let kinds = field.carriedKinds
            append(around.near.filter { kinds.contains($0.kind) }.map(\.value), to: &record, as: field)
        case .reactions: append(row.held?["reactions"], to: &record)
        case .files: appendFiles(row.message?.files ?? [], to: &record)
        case .rest: appendJSON(row.held?.rest(without: taken), to: &record)
        case .fileSize: if let size = row.file?.size { record.append(size) } else { record.appendNull() }
        case .deleted: append(row.profile?.isDeleted, to: &record)
        case .isBot: append(row.profile?.isBot, to: &record)
        case .archived: append(row.held?["is_archived"]?.flag, to: &record)
        case .content:
            if let file = row.file, let document = try export.document(at: file.paths) {
                record.append(document: document, named: file.name ?? [])
            } else {
                record.appendNull()
            }
        default: append(text(word, row), to: &record)
        }
    }

    private func text(_ word: ChatField.Word, _ row: ChatRow) -> [UInt8]? {
        let (message, file, profile, place) = (row.message, row.file, row.profile, row.place)
        return switch word {
        case .id: message?.id ?? profile?.id
        case .ts: message?.moment.text
        case .time: message?.moment.said
        case .thread: message?.thread
        case .edited: message?.edited?.said
        case .subtype: message?.subtype
        case .text: message?.text
        case .former: message?.former
        case .bot: message?.bot
        case .channel: place?.name
        case .channelID: place?.id
        case .channelKind: place.map { Array($0.kind.rawValue.utf8) }
        case .created: ChatMoment(seconds: row.held?.text("created")).said
        case .topic: row.held?["topic"]?.object?.text("value") ?? row.held?.text("header")
        case .purpose: row.held?["purpose"]?.object?.text("value") ?? row.held?.text("purpose")
        case .reaction: row.reaction?.name
        case .reactedAt: row.reaction?.moment?.said
        case .fileID: file?.id
        case .fileName: file?.name
        case .fileTitle: file?.title
        case .fileType: file?.type
        case .fileURL: file?.url
        case .name: profile?.username
        case .realName: profile?.realName
        case .displayName: profile?.displayName
        case .email: profile?.address
        case .phone: profile?.phone
        case .title: profile?.title
        case .updated: profile?.updated
        default: nil
        }
    }

    private func append(_ text: [UInt8]?, to record: inout RecordBuffer) {
        if let text { record.append(.text, text) } else { record.appendNull() }
    }

    private func append(_ flag: Bool?, to record: inout RecordBuffer) {
        if let flag { record.append(flag) } else { record.appendNull() }
    }

    private func append(_ held: HeldValue?, to record: inout RecordBuffer) {
        if let held { record.append(held.value, of: held.bytes.span) } else { record.appendNull() }
    }

    private func appendJSON(_ json: [UInt8]?, to record: inout RecordBuffer) {
        guard let json else { return record.appendNull() }
        let kind: JSONScanner.Kind = json.first == Byte.openBrace ? .object : .array
        record.append(JSONScanner.Value(kind: kind, range: 0..<json.count, hasEscapes: false), of: json.span)
    }

    /// Appends several texts: as a list where the field is one, and with commas between them otherwise.
    private func append(_ texts: [[UInt8]?], to record: inout RecordBuffer, as field: FieldDescription) {
        if field.type == "array" { return record.append(.json, HeldValue.list(texts)) }
        let said = texts.compactMap(\.self)
        append(said.isEmpty ? nil : Array(said.joined(separator: Array(", ".utf8))), to: &record)
    }

    /// The files of a message by what they are, without addresses that only programs need.
    private func appendFiles(_ files: [ChatFile], to record: inout RecordBuffer) {
        guard !files.isEmpty else { return record.appendNull() }
        var json = [Byte.openBracket]
        for file in files {
            json += json.count > 1 ? [Byte.comma, Byte.openBrace] : [Byte.openBrace]
            var isFirst = true
            let texts = [("name", file.name), ("title", file.title), ("type", file.type), ("url", file.url)]
            let numbers = [("size", file.size.map { Array(String($0).utf8) })]
            for (key, value, isText) in texts.map({ ($0, $1, true) }) + numbers.map({ ($0, $1, false) }) {
                guard let value else { continue }
                if !isFirst { json.append(Byte.comma) }
                isFirst = false
                JSONString.append(key.utf8, to: &json)
                json.append(Byte.colon)
                if isText { JSONString.append(HeldValue.valid(value), to: &json) } else { json += value }
            }
            json.append(Byte.closeBrace)
        }
        appendJSON(json + [Byte.closeBracket], to: &record)
    }
}
