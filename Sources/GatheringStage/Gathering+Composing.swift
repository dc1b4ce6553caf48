import ExporterKit
package import Cases
import RegisterStore
import Policy
import Groundwork

/// A dossier and what keeps it from going.
struct Composition {
    var dossier: Dossier
    /// Why a person should look before it goes.
    var review: [String]
    /// What a person must look at even where nothing else waits.
    var mustLook: [String]
    /// Cuts and redacted versions that met nothing, whose wrong key would let go what was not to go: no release helps.
    var missed: [String]
}

extension Gathering {
    /// Puts the dossier together from what the register knows; asks nobody.
    func compose(_ request: Request, package: PackageRecord) throws -> Composition {
        let (states, decisions, addedEarlier) = try register.read { transaction in
            (
                try transaction.gathered(request: request.id, round: request.round),
                try transaction.decisions(request: request.id, round: request.round),
                request.roundScope == nil ? try transaction.categoriesAddedEarlier(to: request) : []
            )
        }
        let byID = Dictionary(
            states.map { (CollectionID(system: $0.line.system, collection: $0.line.collection), $0) },
            uniquingKeysWith: { _, last in last }
        )
        var lines: [LedgerLine] = []
        var collections: [GatheredCollection] = []
        var review: [String] = []
        var mustLook: [String] = []
        var missed: [String] = []
        for system in systemsInScope(of: request) {
            for collection in system.collections {
                guard let state = byID[CollectionID(system: system.id, collection: collection.id)] else { continue }
                lines.append(accepting(state.line, decisions))
                if let doubt = doubtAboutPortability(of: collection, state.line) { mustLook.append(doubt) }
                let place = CollectionID(system: system.id, collection: collection.id)
                missed += self.missed(state, decisions, place).map { "\(place): \($0)" }
                guard let entries = state.entries, state.line.outcome == .records else { continue }
                review += entries.review.map { "\(system.id)/\(collection.id): \($0)" }
                mustLook += entries.mustLook.filter { !entries.missed.contains($0) }.map {
                    "\(system.id)/\(collection.id): \($0)"
                }
                collections.append(
                    GatheredCollection(
                        system: system,
                        collection: collection,
                        records: state.line.records,
                        json: entries.json,
                        csv: entries.csv,
                        years: entries.years,
                        files: entries.files,
                        gate: gate(of: collection, for: request),
                        links: entries.links,
                        unfitFields: entries.unfitFields,
                        keyHolds: entries.keyHolds,
                        siblings: entries.siblings
                    )
                )
            }
        }
        let additions = decisions.compactMap { $0.kind == .addition ? $0.detail.file : nil }
        lines += byHand(request, decisions, additions, addedEarlier: addedEarlier)
        if !additions.isEmpty { review.append("files were added by hand") }
        return Composition(
            dossier: Dossier(
                head: head(request, package),
                ledger: Ledger(lines: lines),
                collections: collections,
                additions: additions
            ),
            review: review,
            mustLook: mustLook,
            missed: missed
        )
    }

    /// What was decided about a record or its document and met none: none with its key, or none at all.
    private func missed(_ state: GatheredState, _ decisions: [Decision], _ place: CollectionID) -> [String] {
        if let entries = state.entries { return entries.missed }
        guard state.line.outcome == .nothingHeld else { return [] }
        let kinds = decisions.filter { $0.detail.target?.records != nil && $0.detail.target?.concerns(place) == true }
            .map(\.kind)
        return (kinds.contains(.withhold) ? [GatheredEntries.unmatchedCut] : [])
            + (kinds.contains(.replacement) ? [GatheredEntries.unmatchedVersion] : [])
    }

    /// Whether data was left out of a portability answer only because the record is silent about its legal basis.
    private func doubtAboutPortability(of collection: CollectionDescription, _ line: LedgerLine) -> String? {
        guard line.outcome == .withheld(ground: .notPortable), collection.cameFromTheSubject,
            processing.category(collection.category)?.legalBases.isEmpty == true
        else { return nil }
        return "\(line.system)/\(line.collection): no legal basis is recorded for \(collection.category), "
            + "so nobody knows whether Article 20 covers it"
    }

    /// The ledger as far as it is known, for the operator.
    package func storedLedger(of request: Request) throws -> Ledger {
        let package = try register.read { try $0.package(request: request.id, round: request.round) }
        guard let package else { return Ledger(lines: []) }
        return try compose(request, package: package).dossier.ledger
    }

    private func head(_ request: Request, _ package: PackageRecord) -> PackageHead {
        PackageHead(
            requestID: request.id,
            packageID: package.packageID,
            right: request.right,
            language: request.language,
            receivedOn: request.receivedOn.description,
            collectedAt: package.collectedAt,
            isSupplement: request.roundScope != nil
        )
    }

    /// A failed line whose gap the operator accepted.
    private func accepting(_ line: LedgerLine, _ decisions: [Decision]) -> LedgerLine {
        guard line.outcome.isGap, let gap = decisions.last(where: { $0.kind == .gap && $0.target == line.system })
        else { return line }
        var accepted = line
        accepted.outcome = .gapAccepted(reason: gap.detail.reason ?? "")
        return accepted
    }

