import Foundation
import TestSupport
import Testing

/// `inzage intake` as scripts and web forms call it.
@Suite("inzage intake", .timeLimit(.minutes(5))) struct IntakeCommandTests {
    private func withShop(_ body: (Command) throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try SampleShop.copy(to: folder + "/shop")
            try body(Command(controller: folder + "/shop"))
        }
    }

    private static let mail = """
        From: Ada Jansen <ada.jansen@example.org>
        Subject: Access to my data
        Message-ID: <1@example.org>

        Please let me have a copy of all personal data that you hold about me. My customer number is 42.

        """

    private func object(_ text: some StringProtocol) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("prints one JSON object for a mail, with every field that a script looks for")
    func json() async throws {
        try await withShop { inzage in
            let result = try inzage("intake", "--mail", "-", "--json", input: Self.mail)
            #expect(result.status == 0 && result.errors.isEmpty)
            let taken = try object(result.output)
            let fields = ["claims", "id", "language", "next", "outcome", "reasons", "received", "right", "waitingFor"]
            #expect(taken.keys.sorted() == fields)
            #expect(taken["right"] as? String == "access" && taken["language"] as? String == "en")
            #expect(taken["waitingFor"] as? String == "identity")
            let claims = try #require(taken["claims"] as? [String: Any])
            #expect(claims["email"] as? String == "ada.jansen@example.org")
            #expect(claims["identifiers"] as? [String] == ["customer_id=42"])
            let id = try #require(taken["id"] as? String)
            let shown = try inzage("request", "show", id)
            #expect(shown.output.contains("guessed        access, en"))
            #expect(shown.output.contains("“Access to my data”, <1@example.org>"))
            #expect(try inzage("request", "list").output.contains(id))
            let again = try object(inzage("intake", "--mail", "-", "--json", input: Self.mail).output)
            #expect(again["outcome"] as? String == "taken before" && again["id"] as? String == id)
        }
    }

    @Test("takes what a web form sends on standard input")
    func form() async throws {
        try await withShop { inzage in
            let form = #"{"email": "ada.jansen@example.org", "right": "erasure", "language": "nl", "form_id": "7"}"#
            let result = try inzage("intake", "--json", "-", input: form)
            #expect(result.status == 0)
            let taken = try object(result.output)
            #expect(taken["right"] as? String == "erasure" && taken["outcome"] as? String == "opened")
            let wrong = try inzage("intake", "--json", "-", input: #"{"emial": "ada.jansen@example.org"}"#)
            #expect(wrong.status == 2 && wrong.errors.contains("did you mean \"email\""))
            #expect(!wrong.errors.contains("ada.jansen"))
        }
    }

    @Test("prints a line for each new mail of a mailbox, goes on after one that waits, and ends with 4")
    func mailbox() async throws {
        try await withShop { inzage in
            let box = inzage.folder + "/mail"
            try FileManager.default.createDirectory(atPath: box, withIntermediateDirectories: true)
            let texts = [
                "From: a@example.org, b@example.org\nSubject: Inzageverzoek\n\nGraag inzage.\n", Self.mail,
                "From: c@example.org\nList-Id: <x.example>\nSubject: x\n\nGraag inzage.\n",
            ]
            for (number, text) in texts.enumerated() {
                try Data(text.utf8).write(to: URL(fileURLWithPath: "\(box)/\(number).eml"))
            }
            // The place stands in controller.yaml, relative to its folder.
            let settings = inzage.folder + "/controller.yaml"
            let text = try String(contentsOfFile: settings, encoding: .utf8)
            try (text + "\nintake: {mailbox: mail, since: 2026-01-01}\n")
                .write(toFile: settings, atomically: true, encoding: .utf8)
            let result = try inzage("intake", "--json")
            #expect(result.status == 4)
            let lines = try result.output.split(separator: "\n").map { try object($0) }
            #expect(lines.map { $0["outcome"] as? String } == ["held", "opened", "automatic"])
            #expect(lines.map { $0["mail"] as? Int } == [1, 2, 3])
            #expect(result.errors == "inzage: 1 opened, 1 held, 1 automatic\n")
            let again = try inzage("intake", "--json")
            #expect(
                again.status == 0 && again.output.isEmpty && again.errors == "inzage: nothing new, 3 taken before\n"
            )
            #expect(try inzage("check").status == 0)
            let work = try inzage("work", "--once")
            #expect(work.errors.contains("mailed code") && !work.errors.contains("@"))
        }
    }

    @Test("says what is wrong with how it was called")
    func wrongUse() async throws {
        try await withShop { inzage in
            for arguments in [
                ["intake"], ["intake", "--mail", "/nowhere.eml"], ["intake", "--mail", "-", "--mailbox", "x"],
                ["intake", "-", "--mail", "x"],
            ] {
                let result = try inzage.run(arguments)
                #expect(result.status == 2, "\(arguments)")
                #expect(result.output.isEmpty)
            }
            #expect(try inzage("intake", "--mailbox", "/nowhere").status == 5)
            let server = try inzage("intake", "--mailbox", "imaps://a@127.0.0.1:1/INBOX")
            #expect(server.status == 5 && server.errors.contains("password"))
        }
    }
}
