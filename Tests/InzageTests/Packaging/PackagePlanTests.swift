import Cryptography
import ExporterKit
import Foundation
import ArchiveSealing
import TestSupport
import Testing
import Policy
import PackagingStage
import RegisterStore
import GatheringStage

@Suite struct `The package plan` {
    @Test func `names tell nothing and stand in the order of the archive (cases 70 and 76)`() {
        #expect(
            PackageSample().plan.names == [
                "00-READ-ME.txt", "01-overview.html", "datapackage.json", "datapackage.json.p7s", "processing.jsonld",
                "processing.csv", "data/0001.json", "data/0002.json", "csv/0001.csv", "csv/0002.csv", "files/0001.pdf",
            ]
        )
    }

    @Test(arguments: ["../x", "PDF", "", "p\u{301}df", "exe/..", "averylongone", "a b"])
    func `an extension that is not plain becomes bin (case 70)`(_ fileExtension: String) {
        var sample = PackageSample()
        sample.dossier.collections[1].files[0].fileExtension = fileExtension
        #expect(sample.plan.entries.last?.name == "files/0001.bin")
    }

    @Test(arguments: [Language.nl, .en], [Right.access, .portability])
    func `the same dossier gives the same bytes (case 74)`(_ language: Language, _ right: Right) {
        let first = PackageSample(language: language, right: right).plan
        let second = PackageSample(language: language, right: right).plan
        #expect(first.texts.map(\.bytes) == second.texts.map(\.bytes))
        #expect(first.names == second.names)
    }

    @Test func `a plan prints no personal data`() {
        let plan = PackageSample().plan
        var dumped = ""
        dump(plan, to: &dumped)
        for text in ["\(plan)", String(reflecting: plan), dumped] {
            #expect(!text.contains("Ada") && !text.contains("ada@"))
        }
    }

    @Test func `the first file is constant and speaks four languages`() {
        let readMe = PackageSample(language: .nl).plan.texts[0].bytes
        #expect(readMe == PackageSample(language: .en, customers: []).plan.texts[0].bytes)
        let text = String(decoding: readMe, as: UTF8.self)
        for language in ["NEDERLANDS", "ENGLISH", "FRANÇAIS", "DEUTSCH"] { #expect(text.contains(language)) }
        #expect(text.contains("The files with .json, .jsonld and .p7s are for computers"))
        #expect(text.split(whereSeparator: \.isNewline).allSatisfy { $0.count <= 80 })
    }

    @Test(arguments: [
        (CollectionDescription.Origin.provided, ["6(1)(b)"], true), (.observed, ["6(1)(a)"], true),
        (.provided, ["9(2)(a)"], true), (.provided, ["6(1)(c)", "6(1)(b)"], true), (.derived, ["6(1)(b)"], false),
        (.thirdParty, ["6(1)(b)"], false), (.provided, ["6(1)(f)"], false), (.provided, ["6(1)(e)"], false),
        (.observed, [], false),
    ])
    func `Article 20 covers what was given or observed, on consent or contract`(
        _ origin: CollectionDescription.Origin,
        _ bases: [String],
        _ expected: Bool
    ) {
        let collection = CollectionDescription(
            id: "c",
            title: LocalizedText("C"),
            category: "k",
            origin: origin,
            needs: [],
            settings: [:],
            fields: []
        )
        let category = Category(
            id: "k",
            title: LocalizedText("K"),
            purposes: [],
            legalBases: bases,
            retention: [],
            processors: []
        )
        #expect(portable(collection, category) == expected)
        #expect(!portable(collection, nil))
        #expect(portable(collection, category, promise: RightPromise(.portability, portsAllData: true)))
        #expect(portable(collection, category, promise: RightPromise(.portability)) == expected)
    }
}

