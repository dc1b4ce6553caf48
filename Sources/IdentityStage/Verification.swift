package import ExporterKit
import Mail
package import Cases
package import RegisterStore
import Groundwork
package import IdentityMethods
package import Policy
package import SourceReading

/// Proves who asks.
///
/// Identification (which records) and authentication (is it them) are separate.
package struct Verification: Sendable {
    package let controller: Controller
    package let systems: [SystemDescription]
    let reader: SourceReader
    let register: Register
    let codes: Challenges

    package init(
        controller: Controller,
        systems: [SystemDescription],
        reader: SourceReader,
        register: Register,
        codes: Challenges
    ) {
        self.controller = controller
        self.systems = systems
        self.reader = reader
        self.register = register
        self.codes = codes
    }

    /// Goes from a request to a verified one, or says what is missing.
    ///
    /// A proof that was stored is taken as it is. When no code is open and one is needed, one is mailed.
    package func verify(_ request: Request, mailingCode: Bool) async throws -> Step<VerifiedRequest> {
        guard request.claim.email != nil else { return .waiting(try waitForSubject(request)) }
        if let proven = try storedProof(of: request), try await isStillOnFile(proven) { return .done(proven) }
        let examination = try await examine(request)
        guard !examination.openDoubts.isEmpty else {
            return .done(try store(examination.subject(), for: request))
        }
        if mailingCode, examination.openDoubts.contains(where: { $0.kind == .addressUnproven }),
            let waiting = try await codes.sendIfNoneOpen(for: request, to: examination.codeAddress)
        {
            return .waiting(waiting)
        }
        try waitForIdentity(request)
        let warnings = mailingCode ? examination.found.warnings : []
        return .waiting(try missing(examination, warnings: warnings))
    }

    /// Whether a proof from an earlier answer still holds: the same person stands under the same stored address.
    ///
    /// A proof that does not hold is dropped, and the person proves anew who they are.
    private func isStillOnFile(_ proven: VerifiedRequest) async throws -> Bool {
        let request = proven.request
        guard request.round > 1, request.state == .verified, !proven.subject.isUnknown else { return true }
        let identifiers = proven.subject.identifiers.filter { $0.kind != "email" }
        let holds = try await examine(request).candidates.contains { candidate in
            candidate.address == proven.subject.address
                && candidate.identifiers.map(KnownIdentifier.init) == identifiers
        }
        if !holds { try register.transaction { try $0.forgetProof(of: request.id) } }
        return holds
    }

    /// What is missing, with how it stands with the code where one is needed.
    func missing(_ examination: Examination, warnings: [String] = []) throws -> Waiting {
        let request = examination.request
        let needsCode = examination.openDoubts.contains { $0.kind == .addressUnproven }
        let status = needsCode ? try codes.status(of: request) : []
        return Waiting(
            .waiting,
            reasons: warnings + examination.reasons + status,
            next: examination.next(codes: try codes.standing(of: request))
        )
    }

    /// Looks at a request: who it may be about, what is doubted, and what is settled already.
    package func examine(_ request: Request) async throws -> Examination {
        guard let email = request.claim.email else {
            throw InzageError(
                .notInThisState,
                "request \(request.id) does not say whose data it is about",
                hint: "ask the requester, then: \(.amend(request.id, .address))"
            )
        }
        guard let claimed = try? MailAddress(parsing: Array(email.utf8)) else {
            throw InzageError(.integrityBroken, "the claimed address of request \(request.id) is no address")
        }
        let today = CivilDay.of(register.surroundings.now(), in: controller.deadline.zone)
        let search = CandidateSearch(
            systems: systems,
            reader: reader,
            quietDays: controller.identity.quietDays,
            today: today
        )
        let found = try await search.find(claimed)
        let stored = try register.read { transaction in
            (try transaction.evidence(of: request.id), try transaction.chosenSubject(of: request.id))
        }
        return Examination(
            request: request,
            claimed: claimed.bytes,
            found: found,
            evidence: stored.0,
            chosen: stored.1,
            policy: controller.identity
        )
    }

    /// Records extra identification; what it does not settle stays open.
    package func record(_ record: EvidenceRecord, for request: Request) async throws -> EvidenceJudgement {
        let used = IdentificationMethods.used(by: controller.identity)
        guard let method = used.first(where: { isSame($0.word, record.method) }) else {
            return .refused("methods are \(used.map(\.word).joined(separator: ", "))")
        }
        let settles = IdentificationMethods.doubts(settledBy: method, policy: controller.identity)
        let examination = try await examine(request)
        if let refusal = examination.refusal(of: record) { return .refused(refusal) }
        let candidate = examination.candidate(named: record.subject)
        let judgement = method.judge(record, of: candidate)
        guard case .accepted(let detail) = judgement else { return judgement }
        try register.transaction { transaction in
            if let candidate, try transaction.choose(candidate, of: request.id),
                var current = try transaction.request(request.id), try transaction.hasBegunAnswer(of: current)
            {
                // What colleagues added so far was meant for the person named before.
                try transaction.beginRound(of: &current)
                try transaction.update(current)
            }
            let evidence = Evidence(
                method: method.word,
                checkedBy: record.checkedBy,
                checkedAt: register.surroundings.timestamp,
                detail: detail,
                settles: settles.sorted { $0.rawValue < $1.rawValue }
            )
            try transaction.insert(evidence, for: request.id)
            if let candidate, let reason = record.nameDiffers, examination.differsInName(candidate) {
                try transaction.insert(
                    .note,
                    target: Decision.nameDiffers,
                    detail: DecisionDetail(reason: "the name on file differs from the one in the request: \(reason)"),
                    request: request.id,
                    round: request.round
                )
                try transaction.audit("evidence taken though the name differs", request: request.id)
            }
            try transaction.audit(
                "evidence \(method.word), checked by \(Surroundings.operatorName(from: record.checkedBy))",
                request: request.id
            )
        }
        return judgement
    }

    /// Nobody is named, so there is nobody to look for: the requester is asked, with the clock running.
    private func waitForSubject(_ request: Request) throws -> Waiting {
        try waitForIdentity(request)
        return Waiting(
            .waiting,
            reasons: ["\(Doubt.subjectUnclear): the request does not say whose data it is about"],
            next: [
                "\(.askForIdentification(request.id)), which asks; the clock is running",
                "\(.amend(request.id, .address)), once they have said it",
            ]
        )
    }

    private func waitForIdentity(_ request: Request) throws {
        guard request.state != .awaitingIdentity else { return }
        try register.transaction { try $0.move(request.id, to: .awaitingIdentity) }
    }
}
