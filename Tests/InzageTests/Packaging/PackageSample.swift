import Cryptography
import ExporterKit
import Foundation
import ArchiveSealing
import GatheringStage
import RegisterStore
import RecordFormats
import Cases
import Policy
import PackagingStage

/// A small company and a dossier of one of its customers, with the files that gathering would have sealed.
struct PackageSample {
    var controller = Controller.sample
    var processing = Processing.sample
    var systems = [SystemDescription.webshop, .crm]
    var dossier: Dossier
    /// The plaintext of the sealed entries, by spool name.
    private(set) var plaintext: [String: [UInt8]] = [:]

    init(
        language: Language = .nl,
        right: Right = .access,
        customers: [[TestCell]] = PackageSample.customer,
        orders: [[TestCell]] = PackageSample.orders,
        lines: [LedgerLine] = PackageSample.lines,
        isEmpty: Bool = false
    ) {
        dossier = Dossier(
            head: PackageHead(
                requestID: "7K2M-9QXA",
                packageID: "5f0d4b1e-4c0a-4f4e-9d57-0c1a6d0b7e11",
                right: right,
                language: language,
                receivedOn: "2026-03-02",
                collectedAt: "2026-03-05T10:15:42Z",
                isSupplement: false
            ),
            ledger: Ledger(lines: lines),
            collections: [],
            additions: []
        )
        guard !isEmpty else { return }
        add("accounts", of: .webshop, records: customers)
        add("orders", of: .webshop, records: orders)
        let letter = file("letter", Array("%PDF-1.4 letter".utf8), name: "Brief ../../etc/passwd<b>.pdf")
        dossier.collections[1].files = [letter]
    }

    /// The package of the dossier.
    var plan: PackagePlan {
        Packager(controller: controller, processing: processing, systems: systems).plan(for: dossier)
    }

    /// A text of the package.
    func text(_ name: String) -> String {
        String(decoding: plan.texts.first { $0.name == name }?.bytes ?? [], as: UTF8.self)
    }

    /// Encodes records as gathering does and adds them as a collection.
    mutating func add(_ id: String, of system: SystemDescription, records: [[TestCell]]) {
        guard let collection = system.collections.first(where: { $0.id == id }) else { return }
        let plan = RedactionPlan(collection, redactStaff: controller.redactStaff)
        let exported = collection.fields.indices.filter { !collection.fields[$0].secret }
        let buffers = records.map(RecordBuffer.init(cells:))
        let spool = "\(system.id)-\(id)"
        dossier.collections.append(
            GatheredCollection(
                system: system,
                collection: collection,
                records: records.count,
                json: seal(spool + "-json", jsonFile(buffers, fields: collection.fields, exported: exported)),
                csv: seal(
                    spool + "-csv",
                    csvFile(buffers, fields: collection.fields, exported: exported, dossier.head.language)
                ),
                preview: Preview(
                    rows: buffers.map { record in
                        exported.map { String(decoding: record.cell(at: $0), as: UTF8.self) }
                    }
                ),
                years: buffers.reduce(into: YearCounter(collection, plan: plan)) { $0.count($1) }.counts,
                files: []
            )
        )
    }

    /// A document as gathering hands it over.
    mutating func file(_ spool: String, _ bytes: [UInt8], name: String) -> GatheredFile {
        GatheredFile(
            entry: seal(spool, bytes),
            originalName: name,
            mediaType: "application/pdf",
            fileExtension: "pdf",
            category: nil,
            title: nil
        )
    }

    private mutating func seal(_ name: String, _ bytes: [UInt8]) -> SealedEntry {
        plaintext[name] = bytes
        let hash = SHA256.digest(of: bytes).map { String(format: "%02x", $0) }.joined()
        return SealedEntry(
            spoolName: name,
            size: UInt64(bytes.count),
            sealedSize: UInt64(bytes.count + 28),
            sha256: hash
        )
    }

    /// Writes the package as the subject sees it after unpacking.
    func unpack(into folder: String) throws {
        let plan = plan
        for folderName in ["data", "csv", "files"] {
            try FileManager.default.createDirectory(
                atPath: "\(folder)/\(folderName)",
                withIntermediateDirectories: true
            )
        }
        for text in plan.texts { try Data(text.bytes).write(to: URL(fileURLWithPath: "\(folder)/\(text.name)")) }
        for placement in plan.entries {
            let bytes = plaintext[placement.entry.spoolName] ?? []
            try Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(placement.name)"))
        }
    }
}

/// A cell as a test writes it down.
enum TestCell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral {
    case null
    case boolean(Bool)
    case number(String)
    case text([UInt8])
    case blob([UInt8])
    case json(String)

    init(stringLiteral text: String) { self = .text(Array(text.utf8)) }
    init(integerLiteral number: Int) { self = .number(String(number)) }
    init(nilLiteral: ()) { self = .null }
}

extension RecordBuffer {
    init(cells: [TestCell]) {
        self.init()
        for cell in cells {
            switch cell {
            case .null: appendNull()
            case .boolean(let value): append(value)
            case .number(let literal): append(.number, literal.utf8)
            case .text(let bytes): append(.text, bytes)
            case .blob(let bytes): append(.blob, bytes)
            case .json(let text): append(.json, text.utf8)
            }
        }
    }
}

/// A whole JSON file of records.
func jsonFile(_ records: [RecordBuffer], fields: [FieldDescription], exported: [Int]) -> [UInt8] {
    var output = JSONRecordWriter.opening
    var writer = JSONRecordWriter(fields: fields, exported: exported)
    for record in records { writer.append(record, to: &output) }
    return output + JSONRecordWriter.closing
}

/// A whole CSV file of records.
func csvFile(
    _ records: [RecordBuffer],
    fields: [FieldDescription],
    exported: [Int],
    _ language: Language
) -> [UInt8] {
    let writer = CSVRecordWriter(fields: fields, exported: exported, language: language)
    var output = writer.opening
    for record in records { writer.append(record, to: &output) }
    return output + CSVRecordWriter.closing
}
