package import ExporterKit
import Foundation
package import Policy
package import SourceReading

/// A bounded look into each source (`inzage check --data`): what its records are, and whether it finds what it holds.
///
/// It reads some records of each collection, and reading and asking may take some seconds, so that a table of ten million
/// rows takes seconds too. What it tells are counts and patterns, never a value.
package struct DataCheck: Sendable {
    /// How much of a source is looked at.
    package struct Limits: Sendable {
        /// How many records of a collection.
        package var rows = 1000
        /// How many seconds a collection may take to be read.
        package var readingSeconds = 2
        /// How many seconds it may take to be asked.
        package var askingSeconds = 5

        /// The limits of `inzage check --data`.
        package init() {}
    }

    package let systems: [SystemDescription]
    let opening: SourceOpening
    let limits: Limits

    /// Makes a check of the systems, opened as they are for an export.
    package init(systems: [SystemDescription], opening: SourceOpening, limits: Limits = Limits()) {
        self.systems = systems
        self.opening = opening
        self.limits = limits
    }

    /// Looks into every system, several at once, and tells each collection as it is done.
    package func look(
        progress: @Sendable @escaping (CollectionLook) -> Void = { _ in }
    ) async -> [CollectionLook] {
        await withTaskGroup(of: (Int, [CollectionLook]).self) { group in
            for (number, system) in systems.enumerated() {
                group.addTask {
                    var looks: [CollectionLook] = []
                    for collection in system.collections {
                        let look = await CollectionLook.take(at: collection, of: system, opening, limits)
                        progress(look)
                        looks.append(look)
                    }
                    return (number, looks)
                }
            }
            return await group.reduce(into: [(Int, [CollectionLook])]()) { $0.append($1) }
                .sorted { $0.0 < $1.0 }.flatMap(\.1)
        }
    }

    /// Everything that the looks found wrong, with what was found by asking the canaries and comparing systems.
    package func findings(_ looks: [CollectionLook]) async -> [Finding] {
        var findings = looks.flatMap(\.findings) + IdentifierComparison(looks).findings
        findings += await AskedAcross(looks: looks, systems: systems, opening: opening, limits: limits).findings()
        let reader = SourceReader(opening, retries: .none)
        for system in systems where !system.canary.isEmpty {
            guard let failure = await canaryFailure(of: system, reader) else { continue }
            findings.append(
                Finding(
                    severity: .error,
                    file: system.file,
                    line: nil,
                    field: "canary",
                    problem: failure.message,
                    fix: failure.hint ?? "see whether the system is whole"
                )
            )
        }
        return findings
    }

    private func canaryFailure(of system: SystemDescription, _ reader: SourceReader) async -> SourceFailure? {
        do {
            return try await withTimeLimit(seconds: limits.askingSeconds, system: system.id) {
                try await reader.canaryFailure(of: system)
            }
        } catch {
            return error as? SourceFailure
        }
    }
}

extension SystemDescription {
    /// The system's file, as findings name it.
    var file: String { Self.file(of: id) }

    static func file(of id: String) -> String { "exporters/\(id)/exporter.yaml" }
}
