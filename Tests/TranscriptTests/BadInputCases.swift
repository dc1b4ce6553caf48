import Foundation
import TestSupport

extension BadInputCase {
    /// What ends the command before it does anything.
    static let configuration: [BadInputCase] = [
        BadInputCase("malformed YAML", 3, "controller.yaml") {
            try append(Array("\n: [".utf8), to: $0 + "/controller.yaml")
        },
        BadInputCase("YAML that is no UTF-8", 3, "processing.yaml") {
            try append([0x0A, 0xFF, 0xFE], to: $0 + "/processing.yaml")
        },
        BadInputCase("an unknown driver", 3, "exporters/crm/exporter.yaml") {
            try replace("driver: sqlite", with: "driver: punch-cards", in: $0 + "/exporters/crm/exporter.yaml")
        },
        BadInputCase("a missing key", 3, "keys/register.key") {
            try FileManager.default.removeItem(atPath: $0 + "/keys/register.key")
        },
        BadInputCase("a key that others may read", 3, "keys/register.key") { controller in
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o644],
                ofItemAtPath: controller + "/keys/register.key"
            )
        },
        BadInputCase("an example key outside the demo", 3, "example") {
            try replace("demo: true", with: "demo: false", in: $0 + "/controller.yaml")
        },
        BadInputCase("another key than the register's", 8, "cannot be opened") {
            let key = String(repeating: "5b", count: 32)
            let path = $0 + "/keys/register.key"
            try Data(key.utf8).write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        },
        BadInputCase("a register that is no database", 8, "the register is damaged") {
            try overwrite($0 + "/register.sqlite", at: 0, count: 100)
        },
        BadInputCase("a register with damaged pages", 8, "the register is damaged") { controller in
            let path = controller + "/register.sqlite"
            let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
            try overwrite(path, at: 4096, count: size - 4096)
        },
    ]

    /// What makes one source fail.
    static let sources: [BadInputCase] = [
        BadInputCase("a missing database", 5, "crm") {
            try FileManager.default.removeItem(atPath: $0 + "/exporters/crm/crm.sqlite")
        },
        BadInputCase("a database that is none", 5, "crm") {
            try overwrite($0 + "/exporters/crm/crm.sqlite", at: 0, count: 4096)
        },
        BadInputCase("a missing file of records", 5, "chat-logs") {
            try FileManager.default.removeItem(atPath: $0 + "/exporters/chat-logs/participants.jsonl")
        },
        BadInputCase("a query that fails", 5, "crm/consents") {
            try replace("FROM consent WHERE", with: "FROM consent_gone WHERE", in: $0 + "/exporters/crm/exporter.yaml")
        },
        BadInputCase("a column that nobody declared", 5, "crm/profile") {
            try replace(
                "SELECT customer_id, segment",
                with: "SELECT customer_id, 1 AS extra, segment",
                in: $0 + "/exporters/crm/exporter.yaml"
            )
        },
        stranger, cutLine,
        BadInputCase("a document that is a symbolic link (case 71)", 5, "applications/documents") {
            let link = $0 + "/exporters/applications/applicants/A-0001/zz.pdf"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc/hostname")
        },
    ]

    /// A query that returns a neighbour's record.
    static let stranger = BadInputCase("a record of somebody else (case 54)", 5, "crm/profile") {
        try replace(
            "FROM profile WHERE customer_id = :customer_id",
            with: "FROM profile WHERE customer_id > :customer_id LIMIT 1",
            in: $0 + "/exporters/crm/exporter.yaml"
        )
    }

    /// A file of records whose last line was cut.
    static let cutLine = BadInputCase("a line that was cut (case 55)", 5, "chat-logs/messages") {
        try append(Array("{\"id\":999999999,\"sender\":\"ada_ja".utf8), to: newestChat($0))
    }
}
