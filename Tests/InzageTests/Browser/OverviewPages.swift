import ExporterKit
import Foundation
import TestSupport
import Testing
import Cases
import Policy
import PackagingStage
import GatheringStage
import RegisterStore

/// An overview that people are asked to read in these tests.
enum OverviewPages: String, CaseIterable, CustomTestStringConvertible {
    /// The sample company, asked by its own command, from the archive.
    case sampleCompany = "sample-company"
    /// The five real controllers.
    case protolabs = "protolabs-network"
    case threeD = "three-d-config"
    case bechtle
    case progressX = "progressx"
    case letsBuild = "letsbuild"
    /// An answer with gaps, cuts and a document that people found.
    case incomplete
    /// Thirty categories over forty years.
    case crowded

    var testDescription: String { rawValue }

    func bytes(_ language: Language = .nl) async throws -> [UInt8] {
        switch self {
        case .sampleCompany: try Self.company.get()
        case .incomplete: PackageSample.incomplete(language).overview
        case .crowded: PackageSample.crowded(language).overview
        default: try await ControllerFixture(rawValue: rawValue)?.sample(language).overview ?? []
        }
    }

    /// Made once: it takes the command a moment.
    private static let company = Result<[UInt8], any Error> {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("inzage-test-\(UUID().uuidString)")
            .path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let command = try Command.demo(in: folder + "/demo")
        let id = try command.openRequest("ada.jansen@example.org")
        try command.proveIdentity(of: id)
        try command.expect(0, "export", id)
        try command.openArchive(command.archive(of: id), of: id, into: folder + "/opened")
        return Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/opened/01-overview.html")))
    }
}

extension PackageSample {
    /// The overview's bytes.
    var overview: [UInt8] { plan.texts.first { $0.name == "01-overview.html" }?.bytes ?? [] }

    /// An answer with gaps, cuts and a document that people found.
    static func incomplete(_ language: Language) -> PackageSample {
        var sample = PackageSample(language: language)
        var file = sample.file("found", [1, 2, 3], name: "scan.pdf")
        (file.category, file.title) = ("applications", "Brief uit 2019")
        sample.dossier.additions = [file]
        sample.dossier.head.isSupplement = true
        sample.dossier.ledger.lines.append(
            LedgerLine(
                system: "by-hand",
                collection: "applications",
                category: "applications",
                outcome: .records,
                records: 1
            )
        )
        return sample
    }

    /// Thirty categories over forty years, each larger than the one before it.
    static func crowded(_ language: Language, categories: Int = 30) -> PackageSample {
        var sample = PackageSample(language: language, lines: [], isEmpty: true)
        let collections = (1...categories).map { number in
            CollectionDescription(
                id: "c\(number)",
                title: LocalizedText("Deel \(number)"),
                category: "category-\(number)",
                origin: .observed,
                needs: ["email"],
                settings: [:],
                fields: [FieldDescription(name: "at", type: "date", title: LocalizedText("Datum"))]
            )
        }
        let system = SystemDescription(
            id: "all",
            title: LocalizedText("Alles"),
            driver: "sqlite",
            connection: "all.sqlite",
            folder: "/exporters/all",
            collections: collections
        )
        sample.systems = [system]
        sample.processing = Processing(
            categories: (1...categories).map { number in
                var category = Category.small("category-\(number)")
                category.title = LocalizedText("Gegevens over het gebruik van onze dienst nummer \(number)")
                return category
            },
            processors: []
        )
        for number in 1...categories {
            sample.add("c\(number)", of: system, records: (0..<number * 5).map { [.text(Array(day($0).utf8))] })
            sample.dossier.ledger.lines.append(
                LedgerLine(
                    system: "all",
                    collection: "c\(number)",
                    category: "category-\(number)",
                    outcome: .records,
                    records: number * 5
                )
            )
        }
        return sample
    }

    private static func day(_ number: Int) -> String {
        number % 7 == 6 ? "onbekend" : "\(1990 + number % 40)-03-0\(1 + number % 9)"
    }
}
