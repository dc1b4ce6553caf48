package import Cases
package import RegisterStore
package import DeliveryStage
import GatheringStage
import IntakeStage

/// What the operator orders along with an export.
package struct Orders: Sendable {
    /// Stop at the dossier.
    package var previewOnly = false
    /// Let an answer go that waits for a look.
    package var release = false
    /// A system or category whose silence is accepted, and why.
    package var acceptGap: (target: String, reason: String)?
    /// Hand the archive over instead of mailing it.
    package var handOver: HandOver?

    package init() {}
}

/// What is told while a request advances.
package enum StageReport: Sendable {
    case verified
    case gathered(Ledger)
    case sealed(ArchiveRecord)
    case delivered(Receipt)
    case nothingHeld(Receipt)
}

/// How far a request went and what it waits for.
package struct Progress: Sendable {
    /// The last stage that was reached.
    package enum Stage: Sendable {
        case identity, gathering, gathered, sealed, delivered
    }

    package let stage: Stage
    package let archive: ArchiveRecord?
    package let ledger: Ledger
    package let receipt: Receipt?
    package let waiting: Waiting?

    init(
        stage: Stage,
        archive: ArchiveRecord? = nil,
        ledger: Ledger = Ledger(lines: []),
        receipt: Receipt? = nil,
        waiting: Waiting? = nil
    ) {
        self.stage = stage
        self.archive = archive
        self.ledger = ledger
        self.receipt = receipt
        self.waiting = waiting
    }

    /// The same progress with something else that is waited for beside it.
    func adding(_ other: Waiting?) -> Progress {
        guard let other else { return self }
        let both = waiting.map {
            Waiting($0.ending, reasons: $0.reasons + other.reasons, next: $0.next + other.next)
        }
        return Progress(stage: stage, archive: archive, ledger: ledger, receipt: receipt, waiting: both ?? other)
    }
}

extension Pipeline {
    /// Carries out what the operator ordered before the request advances.
    ///
    /// - Returns: the request, or nil when it is closed, or delivered with nothing left to send.
    func prepare(_ request: Request, orders: Orders) throws -> Request? {
        var request = request
        guard request.state != .closed else { return nil }
        if request.state == .delivered, orders.previewOnly { return nil }
        if request.state == .delivered {
            let gaps = try gathering.storedLedger(of: request).disclosedGaps
            guard orders.handOver == nil, !gaps.isEmpty else { return nil }
            request = try intake.beginSupplement(of: request, scope: gaps)
        }
        if let gap = orders.acceptGap { try intake.acceptGap(gap.target, reason: gap.reason, of: request) }
        if orders.release { try intake.release(request) }
        return request
    }

    /// The archive that was delivered last, as long as it is kept, for who asks again.
    func archive(of id: String) throws -> ArchiveRecord? {
        let request = try intake.request(id)
        guard request.state == .delivered else { return nil }
        return try intake.register.read { try $0.package(request: id, round: request.round)?.archive }
    }

    /// The ledger as the register knows it, for the operator.
    package func ledger(of id: String) throws -> Ledger {
        try gathering.storedLedger(of: intake.request(id))
    }
}
