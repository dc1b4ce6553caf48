import ExporterKit
import Foundation
import Languages
import GatheringStage
import Policy
import RecordFormats

/// All that the package's texts are written from.
struct PackageFacts: Sendable {
    let controller: Controller
    let processing: Processing
    let systems: [SystemDescription]
    let dossier: Dossier
    let layout: PackageLayout
    /// Whether the package has a workbook.
    let hasWorkbook: Bool
    /// Whether a signature stands beside the descriptor.
    let isSigned: Bool

    /// The language of the answer, as `LocalizedText` knows it.
    var language: String { dossier.head.language.rawValue }

    /// The zone in which the page tells times.
    var zone: TimeZone { controller.deadline.zone }
    /// What people call that zone: its city.
    var zonePlace: String {
        let name = zone.identifier.split(separator: "/").last.map(String.init) ?? "UTC"
        return name == "GMT" ? "UTC" : name.replacing("_", with: " ")
    }

    /// The entity that answers.
    var controllerName: String { controller.entities.first?.name ?? controller.contact.title ?? "-" }

    /// The system with an id, also one that has left the configuration since the data was gathered.
    func system(_ id: String) -> SystemDescription? {
        systems.first { $0.id == id } ?? dossier.collections.first { $0.system.id == id }?.system
    }

    /// What people call a system; its id where nothing describes it.
    func systemTitle(_ id: String) -> String { system(id)?.title.text(in: language) ?? id }

    /// A system as the descriptor names where data comes from.
    func source(_ systemID: String) -> JSONValue { .object([.init("title", .string(systemTitle(systemID)))]) }

    /// What people call a collection; its id where nothing describes it.
    func collectionTitle(_ id: String, of systemID: String) -> String {
        system(systemID)?.collections.first { $0.id == id }?.title.text(in: language) ?? id
    }

    /// A recipient's name, or what it does where the policy names only a kind of recipient.
    func name(of processor: Processor) -> String {
        processor.name ?? processor.service.map { beginningWithCapital($0.text(in: language)) } ?? processor.id
    }

    /// What people call a category; its id where nothing describes it.
    func categoryTitle(_ id: String) -> String { processing.category(id)?.title.text(in: language) ?? id }
}
