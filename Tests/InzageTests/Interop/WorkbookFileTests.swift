import ArchiveSealing
import Cases
import DeliveryStage
import ExporterKit
import Foundation
import GRDB
import GatheringStage
import IdentityStage
import IntakeStage
import Inzage
import PackagingStage
import Policy
import RegisterStore
import TestSupport
import Testing

/// The workbook of an answer, from real sources to other people's spreadsheet programs.
@Suite struct `The workbook of an answer` {
    @Test(arguments: Language.allCases, spreadsheetReaders)
    func `has every value that the faithful copy has (cases 63 to 66)`(
        _ language: Language,
        _ reader: String
    ) async throws {
        try await withTemporaryFolder { folder in
            let house = try `Faithful copy`.house(in: folder).0
            let answer = try await house.answered(in: language)
            let unpacked = try await Self.unpack(answer, into: folder + "/unpacked")
            let result = try runTool(
                checkout + "/.venv/bin/python",
                [checkout + "/Tests/Oracle/workbook.py", reader, unpacked + "/02-data.xlsx", unpacked]
            )
            let counts = result.output.split(separator: " ").compactMap { Int($0.trimmingCharacters(in: .newlines)) }
            try #require(counts.count == 4, "\(result.errors)")
            #expect(counts[0] > 300 && counts[1] > 150, "\(counts)")
            // The one text of 100,000 letters.
            #expect(counts[3] == 1, "\(counts)")
        }
    }

