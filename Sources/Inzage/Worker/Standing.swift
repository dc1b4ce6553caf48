import Calendars
import ControllerFiles
import Cases
import GatheringStage
package import Groundwork
import IntakeStage
import RegisterStore

/// What waits and for whom, of all open requests, in numbers.
package struct Standing: Sendable, Encodable {
    /// How many requests are in a state, and since when the oldest of them is here.
    package struct Group: Sendable, Encodable {
        package let state: String
        package let requests: Int
        package let oldest: CivilDay
    }

    /// How often something is owed, since when, and whether only people can do it.
    package struct Waits: Sendable, Encodable {
        package let what: String
        package let forPeople: Bool
        package let requests: Int
        package let since: CivilDay?
    }

    /// The open requests by state, in the order in which a request goes through them.
    package private(set) var states: [Group] = []
    /// What is owed, what needs no people first.
    package private(set) var waits: [Waits] = []
    /// The day on which the first answer is due that is not out; nil where all are.
    package private(set) var oldestDue: CivilDay?
    /// How many are not answered and past their day.
    package private(set) var late = 0
    /// How many are due within a week.
    package private(set) var dueSoon = 0
    /// How many answers are held because a source failed.
    package private(set) var held = 0
    /// How many were answered and are not closed.
    package private(set) var delivered = 0
    /// How many passphrases nobody has told.
    package private(set) var passphrasesUntold = 0
    /// How many mails have not gone.
    package private(set) var mailsUnsent = 0
    /// How many were restored from a backup and wait for a look.
    package private(set) var restored = 0
    /// When the worker last ran; nil where none has.
    package private(set) var worker: WorkerNote?

    /// How many requests are open.
    package var open: Int { states.reduce(0) { $0 + $1.requests } }
}

extension Workplace {
    /// How the open requests stand; nothing is changed.
    package func standing() throws -> Standing {
        let requests = try register.read { try $0.requests() }.filter { !$0.state.isFinal }
        var standing = Standing()
        standing.count(states: requests)
        standing.note(worker: WorkerNote(in: configuration.folder))
        let today = pipeline.intake.today
        var owed: [Owed] = []
        for request in requests {
            let ofOne = try pipeline.owed(in: request)
            owed += ofOne
            standing.count(ofOne)
            guard request.state != .delivered else { continue }
            standing.count(due: try clock.deadlines(of: request).strict, today: today)
            if try pipeline.ledger(of: request.id).lines.contains(where: \.hasFailed) { standing.countHeld() }
        }
        standing.count(waits: owed)
        return standing
    }
}

extension Standing {
    fileprivate mutating func count(states requests: [Request]) {
        delivered = requests.count { $0.state == .delivered }
        states = State.allCases.compactMap { state in
            let days = requests.filter { $0.state == state }.map(\.receivedOn)
            return days.min().map { Group(state: state.rawValue, requests: days.count, oldest: $0) }
        }
    }

    fileprivate mutating func note(worker: WorkerNote?) { self.worker = worker }

    fileprivate mutating func countHeld() { held += 1 }

    fileprivate mutating func count(due day: CivilDay, today: CivilDay) {
        oldestDue = min(oldestDue ?? day, day)
        if day < today {
            late += 1
        } else if day <= today.adding(days: 7) {
            dueSoon += 1
        }
    }

    fileprivate mutating func count(_ owed: [Owed]) {
        passphrasesUntold += owed.count { $0.what == .passphrase }
        mailsUnsent += owed.count { $0.what == .mail }
        restored += owed.count { $0.what == .restored }
    }

    /// In the order in which they come up, which is what needs no people first.
    fileprivate mutating func count(waits owed: [Owed]) {
        var kinds: [Owed.What] = []
        for one in owed where !kinds.contains(one.what) { kinds.append(one.what) }
        waits = [false, true].flatMap { forPeople in
            kinds.compactMap { kind in
                let same = owed.filter { $0.what == kind && $0.isForPeople == forPeople }
                guard !same.isEmpty else { return nil }
                return Waits(
                    what: kind.rawValue,
                    forPeople: forPeople,
                    requests: same.count,
                    since: same.compactMap(\.since).min()
                )
            }
        }
    }
}

extension LedgerLine {
    /// Whether the source could not be read.
    fileprivate var hasFailed: Bool { if case .failed = outcome { true } else { false } }
}
