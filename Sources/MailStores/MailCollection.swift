import DriverParts
import ExporterKit
import JSONParts
import MailReading

/// A collection of mails, or of what is attached to them.
struct MailCollection: CollectionSource {
    private let collection: CollectionDescription
    private let store: any MailStore
    private let limits: MailLimits
    private let records: MailRecords
    /// Whether a record is an attachment.
    private let isOfAttachments: Bool
    /// Whether mails to and from the person are left to other collections.
    private let leavesOwn: Bool

    init(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        _ secret: Secret?
    ) throws(Problem) {
        if let problem = collection.needsProblem ?? collection.uncarriedNeeds.first { throw problem }
        self.collection = collection
        limits = try MailLimits(system)
        let isOnServer = system.connection.contains("://")
        store = isOnServer ? try ServerStore(system, secret, limits) : FolderStore(system, limits)
        isOfAttachments = try Self.word("records", "attachments", of: collection)
        leavesOwn = try Self.word("search", "text", of: collection)
        records = MailRecords(collection.fields, try collection.mailFields(ofAttachments: isOfAttachments))
    }

    private static func word(_ key: String, _ word: String, of collection: CollectionDescription) throws(Problem)
        -> Bool
    {
        guard let setting = collection.settings[key] else { return false }
        guard setting.text == word else {
            throw Problem(
                .queryFailed,
                key,
                "`\(key)` is not `\(word)`",
                fix: "write `\(key): \(word)`, or leave it out"
            )
        }
        return true
    }

    /// A mail that answers questions.
    private struct Found {
        let place: MailPlace
        let questions: [Int]
    }

    /// Looks at every mail, then reads those that answer: once for what they are, and once for what they say.
    func read(_ questions: [Question], _ yield: (RecordBuffer, Int) throws -> Void) throws {
        var search = MailSearch(collection, questions, records, leavesOwn: leavesOwn)
        var (faults, threads, found) = (MailFaults(), MailThreads(), [Found]())
        try store.visit { place in
            try noting(&faults, place) {
                let mail = try mail(at: place, whole: search.needsText)
                if hasThreads { threads.note(mail) }
                let answered = try search.questions(answeredBy: mail, around(place))
                if !answered.isEmpty { found.append(Found(place: place, questions: answered)) }
            }
            return true
        }
        var copies = MailCopies(questions: questions.count)
        for (number, one) in found.enumerated() {
            try Task.checkCancellation()
            try noting(&faults, one.place) {
                let mail = try mail(at: one.place, whole: true)
                copies.note(number, mail, in: one.place.folder, for: one.questions)
            }
        }
        for (number, one) in found.enumerated() {
            let firsts = one.questions.filter { copies.folders(of: number, for: $0) != nil }
            guard !firsts.isEmpty else { continue }
            try Task.checkCancellation()
            let mail = try mail(at: one.place, whole: true)
            let mentions = try search.mentions(in: mail)
            for question in firsts {
                let around = MailRecords.Surroundings(
                    id: copies.id(of: number) ?? [],
                    thread: hasThreads ? threads.root(of: mail) : nil,
                    folders: copies.folders(of: number, for: question) ?? [],
                    mentions: mentions[question] ?? [:]
                )
                try forEachRecord(of: mail, around) { try yield($0, question) }
            }
        }
        try faults.finish()
    }

    /// Whether there is no mail at all.
    func holdsNobody() throws -> Bool {
        var isEmpty = true
        try store.visit { _ in
            isEmpty = false
            return false
        }
        return isEmpty
    }

    /// Yields the first records, of whoever they are.
    func sample(_ limit: Int, _ yield: (RecordBuffer) throws -> Void) throws -> Bool {
        var (faults, left) = (MailFaults(), limit)
        guard left > 0 else { return true }
        try store.visit { place in
            try noting(&faults, place) {
                let mail = try mail(at: place, whole: true)
                var around = around(place)
                around.id = MailCopies.id(of: mail)
                around.thread = mail.references.first ?? mail.messageID
                try forEachRecord(of: mail, around) { record in
                    if left > 0 { try yield(record) }
                    left -= 1
                }
            }
            return left > 0
        }
        try faults.finish()
        return true
    }

    /// Looks at the first mails.
    func check() -> [DriverFinding] {
        do {
            var looked = 0
            var faults = MailFaults()
            try store.visit { place in
                looked += 1
                try noting(&faults, place) { _ = try mail(at: place, whole: true) }
                return looked < Self.checkedMails
            }
            try faults.finish()
            return looked > 0 ? [] : [Self.nothingThere.finding(in: collection.id, isError: false)]
        } catch let problem as Problem {
            return [problem.finding(in: collection.id)]
        } catch {
            let failure = error as? SourceFailure ?? SourceFailure(.unreachable, "the mailbox could not be read")
            return [Problem(failure, field: "connection").finding(in: collection.id)]
        }
    }

    private static let checkedMails = 100

    private static let nothingThere = Problem(
        .unreachable,
        "connection",
        "there is no mail in the mailbox",
        fix: "check `connection`, or fill the mailbox"
    )
}

extension MailCollection {
    private var hasThreads: Bool { records.meanings.contains(.thread) }

    private func mail(at place: MailPlace, whole: Bool) throws -> MailMessage {
        try MailMessage(whole ? store.mail(at: place) : store.header(of: place), limits)
    }

    private func around(_ place: MailPlace) -> MailRecords.Surroundings {
        MailRecords.Surroundings(folders: [place.folder])
    }

    /// Counts a mail that cannot be read, and lets every other failure through.
    private func noting(_ faults: inout MailFaults, _ place: MailPlace, _ body: () throws -> Void) throws {
        do {
            try body()
        } catch let fault as MailFault {
            faults.note(fault, place.number)
        }
    }

    /// Hands over the record of a mail, or one for each attachment.
    private func forEachRecord(
        of mail: MailMessage,
        _ around: MailRecords.Surroundings,
        _ body: (RecordBuffer) throws -> Void
    ) throws {
        var record = RecordBuffer()
        let parts: [MailPart?] = isOfAttachments ? mail.parts.filter(\.isAttachment) : [nil]
        for part in parts {
            try records.fill(&record, mail, part, around)
            try body(record)
        }
    }
}
