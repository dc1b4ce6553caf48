package import ExporterKit
import Foundation
import Mail
package import Cases
package import Groundwork
package import Policy
package import RegisterStore
import Calendars

/// Takes requests in and keeps what people say about them.
package struct Intake: Sendable {
    package let controller: Controller
    package let systems: [SystemDescription]
    package let processing: Processing
    package let register: Register
    let archives: String

    package init(
        controller: Controller,
        processing: Processing,
        systems: [SystemDescription],
        register: Register,
        archives: String
    ) {
        self.controller = controller
        self.processing = processing
        self.systems = systems
        self.register = register
        self.archives = archives
    }

    package var today: CivilDay { clock.today }

    /// Opens a request; its clock runs from the day of receipt.
    ///
    /// - Parameter store: what else is written along with it, in the same transaction.
    package func open(
        _ submission: Submission,
        storing store: (Request, RegisterTransaction) throws -> Void = { _, _ in }
    ) throws -> Request {
        try check(submission.claim)
        let receivedOn = try day(submission.receivedOn)
        try check(receivedOn, lateEntry: submission.lateEntry)
        let right = submission.right ?? .access
        try check(right)
        let request = Request(
            id: ReadableAlphabet.text(register.surroundings.randomBytes(6)),
            right: right,
            language: submission.language ?? controller.languages.first ?? .en,
            receivedOn: receivedOn,
            state: .received,
            round: 1,
            roundScope: nil,
            claim: submission.claim,
            tries: 0,
            closedBecause: nil,
            follows: submission.follows,
            rightWasNamed: submission.right != nil,
            calendar: HolidayCalendar.version
        )
        try register.transaction { transaction in
            if let follows = submission.follows { _ = try existing(follows, transaction) }
            try transaction.insert(request)
            try transaction.audit("opened", request: request.id)
            if let reason = submission.lateEntry {
                let detail = DecisionDetail(reason: "entered late: \(reason)")
                try transaction.insert(.note, target: "late entry", detail: detail, request: request.id, round: 1)
                try transaction.audit("entered late", request: request.id)
            }
            try store(request, transaction)
        }
        return request
    }

    /// The request with an id.
    ///
    /// - Throws: wrong use when there is none.
    package func request(_ id: String) throws -> Request {
        try register.read { try existing(id, $0) }
    }

    func existing(_ id: String, _ transaction: RegisterTransaction) throws -> Request {
        guard let request = try transaction.request(id) else {
            throw InzageError(.usage, "there is no request with this id", hint: "\(.listRequests) shows them all")
        }
        return request
    }

    /// The request, if an export may go on with it.
    package func advanceable(_ id: String) throws -> Request {
        let request = try request(id)
        switch request.state {
        case .refused, .withdrawn, .onHold:
            throw InzageError(
                .notInThisState,
                "request \(id) is \(request.state.rawValue)",
                hint: "\(.reopen(id))"
            )
        default: return request
        }
    }

    /// Every right is taken, also one that the policy does not name; a complaint is the authority's affair (Article 77).
    func check(_ right: Right) throws {
        guard right != .complaint else {
            throw InzageError(
                .usage,
                "a complaint is made to the supervisory authority, not here",
                hint: "\(.noteRemark) keeps a remark about it"
            )
        }
    }

    package func day(_ text: String?) throws -> CivilDay {
        guard let text else { return today }
        guard let day = CivilDay(text) else {
            throw InzageError(.usage, "the day of receipt is no date", hint: "write it as 2026-03-05")
        }
        guard day <= today else {
            throw InzageError(.usage, "the day of receipt lies in the future", hint: "today is \(today)")
        }
        return day
    }

    /// A day of receipt long ago is mostly a typing mistake, and it moves every deadline.
    private func check(_ receivedOn: CivilDay, lateEntry: String?) throws {
        guard lateEntry == nil, receivedOn < today.adding(days: -Self.longestLate) else { return }
        throw InzageError(
            .usage,
            "the day of receipt lies more than \(Self.longestLate) days back",
            hint: "check the year; if it is right, say why with --late-entry REASON"
        )
    }

    /// How many days back a day of receipt may lie without a reason.
    package static let longestLate = 90

    /// The requests whose claim names an address, compared as addresses are, and has these words too; oldest first.
    package func requests(from email: String, about words: String = "") throws -> [Request] {
        let address = Identifier(kind: "email", email)
        return try register.read { try $0.requests(about: "\(email) \(words)") }.filter { request in
            request.claim.email.map { address.matches(Array($0.utf8)[...]) } == true
        }
    }

    /// The other requests from the same address that are still open, the one due first on top.
    ///
    /// Duplicates are the commonest complaint about tools like this one.
    package func others(like request: Request) throws -> [(request: Request, due: CivilDay)] {
        guard let email = request.claim.email else { return [] }
        return try dueFirst(
            requests(from: email).filter { $0.id != request.id && !$0.state.isFinal && $0.state != .delivered }
        )
    }

    /// The one due first on top; of those due on one day, in the order in which they are given.
    private func dueFirst(_ requests: [Request]) throws -> [(request: Request, due: CivilDay)] {
        try requests.map { (request: $0, due: try clock.deadlines(of: $0).strict) }.enumerated()
            .sorted { ($0.element.due, $0.offset) < ($1.element.due, $1.offset) }
            .map(\.element)
    }

    /// The other requests of the same person that are still open, the one due first on top: those from the same address,
    /// and those of whom proof named the same.
    package func others(ofPersonIn request: Request) throws -> [(request: Request, due: CivilDay)] {
        let (all, own) = try register.read { (try $0.requests(), try $0.subject(of: request.id)) }
        let open = all.filter { $0.id != request.id && !$0.state.isFinal }
        let ofPerson = try register.read { transaction in
            try open.filter { other in
                if let own, let found = try transaction.subject(of: other.id) { return own.isSamePerson(as: found) }
                return request.claim.sharesAddress(with: other.claim)
            }
        }
        return try dueFirst(ofPerson)
    }

    /// Every address that a claim names must be one, and one only (cases 11, 12 and 20).
    func check(_ claim: Claim) throws {
        if let email = claim.email { try check(address: email, option: "--email") }
        guard claim.identifiers.allSatisfy(Self.hasValue) else {
            throw InzageError(.usage, "--identifier names a kind without a value", hint: "write it as KIND=VALUE")
        }
        if let representative = claim.representative {
            try check(address: representative.email, option: "--requester-email")
        }
        switch claim.destination {
        case .address(let email): try check(address: email, option: "--destination")
        case .organisation(_, let email): try check(address: email, option: "--to-email")
        case .addressOfRecord, .post, .handOver: break
        }
    }

    private static func hasValue(_ identifier: String) -> Bool {
        let parts = identifier.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { part in part.contains { $0 > 0x20 } }
    }

    private func check(address: String, option: String) throws {
        do {
            _ = try MailAddress(parsing: Array(address.utf8))
        } catch {
            throw InzageError(.usage, "\(option): \(error.message)", hint: error.hint)
        }
    }
}
