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
    package func open(_ submission: Submission) throws -> Request {
        try check(submission.claim)
        let right = submission.right ?? .access
        try check(right)
        let request = Request(
            id: ReadableAlphabet.text(register.surroundings.randomBytes(6)),
            right: right,
            language: submission.language ?? controller.languages.first ?? .en,
            receivedOn: try day(submission.receivedOn),
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
            throw InzageError(.usage, "there is no request with this id", hint: "inzage request list shows them all")
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
                hint: "inzage request reopen \(id) --reason TEXT"
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
                hint: "inzage request note ID keeps a remark about it"
            )
        }
    }

    func day(_ text: String?) throws -> CivilDay {
        guard let text else { return today }
        guard let day = CivilDay(text) else {
            throw InzageError(.usage, "the day of receipt is no date", hint: "write it as 2026-03-05")
        }
        guard day <= today else {
            throw InzageError(.usage, "the day of receipt lies in the future", hint: "today is \(today)")
        }
        return day
    }

    /// Every address that a claim names must be one, and one only (cases 11, 12 and 20).
    func check(_ claim: Claim) throws {
        if let email = claim.email { try check(address: email, option: "--email") }
        if let representative = claim.representative {
            try check(address: representative.email, option: "--requester-email")
        }
        switch claim.destination {
        case .address(let email): try check(address: email, option: "--destination")
        case .organisation(_, let email): try check(address: email, option: "--to-email")
        case .addressOfRecord, .post, .handOver: break
        }
    }

    private func check(address: String, option: String) throws {
        do {
            _ = try MailAddress(parsing: Array(address.utf8))
        } catch {
            throw InzageError(.usage, "\(option): \(error.message)", hint: error.hint)
        }
    }
}
