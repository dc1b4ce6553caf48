package import Groundwork

/// What is known of a person or a record by which retention can be decided.
package struct RetentionFacts: Sendable, Hashable {
    /// The days on which events took place, by event.
    package var days: [String: CivilDay]
    /// What is so, such as `stays_in_touch`, and what is not.
    package var choices: [String: Bool]

    /// Makes facts.
    package init(days: [String: CivilDay] = [:], choices: [String: Bool] = [:]) {
        self.days = days
        self.choices = choices
    }
}

extension RetentionRule {
    /// When a rule applies: an event before or from a day, or a choice that was made.
    ///
    /// It is written `application < 2018-05-25`, `application >= 2018-05-25` or `stays_in_touch`.
    package enum Condition: Sendable, Hashable, CustomStringConvertible {
        case before(event: String, day: CivilDay)
        case onOrAfter(event: String, day: CivilDay)
        case chosen(String)

        /// Reads a condition; nil where it is not written as one.
        package init?(_ text: String) {
            let parts = text.utf8.split(separator: 0x20).map { String(Substring($0)) }
            guard let event = parts.first, isIdentifierLike(event) else { return nil }
            if parts.count == 1 {
                self = .chosen(event)
            } else {
                guard parts.count == 3, let day = CivilDay(parts[2]) else { return nil }
                switch parts[1] {
                case "<": self = .before(event: event, day: day)
                case ">=": self = .onOrAfter(event: event, day: day)
                default: return nil
                }
            }
        }

        /// The event whose day decides it, or nil for a choice.
        package var event: String? {
            switch self {
            case .before(let event, _), .onOrAfter(let event, _): event
            case .chosen: nil
            }
        }

        /// Whether it holds; nil where nothing that is known decides it.
        func holds(for facts: RetentionFacts) -> Bool? {
            switch self {
            case .before(let event, let day): facts.days[event].map { $0 < day }
            case .onOrAfter(let event, let day): facts.days[event].map { $0 >= day }
            case .chosen(let choice): facts.choices[choice]
            }
        }

        /// The condition as it is written.
        package var description: String {
            switch self {
            case .before(let event, let day): "\(event) < \(day)"
            case .onOrAfter(let event, let day): "\(event) >= \(day)"
            case .chosen(let choice): choice
            }
        }
    }

    /// The day after which the data is not kept any longer, or nil where what is known does not tell.
    ///
    /// Of several triggers the latest or the earliest counts, as ``combine`` says. Where every trigger is needed and one
    /// is unknown, so is the end: a contract that has not ended has no last day.
    package func end(for facts: RetentionFacts) -> CivilDay? {
        let known = from.compactMap { $0.event.flatMap { facts.days[$0] } }
        let start: CivilDay? =
            switch combine {
            case .earliest: known.min()
            case .latest, nil: known.count == from.count ? known.max() : nil
            case .unspecifiedOr: from.count == 1 ? known.first : nil
            }
        guard let start else { return nil }
        guard let duration else { return kind.needsPeriod ? nil : start }
        return ISOPeriod(duration)?.applied(to: start)
    }
}

extension [RetentionRule] {
    /// The rules that apply where so much is known.
    ///
    /// A rule whose condition holds takes the place of those without one; a rule whose condition does not hold falls
    /// away; one that nothing decides stays, with its condition in words.
    package func applying(to facts: RetentionFacts) -> [RetentionRule] {
        if contains(where: { $0.condition?.holds(for: facts) == true }) {
            return filter { rule in rule.condition.map { $0.holds(for: facts) != false } ?? false }
        }
        return filter { $0.condition?.holds(for: facts) != false }
    }
}
