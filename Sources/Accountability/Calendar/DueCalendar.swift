package import Foundation
package import Groundwork

/// The days on which answers are due, as a calendar program reads them (RFC 5545).
///
/// It names requests by their numbers alone: a calendar is shared, and lies on telephones.
package struct DueCalendar: Sendable {
    /// A request that waits for its answer.
    package struct Entry: Sendable {
        package let id: String
        package let right: String
        /// The strict day.
        package let due: CivilDay
        /// The last day that the law allows.
        package let legal: CivilDay

        package init(id: String, right: String, due: CivilDay, legal: CivilDay) {
            self.id = id
            self.right = right
            self.due = due
            self.legal = legal
        }
    }

    private let entries: [Entry]
    private let domain: String
    private let moment: Date

    /// - Parameters:
    ///   - domain: what makes the events' names the controller's own: the part of its address after the `@`.
    ///   - moment: when it is written.
    package init(_ entries: [Entry], domain: String, at moment: Date) {
        self.entries = entries
        self.domain = domain
        self.moment = moment
    }

    /// The calendar's bytes.
    package var bytes: [UInt8] {
        let head = [
            ContentLine("BEGIN", "VCALENDAR"), ContentLine("VERSION", "2.0"),
            ContentLine("PRODID", text: "-//Inzage//Answers that are due//EN"), ContentLine("CALSCALE", "GREGORIAN"),
            ContentLine("NAME", text: "Answers that are due"),
            ContentLine("X-WR-CALNAME", text: "Answers that are due"),
        ]
        let body = entries.isEmpty ? Self.nothing : entries.flatMap(event)
        return (head + body + [ContentLine("END", "VCALENDAR")]).flatMap(\.bytes)
    }

    private func event(_ entry: Entry) -> [ContentLine] {
        [
            ContentLine("BEGIN", "VEVENT"), ContentLine("UID", text: "\(entry.id)-due@\(domain)"),
            ContentLine("DTSTAMP", Self.stamp(moment)),
            ContentLine("DTSTART;VALUE=DATE", Self.date(entry.due)),
            ContentLine("DTEND;VALUE=DATE", Self.date(entry.due.adding(days: 1))),
            ContentLine("SUMMARY", text: Self.summary(entry)),
            ContentLine(
                "DESCRIPTION",
                text: "The law's last day is \(entry.legal).\ninzage request show \(entry.id)"
            ),
            ContentLine("TRANSP", "TRANSPARENT"),
        ] + Self.alarms.flatMap { alarm($0, of: entry) } + [ContentLine("END", "VEVENT")]
    }

    private static func summary(_ entry: Entry) -> String { "Answer request \(entry.id) (\(entry.right))" }

    /// At nine in the morning, fourteen days before, three days before, and on the day itself; the event begins at
    /// midnight, when nobody wants to be woken.
    private static let alarms = ["-P13DT15H", "-P2DT15H", "PT9H"]

    private func alarm(_ trigger: String, of entry: Entry) -> [ContentLine] {
        [
            ContentLine("BEGIN", "VALARM"), ContentLine("ACTION", "DISPLAY"), ContentLine("TRIGGER", trigger),
            ContentLine("DESCRIPTION", text: "\(Self.summary(entry)), due on \(entry.due)"),
            ContentLine("END", "VALARM"),
        ]
    }

    /// A calendar must have a component: where no answer is due it says what UTC is.
    private static let nothing = [
        ContentLine("BEGIN", "VTIMEZONE"), ContentLine("TZID", "Etc/UTC"), ContentLine("BEGIN", "STANDARD"),
        ContentLine("DTSTART", "19700101T000000"), ContentLine("TZOFFSETFROM", "+0000"),
        ContentLine("TZOFFSETTO", "+0000"), ContentLine("END", "STANDARD"), ContentLine("END", "VTIMEZONE"),
    ]

    private static func date(_ day: CivilDay) -> String { digits(day.description) }

    private static func stamp(_ moment: Date) -> String { digits(Surroundings.timestamp(moment)) }

    /// ISO 8601 without what stands between its numbers: `20260305T120000Z`.
    private static func digits(_ text: String) -> String {
        String(decoding: text.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":") }, as: UTF8.self)
    }
}
