import ArchiveSealing
import Cases
import Groundwork
import Inzage
import IntakeStage
import Policy
import RegisterStore

/// What the register says of a request, put as the case file puts it.
struct CaseFacts: Sendable {
    let request: Request
    /// What the audit says of it, oldest first.
    let entries: [AuditEntry]
    let desk: CaseDesk

    var policy: Controller { desk.pipeline.intake.controller }

    var controller: CaseController {
        CaseController(
            name: policy.name ?? policy.entities.first?.name ?? "",
            entities: policy.entities.map(\.name),
            contact: policy.contact.email ?? policy.contact.post ?? policy.contact.phone,
            country: policy.country
        )
    }

    func asked() throws -> CaseRequest {
        let moments = try desk.register.read { try $0.moments(of: request.id) }
        let claim = request.claim
        return CaseRequest(
            id: request.id,
            right: request.right.rawValue,
            article: request.right.article,
            rightWasNamed: request.rightWasNamed,
            language: request.language.rawValue,
            receivedOn: request.receivedOn,
            enteredAt: moments?.openedAt,
            state: request.state.rawValue,
            closedBecause: request.closedBecause,
            endedAt: moments?.closedAt,
            answer: request.round,
            follows: request.follows,
            grantedOn: request.grantedOn,
            email: claim.email,
            name: claim.name,
            representative: claim.representative.map { .init(name: $0.name, email: $0.email) },
            identifiers: claim.identifiers,
            destination: Self.words(claim.destination),
            certificateSHA256: try claim.certificate.map {
                try RecipientCertificate(parsing: Array($0.utf8)).facts.fingerprint.hexadecimal
            },
            forgottenAt: request.purgedAt
        )
    }

    private static func words(_ destination: Destination) -> String {
        switch destination {
        case .address(let address): "\(destination.word): \(address)"
        case .organisation(let name, let email): "\(destination.word): \(name), \(email)"
        case .addressOfRecord, .post, .handOver: destination.word
        }
    }

    func deadlines() throws -> DeadlineArithmetic {
        DeadlineArithmetic(
            of: request,
            asks: try desk.register.read { try $0.asks(of: request.id) },
            policy: policy.deadline
        )
    }

    func evidence() throws -> [CaseEvidence] {
        try desk.register.read { try $0.evidenceEverTaken(of: request.id) }.map { taken in
            CaseEvidence(
                method: taken.evidence.method,
                checkedBy: taken.evidence.checkedBy,
                checkedAt: taken.evidence.checkedAt,
                detail: taken.evidence.detail,
                settles: taken.evidence.settles.map(\.rawValue),
                counts: taken.counts
            )
        }
    }

    /// What was decided for each answer, oldest first.
    func decisions() throws -> [(answer: Int, decision: Decision)] {
        try desk.register.read { transaction in
            try (1...request.round).flatMap { round in
                try transaction.decisions(request: request.id, round: round).map { (round, $0) }
            }
        }
    }

    func places() throws -> [CasePlace] {
        try desk.register.read { transaction in
            try (1...request.round).flatMap { round in
                try transaction.work(request: request.id, round: round).map { item in
                    CasePlace(
                        answer: round,
                        place: item.place,
                        needed: item.isNeeded,
                        lookedAt: item.lookedAt,
                        doneAt: item.done?.at,
                        doneBy: item.done?.by
                    )
                }
            }
        }
    }
}

extension CaseDecision {
    /// The key of a record that was withheld is the subject's data, so a collection is named and no record.
    init(answer: Int, decision: Decision) {
        self.init(
            answer: answer,
            kind: decision.kind.rawValue,
            target: decision.target,
            ground: decision.detail.ground,
            reason: decision.detail.reason ?? decision.detail.file?.title,
            at: decision.decidedAt,
            by: decision.decidedBy
        )
    }
}

extension CaseFacts: Redacted {}