@Suite struct `The descriptor` {
    /// Parses the descriptor with an independent parser.
    private func parsed(_ sample: PackageSample) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(sample.text("datapackage.json").utf8))
        return try #require(object as? [String: Any])
    }

    @Test(arguments: [Language.nl, .en])
    func `frictionless finds the unpacked package valid, records and all`(_ language: Language) async throws {
        try await withTemporaryFolder { folder in
            try PackageSample(language: language).unpack(into: folder)
            // frictionless 5 counts no bytes when it reads JSON; the next test counts them for every file.
            let script = """
                import sys
                from frictionless import Checklist, Package
                report = Package('datapackage.json').validate(Checklist(skip_errors=['byte-count']))
                for task in report.tasks: print(task.name, task.type, task.valid, [e.message for e in task.errors])
                print(report.valid, report.errors)
                """
            let result = try runTool(checkout + "/.venv/bin/python", ["-c", script], in: folder)
            #expect(result.output.hasSuffix("True []\n"), "\(result.output) \(result.errors)")
            for name in ["processing.csv", "data-0001.json", "data-0002.json", "csv-0001.csv", "csv-0002.csv"] {
                #expect(result.output.contains("\(name) table True []"))
            }
        }
    }

    @Test func `every file of the package is described with its bytes and its hash`() async throws {
        try await withTemporaryFolder { folder in
            let sample = PackageSample()
            try sample.unpack(into: folder)
            let script = """
                import hashlib, json, os, re
                package = json.load(open('datapackage.json', encoding='utf-8'))
                resources = package['resources']
                for r in resources:
                    data = open(r['path'], 'rb').read()
                    assert r['bytes'] == len(data), r['path']
                    assert r['hash'] == 'sha256:' + hashlib.sha256(data).hexdigest(), r['path']
                    assert re.fullmatch('[a-z0-9._-]+', r['name']), r['name']
                assert len({r['name'] for r in resources}) == len(resources)
                found = {os.path.relpath(os.path.join(d, f), '.') for d, _, files in os.walk('.') for f in files}
                print(sorted(found - {r['path'] for r in resources}))
                """
            let result = try runTool("/usr/bin/python3", ["-X", "utf8", "-c", script], in: folder)
            #expect(result.output == "['datapackage.json']\n", "\(result.errors)")
        }
    }

    @Test func `it says what the request was, and what came of every source`() throws {
        let descriptor = try parsed(PackageSample())
        #expect(descriptor["$schema"] as? String == "https://datapackage.org/profiles/2.0/datapackage.json")
        #expect(descriptor["id"] as? String == "5f0d4b1e-4c0a-4f4e-9d57-0c1a6d0b7e11")
        #expect(descriptor["created"] as? String == "2026-03-05T10:15:42Z")
        #expect(descriptor["inzage:request"] as? String == "7K2M-9QXA")
        #expect(descriptor["inzage:right"] as? String == "access")
        let ledger = try #require(descriptor["inzage:ledger"] as? [[String: Any]])
        #expect(
            ledger.map { $0["outcome"] as? String } == ["records", "records", "gapAccepted", "withheld", "nothingHeld"]
        )
        #expect(ledger[2]["reason"] as? String == "storing bij Postduif")
        let withheld = try #require(ledger[1]["withheld"] as? [[String: Any]])
        #expect(withheld.first?["ground"] as? String == "other-person")
        #expect(withheld.first?["count"] as? Int == 2)
    }

    @Test func `a table has its schema with labels and key, and no secret`() throws {
        let resources = try #require(try parsed(PackageSample(language: .en))["resources"] as? [[String: Any]])
        let table = try #require(resources.first { $0["path"] as? String == "data/0001.json" })
        let schema = try #require(table["schema"] as? [String: Any])
        let fields = try #require(schema["fields"] as? [[String: Any]])
        #expect(schema["primaryKey"] as? [String] == ["customer_id"])
        #expect(!fields.contains { $0["name"] as? String == "password" })
        let status = try #require(fields.first { $0["name"] as? String == "status" })
        let labels = try #require(status["categories"] as? [[String: String]])
        #expect(labels == [["value": "A", "label": "active"], ["value": "B", "label": "blocked"]])
        #expect(table["inzage:portable"] as? Bool == true)
        #expect(table["inzage:legalBases"] as? [String] == ["6(1)(b)"])
        #expect(table["inzage:origin"] as? String == "provided")
        #expect(table["inzage:system"] as? String == "webshop")
        #expect(table["sources"] as? [[String: String]] == [["title": "Web shop"]])
        #expect(table["inzage:category"] as? String == "account")
        #expect(table["inzage:categoryTitle"] as? String == "Customer account")
        let csv = try #require(resources.first { $0["path"] as? String == "csv/0001.csv" })
        #expect((csv["dialect"] as? [String: Any])?["delimiter"] as? String == ",")
        #expect((csv["description"] as? String)?.contains("apostrophe") == true)
    }

    @Test func `a document keeps its original name as data only (case 70)`() throws {
        let resources = try #require(try parsed(PackageSample())["resources"] as? [[String: Any]])
        let document = try #require(resources.first { $0["path"] as? String == "files/0001.pdf" })
        #expect(document["inzage:originalName"] as? String == "Brief ../../etc/passwd<b>.pdf")
        #expect(document["inzage:collection"] as? String == "orders")
    }
}

@Suite struct `The processing statement` {
    @Test func `it is JSON with DPV's terms, and its context is never fetched`() throws {
        let text = PackageSample(language: .en).text("processing.jsonld")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let context = try #require(object["@context"] as? [String: Any])
        #expect(context["dpv"] as? String == "https://w3id.org/dpv#")
        #expect(context["eu-gdpr"] as? String == "https://w3id.org/dpv/legal/eu/gdpr#")
        let processes = try #require(object["processes"] as? [[String: Any]])
        #expect(processes.map { $0["id"] as? String }.first == "#category-account")
        let account = try #require(processes.first)
        #expect(account["legalBases"] as? [String] == ["eu-gdpr:A6-1-b"])
        let recipients = try #require(account["recipients"] as? [[String: Any]])
        #expect(recipients.map { $0["type"] as? String } == ["DataProcessor", "DataProcessor"])
        let transfers = try #require(account["transfers"] as? [[String: Any]])
        #expect(transfers.first?["type"] as? String == "CrossBorderTransfer")
        let storage = try #require(account["storage"] as? [[String: Any]])
        #expect((storage.first?["duration"] as? [String: Any])?["period"] as? String == "P24M")
    }

    @Test func `every key and every type has a meaning in the context`() throws {
        let text = PackageSample(language: .en).text("processing.jsonld")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let context = try #require(object["@context"] as? [String: Any])
        func keys(_ value: Any) -> Set<String> {
            if let list = value as? [Any] { return list.reduce(into: []) { $0.formUnion(keys($1)) } }
            guard let members = value as? [String: Any] else { return [] }
            return members.values.reduce(into: Set(members.keys)) { $0.formUnion(keys($1)) }
        }
        var body = object
        body["@context"] = nil
        #expect(keys(body).subtracting(context.keys) == [])
    }
}
