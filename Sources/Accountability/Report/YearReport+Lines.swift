extension YearReport {
    /// A label and what is said under it.
    package struct Line: Sendable {
        package let label: String
        package let text: String
    }

    /// The report in words, one line each.
    package var lines: [Line] {
        guard received > 0 else { return [Line(label: "received", text: emptiness)] }
        return [
            Line(label: "received", text: "\(Self.requests(received)) in \(year)\(yearGoesOn ? ", until \(asOf)" : "")")
        ] + Self.lines("right", Self.ranked(byRight)) + Self.lines("outcome", shownOutcomes)
            + Self.lines("refused on", Self.ranked(refusalsByGround)) + timeLines + [
                Line(label: "extended", text: Self.requests(extended)),
                Line(label: "reopened", text: Self.requests(reopened)),
                Line(
                    label: "codes",
                    text: "\(codes.mailed) mailed, \(codes.returned) returned, \(codes.wrong) typed wrongly"
                ),
            ] + Self.lines("proven by", Self.ranked(provenBy)) + [Line(label: "still open", text: openSentence)]
            + forgottenLines
    }

    /// What is said of a year in which nobody asked.
    var emptiness: String { "no requests were received in \(year)\(yearGoesOn ? ", until \(asOf)" : "")" }

    /// The outcomes that there were, in the code's order.
    var shownOutcomes: [(word: String, count: Int)] {
        RequestOutcome.allCases.compactMap { outcome in
            outcomes[outcome.rawValue].flatMap { $0 > 0 ? (outcome.rawValue, $0) : nil }
        }
    }

    /// Counts by their words, the largest first.
    static func ranked(_ counts: [String: Int]) -> [(word: String, count: Int)] {
        counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
    }

    /// What is said of the time that answers took.
    var timeLines: [Line] {
        let time = answerTime
        guard let median = time.medianDays, let longest = time.longestDays else {
            return [Line(label: "days to answer", text: "nobody was told anything yet")]
        }
        return [
            Line(
                label: "days to answer",
                text: "median \(Self.days(median)), longest \(longest), of \(time.told) told"
            ),
            Line(label: "in time", text: "\(share(time.withinMonth)) within one month of receipt"),
            Line(label: "", text: "\(share(time.withinOwnPeriod)) within our own period"),
            Line(label: "", text: "\(share(time.withinLegalPeriod)) within the law's period"),
        ]
    }

    /// What is said of the requests that wait for an answer.
    var openSentence: String {
        stillOpen.open == 0
            ? "none"
            : "\(Self.requests(stillOpen.open)) on \(asOf), \(stillOpen.late) late, "
                + "\(stillOpen.pastLegalDay) past the last day of the law"
    }

    /// What is said where requests are kept without who asked; nil where there are none.
    var forgottenSentence: String? {
        guard forgotten.requests > 0 else { return nil }
        let until = forgotten.endedUntil.map { ", which ended until \($0)" } ?? ""
        let counted = forgotten.requests == 1 ? "it is" : "they are"
        return "who asked in \(Self.requests(forgotten.requests))\(until); \(counted) counted all the same"
    }

    private var forgottenLines: [Line] { forgottenSentence.map { [Line(label: "forgotten", text: $0)] } ?? [] }

    /// How many of those who were told, with the part that they are.
    func share(_ count: Int) -> String {
        "\(count) of \(answerTime.told) (\((count * 200 + answerTime.told) / (2 * max(1, answerTime.told))) %)"
    }

    /// A median, which may lie half-way between two days.
    static func days(_ days: Double) -> String {
        days == days.rounded() ? String(Int(days)) : String(days)
    }

    private static func requests(_ count: Int) -> String { count == 1 ? "1 request" : "\(count) requests" }

    private static func lines(_ label: String, _ counts: [(word: String, count: Int)]) -> [Line] {
        let width = counts.map { String($0.count).utf8.count }.max() ?? 0
        return counts.enumerated().map { index, item in
            let number = String(item.count)
            let pad = String(repeating: " ", count: width - number.utf8.count)
            return Line(label: index == 0 ? label : "", text: "\(pad)\(number)  \(item.word)")
        }
    }
}
