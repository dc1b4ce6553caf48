import Drivers
import ExporterKit
import ExporterTesting
import TestSupport
import Testing

@Suite struct ContractTests {
    @Test(arguments: BuiltInDrivers.all.map(\.name), ExporterContract.Rule.allCases)
    func `a driver keeps`(driver: String, rule: ExporterContract.Rule) async throws {
        if let server = ServerKind(rawValue: driver) {
            try await server.withDatabase(server.contractTables) { database in
                let breaches = try await contract(of: driver, server.contractSystem(database)).breaches(of: rule)
                #expect(breaches == [])
            }
            return
        }
        try await withTemporaryFolder { folder in
            // What is reached over the network ends with its value, when all was asked.
            let service = driver == "http" ? try WebService(in: folder) : nil
            let store = try store(of: driver, service, in: folder)
            let breaches = try await contract(of: driver, store).breaches(of: rule)
            #expect(breaches == [])
            withExtendedLifetime(service) {}
        }
    }

    @Test func `drivers are sorted by name and no name stands twice`() {
        let names = BuiltInDrivers.all.map(\.name)
        #expect(names == Set(names).sorted())
        #expect(names.allSatisfy { BuiltInDrivers.named($0)?.name == $0 })
        #expect(BuiltInDrivers.named("nosuch") == nil)
    }

    private func contract(of driver: String, _ system: SystemDescription) throws -> ExporterContract {
        ExporterContract(
            driver: try #require(BuiltInDrivers.named(driver)),
            system: system,
            known: [Identifier(kind: "email", "Ada@example.org"), Identifier(kind: "customer_id", "4217")],
            unknown: [Identifier(kind: "email", "nobody@example.org"), Identifier(kind: "customer_id", "99")]
        )
    }

    private func store(of driver: String, _ service: WebService?, in folder: String) throws -> SystemDescription {
        switch driver {
        case "sqlite": try database(folder)
        case "files": try files(folder)
        case "documents": try documents(folder)
        case "mailbox": try mailbox(folder)
        case "slack": try chats(folder)
        case "program": Programs.people
        case "http": try #require(service).people
        default: throw SourceFailure(.unreachable, "a driver without a store in this test: \(driver)")
        }
    }

    private func database(_ folder: String) throws -> SystemDescription {
        try makeDatabase(
            in: folder,
            """
            CREATE TABLE customer (id INTEGER PRIMARY KEY, email TEXT);
            CREATE TABLE letter (customer_id INTEGER, scan BLOB, scan_name TEXT);
            INSERT INTO customer VALUES (4217, 'ada@example.org'), (2, 'bob@example.org'), (3, ''), (4, NULL);
            INSERT INTO letter VALUES (4217, x'255044462d', 'a.pdf'), (2, x'00', 'b.pdf'), (4217, NULL, NULL);
            """
        )
        let scan = FieldDescription(name: "scan", type: "string", title: LocalizedText("Scan"), file: true)
        return system(
            "sqlite",
            in: folder,
            connection: "store.sqlite",
            collection(
                named: "customers",
                ["query": "SELECT id, email FROM customer WHERE lower(email) = lower(:email)"],
                [field("email", matches: "email"), field("id", "integer")]
            ),
            collection(
                named: "letters",
                needs: ["customer_id"],
                ["query": "SELECT * FROM letter WHERE customer_id = :customer_id"],
                [field("customer_id", "integer", matches: "customer_id"), scan, field("scan_name")]
            )
        )
    }

    private func files(_ folder: String) throws -> SystemDescription {
        let lines = (0..<600).map { number in
            #"{"from":{"email":"\#(number % 3 == 0 ? "ada" : "bob")@example.org"},"text":"hello","number":\#(number)}"#
        }
        try write(lines.joined(separator: "\n"), to: "chat-1.jsonl", in: folder)
        try write("email,id\nada@example.org,4217\nbob@example.org,2\n,3\n", to: "people.csv", in: folder)
        return system(
            "files",
            in: folder,
            collection(
                named: "chat",
                ["file": "chat-*.jsonl"],
                [field("from", path: "from.email", matches: "email"), field("text"), field("number", "integer")]
            ),
            collection(
                named: "people",
                needs: ["email", "customer_id"],
                ["file": "people.csv"],
                [field("email", matches: "email"), field("id", "integer", matches: "customer_id")]
            )
        )
    }

