package import Groundwork

/// What is said of a year's requests in numbers; it names nobody.
///
/// A request belongs to the year in which it was received, whatever happened to it later.
package struct YearReport: Sendable, Encodable {
    /// How long it took until who asked was told what becomes of the request.
    package struct AnswerTime: Sendable, Encodable {
        /// How many were told: by an answer, a confirmation or a refusal.
        package let told: Int
        /// Nil where nobody was told.
        package let medianDays: Double?
        package let longestDays: Int?
        /// Within one month of receipt, moved past weekends and holidays.
        package let withinMonth: Int
        /// By the strict day: the controller's own period, or its extension.
        package let withinOwnPeriod: Int
        /// By the last day of the law, with extension and suspensions.
        package let withinLegalPeriod: Int
    }

    /// The one-time codes.
    package struct Codes: Sendable, Encodable {
        package let mailed: Int
        package let returned: Int
        /// How many times a code was typed that was none.
        package let wrong: Int
    }

    /// What is not answered on the day of the report.
    package struct StillOpen: Sendable, Encodable {
        package let open: Int
        /// Past the strict day.
        package let late: Int
        /// Past the last day of the law.
        package let pastLegalDay: Int
    }

    /// The requests of which who asked is forgotten; they are counted all the same.
    package struct Forgotten: Sendable, Encodable {
        package let requests: Int
        /// The day on which the last of them had ended.
        package let endedUntil: CivilDay?
    }

    package let controller: String
    package let year: Int
    /// The day on which it was counted.
    package let asOf: CivilDay
    /// Whether the year goes on.
    package let yearGoesOn: Bool
    package let received: Int
    /// The number received in each month, January first.
    package let byMonth: [Int]
    /// By the right's word; rights that nobody exercised are left out.
    package let byRight: [String: Int]
    /// By the outcome's word; all of them.
    package let outcomes: [String: Int]
    /// By the ground's word, of the requests that are refused.
    package let refusalsByGround: [String: Int]
    package let answerTime: AnswerTime
    /// How many had the period extended.
    package let extended: Int
    /// How many were reopened after an end or an answer.
    package let reopened: Int
    package let codes: Codes
    /// In how many requests evidence was taken by a method, by its word.
    package let provenBy: [String: Int]
    package let stillOpen: StillOpen
    package let forgotten: Forgotten
}
