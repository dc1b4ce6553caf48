import CommandParts
import Groundwork
import Policy
import Foundation
import Cases
import Inzage
import RegisterStore

/// An answer as it is read at the terminal, or as JSON.
struct ReviewPages {
    let review: AnswerReview
    /// The one collection to be shown whole, or nil for all of them.
    let collection: String?
    let onlyMarked: Bool
    /// How many records of each collection are shown, unless one is asked for.
    var most = 20

    /// What is shown of it.
    var parts: [AnswerReview.Part] {
        review.parts.filter { part in collection.map { isSame($0, part.place.description) } ?? true }
    }

    /// Prints it.
    func print() throws {
        let request = review.request
        Terminal.print("review", "\(request.id), \(request.right.rawValue), answered in \(request.language.rawValue)")
        for note in review.notes { Terminal.print("note", note) }
        for part in parts { try print(part) }
    }

    private func print(_ part: AnswerReview.Part) throws {
        Terminal.print("")
        let place = "\(part.place)"
        let records = part.line.records == 1 ? "1 record" : "\(part.line.records) records"
        Terminal.print(place, part.line.outcome == .records ? "\(part.title): \(records)" : part.line.outcome.sentence)
        for reason in part.reasons { Terminal.print("", "look: \(reason)") }
        for redaction in part.line.redactions { Terminal.print("", redaction.sentence) }
        for document in part.documents {
            let version = document.redactedOn.map { "; a redacted version: \($0)" } ?? ""
            Terminal.print("", "document: \(document.name), \(document.type), \(document.bytes) bytes\(version)")
            for sentence in try review.look(at: document).sentences { Terminal.print("", "  \(sentence)") }
        }
        var (shown, left) = (0, 0)
        try review.forEachRecord(of: part) { record in
            guard !onlyMarked || record.isMarked else { return }
            guard shown < most || collection != nil else { return left += 1 }
            shown += 1
            Self.print(record, number: shown)
        }
        if left > 0 { Terminal.print("", "\(left) more; --collection \(place) shows them all") }
    }

    private static func print(_ record: ReviewedRecord, number: Int) {
        Terminal.print("  \(record.target ?? "record \(number), which has no key")")
        for value in record.values {
            let name = value.field.padding(toLength: max(20, value.field.count + 1), withPad: " ", startingAt: 0)
            // A text of several lines stays one, under its name.
            let lines = value.text.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() {
                let label = index == 0 ? name : String(repeating: " ", count: name.count)
                Terminal.print("  \(value.isMarked && index == 0 ? "*" : " ") \(label)\(line)")
            }
        }
    }

    // MARK: JSON

    struct Report: Encodable {
        struct Part: Encodable {
            let collection, title, outcome: String
            let records: Int
            let reasons: [String]
            let redactions: [Redaction]
            let documents: [Document]
            let rows: [Row]
        }

        struct Document: Encodable {
            let name, type: String
            let bytes: Int
            let redactedOn: String?
            /// Who else is named in it; empty where it was not read.
            let others: [DocumentLook.Person]
            /// How many words its pages do not show.
            let hidden: Int
            let unread: String?
        }

        struct Row: Encodable {
            let target: String?
            let values: [ReviewedRecord.Value]
        }

        let id: String
        let notes: [String]
        let parts: [Part]
    }

    /// All of it, for a program.
    func report() throws -> Report {
        Report(
            id: review.request.id,
            notes: review.notes,
            parts: try parts.map { part in
                var rows: [Report.Row] = []
                try review.forEachRecord(of: part) { record in
                    guard !onlyMarked || record.isMarked else { return }
                    rows.append(Report.Row(target: record.target, values: record.values))
                }
                return Report.Part(
                    collection: part.place.description,
                    title: part.title,
                    outcome: part.line.outcome.word,
                    records: part.line.records,
                    reasons: part.reasons,
                    redactions: part.line.redactions,
                    documents: try part.documents.map { try report($0) },
                    rows: rows
                )
            }
        )
    }
}

extension ReviewPages {
    private func report(_ document: AnswerReview.Document) throws -> Report.Document {
        let look = try review.look(at: document)
        return Report.Document(
            name: document.name,
            type: document.type,
            bytes: document.bytes,
            redactedOn: document.redactedOn,
            others: look.others,
            hidden: look.hidden,
            unread: look.unread
        )
    }
}

extension Redaction {
    /// What was cut or replaced, and why, for who looks at it.
    fileprivate var sentence: String {
        let why =
            switch ground {
            case .otherPerson: "about others"
            case .staff: "about staff"
            case .secret: "a secret, left out"
            case .notPortable: "not covered by the right to portability"
            case .operatorDecision, .redactedVersion: "by decision: \(reason ?? "")"
            }
        if ground == .redactedVersion {
            return "\(field ?? "documents"): \(count) given as a redacted version: \(reason ?? "")"
        }
        return "\(field ?? "records"): \(count) replaced or left out, \(why)"
    }
}
