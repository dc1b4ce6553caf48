import Calendars
import Cases
import Foundation
import Groundwork
package import Policy
package import RegisterStore

extension YearReport {
    /// Counts the requests that a register received in a year.
    ///
    /// - Throws: integrity broken where the audit, by which it is counted, was changed.
    package init(of year: Int, in register: Register, for controller: Controller) throws {
        let clock = RequestClock(policy: controller.deadline, register: register)
        let today = clock.today
        guard (Self.firstYear...today.year).contains(year) else {
            throw InzageError(
                .usage,
                year > today.year ? "the year \(year) has not begun" : "\(year) is no year that has requests",
                hint: "write it in four digits, such as --year \(today.year)"
            )
        }
        self.init(
            try Self.accounts(of: year, register, controller.deadline),
            of: year,
            controller: controller.name ?? controller.entities.first?.name ?? "",
            on: today
        )
    }

    /// Before there were requests of this sort a year is a typing mistake.
    private static let firstYear = 1900

    private static func accounts(
        of year: Int,
        _ register: Register,
        _ policy: DeadlinePolicy
    ) throws -> [RequestAccount] {
        try register.read { transaction in
            let entries = try transaction.auditEntries()
            guard register.auditChain.breaks(in: entries).isEmpty else {
                throw InzageError(
                    .integrityBroken,
                    "the audit was changed, so that nothing can be counted by it",
                    hint: "\(.verifyAudit) says where"
                )
            }
            let byRequest = Dictionary(grouping: entries) { $0.request ?? "" }
            return try transaction.requests().filter { $0.receivedOn.year == year }.map { request in
                RequestAccount(
                    request,
                    deadlines: policy.deadlines(of: request, asks: try transaction.asks(of: request.id)),
                    entries: byRequest[request.id] ?? [],
                    closedAt: try transaction.moments(of: request.id)?.closedAt,
                    zone: policy.zone
                )
            }
        }
    }

    private init(_ accounts: [RequestAccount], of year: Int, controller: String, on today: CivilDay) {
        let forgotten = accounts.filter { $0.request.purgedAt != nil }
        self.init(
            controller: controller,
            year: year,
            asOf: today,
            yearGoesOn: year == today.year,
            received: accounts.count,
            byMonth: (1...12).map { month in accounts.count { $0.request.receivedOn.month == month } },
            byRight: accounts.counted { $0.request.right.rawValue },
            outcomes: RequestOutcome.allCases.reduce(into: [:]) { outcomes, outcome in
                outcomes[outcome.rawValue] = accounts.count { $0.outcome == outcome }
            },
            refusalsByGround: accounts.filter { $0.outcome == .refused }.counted {
                $0.refusalGround ?? AuditedStep.ownGround
            },
            answerTime: AnswerTime(accounts),
            extended: accounts.count { $0.request.extendedOn != nil },
            reopened: accounts.count { $0.reopened > 0 },
            codes: Codes(
                mailed: accounts.reduce(0) { $0 + $1.codesMailed },
                returned: accounts.reduce(0) { $0 + $1.codesReturned },
                wrong: accounts.reduce(0) { $0 + $1.codesWrong }
            ),
            provenBy: accounts.flatMap { Array($0.methods) }.reduce(into: [:]) { $0[$1, default: 0] += 1 },
            stillOpen: StillOpen(
                open: accounts.count(where: \.isOpen),
                late: accounts.count { $0.isOpen && today > $0.deadlines.strict },
                pastLegalDay: accounts.count { $0.isOpen && today > $0.deadlines.legal }
            ),
            forgotten: Forgotten(requests: forgotten.count, endedUntil: forgotten.compactMap(\.closedOn).max())
        )
    }

}

extension YearReport.AnswerTime {
    fileprivate init(_ accounts: [RequestAccount]) {
        let told = accounts.compactMap { account in account.toldOn.map { (day: $0, limits: account.deadlines) } }
        let days = accounts.compactMap(\.daysToTell).sorted()
        let middle = days.count / 2
        let median: Double? =
            if days.isEmpty {
                nil
            } else if days.count.isMultiple(of: 2) {
                Double(days[middle - 1] + days[middle]) / 2
            } else {
                Double(days[middle])
            }
        self.init(
            told: told.count,
            medianDays: median,
            longestDays: days.last,
            withinMonth: told.count { $0.day <= $0.limits.notice },
            withinOwnPeriod: told.count { $0.day <= $0.limits.strict },
            withinLegalPeriod: told.count { $0.day <= $0.limits.legal }
        )
    }
}

extension [RequestAccount] {
    /// How many there are of each word.
    fileprivate func counted(_ word: (RequestAccount) -> String) -> [String: Int] {
        reduce(into: [:]) { $0[word($1), default: 0] += 1 }
    }
}