    @Test func `has days and times as such, and what a spreadsheet would change as text`() async throws {
        try await withTemporaryFolder { folder in
            let house = try Self.house(in: folder, records: 1)
            let answer = try await house.answered(in: .nl)
            let unpacked = try await Self.unpack(answer, into: folder + "/unpacked")
            let script = """
                import openpyxl, sys
                book = openpyxl.load_workbook(sys.argv[1])
                print(book.sheetnames)
                for sheet in book.worksheets[-2:]:
                    for row in sheet.iter_rows(values_only=True): print(row)
                print([cell.number_format for cell in book.worksheets[-1][2]])
                """
            let read = try runTool(checkout + "/.venv/bin/python", ["-c", script, unpacked + "/02-data.xlsx"])
            let expected = """
                ['Inhoud', 'accounts', 'bookings', 'BOOKINGS (2)']
                ('Nummer', 'customer', 'Dag', 'Moment', 'Met zone', 'Tijd', 'Bedrag', 'Code')
                (1, 1, datetime.datetime(2026, 3, 29, 0, 0), datetime.datetime(2026, 3, 29, 2, 30), \
                '2026-03-29T02:30:00+01:00', datetime.time(8, 0), 12.5, '0031205550142')
                """
            #expect(read.output.hasPrefix(expected), "\(read.output)\(read.errors)")
            #expect(
                read.output.hasSuffix(
                    "['0', '0', 'yyyy-mm-dd', 'yyyy-mm-dd hh:mm:ss', '@', 'hh:mm:ss;@', '0.0', '@']\n"
                )
            )
        }
    }

    @Test(arguments: [(0, false), (40, false), (41, true), (1000, true)])
    func `is left out above so many records, and always where the controller wants none`(
        _ limit: Int,
        _ isThere: Bool
    ) async throws {
        try await withTemporaryFolder { folder in
            var house = try Self.house(in: folder, records: 20)
            house.controller.delivery.workbookRecords = limit
            let answer = try await house.answered(in: .en)
            let files = try house.opened(answer.archive, of: answer.request)
            #expect((files["02-data.xlsx"] != nil) == isThere)
            let descriptor = String(decoding: try #require(files["datapackage.json"]), as: UTF8.self)
            #expect(descriptor.contains("\"path\": \"02-data.xlsx\"") == isThere)
            // Whoever misses it finds in the READ-ME, in each language, why it is not there and what is.
            let readMe = String(decoding: try #require(files["00-READ-ME.txt"]), as: UTF8.self)
            let text = readMe.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            for sentence in [
                "bij heel veel gegevens ontbreekt dit bestand: gebruik dan csv",
                "it is left out where there is very much data: then use csv",
                "ce fichier manque quand il y a énormément de données\u{A0}: utilisez alors csv",
                "bei sehr vielen Daten fehlt diese Datei: verwenden Sie dann csv",
            ] {
                #expect(text.contains(sentence.split(whereSeparator: \.isWhitespace).joined(separator: " ")), "\(text)")
            }
        }
    }

    /// What real controllers' systems hold, as their exporters describe it.
    @Test(arguments: ControllerFixture.allCases)
    func `has every value of what the five controllers' systems hold`(_ controller: ControllerFixture) async throws {
        try await withTemporaryFolder { folder in
            let house = try House(of: controller, in: folder)
            let id = try await house.evaProven()
            let archive = try #require(try await house.pipeline.advance(id).archive)
            let answer = Answer(
                request: id,
                path: "\(house.archives)/\(archive.name)",
                passphrase: try house.pipeline.tellPassphrase(of: id).passphrase,
                archive: archive
            )
            let unpacked = try await Self.unpack(answer, into: folder + "/unpacked")
            let result = try runTool(
                checkout + "/.venv/bin/python",
                [checkout + "/Tests/Oracle/workbook.py", "openpyxl", unpacked + "/02-data.xlsx", unpacked]
            )
            let counts = result.output.split(separator: " ").compactMap { Int($0.trimmingCharacters(in: .newlines)) }
            try #require(counts.count == 4, "\(result.output)\(result.errors)")
            #expect(counts[0] > 5 && counts[3] == 0, "\(counts)")
        }
    }

    @Test func `is not made of what was changed in the spool`() async throws {
        try await withTemporaryFolder { folder in
            let house = try Self.house(in: folder, records: 20)
            let verified = try await house.verified(house.proven().id)
            let gathered = try await house.gathering.gather(verified).done()
            let entry = try #require(gathered.dossier.collections.last).json
            let file = URL(fileURLWithPath: "\(gathered.spool.folder)/\(entry.spoolName)")
            var bytes = try Data(contentsOf: file)
            bytes[Int((entry.spoolOffset ?? 0) + entry.sealedSize) - 11] ^= 1
            try bytes.write(to: file)
            #expect(throws: ArchiveError.self) { try house.sealing.seal(gathered, of: verified) }
            #expect(try house.intake.request(verified.request.id).state == .gathered)
        }
    }

    private static func unpack(_ answer: Answer, into folder: String) async throws -> String {
        let unpacked = try runTool("7z", ["x", "-p\(answer.passphrase)", "-o\(folder)", answer.path])
        try #require(unpacked.status == 0, "\(unpacked.errors)")
        return folder
    }

    /// Two collections of one title but for its capitals.
    private static func house(in folder: String, records: Int) throws -> House {
        let shop = try Shop(in: folder)
        try shop.customer(1, "ada@example.org", phone: "+31205550142")
        let store = try DatabaseQueue(path: shop.folder + "/bookings.sqlite")
        try store.write { database in
            try database.execute(sql: "CREATE TABLE booking (id, customer, day, moment, zoned, time, amount, code)")
            for number in 1...records {
                try database.execute(
                    sql: "INSERT INTO booking VALUES (?, 1, '2026-03-29', '2026-03-29T02:30:00', "
                        + "'2026-03-29T02:30:00+01:00', '08:00:00', 12.5, '0031205550142')",
                    arguments: [number]
                )
            }
        }
        let system = SystemDescription(
            id: "bookings",
            title: LocalizedText("bookings"),
            driver: "sqlite",
            connection: "bookings.sqlite",
            folder: shop.folder,
            collections: [collection("bookings"), collection("BOOKINGS")]
        )
        return try House(in: folder, systems: [shop.crm, system], processing: .withoutChat)
    }

    private static func collection(_ title: String) -> CollectionDescription {
        func titled(_ name: String, _ type: String, _ title: String) -> FieldDescription {
            FieldDescription(name: name, type: type, title: LocalizedText(title))
        }
        return CollectionDescription(
            id: title == "bookings" ? "bookings" : "more",
            title: LocalizedText(title),
            category: "orders",
            origin: .provided,
            needs: ["customer_id"],
            settings: ["query": .text("SELECT * FROM booking WHERE customer = :customer_id ORDER BY id")],
            fields: [
                titled("id", "integer", "Nummer"), .named("customer", "integer", matches: "customer_id"),
                titled("day", "date", "Dag"), titled("moment", "datetime", "Moment"),
                titled("zoned", "datetime", "Met zone"), titled("time", "time", "Tijd"),
                titled("amount", "number", "Bedrag"), titled("code", "string", "Code"),
            ]
        )
    }
}
