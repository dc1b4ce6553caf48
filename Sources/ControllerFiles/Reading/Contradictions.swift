import ExporterKit
import Policy

/// Finds clauses that contradict each other or the law, for the privacy officer to settle.
struct Contradictions {
    let controller: Controller?
    let processing: ProcessingFile
    /// The note-taker of `controller.yaml`.
    let notes: Notes

    func report() {
        reportAuthority()
        for category in processing.processing.categories {
            guard let place = processing.places[category.id] else { continue }
            reportGeneralRule(for: category, at: place)
            reportRetentionOfProcessors(of: category, at: place)
        }
        for processor in processing.processing.processors { reportOwnPurposes(of: processor) }
    }

    private func reportAuthority() {
        guard let country = controller?.country, let first = controller?.supervisoryAuthorities.first,
            let other = first.country, other != country
        else { return }
        notes.add(
            .warning,
            line: nil,
            field: "supervisory_authority.country",
            "the authority is one of \(other), but the policy invokes the law of \(country)",
            fix: "name the authority of the country where you are established"
        )
    }

    /// A general rule that names the category and ends otherwise than the category's own.
    private func reportGeneralRule(for category: Category, at place: YAMLValue) {
        for scoped in processing.processing.generalRetention where scoped.names(category: category.id) {
            let ends = Set(category.retention.compactMap(\.action))
            guard let action = scoped.rule.action, !ends.isEmpty, !ends.contains(action) else { continue }
            let own = ends.map(\.rawValue).sorted().joined(separator: ", ")
            place.warning(
                "the policy says two things of the end: \(own) here, and \(action.rawValue) in the general rule",
                fix: "settle which it is; until then what is only restricted stays part of an answer"
            )
        }
    }

    /// One recipient that keeps the data for a time that the category's rules do not know.
    private func reportRetentionOfProcessors(of category: Category, at place: YAMLValue) {
        let own = Set(category.retention.compactMap(\.duration))
        guard own.isEmpty else { return }
        for id in category.processors {
            let kept = processing.processing.processor(id)?.retention.compactMap(\.duration) ?? []
            guard !kept.isEmpty else { continue }
            place.warning(
                "no period stands here, but \(id) keeps the data for \(kept.joined(separator: ", "))",
                fix: "add the rule to the category, or say for which category the processor keeps it"
            )
        }
    }

    private func reportOwnPurposes(of processor: Processor) {
        guard processor.roles == [.processor], let own = processor.ownPurposes, own != .none else { return }
        processing.processorPlaces[processor.id]?.warning(
            "a processor with purposes of its own is a controller for them (Art. 28(10))",
            fix: "have its role checked: own_controller, or no purposes of its own"
        )
    }
}
