import ExporterKit
import Foundation
import TestSupport
import Policy
import ControllerFiles

/// A controller's folder in memory: valid as it begins, and written out to be read.
struct ControllerFolder {
    /// The files by their path in the folder.
    var files = [
        "controller.yaml": Self.controllerYAML, "processing.yaml": Self.processingYAML,
        "exporters/crm/exporter.yaml": Self.crmYAML, "exporters/shop/exporter.yaml": Self.shopYAML,
    ]

    /// Replaces a text that stands in a file exactly once.
    mutating func replace(_ old: String, by new: String, in file: String) throws {
        let parts = (files[file] ?? "").components(separatedBy: old)
        guard parts.count == 2 else { throw Misuse.notOnce(old) }
        files[file] = parts.joined(separator: new)
    }

    /// The number of the first line of a file that has a text, counted without any YAML.
    func line(of text: String, in file: String) -> Int? {
        let lines = (files[file] ?? "").components(separatedBy: "\n")
        return lines.firstIndex { $0.contains(text) }.map { $0 + 1 }
    }

    /// Writes the files out and reads them.
    func read(drivers: [any Driver] = [TableDriver()]) async throws -> (
        configuration: Configuration?, findings: [Finding]
    ) {
        try await withTemporaryFolder { folder in
            try write(to: folder)
            return ConfigurationReader(folder: folder, drivers: drivers).read()
        }
    }

    /// Writes the files out and checks them with their drivers; what is only recommended is left out unless asked for.
    func check(drivers: [any Driver], withAdvice: Bool = false) async throws -> [Finding] {
        try await withTemporaryFolder { folder in
            try write(to: folder)
            let environment = ["CRM_PASSWORD": "of the sample"]
            return await ConfigurationReader(folder: folder, drivers: drivers, environment: environment).check()
                .filter { withAdvice || $0.severity != .advice }
        }
    }

    /// Writes the files out.
    func write(to folder: String) throws {
        for (path, text) in files {
            let file = URL(fileURLWithPath: folder).appendingPathComponent(path)
            let parent = file.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
    }

    enum Misuse: Error {
        case notOnce(String)
    }
}

/// A driver that needs a query, may have a file and labels, and finds what it was told to find.
struct TableDriver: Driver, Source {
    var name = "table"
    var settings: DriverSettings = TableDriver.taking(["query": .text, "file": .path, "labels": .any])
    var found: [DriverFinding] = []

    static func taking(_ keys: [String: SettingDescription.Kind]) -> DriverSettings {
        DriverSettings(
            collection: keys.map { SettingDescription($0, $1, required: $0 == "query", "it is one of the table's") }
        )
    }

    func open(_ system: SystemDescription, _ context: DriverContext) async throws -> any Source { self }

    func check() async -> [DriverFinding] { found }

    func read(
        _ collection: CollectionDescription,
        for questions: [Question],
        yield: (RecordBuffer, Int) throws -> Void
    ) async throws {
        throw SourceFailure(.unreachable, "this driver only describes")
    }

    func holdsNobody(_ collection: CollectionDescription) async throws -> Bool {
        throw SourceFailure(.unreachable, "this driver only describes")
    }
}

extension ControllerFolder {
    static let controllerYAML = """
        entities:
          - {name: Pear B.V., country: NL, address: "Laan 1, Utrecht"}
          - {name: Pear Norge AS, country: NO}
        contact:
          title: Privacy officer
          email: privacy@pear.example
          phone: "+31 30 123 45 67"
          post: "Laan 1, Utrecht"
        languages: [nl, en]
        form_of_address: je
        supervisory_authority: {name: Autoriteit Persoonsgegevens, website: "https://ap.example", post: "Den Haag"}
        rights: [access, portability]
        identity:
          code: off
          code_valid: P2W
          quiet_period: P45D
          accepts:
            another-destination: [in-person, video]
            representative: mandate
        deadline: {base: P14D, holidays: DE, time_zone: Europe/Oslo}
        delivery:
          from: privacy@pear.example
          reply_to: answers@pear.example
          mail_limit: 15 MiB
          archive_kept: P10D
          padding: buckets
          workbook_records: 2500
          smtp:
            host: mail.pear.example
            tls: implicit
            user: privacy
            password: env:MAIL_PASSWORD
            trust: ca.pem
        staff: named
        release: direct
        demo: true

        """

    static let processingYAML = """
        categories:
          account:
            title: {nl: Account, en: Account}
            purposes: [{nl: Beheer, en: Management}]
            legal_bases: [6(1)(b), 9(2)(a)]
            retention:
              - {kind: fixed, duration: P12M, from: {nl: het einde, en: the end}}
              - {kind: necessity, text: {nl: zolang nodig, en: as long as needed}}
            processors: [host, bank]
            source: {nl: Een bank, en: A bank}
          orders:
            title: {nl: Bestellingen, en: Orders}
            purposes: [{nl: Levering, en: Delivery}]
            legal_bases: [6(1)(b)]
            retention: [{kind: statutory, duration: P7Y}]
          customers_of_ours:
            title: {nl: Projecten, en: Projects}
            purposes: [{nl: Hosting, en: Hosting}]
            legal_bases: [6(1)(b)]
            retention: [{kind: until_event, from: {nl: de opdracht, en: the order}}]
            processor_for: Plum Ltd.
        processors:
          host:
            name: Host GmbH
            service: {nl: Opslag, en: Storage}
            country: DE
            transfers: [{country: US, safeguard: SCC}]
          bank: {name: Bank ASA, role: source, country: NO}

        """

    static let crmYAML = """
        system: {nl: Klanten, en: Customers}
        held_by: host
        driver: table
        connection: crm.table
        secret: env:CRM_PASSWORD
        time_limit: PT2M
        collections:
          accounts:
            title: {nl: Klantgegevens, en: Customer details}
            category: account
            origin: provided
            needs: [email]
            query: SELECT 1
            key: [id]
            fields:
              - {name: id, type: integer, title: {nl: Nummer, en: Number}, identifies: customer_id}
              - {name: email, type: string, format: email, title: E-mail, address_of_record: email, known_since: since}
              - {name: since, type: datetime, title: {nl: Sinds, en: Since}}
              - {name: agent, type: string, title: {nl: Medewerker, en: Staff}, person: staff, redact: always}
              - {name: hash, type: string, title: {nl: Wachtwoord, en: Password}, secret: true}
              - name: state
                type: string
                title: {nl: Stand, en: State}
                categories: {on: {nl: aan, en: "on"}, NO: {nl: Noors, en: Norwegian}}

        """

    static let shopYAML = """
        system: Shop
        driver: table
        connection: https://shop.example/api
        collections:
          orders:
            category: orders
            origin: third_party
            about: others
            query: SELECT 2
            file: data/orders.table
            labels: {a: NO, b: off}
            key: [order]
            own_when: [customer]
            needs: customer_id
            fields:
              - {name: order, type: integer, title: {nl: Bestelling, en: Order}, from: order.id}
              - {name: customer, type: integer, title: {nl: Klant, en: Customer}, matches: [customer_id]}
              - {name: invoice, type: string, title: {nl: Factuur, en: Invoice}, file: true}
          items:
            category: orders
            origin: third_party
            needs: [email]
            query: SELECT 3
            key: [of, line]
            fields:
              - {name: of, type: integer, title: {nl: Bestelling, en: Order}, refers_to: orders}
              - {name: line, type: integer, title: {nl: Regel, en: Line}}
              - {name: buyer, type: string, title: {nl: Koper, en: Buyer}, matches: email}

        """
}
