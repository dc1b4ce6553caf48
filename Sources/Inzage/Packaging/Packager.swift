package import ExporterKit

/// Turns a dossier into a package: its texts, and the names of its files.
///
/// Nothing depends on the clock or on chance, so that the same dossier gives the same bytes (case 74).
package struct Packager: Sendable {
    let controller: Controller
    let processing: Processing
    let systems: [SystemDescription]
    let isSigned: Bool

    /// Makes a packager for what a controller says about itself and its systems.
    package init(
        controller: Controller,
        processing: Processing,
        systems: [SystemDescription],
        isSigned: Bool = false
    ) {
        self.controller = controller
        self.processing = processing
        self.systems = systems
        self.isSigned = isSigned
    }

    /// Plans the package of a dossier.
    package func plan(for dossier: Dossier) -> PackagePlan {
        let facts = PackageFacts(
            controller: controller,
            processing: processing,
            systems: systems,
            dossier: dossier,
            layout: PackageLayout(dossier),
            isSigned: isSigned
        )
        let readMe = PackagePlan.Text(name: "00-READ-ME.txt", bytes: ReadMe.bytes)
        let overview = PackagePlan.Text(name: "01-overview.html", bytes: OverviewPage(facts: facts).bytes)
        let processors = PackagePlan.Text(name: "processing.jsonld", bytes: ProcessingStatement(facts: facts).bytes)
        let table = PackagePlan.Text(name: ProcessingTable.name, bytes: ProcessingTable(facts: facts).bytes)
        let texts = [readMe, overview, processors, table]
        let descriptor = PackagePlan.Text(
            name: PackagePlan.descriptorName,
            bytes: Descriptor(facts: facts, texts: texts).bytes
        )
        return PackagePlan(
            texts: [readMe, overview, descriptor, processors, table],
            entries: facts.layout.placements
        )
    }
}

/// All that the package's texts are written from.
struct PackageFacts: Sendable {
    let controller: Controller
    let processing: Processing
    let systems: [SystemDescription]
    let dossier: Dossier
    let layout: PackageLayout
    /// Whether a signature stands beside the descriptor.
    let isSigned: Bool

    /// The language of the answer, as `LocalizedText` knows it.
    var language: String { dossier.head.language.rawValue }

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
