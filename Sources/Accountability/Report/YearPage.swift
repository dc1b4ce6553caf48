import Groundwork
import PackagingStage

/// The yearly report as a page with pictures; it names nobody.
package struct YearPage: Sendable {
    private let report: YearReport

    /// Makes the page of a report.
    package init(_ report: YearReport) { self.report = report }

    /// The page's bytes.
    package var bytes: [UInt8] {
        let sections = report.received == 0 ? [] : [received, outcomes, time, identity, rest]
        return StaticPage(
            title: "Requests about personal data, \(report.year)",
            sender: report.controller,
            lead: "<p class=\"lead\">\(lead)</p>",
            sections: sections,
            footer:
                "Counted on \(report.asOf) from the register of requests. A request belongs to the year in which it "
                + "was received. Nobody is named."
        ).bytes
    }

    private var lead: HTML {
        guard report.received > 0 else { return "\(text: Self.sentence(report.emptiness))" }
        let time = report.answerTime
        let received = report.received == 1 ? "1 request was received" : "\(report.received) requests were received"
        let until: HTML =
            report.yearGoesOn ? " until <span class=\"term\">\(text: "\(report.asOf)")</span>" : .nothing
        guard let median = time.medianDays else { return "\(text: received)\(until)." }
        let told = time.told == 1 ? "1 has" : "\(time.told) have"
        return """
            \(text: received)\(until). \(text: told) had an answer, half of them within \(text: YearReport.days(median)) \
            days.
            """
    }

    private var received: StaticPage.Section {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let byMonth = BarChart(
            id: "months",
            title: "Requests received by month",
            description: zip(months, report.byMonth).map { "\($0) \($1)" }.joined(separator: ", "),
            bars: zip(months, report.byMonth).map { ($0, $1) }
        )
        return StaticPage.Section(
            id: "received",
            heading: "What came in",
            content: """
                <div class="picture"><h3>By month</h3>
                \(byMonth.columns)</div>
                \(picture("rights", "By right", YearReport.ranked(report.byRight)))
                """
        )
    }

    private var outcomes: StaticPage.Section {
        let grounds = YearReport.ranked(report.refusalsByGround)
        return StaticPage.Section(
            id: "outcomes",
            heading: "What became of them",
            content: picture("outcome", "By outcome", report.shownOutcomes)
                + (grounds.isEmpty ? .nothing : picture("grounds", "Refused, by ground", grounds))
        )
    }

    private var time: StaticPage.Section {
        let time = report.answerTime
        guard let median = time.medianDays, let longest = time.longestDays else {
            return StaticPage.Section(
                id: "time",
                heading: "How long it took",
                content: "<p>Nobody has had an answer yet.</p>"
            )
        }
        let figures = [
            ("days, the median", YearReport.days(median)), ("days, the longest", String(longest)),
            ("with an extension", String(report.extended)),
        ]
        return StaticPage.Section(
            id: "time",
            heading: "How long it took",
            content: """
                \(Self.figures(figures))
                \(table("In time", [
                    ("within one month of receipt", report.share(time.withinMonth)),
                    ("within our own period", report.share(time.withinOwnPeriod)),
                    ("within the law's period, with extension and suspension", report.share(time.withinLegalPeriod)),
                ]))
                <p class="small">Counted from the day of receipt to the day on which the first answer, confirmation or \
                refusal went.</p>
                """
        )
    }

    private var identity: StaticPage.Section {
        let rows = YearReport.ranked(report.provenBy).map { (Self.words($0.word), String($0.count)) }
        let codes = report.codes
        return StaticPage.Section(
            id: "identity",
            heading: "How it was proven who asks",
            content: """
                \(Self.figures([
                    ("codes mailed", String(codes.mailed)), ("codes returned", String(codes.returned)),
                    ("typed wrongly", String(codes.wrong)),
                ]))
                \(rows.isEmpty ? "<p>No evidence was taken.</p>" : table("Requests with evidence, by method", rows))
                """
        )
    }

    private var rest: StaticPage.Section {
        let open = report.stillOpen
        let forgotten = report.forgottenSentence.map { sentence -> HTML in
            "<p class=\"note\">Forgotten: \(text: sentence).</p>"
        }
        return StaticPage.Section(
            id: "open",
            heading: "What is still open",
            content: """
                \(Self.figures([
                    ("open on \(report.asOf)", String(open.open)), ("late", String(open.late)),
                    ("past the last day of the law", String(open.pastLegalDay)),
                    ("reopened in the course", String(report.reopened)),
                ]))
                \(forgotten ?? .nothing)
                """
        )
    }

    private func picture(_ id: String, _ heading: String, _ bars: [(word: String, count: Int)]) -> HTML {
        let chart = BarChart(
            id: id,
            title: "Requests \(heading.lowercased())",
            description: bars.map { "\($0.word) \($0.count)" }.joined(separator: ", "),
            bars: bars.map { (Self.words($0.word), $0.count) }
        )
        return """
            <div class="picture"><h3>\(text: heading)</h3>
            \(chart.rows)</div>
            """
    }

    private func table(_ caption: String, _ rows: [(String, String)]) -> HTML {
        let lines = rows.map { name, number -> HTML in
            "<tr><th scope=\"row\">\(text: name)</th><td>\(text: number)</td></tr>\n"
        }
        return """
            <h3>\(text: caption)</h3>
            <div class="scroll"><table class="numbers"><caption>\(text: caption)</caption><tbody>
            \(lines)</tbody></table></div>
            """
    }

    private static func figures(_ figures: [(String, String)]) -> HTML {
        let parts = figures.map { name, number -> HTML in
            "<div><dt>\(text: name)</dt><dd>\(text: number)</dd></div>\n"
        }
        return "<dl class=\"figures\">\(parts)</dl>"
    }

    /// A word of the program as people read it.
    private static func words(_ word: String) -> String {
        String(decoding: word.utf8.map { [0x5F, 0x2D].contains($0) ? 0x20 : $0 }, as: UTF8.self)
    }

    private static func sentence(_ text: String) -> String {
        text.capitalizedFirst + "."
    }
}
