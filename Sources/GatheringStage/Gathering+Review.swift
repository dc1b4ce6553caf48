package import Cases
import RegisterStore

extension Gathering {
    /// What was gathered for a request so far, as it lies in the spool; nil where nothing was.
    ///
    /// It asks nobody.
    package func gathered(for request: Request) throws -> Gathered? {
        guard let package = try register.read({ try $0.package(request: request.id, round: request.round) }) else {
            return nil
        }
        let dossier = try compose(request, package: package).dossier
        guard !dossier.ledger.lines.isEmpty else { return nil }
        return Gathered(dossier: dossier, spool: try spool(of: request, package))
    }

    /// Why somebody should look at each collection before it goes.
    package func reviewReasons(of request: Request) throws -> [CollectionID: [String]] {
        let states = try register.read { try $0.gathered(request: request.id, round: request.round) }
        return states.reduce(into: [:]) { reasons, state in
            guard let entries = state.entries, state.line.outcome == .records else { return }
            let place = CollectionID(system: state.line.system, collection: state.line.collection)
            reasons[place] = entries.review + entries.mustLook
        }
    }
}
