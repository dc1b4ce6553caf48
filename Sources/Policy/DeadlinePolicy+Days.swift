package import Foundation

extension DeadlinePolicy {
    /// The zone in which a day of receipt is a day; UTC where the name is unknown, which `inzage check` reports.
    package var zone: TimeZone { TimeZone(identifier: timeZone) ?? .gmt }
}
