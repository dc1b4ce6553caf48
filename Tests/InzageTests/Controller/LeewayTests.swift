import ExporterKit
import Testing
import Policy
import ControllerFiles

@Suite struct `Ways to write one thing` {
    private func controller(_ old: String, _ new: String) async throws -> Controller {
        var folder = ControllerFolder()
        try folder.replace(old, by: new, in: "controller.yaml")
        return try #require(try await folder.read().configuration).controller
    }

    private func collection(_ old: String, _ new: String, driver: TableDriver = .init()) async throws
        -> CollectionDescription
    {
        var folder = ControllerFolder()
        try folder.replace(old, by: new, in: "exporters/shop/exporter.yaml")
        let system = try await folder.read(drivers: [driver]).configuration?.system("shop")
        return try #require(system?.collections.first)
    }

    @Test(arguments: [
        ("15000000", 15_000_000), ("15 MB", 15_000_000), ("15MB", 15_000_000), ("15 MiB", 15_728_640),
        ("15_000_000", 15_000_000), ("500 kB", 500_000), ("512 KiB", 524_288), ("2000000 B", 2_000_000),
    ])
    func `a size is taken in bytes and in units`(_ text: String, _ bytes: Int) async throws {
        #expect(try await controller("15 MiB", text).delivery.mailLimit == bytes)
    }

    @Test(arguments: [
        ("tls: implicit", 465, true), ("tls: starttls", 587, false), ("port: 465", 465, true),
        ("port: 2525", 2525, false),
    ])
    func `the way to begin TLS and the port follow from each other`(
        _ line: String,
        _ port: Int,
        _ isImplicit: Bool
    ) async throws {
        let server = try await controller("tls: implicit", line).delivery.smtp
        #expect(server?.port == port && server?.implicitTLS == isImplicit)
    }

    @Test func `what may be left out has the default that the manual names`() async throws {
        var folder = ControllerFolder()
        folder.files["controller.yaml"] = """
            entities: [{name: Pear, country: NL, address: Laan 1}]
            contact: {title: A, email: a@pear.example, phone: "1", post: Laan 1}
            languages: en
            supervisory_authority: {name: AP}
            rights: [access]
            deadline: {base: P1M, holidays: NL, time_zone: Europe/Amsterdam}
            delivery: {from: a@pear.example, reply_to: a@pear.example}
            """
        let (configuration, findings) = try await folder.read()
        let controller = try #require(configuration).controller
        #expect(findings.map(\.field) == ["identity", "rights"])
        #expect(findings.map(\.severity) == [.null, .law])
        let identity = IdentityPolicy(codeRequired: true, codeValidDays: 7, quietDays: 30, accepts: [:])
        #expect(controller.identity == identity)
        #expect(
            controller.languages == [.en] && controller.formOfAddress == .u
                && controller.rights.map(\.right) == [.access]
        )
        #expect(controller.delivery.smtp == nil)
        #expect(controller.delivery.mailLimit == 15_000_000 && controller.delivery.archiveDays == 14)
        #expect(controller.redactStaff && controller.release == .review && !controller.isDemo)
    }

    @Test func `a right that is not said is offered, because the law gives it`() async throws {
        let rights = try await controller("rights: [access, portability]", "rights: null").rights
        #expect(rights.map(\.right) == Right.allCases && rights.allSatisfy { $0.stated == .no })
    }

    @Test(arguments: [("PT2M", 120), ("90", 90), ("P1DT1H", 90_000), ("P1W", 604_800)])
    func `a time limit is a period or a number of seconds`(_ text: String, _ seconds: Int) async throws {
        var folder = ControllerFolder()
        try folder.replace("PT2M", by: text, in: "exporters/crm/exporter.yaml")
        #expect(try await folder.read().configuration?.system("crm")?.timeLimit == seconds)
    }

    @Test(arguments: [
        ("T1H", false), ("P", false), ("PT", false), ("P1", false), ("P1H", false), ("P1D1M", false), ("P-1D", false),
        ("P1.5D", false), ("p1d", false), ("P\u{0661}D", false), ("P1D ", false), ("P9999999D", false), ("PT0S", false),
        ("P1Y2M3W4DT5H6M7S", false), ("P1D", true), ("P2W3D", true),
    ])
    func `a period is taken exactly as ISO 8601 writes it, or refused`(_ text: String, _ isValid: Bool) async throws {
        var folder = ControllerFolder()
        try folder.replace("archive_kept: P10D", by: "archive_kept: \"\(text)\"", in: "controller.yaml")
        let fields = try await folder.read().findings.map(\.field)
        #expect(fields == (isValid ? [] : ["delivery.archive_kept"]))
    }

    @Test func `a driver's setting is a text, a list or a map, and may be white space`() async throws {
        let list = try await collection("file: data/orders.table", "file: [a.table, b.table]")
        #expect(list.settings["file"] == .list([.text("a.table"), .text("b.table")]))
        let keys: [String: SettingDescription.Kind] = [
            "query": .text, "file": .path, "labels": .any, "delimiter": .text,
        ]
        let driver = TableDriver(settings: TableDriver.taking(keys))
        let tabulator = try await collection("about: others", #"delimiter: "\t""#, driver: driver)
        #expect(tabulator.settings["delimiter"] == .text("\t"))
        let words = #"labels: {header: false, delimiter: "\t", headerRows: [3], nullSequence: '\N', quoteChar: ""}"#
        let map = try await collection("labels: {a: NO, b: off}", words)
        #expect(
            map.settings["labels"]?.textMap
                == [
                    "header": "false", "delimiter": "\t", "headerRows": "3", "nullSequence": "\\N", "quoteChar": "",
                ]
        )
    }

    @Test func `a path that leaves the folder is found in a list too (case 105)`() async throws {
        var folder = ControllerFolder()
        let file = "exporters/shop/exporter.yaml"
        try folder.replace("file: data/orders.table", by: "file: [a.table, a/../../b.table]", in: file)
        #expect(try await folder.read().findings.map(\.field) == ["collections.orders.file[1]"])
    }

    @Test func `field names that only look the same are two fields`() async throws {
        let orders = try await collection(
            "{name: invoice,",
            "{name: \"\\u212A\", type: any, title: K}\n      - {name: K,"
        )
        #expect(orders.fields.map(\.name.utf8.count) == [5, 8, 3, 1])
    }

    @Test func `a look-alike of a field's name names no field (cases 5 and 6)`() async throws {
        var folder = ControllerFolder()
        let file = "exporters/shop/exporter.yaml"
        try folder.replace("{name: order,", by: "{name: K,", in: file)
        try folder.replace("key: [order]", by: "key: [K]", in: file)
        try folder.replace("own_when: [customer]", by: "own_when: [K, \u{212A}]", in: file)
        #expect(try await folder.read().findings.map(\.field) == ["collections.orders.own_when[1]"])
    }
}
