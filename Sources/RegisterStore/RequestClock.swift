package import Cases
package import Policy
package import Calendars
package import Groundwork

/// The days of a request: by the policy's promise for its right, its extension, and what the requester was asked.
package struct RequestClock: Sendable {
    let policy: DeadlinePolicy
    let register: Register

    /// Counts by a policy, for the requests of a register.
    package init(policy: DeadlinePolicy, register: Register) {
        self.policy = policy
        self.register = register
    }

    /// The days of a request.
    package func deadlines(of request: Request) throws -> Deadlines {
        policy.deadlines(of: request, asks: try register.read { try $0.asks(of: request.id) })
    }

    /// Today, by the controller's clock on the wall.
    package var today: CivilDay { CivilDay.of(register.surroundings.now(), in: policy.zone) }
}

extension DeadlinePolicy {
    /// The days of a request, counted by the edition of the holidays with which it was opened.
    package func deadlines(of request: Request, asks: [Ask] = []) -> Deadlines {
        Deadlines.of(
            received: request.receivedOn,
            promise: promise(for: request),
            extended: request.extendedOn != nil,
            suspensions: asks.compactMap(\.suspension),
            holidays: holidays(of: request)
        )
    }

    package func holidays(of request: Request) -> HolidayCalendar {
        HolidayCalendar(country: holidays, version: request.calendar ?? HolidayCalendar.version)
    }

    /// The period that the policy promises for the request's right; an extension may be promised to be shorter than the
    /// law's.
    package func promise(for request: Request) -> ISOPeriod? {
        if request.extendedOn != nil {
            return prolonging?.max.flatMap(ISOPeriod.init).map {
                ISOPeriod(months: 1 + $0.years * 12 + $0.months, days: $0.weeks * 7 + $0.days)
            }
        }
        guard appliesTo.isEmpty || appliesTo.contains(request.right) else { return nil }
        return base.flatMap(ISOPeriod.init)
    }
}

extension Ask {
    /// The time for which the clock stood still; one that is not answered yet has none.
    package var suspension: Suspension? {
        guard isCredited, let answeredOn else { return nil }
        return Suspension(asked: askedOn, answered: answeredOn)
    }
}
