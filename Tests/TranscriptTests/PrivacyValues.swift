import Foundation
import TestSupport
import Testing

/// Something that a person would know themselves by.
struct PrivateValue: Sendable, Hashable, Codable, CustomStringConvertible {
    /// What sort of value it is.
    let kind: String
    let value: String

    var description: String { kind }
}

/// What the sample company's systems hold about the person of the story, read with Python's own means.
enum PrivateValues {
    /// The address of the person of the story.
    static let person = "ada.jansen@example.org"

    /// Name, addresses, telephone, account, handle, and texts that only this person's records hold.
    static func all(in controller: String) throws -> [PrivateValue] {
        let result = try runTool("/usr/bin/python3", ["-c", script, controller + "/exporters", person])
        try #require(result.status == 0, "\(result.errors)")
        let values = try JSONDecoder().decode([PrivateValue].self, from: Data(result.output.utf8))
        try #require(Set(values.map(\.kind)).count >= 8 && values.allSatisfy { $0.value.utf8.count >= 8 })
        return values
    }

    /// The values that stand in a text.
    static func found(_ values: [PrivateValue], in text: String) -> [PrivateValue] {
        found(values, in: Data(text.utf8))
    }

    /// The values that stand in some bytes.
    static func found(_ values: [PrivateValue], in bytes: Data) -> [PrivateValue] {
        values.filter { bytes.range(of: Data($0.value.utf8)) != nil }
    }

    /// The files of a folder in which a value stands as raw bytes, each with the kinds of values.
    static func found(_ values: [PrivateValue], in folder: String, except skipped: [String]) -> [String] {
        guard let paths = FileManager.default.enumerator(atPath: folder) else { return [] }
        var finds: [String] = []
        for case let path as String in paths where !skipped.contains(where: { path.hasPrefix($0) }) {
            guard let bytes = FileManager.default.contents(atPath: "\(folder)/\(path)") else { continue }
            let kinds = found(values, in: bytes).map(\.kind)
            if !kinds.isEmpty { finds.append("\(path): \(kinds.joined(separator: ", "))") }
        }
        return finds
    }

    private static let script = """
        import json, pathlib, sqlite3, sys
        folder, email = pathlib.Path(sys.argv[1]), sys.argv[2]
        values = [("email", email)]
        crm = sqlite3.connect(folder / "crm/crm.sqlite")
        number, *account = crm.execute(
            "SELECT id, name, phone, address, password_hash FROM customer WHERE email = ?", [email]).fetchone()
        values += zip(["name", "phone", "address", "password"], account)
        values += [("note", row[0][:40]) for row in crm.execute("SELECT note FROM note WHERE customer_id = ?", [number])]
        shop = sqlite3.connect(folder / "orders/shop.sqlite")
        values += zip(["account", "session"], shop.execute(
            "SELECT iban, session_token FROM customer WHERE id = ?", [number]).fetchone())
        orders = "SELECT DISTINCT ship_to FROM orders WHERE customer_id = ?"
        values += [("order address", row[0]) for row in shop.execute(orders, [number])]
        people = map(json.loads, open(folder / "chat-logs/participants.jsonl", "rb"))
        handle = next(one["handle"] for one in people if one["email"] == email)
        values.append(("handle", handle))
        texts = [message["text"] for day in sorted((folder / "chat-logs/messages").iterdir())
                 for message in map(json.loads, open(day, "rb")) if message["sender"] == handle]
        values += [("chat", text[:40]) for text in texts[:50]]
        print(json.dumps([{"kind": kind, "value": value.split("\\n")[0]} for kind, value in values
                          if value and len(value.split("\\n")[0].encode()) >= 8]))
        """
}

/// Mails read with Python's own parser.
enum MailReading {
    /// The bytes of a mail's only attachment.
    static func attachment(of path: String) throws -> Data {
        let script = """
            import base64, email, email.policy, sys
            mail = email.message_from_bytes(open(sys.argv[1], "rb").read(), policy=email.policy.default)
            attached, = mail.iter_attachments()
            print(base64.b64encode(attached.get_payload(decode=True)).decode())
            """
        let result = try runTool("/usr/bin/python3", ["-c", script, path])
        let text = result.output.trimmingCharacters(in: .whitespacesAndNewlines)
        return try #require(Data(base64Encoded: text), "\(result.errors)")
    }
}
