import ExporterKit
import Policy

/// Compares what identifiers of one kind look like in one place and in another.
struct IdentifierComparison {
    let looks: [CollectionLook]

    init(_ looks: [CollectionLook]) { self.looks = looks }

    /// A warning for each place in which a kind has another shape than where it comes from.
    var findings: [Finding] {
        let traits = looks.flatMap(\.traits).filter { $0.count > 0 }
        let sources = traits.filter(\.yields)
        return traits.filter { !$0.yields }.compactMap { place in
            sources.lazy.filter { $0.kind == place.kind }.compactMap { finding($0, place) }.first
        }
    }

    private func finding(_ source: IdentifierTraits, _ place: IdentifierTraits) -> Finding? {
        guard let difference = source.difference(from: place) else { return nil }
        var steps: [String] = []
        for trait in difference.traits where !steps.contains(trait.shape.rawValue) {
            steps.append(trait.shape.rawValue)
        }
        return Finding(
            severity: .warning,
            file: place.file,
            line: nil,
            field: "collections.\(place.place.split(separator: "/").last ?? "").\(place.field)",
            problem: "\(place.kind) looks like `\(difference.there)` here and like `\(difference.here)` in "
                + "\(source.place), so nothing may be found",
            fix: "say `shape: [\(steps.joined(separator: ", "))]` on the field"
        )
    }
}
