import ExporterKit
import Foundation
import Policy
package import Groundwork
import Calendars

/// Reads `deadline` in `controller.yaml`.
enum DeadlineSection {
    static func read(_ map: YAMLMapping) -> DeadlinePolicy {
        let fallback = DeadlinePolicy(holidays: "NL", timeZone: "Europe/Amsterdam")
        let keys = [
            "base", "pace", "per_right", "applies_to", "extension", "holidays", "time_zone",
        ]
        guard let section = map.required("deadline", fix: "write base, holidays and time_zone"),
            let deadline = section.mapping(known: keys, statements: ["from", "must_say_grant_or_refuse"])
        else { return fallback }
        let base = deadline.silent(
            "base",
            "the policy has no number, so the law's month counts (Art. 12(3))",
            fix: "write P30D or P1M if it has one"
        )
        let policy = DeadlinePolicy(
            base: base?.datePeriod(),
            pace: deadline["pace"]?.choice("pace"),
            perRight: perRight(deadline["per_right"]),
            appliesTo: (deadline["applies_to"]?.itemsOrOne() ?? []).compactMap { $0.choice("right") },
            prolonging: deadline["extension"].flatMap(prolonging),
            holidays: deadline.required("holidays", fix: "write whose public holidays count, such as NL")?
                .countryCode() ?? fallback.holidays,
            timeZone: deadline.required("time_zone", fix: "write Europe/Amsterdam")?.timeZone() ?? fallback.timeZone
        )
        warn(of: policy, in: deadline)
        return policy
    }

    private static func perRight(_ section: YAMLValue?) -> [Right: DeadlinePolicy.Pace] {
        let map = section?.mapping(known: Right.allCases.map(\.rawValue), statements: ["others"])
        return (map?.entries ?? []).reduce(into: [:]) { paces, entry in
            if let right = Right(rawValue: entry.key) { paces[right] = entry.value.choice("pace") }
        }
    }

    private static func prolonging(_ section: YAMLValue) -> DeadlinePolicy.ExtensionPolicy? {
        guard let map = section.mapping(known: ["allowed", "max", "notice_within"]) else { return nil }
        let policy = DeadlinePolicy.ExtensionPolicy(
            isAllowed: map["allowed"]?.truth() ?? true,
            max: map["max"]?.datePeriod(),
            noticeWithin: map["notice_within"]?.datePeriod()
        )
        if let max = policy.max.flatMap(ISOPeriod.init), max.isLonger(than: ISOPeriod(months: 2)) {
            map["max"]?.law(
                "the policy allows itself more than two further months",
                article: "12(3)",
                fix: "write P2M; the law gives no more, and Inzage takes no more"
            )
        }
        return policy
    }

    private static func warn(of policy: DeadlinePolicy, in section: YAMLMapping) {
        if !HolidayCalendar(country: policy.holidays).isKnown {
            section["holidays"]?.warning(
                "the public holidays of \(policy.holidays) are not known, so only weekends move the legal date",
                fix: "nothing is needed; the date can only be too early"
            )
        }
        if let base = policy.base.flatMap(ISOPeriod.init), base.isLonger(than: ISOPeriod(months: 1)) {
            section["base"]?.law(
                "the policy promises an answer later than the law allows, so the law's month counts",
                article: "12(3)",
                fix: "write P1M, and mend the policy"
            )
        } else if let base = policy.base, ISOPeriod(base)?.days == 30 {
            section["base"]?.law(
                "30 days end after a month where the month is February, so the earlier of both counts",
                article: "12(3)",
                fix: "nothing is needed; the dates that Inzage gives are the earlier ones"
            )
        }
    }
}

extension ISOPeriod {
    /// Whether it never ends earlier than another one and sometimes later, whatever day of four years it runs from.
    package func isLonger(than other: ISOPeriod) -> Bool {
        let starts = (0..<1461).map { CivilDay(existing: 2023, 1, 1).adding(days: $0) }
        return starts.allSatisfy { applied(to: $0) >= other.applied(to: $0) }
            && starts.contains { applied(to: $0) > other.applied(to: $0) }
    }
}

extension YAMLValue {
    fileprivate func timeZone() -> String? {
        guard let name = text() else { return nil }
        if TimeZone(identifier: name) != nil { return name }
        error("unknown time zone \(shown(name))", fix: "write a name of the tz database, such as Europe/Amsterdam")
        return nil
    }
}
