import ExporterKit
import Policy
package import Cases
import Groundwork
import Calendars
package import RegisterStore

/// What is decided about a request: more time, no, or that people have carried it out.
extension Intake {
    /// Whether more time may be taken today.
    ///
    /// - Throws: what forbids it: the first month is over, it was taken before, the policy promises not to (Article 12(3)).
    package func checkExtension(of request: Request) throws {
        guard !request.state.isFinal, request.state != .delivered else { throw request.isAlready(request.state) }
        guard request.grantedOn == nil else { throw request.isGranted }
        guard request.extendedOn == nil else {
            throw InzageError(.notInThisState, "request \(request.id) is extended already", hint: "it is possible once")
        }
        guard controller.deadline.prolonging?.isAllowed != false else {
            throw InzageError(.notInThisState, "the policy takes no more time (deadline.extension.allowed is false)")
        }
        let holidays = controller.deadline.holidays(of: request)
        let promised = controller.deadline.prolonging?.noticeWithin.flatMap(ISOPeriod.init)
            .map { holidays.roll($0.applied(to: request.receivedOn)) }
        let notice = try clock.deadlines(of: request).notice
        let last = min(promised ?? notice, notice)
        guard today <= last else {
            throw InzageError(
                .notInThisState,
                "it is too late: an extension had to be announced by \(last) (Art. 12(3))",
                hint: "answer now; \(.export(request.id))"
            )
        }
    }

    /// Whether a request may be refused on a ground.
    ///
    /// - Throws: what forbids it: no ground, no reason, a right that is granted always, or a ground of neither the policy
    ///   nor the GDPR.
    package func checkRefusal(of request: Request, ground: String, reason: String) throws {
        guard !request.state.isFinal, request.state != .delivered else { throw request.isAlready(request.state) }
        guard request.grantedOn == nil else { throw request.isGranted }
        guard !isBlank(ground), !isBlank(reason) else {
            throw InzageError(
                .usage,
                "a refusal names its ground and says why (Art. 12(4))",
                hint: "give --ground and --reason"
            )
        }
        guard request.right != .objectionDirectMarketing else {
            throw InzageError(
                .notInThisState,
                "an objection to direct marketing is granted always, without a ground and free (Art. 21(3))",
                hint: "\(.grant(request.id))"
            )
        }
        guard request.right != .withdrawConsent else {
            throw InzageError(
                .notInThisState,
                "consent can always be withdrawn (Art. 7(3))",
                hint: "\(.grant(request.id))"
            )
        }
        try checkPromise(of: ground, for: request.right)
    }

    /// Whether the policy leaves room for a ground; where it names its grounds for a right, it promises to have no other
    /// beside those of the law.
    ///
    /// An own ground is not looked at: it may be national law, and says for itself what it is.
    private func checkPromise(of ground: String, for right: Right) throws {
        let promised = controller.refusal.grounds(for: right)
        guard !promised.isEmpty, let word = RefusalGround(word: ground), word.articles(for: right).isEmpty,
            !promised.compactMap(RefusalGround.init(word:)).contains(word)
        else { return }
        throw InzageError(
            .notInThisState,
            "neither the policy nor the GDPR gives \(word.rawValue) as a ground to refuse \(right.rawValue)",
            hint: "the policy says: \(promised.joined(separator: ", ")); a ground of national law is written out"
        )
    }

    /// Whether people may say now that they carried out what was asked.
    package func checkGrant(of request: Request) throws {
        guard !request.right.isAnsweredByArchive else {
            throw InzageError(
                .usage,
                "the right \(request.right.rawValue) is answered by an archive",
                hint: "\(.export(request.id))"
            )
        }
        guard !request.state.isFinal, request.state != .delivered, request.grantedOn == nil else {
            throw request.isAlready(request.state)
        }
        if try register.read({ try $0.subject(of: request.id) })?.isUnknown == true {
            throw InzageError(
                .notInThisState,
                "nobody is on file under the address of request \(request.id)",
                hint: "\(.export(request.id)) says so"
            )
        }
        // To stop something for somebody who did not ask harms nobody; to change or erase something does.
        guard request.state == .verified || request.right.needsNoProof else {
            throw InzageError(
                .notInThisState,
                "who asks in request \(request.id) is not proven",
                hint: "\(.export(request.id)) mails a code; \(.verify(request.id)) shows the other ways"
            )
        }
    }

