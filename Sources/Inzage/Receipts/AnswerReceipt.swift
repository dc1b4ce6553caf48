import ExporterKit
package import Cases
package import RegisterStore
import GatheringStage
import IntakeStage

/// What can be shown years later of an answer: what was searched, by what, with which outcome, and hashes of what went.
///
/// It holds kinds of identifiers, never values.
package struct AnswerReceipt: Sendable, Encodable {
    /// One collection and what came of it.
    package struct Search: Sendable, Encodable {
        package let system: String
        package let collection: String
        /// The kinds of identifiers by which it was asked, as far as its exporter still says so.
        package let askedBy: [String]
        package let outcome: String
        package let records: Int
        /// How many values were cut or replaced.
        package let withheld: Int
        package let reason: String?
        /// Whose ground it was withheld on: `operator-decision`, or a word for the program's own.
        package let ground: String?
        package let collectedAt: String?
    }

    /// Which answer of the request it was.
    package let answer: Int
    package let begunAt: String
    /// The kinds of identifiers by which the subject was known.
    package let identifiers: [String]
    package let searched: [Search]
    /// Where the answer comes from, once it is sealed.
    package let origin: AnswerOrigin?
    package let archiveSHA256: String?
    package let deliveredAt: String?
    package let passphraseToldAt: String?
}

extension Pipeline {
    /// The receipts of a request, one for each answer that was begun.
    package func receipts(of request: Request) throws -> [AnswerReceipt] {
        try intake.register.read { transaction in
            try (1...request.round).compactMap { try receipt(of: request, round: $0, transaction) }
        }
    }

    private func receipt(
        of request: Request,
        round: Int,
        _ transaction: RegisterTransaction
    ) throws -> AnswerReceipt? {
        guard let package = try transaction.package(request: request.id, round: round) else { return nil }
        let kinds = try transaction.knownSubject(request: request.id, round: round)?.identifiers.map(\.kind) ?? []
        let known = Set(kinds)
        let lines = try transaction.gathered(request: request.id, round: round).map(\.line)
        return AnswerReceipt(
            answer: round,
            begunAt: package.collectedAt,
            identifiers: known.sorted(),
            searched: lines.map { search($0, known: known) },
            origin: try transaction.origin(request: request.id, round: round),
            archiveSHA256: try transaction.archiveSHA256(request: request.id, round: round),
            deliveredAt: package.deliveredAt,
            passphraseToldAt: package.passphraseToldAt
        )
    }

    private func search(_ line: LedgerLine, known: Set<String>) -> AnswerReceipt.Search {
        let system = gathering.systems.first { $0.id == line.system }
        let needs = system?.collections.first { $0.id == line.collection }?.needs ?? []
        return AnswerReceipt.Search(
            system: line.system,
            collection: line.collection,
            askedBy: needs.filter(known.contains),
            outcome: line.outcome.word,
            records: line.records,
            withheld: line.redactions.reduce(0) { $0 + $1.count },
            reason: line.outcome.reason,
            ground: line.outcome.groundWord,
            collectedAt: line.collectedAt
        )
    }
}
