package import Cases
import ExporterKit
package import NamesInText
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

    /// The other people who were replaced anywhere in the answer, to be looked for in its documents.
    ///
    /// Nobody is known of an answer that is not gathered.
    package func peopleReplaced(in request: Request) throws -> KnownValues {
        let (states, subject) = try register.read { transaction in
            (
                try transaction.gathered(request: request.id, round: request.round),
                try transaction.knownSubject(request: request.id, round: request.round)
            )
        }
        let identifiers = (subject?.tuples ?? []).flatMap(\.tuple.identifiers)
        let names = SubjectValues(identifiers: identifiers, names: subject?.names ?? [])
        var known = KnownValues(besides: names.forms)
        for other in states.flatMap({ $0.entries?.others ?? [] })
        where !names.contain(other.value[...], kinds: []) {
            known.insert(other.value, as: other.ground)
        }
        return known
    }
}