    /// What stays though erasure was asked: the categories that a law keeps (Article 17(3)(b)), and those that the
    /// operator names.
    ///
    /// What the work list found nothing of is not named: nothing of it is kept.
    package func kept(by request: Request, also named: [String: String]) throws -> [KeptData] {
        if let unknown = named.keys.sorted().first(where: { processing.category($0) == nil }) {
            throw InzageError(
                .usage,
                "--kept: processing.yaml has no category \(unknown)",
                hint: processing.categories.map(\.id).joined(separator: ", ")
            )
        }
        let absent = try categoriesFoundEmpty(for: request)
        return processing.categories.compactMap { category in
            let isKeptByLaw =
                request.right == .erasure && !absent.contains(category.id)
                && !processing.legalRules(of: category).isEmpty
            let ground = named[category.id] ?? (isKeptByLaw ? "legal_obligation" : nil)
            return ground.map { KeptData(category: category.id, title: category.title, ground: $0) }
        }
    }

    /// The categories that were looked for in all their places, and found in none.
    private func categoriesFoundEmpty(for request: Request) throws -> Set<String> {
        let work = try register.read { try $0.work(request: request.id, round: request.round) }
        let looked = work.flatMap(\.collections)
        let remaining = looked.filter { $0.finding != .nothingFound }.map(\.category)
        return Set(looked.map(\.category)).subtracting(remaining)
    }

    /// Forgets whom a handled request was about, where the policy keeps only anonymous records of such requests.
    package func forgetPersonIfPromised(in request: Request) throws {
        guard [.delivered, .refused].contains(request.state), !request.right.isAnsweredByArchive,
            controller.requestLog.anonymousFor.contains(request.right), request.claim != Claim(email: nil),
            try !register.read({ try $0.package(request: request.id, round: request.round) != nil }),
            // Who has still to carry it out somewhere must know for whom.
            try register.read({ try $0.work(request: request.id, round: request.round) }).open.isEmpty
        else { return }
        var closed = request
        if closed.state == .delivered {
            try closed.move(to: .closed)
            closed.closedBecause = CloseReason.answered.rawValue
        }
        closed.claim = Claim(email: nil)
        try register.transaction { transaction in
            try end(closed, transaction)
            try transaction.forgetPerson(in: closed)
            try transaction.update(closed)
            try transaction.audit("\(closed.state.rawValue), the person forgotten", request: closed.id)
        }
        removeFiles(of: closed, rounds: 1...closed.round)
    }

    package var clock: RequestClock { RequestClock(policy: controller.deadline, register: register) }
}

extension Right {
    /// Whether it may be granted to whoever asks: only something stops that the person may have stopped at any time.
    var needsNoProof: Bool { [.objectionDirectMarketing, .withdrawConsent].contains(self) }
}

extension RightPromise {
    /// Whether a copy of the data is promised once an objection is upheld.
    package var sendsCopyWhenUpheld: Bool { whenUpheld.contains("send_copy_of_data") }
}

extension Request {
    /// The error that says that the person was told that it is done.
    package var isGranted: InzageError {
        InzageError(.notInThisState, "request \(id) is granted already, and the person was told")
    }

    /// The error that says that a request is past what was asked of it.
    package func isAlready(_ state: State) -> InzageError {
        InzageError(
            .notInThisState,
            "request \(id) is \(state.rawValue)",
            hint: state.isFinal ? "\(.reopen(id)) starts another answer" : nil
        )
    }
}
