package import ArchiveSealing
package import ExporterKit
import Languages
package import GatheringStage
package import Policy
import RecordFormats

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
    ///
    /// - Parameter workbook: the sealed workbook with its data; nil where it is left out.
    package func plan(for dossier: Dossier, workbook: SealedEntry? = nil) -> PackagePlan {
        let facts = facts(of: dossier, PackageLayout(dossier, workbook: workbook), hasWorkbook: workbook != nil)
        let readMe = PackagePlan.Text(name: "00-READ-ME.txt", bytes: ReadMe.bytes)
        let overview = PackagePlan.Text(name: PackagePlan.overviewName, bytes: OverviewPage(facts: facts).bytes)
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

    /// The overview alone, as it will be in the package.
    func overview(of dossier: Dossier, hasWorkbook: Bool) -> [UInt8] {
        OverviewPage(facts: facts(of: dossier, PackageLayout(dossier), hasWorkbook: hasWorkbook)).bytes
    }

    private func facts(of dossier: Dossier, _ layout: PackageLayout, hasWorkbook: Bool) -> PackageFacts {
        PackageFacts(
            controller: controller,
            processing: processing,
            systems: systems,
            dossier: dossier,
            layout: layout,
            hasWorkbook: hasWorkbook,
            isSigned: isSigned
        )
    }
}
