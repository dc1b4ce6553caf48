import ExporterKit
import Cases
import Policy

extension PackageFacts {
    /// Who receives or supplies data; one whose condition is not met is left out of all that people get.
    var activeProcessors: [Processor] { processing.processors.filter(\.isActive) }

    /// A recipient or source with an id, unless it is not active.
    func activeProcessor(_ id: String) -> Processor? { activeProcessors.first { $0.id == id } }

    /// Where the list of recipients describes an entry; a number, because an id could be anything.
    func anchor(of processor: Processor) -> String {
        "recipient-\((activeProcessors.firstIndex { $0.id == processor.id } ?? 0) + 1)"
    }

    /// The name that people know, which need not be the one in the trade register.
    var knownName: String { controller.name ?? controllerName }

    /// What people call the customer for whom something is held: the id of an entry, or a name.
    func customer(_ id: String) -> String { processing.processor(id).map(name) ?? id }

    /// An outcome whose ground names a customer as people know it.
    func inWords(_ outcome: Outcome) -> Outcome {
        guard case .withheld(.processorFor(let id)) = outcome else { return outcome }
        return .withheld(ground: .processorFor(customer(id)))
    }

    /// What the controller promises of portability, which may be more than Article 20 gives.
    var portabilityPromise: RightPromise? { controller.promise(of: .portability) }
}
