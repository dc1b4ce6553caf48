import ExporterKit
package import Cases
import Groundwork
import Policy
import RegisterStore

extension Gathering {
    /// Where it was looked for a request so far.
    package func searchSummary(of request: Request) throws -> SearchSummary {
        let package = try register.read { try $0.package(request: request.id, round: request.round) }
        guard let package else {
            return SearchSummary(notSearched: systems.map { $0.title.text(in: request.language.rawValue) })
        }
        return try searchSummary(of: compose(request, package: package).dossier, for: request)
    }

    /// Where a dossier's ledger says that it was looked; a system counts when one of its collections was asked.
    package func searchSummary(of dossier: Dossier, for request: Request) throws -> SearchSummary {
        let language = request.language.rawValue
        let lines = dossier.ledger.lines
        var summary = SearchSummary()
        for system in systemsInScope(of: request) {
            let asked = lines.filter { $0.system == system.id }.compactMap(\.collectedAt)
            let title = system.title.text(in: language)
            if let day = asked.min().flatMap({ CivilDay(String($0.prefix(10))) }) {
                summary.searched.append(.init(title: title, day: day))
            } else {
                summary.notSearched.append(title)
            }
        }
        let decisions = try register.read { try $0.decisions(request: request.id, round: request.round) }
        for line in lines where line.system == Self.byHandSystem && line.outcome == .nothingHeld {
            let decided = decisions.last { $0.kind == .nothing && $0.target == line.category }
            guard let day = decided.flatMap({ CivilDay(String($0.decidedAt.prefix(10))) }) else { continue }
            let title = processing.category(line.category)?.title.text(in: language) ?? line.category
            summary.searched.append(.init(title: title, day: day))
        }
        return summary
    }
}

extension Dossier {
    /// Whether the whole answer is that nothing is held: nothing was found, nothing was added, nothing is missing.
    ///
    /// What is held for others, or not covered by the right, was not looked for, and denies nothing.
    package var holdsNothing: Bool {
        additions.isEmpty
            && ledger.lines.allSatisfy { line in
                switch line.outcome {
                case .nothingHeld, .identifierUnsupported: true
                case .withheld(let ground): ground.isOutsideTheAnswer
                default: false
                }
            }
    }
}

extension WithholdingGround {
    /// Whether what is left out is left out of every answer of this kind, whoever asks.
    fileprivate var isOutsideTheAnswer: Bool {
        switch self {
        case .processorFor, .notPortable: true
        case .decided: false
        }
    }
}
