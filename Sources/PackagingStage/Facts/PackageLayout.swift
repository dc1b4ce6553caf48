import ExporterKit
import ArchiveSealing
import GatheringStage
import RegisterStore

/// The names that a dossier's files get, which tell nothing because ZIP does not encrypt names (cases 70 and 76).
struct PackageLayout: Sendable {
    /// A document and its name.
    struct Document: Sendable {
        var name: String
        var file: GatheredFile
    }

    /// A collection's files and their names.
    struct Numbered: Sendable {
        var number: String
        var gathered: GatheredCollection
        var documents: [Document]

        var dataName: String { "data/\(number).json" }
        var csvName: String { "csv/\(number).csv" }
        /// The fields that the files hold, in order.
        var exportedFields: [FieldDescription] { gathered.exportedFields }
    }

    /// The name of the workbook.
    static let workbookName = "02-data.xlsx"

    let collections: [Numbered]
    let additions: [Document]
    /// The workbook with all data, unless it is left out.
    let workbook: SealedEntry?

    init(_ dossier: Dossier, workbook: SealedEntry? = nil) {
        self.workbook = workbook
        var documentCount = 0
        func numbered(_ files: [GatheredFile]) -> [Document] {
            files.map { file in
                documentCount += 1
                let name = "files/\(Self.number(documentCount)).\(Self.safeExtension(file.fileExtension))"
                return Document(name: name, file: file)
            }
        }
        collections = dossier.collections.enumerated().map { index, gathered in
            Numbered(number: Self.number(index + 1), gathered: gathered, documents: numbered(gathered.files))
        }
        additions = numbered(dossier.additions)
    }

    /// Every document, in the order of their numbers.
    var documents: [Document] { collections.flatMap(\.documents) + additions }

    /// Where every sealed entry goes: the workbook, the data, then the spreadsheets, then the documents.
    var placements: [PackagePlan.Placement] {
        (workbook.map { [PackagePlan.Placement(name: Self.workbookName, entry: $0)] } ?? [])
            + collections.map { PackagePlan.Placement(name: $0.dataName, entry: $0.gathered.json) }
            + collections.map { PackagePlan.Placement(name: $0.csvName, entry: $0.gathered.csv) }
            + documents.map { PackagePlan.Placement(name: $0.name, entry: $0.file.entry) }
    }

    private static func number(_ count: Int) -> String {
        let digits = String(count)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    /// The extension comes from a safe list; a name with anything else in it would be a name that somebody chose.
    private static func safeExtension(_ fileExtension: String) -> String {
        let isPlain = fileExtension.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        return isPlain && (1...8).contains(fileExtension.utf8.count) ? fileExtension : "bin"
    }
}

extension PackageLayout {
    /// A name as Data Package wants it: small letters, digits, dots, hyphens and underscores.
    static func plainName(_ name: String) -> String {
        let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789._-".utf8)
        return String(decoding: name.utf8.map(asciiFolded).map { allowed.contains($0) ? $0 : 0x2D }, as: UTF8.self)
    }
}
