import Groundwork

/// One place in which people carry out a right: a system, or a category that no exporter reaches.
package struct WorkItem: Sendable, Hashable {
    /// By what it is ticked off: a system's id, or `by-hand/CATEGORY`.
    package var place: String
    /// What was looked for there; empty once the request has ended, because it names records of the person.
    package var collections: [WorkCollection]
    /// Whether there is anything to do for people: something is held, or could not be looked for.
    package var isNeeded: Bool
    /// When it was looked, RFC 3339.
    package var lookedAt: String
    /// When and by whom it was ticked off.
    package var done: Tick?

    /// Who said that it is done, and when.
    package struct Tick: Sendable, Hashable, Encodable {
        package var at: String
        package var by: String

        package init(at: String, by: String) {
            self.at = at
            self.by = by
        }
    }

    package init(place: String, collections: [WorkCollection], isNeeded: Bool, lookedAt: String, done: Tick? = nil) {
        self.place = place
        self.collections = collections
        self.isNeeded = isNeeded
        self.lookedAt = lookedAt
        self.done = done
    }

    /// Whether it waits for somebody.
    package var isOpen: Bool { isNeeded && done == nil }
}

/// What a collection, or a category, holds of a person, for who carries out a right in it.
package struct WorkCollection: Sendable, Codable, Hashable {
    /// How many keys are kept; of more records the number is known, and by what they are found.
    package static let keysKept = 1_000

    package var collection: String
    package var category: String
    package var finding: WorkFinding
    package var records: Int
    /// How many records more may be theirs or another's under the same address.
    package var undecided: Int
    /// The years of the oldest and the newest record, where records have a date.
    package var years: [Int]
    /// By what it was asked, such as `customer_id 1001`.
    package var askedBy: [String]
    /// The records' keys, as `withhold` takes them; at most ``keysKept``.
    package var keys: [String]

    package init(
        collection: String,
        category: String,
        finding: WorkFinding,
        records: Int = 0,
        undecided: Int = 0,
        years: [Int] = [],
        askedBy: [String] = [],
        keys: [String] = []
    ) {
        self.collection = collection
        self.category = category
        self.finding = finding
        self.records = records
        self.undecided = undecided
        self.years = years
        self.askedBy = askedBy
        self.keys = keys
    }
}

/// What looking for a person came to.
package enum WorkFinding: Sendable, Codable, Hashable {
    case held
    /// It was asked, could have answered, and holds nothing.
    case nothingFound
    /// Nobody knows; people look by hand. The reason holds no personal data.
    case notLookedAt(String)
}

extension WorkItem {
    /// Whether this look found nothing that an earlier one did not: then what people did in between still stands.
    package func findsNothingNew(since earlier: WorkItem) -> Bool {
        let before = Dictionary(
            earlier.collections.map { ($0.collection, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return collections.allSatisfy { now in
            let then = before[now.collection]
            switch now.finding {
            case .nothingFound: return true
            case .notLookedAt: return then.map { $0.finding != .nothingFound } ?? false
            case .held:
                guard let then, then.finding == .held else { return false }
                return now.records <= then.records && Set(now.keys).isSubset(of: then.keys)
            }
        }
    }
}

extension [WorkItem] {
    /// The places where there is something to do.
    package var needed: [WorkItem] { filter(\.isNeeded) }
    /// The places that are ticked off, of those where there was something to do.
    package var ticked: [WorkItem] { needed.filter { $0.done != nil } }
    /// The places that wait for somebody.
    package var open: [WorkItem] { filter(\.isOpen) }
}

extension WorkItem: Redacted {}
extension WorkCollection: Redacted {}
