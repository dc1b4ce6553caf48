package import PackagingStage
package import DeliveryStage
import Cases
package import GatheringStage
package import IntakeStage
package import IdentityStage
import RegisterStore
import Policy

/// The pipeline that Inzage is, from what somebody asks to the proof that it was answered.
///
///     Submission -> Request -> VerifiedRequest -> Dossier -> SealedArchive -> Receipt
///                intake     verification       gathering  packaging+sealing  delivery
///
/// Each boundary is a type named by what has happened to it, so that a wrong order does not compile. People wait
/// between the steps, so ``advance(_:orders:report:)`` takes one stored request as far as it can go and stops where
/// somebody is waited for. Every stage stores what it did in one transaction of the register: running again after a
/// crash continues where it stopped and changes nothing that was done.
package struct Pipeline: Sendable {
    package let intake: Intake
    package let verification: Verification
    package let gathering: Gathering
    package let sealing: Sealing
    package let delivery: Delivery
    package let correspondence: LetterDesk
    let folder: String

    package init(
        intake: Intake,
        verification: Verification,
        gathering: Gathering,
        sealing: Sealing,
        delivery: Delivery,
        correspondence: LetterDesk,
        folder: String
    ) {
        self.intake = intake
        self.verification = verification
        self.gathering = gathering
        self.sealing = sealing
        self.delivery = delivery
        self.correspondence = correspondence
        self.folder = folder
    }

    /// Takes a request as far as it can go, holding its lease, and reports each stage as it is done.
    package func advance(
        _ id: String,
        orders: Orders = Orders(),
        after asked: AskedTogether = .none,
        report: (StageReport) -> Void = { _ in }
    ) async throws -> Progress {
        let lease = try Lease(request: id, inFolder: folder)
        defer { withExtendedLifetime(lease) {} }
        let stored = try intake.request(id)
        // An order for it by name waits as well: what went since the backup must not go twice.
        if let look = try waitingForLook(id) {
            return Progress(stage: stored.state == .delivered ? .delivered : .identity, waiting: look)
        }
        if let reading = try waitingForReading(stored) { return Progress(stage: .identity, waiting: reading) }
        // A letter that is late never holds the answer; it is told along with it.
        let late = orders.previewOnly ? nil : try await correspondence.sendPending(of: stored)
        if late != nil, stored.state == .refused { return Progress(stage: .delivered, waiting: late) }
        let request = try prepare(intake.advanceable(id), orders: orders)
        guard let request else {
            if late == nil { try intake.forgetPersonIfPromised(in: stored) }
            return Progress(stage: .delivered, archive: try archive(of: id), ledger: try ledger(of: id), waiting: late)
        }
        return try await proceed(request, orders: orders, after: asked, report).adding(late)
    }

    private func proceed(
        _ request: Request,
        orders: Orders,
        after asked: AskedTogether,
        _ report: (StageReport) -> Void
    ) async throws -> Progress {
        let verified: VerifiedRequest
        switch try await verification.verify(request, mailingCode: !orders.previewOnly) {
        case .waiting(let waiting): return Progress(stage: .identity, waiting: waiting)
        case .done(let done): verified = done.refreshed(try intake.request(done.request.id))
        }
        report(.verified)
        if let confirmation = try waitingForConfirmation(verified.request) {
            return Progress(stage: .identity, waiting: confirmation)
        }
        // About somebody whom no system knows people can do nothing yet; whether nothing is held is still to be found.
        if !verified.subject.isUnknown, let waiting = try await waitingForPeople(verified) {
            return Progress(stage: .identity, waiting: waiting)
        }
        return try await answer(verified, orders: orders, after: asked, report)
    }

    private func answer(
        _ verified: VerifiedRequest,
        orders: Orders,
        after asked: AskedTogether,
        _ report: (StageReport) -> Void
    ) async throws -> Progress {
        if let stored = try sealing.stored(of: verified) {
            let ledger = try ledger(of: verified.request.id)
            if orders.previewOnly { return Progress(stage: .sealed, archive: stored.facts, ledger: ledger) }
            return try await deliver(stored, ledger, orders: orders, report)
        }
        let gathered: Gathered
        switch try await gathering.gather(verified, after: asked) {
        case .waiting(let waiting):
            let ledger = try ledger(of: verified.request.id)
            report(.gathered(ledger))
            return Progress(stage: .gathering, ledger: ledger, waiting: waiting)
        case .done(let done): gathered = done
        }
        let ledger = gathered.dossier.ledger
        report(.gathered(ledger))
        if orders.previewOnly { return Progress(stage: .gathered, ledger: ledger) }
        if verified.subject.isUnknown {
            if gathered.dossier.holdsNothing { return try await answerNothingHeld(verified, gathered, report) }
            if let waiting = try await waitingForPeople(verified) {
                return Progress(stage: .gathering, ledger: ledger, waiting: waiting)
            }
        }
        let archive = try sealing.seal(gathered, of: verified.refreshed(try intake.request(verified.request.id)))
        report(.sealed(archive.facts))
        return try await deliver(archive, ledger, orders: orders, report)
    }

    private func deliver(
        _ archive: SealedArchive,
        _ ledger: Ledger,
        orders: Orders,
        _ report: (StageReport) -> Void
    ) async throws -> Progress {
        let step: Step<Receipt> =
            if let handOver = orders.handOver {
                .done(try delivery.handOver(archive, handOver))
            } else {
                try await delivery.deliver(
                    archive,
                    restFollows: !ledger.disclosedGaps.isEmpty
                )
            }
        switch step {
        case .waiting(let waiting):
            return Progress(stage: .sealed, archive: archive.facts, ledger: ledger, waiting: waiting)
        case .done(let receipt):
            report(.delivered(receipt))
            let delivered = Progress(stage: .delivered, archive: archive.facts, ledger: ledger, receipt: receipt)
            guard archive.verified.request.claim.destination != .addressOfRecord else { return delivered }
            // Whoever the address on file is of hears of an answer that went elsewhere; what fails is owed, and sent later.
            return delivered.adding(
                try await correspondence.sendPending(of: intake.request(archive.verified.request.id))
            )
        }
    }

    private func answerNothingHeld(
        _ verified: VerifiedRequest,
        _ gathered: Gathered,
        _ report: (StageReport) -> Void
    ) async throws -> Progress {
        let current = verified.refreshed(try intake.request(verified.request.id))
        let search = try gathering.searchSummary(of: gathered.dossier, for: current.request)
        let ledger = gathered.dossier.ledger
        switch try await delivery.answerNothingHeld(current, search) {
        case .waiting(let waiting): return Progress(stage: .gathered, ledger: ledger, waiting: waiting)
        case .done(let receipt):
            gathered.spool.remove()
            report(.nothingHeld(receipt))
            return Progress(stage: .delivered, ledger: ledger, receipt: receipt)
        }
    }
}
