import ExporterKit
import Foundation
import TestSupport
import Testing

/// What Python's mailbox and email find in mailboxes of every sort, the driver finds.
@Suite struct MailboxOracleTests {
    private static let lists = ["from_name", "to_name", "folder"]
    private static let texts = ["id", "message_id", "date", "subject", "text", "html", "thread"]

    private func system(in folder: String) -> SystemDescription {
        let mails = Self.lists.map { Mailboxes.field($0, "array") } + Self.texts.map { Mailboxes.field($0) }
        let attachments = ["id", "name", "type", "size", "content"].map { Mailboxes.field($0) }
        return SystemDescription(
            id: "sample",
            title: "Sample",
            driver: "mailbox",
            connection: "mail",
            folder: folder,
            collections: [
                collection([String: Setting](), mails + Mailboxes.people),
                collection(named: "attachments", ["records": "attachments"], attachments + Mailboxes.people),
            ]
        )
    }

    @Test(arguments: [(240, 1), (80, 2)])
    func `mails, copies, threads and attachments are what Python reads`(count: Int, seed: Int) async throws {
        try await withTemporaryFolder { folder in
            let made = try runTool(
                "/usr/bin/python3",
                [Programs.folder + "/mailboxes.py", folder, "\(count)", "\(seed)"]
            )
            #expect(made.status == 0)
            let file = try Data(contentsOf: URL(fileURLWithPath: folder + "/expected.json"))
            let expected = try #require(try JSONSerialization.jsonObject(with: file) as? [String: [[String: Any]]])
            let asked = expected.keys.sorted()
            let found = try await answers(to: asked, system(in: folder))
            for (number, address) in asked.enumerated() {
                let wanted = expected[address] ?? []
                #expect(found[number].count == wanted.count)
                let differing = zip(found[number], wanted).filter { NSDictionary(dictionary: $0) != plain($1) }
                let keys = differing.first.map { one, other in
                    other.keys.filter { key in !isEqual(one[key], plain(other)[key]) }.map {
                        "\($0): \(one[$0] ?? "") != \(other[$0] ?? "")"
                    }
                }
                #expect(differing.isEmpty, "\(differing.count) differ, the first in \(keys ?? [])")
            }
        }
    }

    private func isEqual(_ one: Any?, _ other: Any?) -> Bool { (one as? NSObject) == (other as? NSObject) }

    /// The expected with runs of lost characters as one: how many stand for lost bytes is nobody's rule.
    private func plain(_ row: [String: Any]) -> NSDictionary {
        NSDictionary(dictionary: row.mapValues { ($0 as? String).map(withoutRuns) ?? $0 })
    }

    private func withoutRuns(_ text: String) -> String { text.replacing(/\u{FFFD}+/, with: "\u{FFFD}") }

    private func answers(to asked: [String], _ system: SystemDescription) async throws -> [[[String: Any]]] {
        let questions = asked.map { Question(identifiers: [Identifier(kind: "email", $0)]) }
        var attachments: [String: [[Any]]] = [:]
        try await read(system.collections[1], of: system, for: questions) { record, question in
            let id = "\(question) " + text(record, 0)
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            try record.document(at: 4)?.read { for byte in $0 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 } }
            let name: Any = text(record, 1).hasPrefix("part-") ? NSNull() : text(record, 1)
            let digits = String(hash, radix: 16)
            let padded = String(repeating: "0", count: 16 - digits.count) + digits
            attachments[id, default: []].append([name, text(record, 2), Int(text(record, 3)) ?? -1, padded])
        }
        var found: [[[String: Any]]] = asked.map { _ in [] }
        try await read(system.collections[0], of: system, for: questions) { record, question in
            var row: [String: Any] = [:]
            for (index, field) in system.collections[0].fields.enumerated() {
                switch record.kind(at: index) {
                case .null: row[field.name] = NSNull()
                case .json: row[field.name] = try JSONSerialization.jsonObject(with: Data(record.cell(at: index)))
                default: row[field.name] = withoutRuns(text(record, index))
                }
            }
            row["attachments"] = attachments["\(question) \(row["id"] ?? "")"] ?? []
            for beyond in ["id", "bcc", "sender", "delivered_to"] { row[beyond] = nil }
            found[question].append(row)
        }
        return found
    }

    private func text(_ record: RecordBuffer, _ index: Int) -> String {
        String(decoding: record.cell(at: index), as: UTF8.self)
    }
}
