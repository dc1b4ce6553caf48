import ExporterKit
import Policy
import SourceReading

/// Asks collections by identifiers that others yielded: a kind that one system yields and another never has is a kind
/// by which nothing will ever be found.
struct AskedAcross {
    let looks: [CollectionLook]
    let systems: [SystemDescription]
    let opening: SourceOpening
    let limits: DataCheck.Limits

    /// A warning for each collection in which none of the identifiers is found that another system yields.
    func findings() async -> [Finding] {
        var findings: [Finding] = []
        for system in systems {
            for collection in system.collections where collection.needs != ["email"] {
                if let finding = await finding(collection, of: system) { findings.append(finding) }
            }
        }
        return findings
    }

    private func finding(
        _ collection: CollectionDescription,
        of system: SystemDescription
    ) async -> Finding? {
        let own = looks.first { $0.system == system.id && $0.collection == collection.id }
        guard own?.failure == nil, own?.isEmpty == false else { return nil }
        for look in looks where look.system != system.id || look.collection != collection.id {
            let tuples = look.yielded.compactMap { $0.part(of: collection.needs) }
            guard !tuples.isEmpty else { continue }
            let opening = opening
            let found = try? await withTimeLimit(seconds: limits.readingSeconds, system: system.id) {
                try await Self.finds(tuples, in: collection, of: system, opening)
            }
            // What took too long, or found one, says nothing; the first source of the kinds is enough.
            return found == false ? finding(collection, of: system, from: look, tuples.count) : nil
        }
        return nil
    }

    private static func finds(
        _ tuples: [IdentifierTuple],
        in collection: CollectionDescription,
        of system: SystemDescription,
        _ opening: SourceOpening
    ) async throws -> Bool {
        let question = Question(tuples: tuples)
        let check = AnswerCheck(collection, question: question)
        var isFound = false
        try await opening.using(system) { source in
            try await source.read(collection, for: [question]) { record, _ in
                isFound = isFound || check.admits(record)
            }
        }
        return isFound
    }

    private func finding(
        _ collection: CollectionDescription,
        of system: SystemDescription,
        from look: CollectionLook,
        _ count: Int
    ) -> Finding {
        Finding(
            severity: .warning,
            file: system.file,
            line: nil,
            field: "collections.\(collection.id).needs",
            problem: "by none of the \(count) first (\(collection.needs.joined(separator: ", "))) that "
                + "\(look.system)/\(look.collection) yields anything is found here",
            fix: "see whether both systems mean the same by it, and write it alike"
        )
    }
}
