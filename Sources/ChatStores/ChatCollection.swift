import DriverParts
import ExporterKit
import JSONParts

/// A collection of what an export holds.
struct ChatCollection: CollectionSource {
    private let collection: CollectionDescription
    private let system: SystemDescription
    private let flavour: ChatFlavour
    private let settings: ChatSettings
    private let meanings: [ChatField]

    init(_ collection: CollectionDescription, of system: SystemDescription) throws(Problem) {
        if let problem = collection.needsProblem ?? collection.uncarriedNeeds.first { throw problem }
        (self.collection, self.system) = (collection, system)
        flavour = try ChatFlavour(system)
        settings = try ChatSettings(collection)
        meanings = try collection.chatFields(of: settings.sort)
        _ = try ExportLocation(system) { _ in false }
        let near = collection.fields.indices.filter { meanings[$0] == .word(.near) }
        let isCarried = near.contains { !Set(collection.fields[$0].carriedKinds).isDisjoint(with: collection.needs) }
        guard settings.context == 0 || (isCarried && collection.needs.count == 1) else {
            throw Problem(
                .missingField,
                "context",
                "nothing says of a message in the window whom it was found for",
                fix: "let the collection need one kind, and give it a field `near` with `matches` for that kind"
            )
        }
    }

    private func open() throws -> any ChatExport {
        switch flavour {
        case .slack: try SlackExport(system)
        case .mattermost: try MattermostExport(system)
        }
    }

    private func people(of export: any ChatExport, isShort: Bool = false) throws -> ChatPeople {
        let namesMention = meanings.contains { if case .people(.mentioned, _) = $0 { true } else { false } }
        // In Mattermost a name ends where no account's name goes on.
        let isNeeded = meanings.contains(where: \.needsPeople) || (flavour == .mattermost && namesMention)
        return isNeeded || settings.sort == .users ? try export.people(isShort: isShort) : ChatPeople()
    }

    private func records(of export: any ChatExport, _ people: ChatPeople) -> ChatRecords {
        ChatRecords(collection.fields, meanings, settings.sort, people, export)
    }

    /// Reads everything once for all questions, and messages twice where a window around them is asked for.
    func read(_ questions: [Question], _ yield: (RecordBuffer, Int) throws -> Void) throws {
        let export = try open()
        let people = try people(of: export)
        let records = records(of: export, people)
        var search = ChatSearch(collection, questions, settings, records, people)
        var record = RecordBuffer()
        let ids = search.ids
        func hand(_ row: ChatRow, _ question: Int, _ near: [Identifier] = []) throws {
            let around = ChatRecords.Around(ids: ids[question], near: near)
            try records.fill(&record, row, around)
            try yield(record, question)
        }
        guard settings.context == 0 else {
            let seen = try window(export, people, &search)
            return try readNear(export, people, seen, &search, hand)
        }
        try visitRows(of: export, people) { row in
            for question in try search.questions(answeredBy: row) where !search.leaves(row, to: question) {
                try hand(row, question)
            }
            return true
        }
    }

    private func window(
        _ export: any ChatExport,
        _ people: ChatPeople,
        _ search: inout ChatSearch
    ) throws -> (count: Int, near: [Int: [ChatWindow.Nearness]]) {
        var window = ChatWindow(width: settings.context)
        try export.visitMessages(people) { message in
            let answered = try search.questions(answeredBy: ChatRow(message)).map { question in
                ChatWindow.Nearness(question: question, identifiers: search.identifiers(of: question))
            }
            try window.add(message, answering: answered)
            return true
        }
        return (window.count, window.near())
    }