    private func mailbox(_ folder: String) throws -> SystemDescription {
        let edge = "From MAILER-DAEMON Mon Jan  5 10:00:00 2026\n"
        let mails = (1...40).map { number in
            let who = number % 3 == 0 ? "Ada <ada@Example.org>" : "bob@example.org"
            let part = "--b\nContent-Type: application/pdf; name=a.pdf\n\nPDF \(number)\n"
            return "\(edge)From: \(who)\nMessage-ID: <\(number)@x>\nX-Customer: \(number % 2 == 0 ? 4217 : 2)\n"
                + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n\(part)--b--\n\n"
        }
        try write(mails.joined(), to: "mail/inbox", in: folder)
        let customer = field("customer", path: "headers.X-Customer", matches: "customer_id")
        return system(
            "mailbox",
            in: folder,
            connection: "mail",
            collection([String: String](), [field("from", matches: "email"), field("text"), field("thread")]),
            collection(
                named: "attachments",
                needs: ["email", "customer_id"],
                ["records": "attachments"],
                [Mailboxes.field("from", matches: "email"), customer, Mailboxes.field("content")]
            )
        )
    }

    private func chats(_ folder: String) throws -> SystemDescription {
        let people = [("4217", "ada"), ("2", "bob")].map { id, name in
            #"{"id":"\#(id)","name":"\#(name)","profile":{"email":"\#(name)@example.org"}}"#
        }
        try write("[\(people.joined(separator: ","))]", to: "export/users.json", in: folder)
        try write(#"[{"id":"C1","name":"general"}]"#, to: "export/channels.json", in: folder)
        try write("PDF", to: "export/__uploads/F1/a.pdf", in: folder)
        let messages = (1...400).map { number in
            let files = number % 5 == 0 ? #","files":[{"id":"F1","name":"a.pdf"}]"# : ""
            return
                #"{"user":"\#(number % 3 == 0 ? "4217" : "2")","ts":"17040672\#(number % 90 + 10).\#(number)"\#(files)}"#
        }
        try write("[\(messages.joined(separator: ","))]", to: "export/general/2024-01-01.json", in: folder)
        return system(
            "slack",
            in: folder,
            connection: "export",
            collection(["records": "messages"], [Chats.field("user_email", matches: "email"), field("time")]),
            collection(
                named: "around",
                needs: ["customer_id"],
                ["context": "1"],
                [field("user", matches: "customer_id"), field("near", "array", matches: "customer_id"), field("id")]
            ),
            collection(
                named: "files",
                needs: ["customer_id"],
                ["records": "files"],
                [field("user", matches: "customer_id"), Chats.field("content")]
            )
        )
    }

    private func documents(_ folder: String) throws -> SystemDescription {
        try write(#"{"basics":{"email":"ada@example.org"}}"#, to: "people/4217/resume.json", in: folder)
        try write(#"{"basics":{"email":null}}"#, to: "people/2/resume.json", in: folder)
        try write("%PDF-", to: "letters/4217/one.pdf", in: folder)
        try write([UInt8](repeating: 7, count: 200_000), to: "letters/4217/two.pdf", in: folder)
        try write("of another", to: "letters/2/one.pdf", in: folder)
        let content = FieldDescription(
            name: "content",
            path: "@content",
            type: "string",
            title: LocalizedText("File"),
            file: true
        )
        return system(
            "documents",
            in: folder,
            collection(
                named: "resumes",
                ["file": "people/*/resume.json"],
                [field("email", path: "basics.email", matches: "email"), field("applicant", path: "@folder")]
            ),
            collection(
                named: "letters",
                needs: ["customer_id"],
                ["folder": "letters/{customer_id}"],
                [
                    field("customer", path: "@folder", matches: "customer_id"), field("name", path: "@name"),
                    field("size", "integer", path: "@size"), content,
                ]
            )
        )
    }
}
