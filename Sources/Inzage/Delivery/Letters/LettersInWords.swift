extension CivilDay {
    /// The day as people write it: `28 november 2026`, `28 November 2026`.
    ///
    /// The months stand here and not in a locale of the system, whose words differ between systems and versions.
    package func inWords(_ language: Language) -> String {
        "\(day) \(Self.months(language)[month - 1]) \(year)"
    }

    private static func months(_ language: Language) -> [String] {
        switch language {
        case .nl:
            [
                "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
                "november", "december",
            ]
        case .en:
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ]
        }
    }
}

extension ISOPeriod {
    /// The period as people write it: `30 dagen`, `1 year and 6 months`.
    package func inWords(_ language: Language) -> String {
        let amounts = [(years, \Units.year), (months, \Units.month), (weeks, \Units.week), (days, \Units.day)]
        let units = Units.of(language)
        let parts = amounts.filter { $0.0 > 0 }.map { amount, unit in
            "\(amount) " + (amount == 1 ? units[keyPath: unit].one : units[keyPath: unit].many)
        }
        guard let last = parts.last else { return "0 \(units.day.many)" }
        return parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " \(units.and) " + last
    }

    private struct Units {
        typealias Unit = (one: String, many: String)
        let year: Unit
        let month: Unit
        let week: Unit
        let day: Unit
        let and: String

        static func of(_ language: Language) -> Units {
            switch language {
            case .nl:
                Units(
                    year: ("jaar", "jaar"),
                    month: ("maand", "maanden"),
                    week: ("week", "weken"),
                    day: ("dag", "dagen"),
                    and: "en"
                )
            case .en:
                Units(
                    year: ("year", "years"),
                    month: ("month", "months"),
                    week: ("week", "weeks"),
                    day: ("day", "days"),
                    and: "and"
                )
            }
        }
    }
}