    private func readNear(
        _ export: any ChatExport,
        _ people: ChatPeople,
        _ window: (count: Int, near: [Int: [ChatWindow.Nearness]]),
        _ search: inout ChatSearch,
        _ hand: (ChatRow, Int, [Identifier]) throws -> Void
    ) throws {
        var number = 0
        try export.visitMessages(people) { message in
            let row = ChatRow(message)
            let own = try search.questions(answeredBy: row)
            let near = window.near[number] ?? []
            number += 1
            for question in Set(own + near.map(\.question)).sorted() {
                if own.contains(question) {
                    if !search.leaves(row, to: question) { try hand(row, question, []) }
                } else if let one = near.first(where: { $0.question == question }), !search.leaves(row, to: question) {
                    try hand(row, question, one.identifiers)
                }
            }
            return true
        }
        guard number == window.count else {
            throw SourceFailure(
                .unreachable,
                "the export changed while it was read",
                hint: "try again, or read a copy of it",
                retryable: true
            )
        }
    }

    private func visitRows(
        of export: any ChatExport,
        _ people: ChatPeople,
        _ body: (ChatRow) throws -> Bool
    ) throws {
        switch settings.sort {
        case .users: try export.visitPeople { try body(ChatRow($0)) }
        case .channels: try export.visitConversations { try body(ChatRow($0)) }
        case .messages, .reactions, .files:
            try export.visitMessages(people) { message in
                for row in ChatRow.rows(of: message, settings.sort) where try !body(row) { return false }
                return true
            }
        }
    }

    /// Whether there is no record of anybody.
    func holdsNobody() throws -> Bool {
        var isEmpty = true
        try visitRows(of: open(), ChatPeople()) { _ in
            isEmpty = false
            return false
        }
        return isEmpty
    }

    /// Yields the first records, of whoever they are.
    func sample(_ limit: Int, _ yield: (RecordBuffer) throws -> Void) throws -> Bool {
        guard limit > 0 else { return true }
        let export = try open()
        let people = try people(of: export, isShort: true)
        let records = records(of: export, people)
        var (record, left, looked) = (RecordBuffer(), limit, 0)
        try visitRows(of: export, people) { row in
            looked += 1
            if isSampled(row) {
                try records.fill(&record, row)
                try yield(record)
                left -= 1
            }
            return left > 0 && looked < limit * Self.mostPassedOver
        }
        return true
    }

    private static let mostPassedOver = 50

    /// What is left to other collections for whoever it carries is none of this one's, whoever asks.
    private func isSampled(_ row: ChatRow) -> Bool {
        guard settings.leavesOwn else { return true }
        let own = Set(row.ids(.user) + row.ids(.to))
        return !meanings.indices.contains { index in
            guard case .people(let role, _) = meanings[index], !collection.fields[index].carriedKinds.isEmpty else {
                return false
            }
            return row.ids(role).contains(where: own.contains)
        }
    }

    /// Looks at the first records, and whether there are files that nobody reads.
    func check() -> [DriverFinding] {
        do {
            var looked = 0
            let export = try open()
            let people = try people(of: export, isShort: true)
            try visitRows(of: export, people) { _ in
                looked += 1
                return looked < Self.checkedRows
            }
            let unread = settings.sort == .messages ? try export.unreadFiles() : 0
            return unread == 0 ? [] : [Self.unread(unread).finding(in: collection.id, isError: false)]
        } catch let problem as Problem {
            // Of an archive that cannot be read, the export itself is meant.
            let isOfArchive = problem.field == "file"
            let told = isOfArchive ? Problem(problem.failure, field: "connection") : problem
            return [told.finding(in: collection.id)]
        } catch {
            let failure = error as? SourceFailure ?? SourceFailure(.unreachable, "the export could not be read")
            return [Problem(failure, field: "connection").finding(in: collection.id)]
        }
    }

    private static let checkedRows = 100

    private static func unread(_ count: Int) -> Problem {
        Problem(
            .malformed,
            "connection",
            "\(count) file\(count == 1 ? "" : "s") in folders of conversations are no day's messages, and are not read",
            fix: "look at them; what is in them is found by nobody"
        )
    }
}
