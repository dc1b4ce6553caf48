import Groundwork
package import Policy

extension CivilDay {
    /// The day as people write it: `28 november 2026`, `28 November 2026`.
    ///
    /// The months stand with each language and not in a locale of the system, whose words differ between systems and
    /// versions.
    package func inWords(_ language: Language) -> String {
        let words = language.vocabulary
        return words.date(day, words.months[month - 1], year)
    }
}

extension ISOPeriod {
    /// The period as people write it: `30 dagen`, `1 year and 6 months`.
    package func inWords(_ language: Language) -> String { language.vocabulary.period(self) }
}
