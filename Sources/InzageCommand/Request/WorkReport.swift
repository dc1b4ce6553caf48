import CommandParts
import Cases
import ControllerFiles
import ExporterKit
import Groundwork
import Inzage
import IntakeStage
import Languages
import Policy

/// A work list as it is shown.
struct WorkReport: Encodable {
    struct Place: Encodable {
        let system: String
        let heldBy: String?
        let needed: Bool
        let done: WorkItem.Tick?
        let collections: [Found]
    }

    struct Found: Encodable {
        let collection, category, title, finding: String
        let reason: String?
        let records, undecided: Int
        let years: [Int]
        let askedBy, keys: [String]
        /// What a law keeps of it whatever is asked, and until when; for an erasure.
        let kept: [String]
    }

    /// So many keys are printed; `--json` has more.
    private static let keysPrinted = 20

    let id: String
    let right: String
    let lookedAt: String?
    let sentence: String
    let places: [Place]
    /// A request of the same person for the data itself, which is to be answered first.
    let answerFirst: String?
    let next: [String]

    init(_ request: Request, _ items: [WorkItem], in workplace: Workplace) throws {
        id = request.id
        right = request.right.rawValue
        lookedAt = items.first?.lookedAt
        sentence = items.sentence
        let configuration = workplace.configuration
        places = items.map { Place($0, of: request, configuration) }
        answerFirst =
            request.right == .erasure ? try workplace.pipeline.accessThatWaits(beside: request)?.id : nil
        let open = items.open.first.map { "inzage request done \(request.id) \($0.place), once it is done there" }
        next = [open ?? (request.grantedOn == nil ? "inzage request grant \(request.id)" : nil)].compactMap(\.self)
    }

    func print() {
        Terminal.print("work", "\(id), \(right): \(sentence)")
        if let lookedAt { Terminal.print("looked", lookedAt) }
        if let answerFirst {
            Terminal.print(
                "first",
                "request \(answerFirst) of the same person asks for the data: answer that one first"
            )
        }
        for place in places { print(place) }
        if !next.isEmpty { Terminal.print("") }
        for step in next { Terminal.print("next", step) }
    }

    private func print(_ place: Place) {
        Terminal.print("")
        let holder = place.heldBy.map { ", held by \($0)" } ?? ""
        let tick = place.done.map { "done by \($0.by), \($0.at)" } ?? (place.needed ? "to do" : "nothing found")
        Terminal.print("\(place.done != nil ? "[x]" : place.needed ? "[ ]" : "   ") \(place.system)\(holder): \(tick)")
        for found in place.collections where place.needed { print(found) }
    }

    private func print(_ found: Found) {
        Terminal.print("      \(found.title) (\(found.collection)): \(sentence(found))")
        if !found.askedBy.isEmpty, found.finding == "held" {
            Terminal.print("        asked by: \(found.askedBy.joined(separator: "; "))")
        }
        if !found.keys.isEmpty {
            let more = found.records - min(found.keys.count, Self.keysPrinted)
            let keys = found.keys.prefix(Self.keysPrinted).joined(separator: " ")
            Terminal.print("        keys: \(keys)\(more > 0 ? " and \(more) more" : "")")
        }
        for rule in found.kept { Terminal.print("        \(rule)") }
    }

    /// The years of records, by which what a law keeps can be counted.
    private static func words(_ years: [Int]) -> String {
        guard let first = years.first, let last = years.last else { return "" }
        return first == last ? " of \(first)" : " of \(first) to \(last)"
    }

    private func sentence(_ found: Found) -> String {
        switch found.finding {
        case "held":
            let unclear = found.undecided > 0 ? ", and \(found.undecided) that may be another person's" : ""
            return "\(found.records) \(found.records == 1 ? "record" : "records")\(Self.words(found.years))\(unclear)"
        case "nothing found": return "nothing found"
        default: return "not looked at, \(found.reason ?? ""): look by hand"
        }
    }
}

extension WorkReport.Place {
    /// The place and what it holds, in a few words.
    var summary: String {
        let records = collections.reduce(0) { $0 + $1.records }
        let unseen = collections.contains { $0.finding == "not looked at" }
        let parts = [
            records > 0 ? "\(records) \(records == 1 ? "record" : "records")" : nil,
            unseen ? "\(records > 0 ? "some of it " : "")not looked at, look by hand" : nil,
        ].compactMap(\.self)
        return ([system] + parts).joined(separator: ", ")
    }

    init(_ item: WorkItem, of request: Request, _ configuration: Configuration) {
        let system = configuration.systems.first { $0.id == item.place }
        let holder = system.flatMap { $0.heldBy == "controller" ? nil : $0.heldBy }
        self.init(
            system: item.place,
            heldBy: holder.map { configuration.processing.processor($0)?.name ?? $0 },
            needed: item.isNeeded,
            done: item.done,
            collections: item.collections.map { found in
                let title = system?.collections.first { $0.id == found.collection }?.title
                return WorkReport.Found(found, title, of: request, configuration.processing)
            }
        )
    }
}

extension WorkReport.Found {
    init(_ found: WorkCollection, _ title: LocalizedText?, of request: Request, _ processing: Processing) {
        let category = processing.category(found.category)
        let (word, reason): (String, String?) =
            switch found.finding {
            case .held: ("held", nil)
            case .nothingFound: ("nothing found", nil)
            case .notLookedAt(let reason): ("not looked at", reason)
            }
        let rules =
            request.right == .erasure && found.finding != .nothingFound
            ? category.map(processing.legalRules) ?? [] : []
        self.init(
            collection: found.collection,
            category: found.category,
            title: (title ?? category?.title)?.text(in: request.language.rawValue) ?? found.collection,
            finding: word,
            reason: reason,
            records: found.records,
            undecided: found.undecided,
            years: found.years,
            askedBy: found.askedBy,
            keys: found.keys,
            kept: rules.map { LegalKeep($0, of: found.category).sentence }
        )
    }
}

/// How long a law keeps a category, in words.
private struct LegalKeep {
    let rule: RetentionRule
    let category: String

    init(_ rule: RetentionRule, of category: String) {
        self.rule = rule
        self.category = category
    }

    var sentence: String {
        let period = rule.duration.map { ISOPeriod($0)?.inWords(.en) ?? $0 }
        let joined = rule.from.map { $0.words.text(in: "en") }.joined(separator: " or ")
        let start = joined.isEmpty ? nil : period == nil ? "until \(joined)" : "counted from \(joined)"
        let scope = rule.appliesTo.map { "where it is about \($0.text(in: "en"))" }
        let words = [period.map { "for \($0)" }, start, scope, rule.text?.text(in: "en")].compactMap(\.self)
        return "a law keeps it" + (words.isEmpty ? "" : " \(words.joined(separator: ", "))") + day
    }

    /// Where the day can be counted, how.
    private var day: String {
        guard rule.duration != nil, let event = rule.from.compactMap(\.event).first else { return "" }
        return "; inzage retention \(category) --on \(event)=DATE says until which day"
    }
}
