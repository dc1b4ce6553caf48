import Cryptography
import Groundwork
import ExporterKit
import ArchiveSealing
import Cases
import RecordFormats
import Languages
import RegisterStore
import GatheringStage
import Policy

/// The answer for machines: a Data Package v2 that describes every file of the package (`datapackage.json`).
///
/// What Data Package has no word for stands under `inzage:`: the request, the ledger, and per resource its system,
/// collection, category, origin, legal bases and whether Article 20 covers it.
struct Descriptor: Sendable {
    let facts: PackageFacts
    /// The package's other texts.
    let texts: [PackagePlan.Text]

    /// The descriptor's bytes.
    ///
    /// Lines end in CR LF: without `-binary`, OpenSSL brings what it verifies into that form first, and must find the
    /// very bytes that were signed. Within a JSON text no line break stands as itself.
    var bytes: [UInt8] {
        let lines = JSONValue.object(members).document.split(separator: 0x0A, omittingEmptySubsequences: false)
        return Array(lines.joined(separator: [0x0D, 0x0A]))
    }

    private var members: [JSONValue.Member] {
        let head = facts.dossier.head
        var members: [JSONValue.Member] = []
        members.add("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
        members.add("name", "inzage-" + PackageLayout.plainName(head.requestID))
        members.add("id", head.packageID)
        members.add("title", words.pageTitle)
        members.add("description", words.purposeOfPage(head.right))
        members.add("created", head.collectedAt)
        members.add("version", "1.0.0")
        members.add("contributors", .array([contributor]))
        members.add("sources", .nonEmpty(sources))
        members.add("inzage:request", head.requestID)
        members.add("inzage:right", head.right.rawValue)
        members.add("inzage:language", head.language.rawValue)
        members.add("inzage:received", head.receivedOn)
        members.add("inzage:supplement", .boolean(head.isSupplement))
        members.add("inzage:ledger", .array(facts.dossier.ledger.lines.map(ledgerEntry)))
        // So that a signature that somebody takes away is missed (case 77).
        if facts.isSigned { members.add("inzage:signature", PackagePlan.signatureName) }
        members.add("resources", .array(resources))
        return members
    }

    private var words: any OverviewWords {
        overviewWords(facts.dossier.head.language, form: facts.controller.formOfAddress)
    }

    private var contributor: JSONValue {
        .object([
            .init("title", .string(facts.controllerName)),
            .init("email", facts.controller.contact.email.map(JSONValue.string)),
            .init("roles", ["controller", "publisher"]),
        ])
    }

    private var sources: [JSONValue] {
        var ids: [String] = []
        for gathered in facts.dossier.collections where !ids.contains(gathered.system.id) {
            ids.append(gathered.system.id)
        }
        return ids.map(facts.source)
    }

    private func ledgerEntry(_ line: LedgerLine) -> JSONValue {
        let withheld = line.redactions.map { redaction in
            JSONValue.object([
                .init("ground", .string(redaction.ground.rawValue)),
                .init("field", redaction.field.map(JSONValue.string)),
                .init("reason", redaction.reason.map(JSONValue.string)), .init("count", .number(redaction.count)),
            ])
        }
        return .object([
            .init("system", .string(line.system)), .init("collection", .string(line.collection)),
            .init("category", .string(line.category)), .init("outcome", .string(line.outcome.word)),
            .init("records", .number(line.records)), .init("withheld", .array(withheld)),
            .init("misfits", .nonEmpty(line.misfits.map(misfit))),
            .init("reason", line.outcome.reason.map(JSONValue.string)),
            .init("ground", line.outcome.groundWord.map(JSONValue.string)),
            .init("collectedAt", line.collectedAt.map(JSONValue.string)),
        ])
    }

    private func misfit(_ misfit: Misfit) -> JSONValue {
        .object([.init("field", .string(misfit.field)), .init("count", .number(misfit.count))])
    }

    private var resources: [JSONValue] {
        let collections = facts.layout.collections
        let tables = TableResources(facts: facts)
        return texts.map(textResource) + (facts.layout.workbook.map { [workbookResource($0)] } ?? [])
            + collections.map(tables.data) + collections.map(tables.csv)
            + facts.layout.collections.flatMap { numbered in
                numbered.documents.map { documentResource($0, about: tables.context(numbered)) }
            }
            + facts.layout.additions.map { documentResource($0, about: additionContext($0.file)) }
    }

    private func textResource(_ text: PackagePlan.Text) -> JSONValue {
        if text.name == ProcessingTable.name { return TableResources(facts: facts).processing(text) }
        let types = ["txt": "text/plain", "html": "text/html", "jsonld": "application/ld+json"]
        let fileExtension = text.name.split(separator: ".").last.map(String.init) ?? ""
        return .object([
            .init("name", .string(PackageLayout.plainName(text.name))), .init("path", .string(text.name)),
            .init("format", .string(fileExtension)), .init("mediatype", types[fileExtension].map(JSONValue.string)),
            .init("encoding", "utf-8"), .init("bytes", .number(text.bytes.count)),
            .init("hash", .string("sha256:" + SHA256.digest(of: text.bytes).hexadecimal)),
        ])
    }

    /// A workbook has many tables, and Table Schema describes one: it is a file as others are.
    private func workbookResource(_ entry: SealedEntry) -> JSONValue {
        let name = PackageLayout.workbookName
        let note =
            "All tables of data/ for a spreadsheet, one or more sheets each. A number is a number where no digit is lost, "
            + "and text elsewhere; text that no cell can hold is left out and stands in data/."
        return .object([
            .init("name", .string(PackageLayout.plainName(name))), .init("path", .string(name)),
            .init("description", .string(note)), .init("format", "xlsx"),
            .init("mediatype", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            .init("bytes", .number(Int(clamping: entry.size))), .init("hash", .string("sha256:" + entry.sha256)),
        ])
    }

    private func documentResource(_ document: PackageLayout.Document, about context: [JSONValue.Member]) -> JSONValue {
        .object(
            [
                .init("name", .string(PackageLayout.plainName(document.name))), .init("path", .string(document.name)),
                .init("title", document.file.title.map(JSONValue.string)),
                .init("format", .string(document.name.split(separator: ".").last.map(String.init) ?? "bin")),
                .init("mediatype", .string(document.file.mediaType)),
                .init("bytes", .number(Int(clamping: document.file.entry.size))),
                .init("hash", .string("sha256:" + document.file.entry.sha256)),
                .init("inzage:originalName", .string(document.file.originalName)),
                .init("inzage:redactedVersion", document.file.redactedOn.map(JSONValue.string)),
            ] + context
        )
    }

    private func additionContext(_ file: GatheredFile) -> [JSONValue.Member] {
        guard let category = file.category else { return [] }
        return [
            .init("inzage:category", .string(category)),
            .init("inzage:categoryTitle", .string(facts.categoryTitle(category))),
            .init("inzage:legalBases", .strings(facts.processing.category(category)?.legalBases ?? [])),
        ]
    }
}
