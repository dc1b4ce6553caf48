import Foundation
import TestSupport
import Testing
import Policy
import Languages

/// The sample company's overview in French and German, for people who read those to see.
///
/// `INZAGE_WRITE_GOLDEN=1` writes them anew; read the difference before it is committed.
@Suite struct `The overview of the sample company` {
    @Test(arguments: [Language.fr, .de])
    func `reads as it was last approved`(_ language: Language) throws {
        let file = URL(fileURLWithPath: "\(checkout)/Tests/InzageTests/Languages/Goldens/overview.\(language).html")
        let page = PackageSample(language: language).text("01-overview.html")
        if ProcessInfo.processInfo.environment["INZAGE_WRITE_GOLDEN"] == "1" {
            try Data(page.utf8).write(to: file)
        }
        let approved = try String(contentsOf: file, encoding: .utf8)
        let difference = zip(page.split(separator: "\n"), approved.split(separator: "\n")).first { $0 != $1 }
        #expect(page == approved, "\(difference.map { "now: \($0)\nbefore: \($1)" } ?? "one is longer")")
    }

    @Test(arguments: Language.allCases)
    func `is in one language from its head to its foot`(_ language: Language) {
        let page = PackageSample(language: language).text("01-overview.html")
        #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
        let frequent: [Language: [String]] = [
            .nl: [" het ", " wij ", " niet "], .en: [" the ", " we ", " not "], .fr: [" nous ", " vous ", " pas "],
            .de: [" wir ", " nicht ", " und "],
        ]
        let text = page.replacing(/<[^>]*>/, with: " ").lowercased()
        for (other, words) in frequent {
            for word in words { #expect(text.contains(word) == (other == language), "\(other): \(word)") }
        }
    }

    @Test(arguments: [
        (Language.fr, "Compte client", "Boutique en ligne", "Numéro de client", "Finalités"),
        (.de, "Kundenkonto", "Webshop", "Kundennummer", "Zwecke"),
    ])
    func `has its titles and its labels in the descriptor, the statement and the table too`(
        _ language: Language,
        _ category: String,
        _ system: String,
        _ field: String,
        _ column: String
    ) throws {
        let sample = PackageSample(language: language)
        let descriptor = sample.text("datapackage.json")
        #expect(descriptor.contains(system) && descriptor.contains(field))
        #expect(descriptor.contains(overviewWords(language, form: .u).pageTitle))
        #expect(descriptor.contains(/"inzage:language":\s*"(fr|de)"/))
        #expect(sample.text("processing.jsonld").contains(category))
        let table = sample.text("processing.csv")
        #expect(table.contains(column) && table.contains("\r\n\(category);"))
        for other in ["Customer account", "Klantaccount", "Web shop", "Webwinkel"] {
            #expect(!descriptor.contains(other) && !table.contains(other))
        }
    }

    @Test(arguments: [Language.fr, .de])
    func `has spreadsheets that read back as what the faithful copy says`(_ language: Language) async throws {
        let script = """
            import csv, json, sys
            folder = sys.argv[1]
            package = json.load(open(folder + '/datapackage.json', encoding='utf-8'))
            seen = 0
            for resource in package['resources']:
                dialect = resource.get('dialect', {})
                path = resource.get('path')
                if not str(path).startswith('csv/'): continue
                assert dialect['delimiter'] == ';', dialect
                text = open(folder + '/' + path, encoding='utf-8-sig', newline='')
                rows = list(csv.DictReader(text, delimiter=';', strict=True))
                exact = json.load(open(folder + '/' + path.replace('csv', 'data', 1)[:-3] + 'json', encoding='utf-8'))
                assert [len(row) for row in rows] == [len(rows[0])] * len(exact)
                for row, record in zip(rows, exact):
                    for key, value in row.items():
                        if isinstance(record.get(key), int) and not isinstance(record[key], bool):
                            assert int(value) == record[key]; seen += 1
            print(seen)
            """
        let sample = PackageSample(language: language)
        let seen = try await withTemporaryFolder { folder in
            try sample.unpack(into: folder)
            let result = try runTool("/usr/bin/python3", ["-X", "utf8", "-c", script, folder])
            #expect(result.status == 0, "\(result.errors)")
            return result.output
        }
        // Seven whole numbers in three orders and one account.
        #expect(seen == "10\n")
    }

    @Test func `begins with a file that names every entry and both commands in each of four languages`() {
        let text = PackageSample(language: .fr).text("00-READ-ME.txt")
        let parts = text.components(separatedBy: String(repeating: "-", count: 72))
        #expect(parts.count == Language.allCases.count)
        let names = [
            "01-overview.html", "  02-data.xlsx ", "processing.csv", "  csv ", "  data ", "  files ", ".json, .jsonld",
            ".p7s", "sha256",
            "datapackage.json.p7s", "openssl cms -verify -inform DER -noverify",
            "openssl x509 -noout -fingerprint -sha256 -in signer.pem", "(')",
        ]
        for part in parts {
            for name in names { #expect(part.contains(name), "\(name)") }
            #expect(part.lowercased().contains("zip"))
        }
    }
}
