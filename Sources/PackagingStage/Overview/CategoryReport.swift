import ExporterKit
import Cases
import Languages
import Policy
import RegisterStore
import GatheringStage

/// What the overview tells about one category: its files, its lines in the ledger, what the controller says of it.
struct CategoryReport: Sendable {
    let id: String
    /// What the record of processing says, or nil for a category that it does not have.
    let category: Category?
    let collections: [PackageLayout.Numbered]
    let additions: [PackageLayout.Document]
    let lines: [LedgerLine]

    /// Every category of the record of processing, then any that only the dossier knows, in order.
    static func all(of facts: PackageFacts) -> [CategoryReport] {
        let dossier = facts.dossier
        let mentioned =
            dossier.ledger.lines.map(\.category) + dossier.collections.map(\.collection.category)
            + dossier.additions.compactMap(\.category)
        var ids = facts.processing.categories.map(\.id)
        for id in mentioned where !ids.contains(id) { ids.append(id) }
        return ids.map { id in
            CategoryReport(
                id: id,
                category: facts.processing.category(id),
                collections: facts.layout.collections.filter { $0.gathered.collection.category == id },
                additions: facts.layout.additions.filter { $0.file.category == id },
                lines: dossier.ledger.lines.filter { $0.category == id }
            )
        }
    }

    var hasData: Bool { !collections.isEmpty || !additions.isEmpty }

    /// Whether nothing about the subject is held or awaited here, so that a line is enough.
    var isEmpty: Bool {
        !hasData && lines.allSatisfy { $0.outcome == .nothingHeld || $0.outcome == .identifierUnsupported }
    }

    var records: Int { collections.reduce(0) { $0 + $1.gathered.records } }
    var documents: Int { collections.reduce(additions.count) { $0 + $1.documents.count } }

    /// The category's collections as their systems describe them, also those that were withheld or not read.
    func describedCollections(in facts: PackageFacts) -> [CollectionDescription] {
        lines.compactMap { line in
            let gathered = collections.map(\.gathered).first {
                $0.system.id == line.system && $0.collection.id == line.collection
            }
            return gathered?.collection ?? facts.system(line.system)?.collections.first { $0.id == line.collection }
        }
    }

    /// The origins of the category's collections, each once.
    func origins(in facts: PackageFacts) -> [CollectionDescription.Origin] {
        let present = Set((describedCollections(in: facts) + collections.map(\.gathered.collection)).flatMap(\.origins))
        return CollectionDescription.Origin.allCases.filter(present.contains)
    }

    /// The category's entries in the record and whoever holds the systems that its data came from, each once.
    ///
    /// One that is not active is left out; one that the record does not describe stays.
    func parties(in facts: PackageFacts) -> [Party] {
        let holders = collections.map(\.gathered.system.heldBy).filter { $0 != "controller" }
        var ids: [String] = []
        for id in (category?.processors ?? []) + holders where !ids.contains(id) { ids.append(id) }
        return ids.compactMap { id in
            guard let processor = facts.processing.processor(id) else { return .undescribed(id) }
            return processor.isActive ? .described(processor) : nil
        }
    }

    /// Those who receive or process the category's data.
    func recipients(in facts: PackageFacts) -> [Party] { parties(in: facts).filter(\.isRecipient) }

    /// The programs that the controller runs itself for it.
    func ownTools(in facts: PackageFacts) -> [Processor] {
        parties(in: facts).compactMap(\.processor).filter { RecipientGroup($0) == .ownTools }
    }

    /// Those who supply it.
    func sources(in facts: PackageFacts) -> [Processor] {
        parties(in: facts).compactMap(\.processor).filter { $0.roles.contains(.source) }
    }
}

/// Somebody who has to do with a category.
enum Party: Sendable {
    case described(Processor)
    /// An id that the record of processing does not have.
    case undescribed(String)

    var processor: Processor? {
        if case .described(let processor) = self { processor } else { nil }
    }

    var isRecipient: Bool { processor?.isRecipient ?? true }
}

extension Outcome {
    /// Whether the source is missing from the answer for now, and the rest is still to come.
    var isOutstanding: Bool {
        switch self {
        case .pendingHuman, .failed, .gapAccepted: true
        case .records, .nothingHeld, .identifierUnsupported, .ambiguousSubject, .withheld: false
        }
    }

    /// Whether the source was asked.
    var wasSearched: Bool {
        switch self {
        case .records, .nothingHeld, .ambiguousSubject: true
        case .identifierUnsupported, .pendingHuman, .withheld, .failed, .gapAccepted: false
        }
    }
}