    /// The categories that no exporter reaches: people look, or the ledger says that nobody has yet.
    func byHand(
        _ request: Request,
        _ decisions: [Decision],
        _ additions: [GatheredFile],
        addedEarlier: Set<String>
    ) -> [LedgerLine] {
        let fed = Set(systems.flatMap { $0.collections.map(\.category) })
        let unfed = processing.categories.filter { category in
            !fed.contains(category.id) && request.roundScope?.contains(category.id) ?? true
        }
        let added = Set(additions.compactMap(\.category))
        let concerned = processing.categories.filter { category in
            unfed.contains { $0.id == category.id } || added.union(addedEarlier).contains(category.id)
        }
        return concerned.map { category in
            LedgerLine(
                system: Gathering.byHandSystem,
                collection: category.id,
                category: category.id,
                outcome: outcomeByHand(category, decisions, added: added.contains(category.id)),
                records: additions.filter { $0.category == category.id }.count
            )
        }
    }

    /// The categories in which a colleague has still to look, also before anything was gathered.
    package func categoriesPending(in request: Request) throws -> [String] {
        let (decisions, addedEarlier) = try register.read { transaction in
            (
                try transaction.decisions(request: request.id, round: request.round),
                request.roundScope == nil ? try transaction.categoriesAddedEarlier(to: request) : []
            )
        }
        let additions = decisions.compactMap { $0.kind == .addition ? $0.detail.file : nil }
        return byHand(request, decisions, additions, addedEarlier: addedEarlier).filter { $0.outcome == .pendingHuman }
            .map(\.category)
    }

    private func outcomeByHand(_ category: Category, _ decisions: [Decision], added: Bool) -> Outcome {
        if let customer = category.processorFor { return .withheld(ground: .processorFor(customer)) }
        if added { return .records }
        if decisions.contains(where: { $0.kind == .nothing && $0.target == category.id }) { return .nothingHeld }
        if let gap = decisions.last(where: { $0.kind == .gap && $0.target == category.id }) {
            return .gapAccepted(reason: gap.detail.reason ?? "")
        }
        return .pendingHuman
    }

    /// The system's name in the ledger for what people look up by hand.
    package static let byHandSystem = "by-hand"

    /// What holds a dossier: a failed source, a colleague who has not looked, a release.
    func held(_ composition: Composition, _ request: Request) throws -> Waiting? {
        let lines = composition.dossier.ledger.lines
        let gaps = lines.filter(\.outcome.isGap)
        if !gaps.isEmpty {
            return Waiting(
                .sourceFailed,
                reasons: gaps.map(\.gapSentence),
                next: ["\(.export(request.id)), to try again"]
                    + Set(gaps.map(\.system)).sorted().map {
                        "\(.acceptGap(request.id, system: $0)), to send the rest now"
                    }
            )
        }
        let pending = lines.filter { $0.outcome == .pendingHuman }
        guard pending.isEmpty else {
            return Waiting(
                .waiting,
                reasons: pending.map { "\($0.category): no exporter reaches it; a colleague must look" },
                next: pending.map {
                    "\(.addFound(request.id, category: $0.category))"
                }
            )
        }
        guard composition.missed.isEmpty else {
            return Waiting(
                .waiting,
                reasons: composition.missed,
                next: nextOfMissed(composition.missed, request)
            )
        }
        return try waitingForRelease(composition, request)
    }

    private func nextOfMissed(_ missed: [String], _ request: Request) -> [Advice] {
        func isMissed(_ reason: String) -> Bool { missed.contains { $0.hasSuffix(reason) } }
        return ["\(.showRequest(request.id)) lists what is withheld"]
            + (isMissed(GatheredEntries.unmatchedCut) ? ["\(.undoCut(request.id)) takes a cut back"] : [])
            + (isMissed(GatheredEntries.unmatchedVersion)
                ? ["\(.undoVersion(request.id)) takes a redacted version back"] : [])
    }

    private func waitingForRelease(_ composition: Composition, _ request: Request) throws -> Waiting? {
        // What denies everything is an answer like any other, and the gravest where it is wrong.
        let denial =
            composition.dossier.holdsNothing ? ["nothing was found: the answer denies that anything is held"] : []
        let reasons = composition.mustLook + (controller.release == .review ? composition.review + denial : [])
        guard !reasons.isEmpty else { return nil }
        if try register.read({ try $0.isReleased(round: request.round, of: request.id) }) { return nil }
        try finish(request, composition.dossier)
        return Waiting(
            .waiting,
            reasons: reasons,
            next: ["\(.review(request.id)) shows what would go", "\(.release(request.id))"]
        )
    }
}

extension Ledger {
    /// The systems, and the categories looked up by hand, that are left out and said so.
    package var disclosedGaps: [String] {
        let gaps = lines.filter(\.outcome.isDisclosedGap)
        return Set(gaps.map { $0.system == Gathering.byHandSystem ? $0.category : $0.system }).sorted()
    }
}

extension Outcome {
    /// Whether it holds the answer until it is mended or accepted.
    package var isGap: Bool {
        switch self {
        case .failed, .ambiguousSubject: true
        default: false
        }
    }

    /// Whether the source failed.
    var isFailure: Bool { if case .failed = self { true } else { false } }

    /// Whether it was left out, and the answer said so.
    package var isDisclosedGap: Bool { if case .gapAccepted = self { true } else { false } }
}

extension LedgerLine {
    /// What is missing, for the operator.
    var gapSentence: String {
        switch outcome {
        case .failed(_, let message, _): "\(system)/\(collection): \(message)"
        default: "\(system)/\(collection): several people share the address, and it cannot tell them apart"
        }
    }
}
