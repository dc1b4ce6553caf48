import Foundation
import TestSupport
import Testing

/// What a letter says can be read before it goes, by whoever looks after the requests.
@Suite(.timeLimit(.minutes(10))) struct `Every kind of letter` {
    /// The kinds that `inzage letter` knows, and what each needs to be told.
    private static let kinds = [
        ["acknowledgement"], ["more-identification"], ["code"], ["archive"], ["organisation"], ["elsewhere"],
        ["nothing-held"], ["extension", "--reason", "The archive is on paper."],
        ["refusal", "--ground", "excessive", "--reason", "The fourth time this month."], ["confirmation"],
    ]
    private static let languages = ["nl", "en", "fr", "de"]

    @Test func `is in the list of those that can be looked at`() throws {
        let help = try runTool(Command.path, ["letter", "--help"]).output
        let values = try #require(help.firstMatch(of: /\(values:([^)]*)\)/)?.1)
        let known = values.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map(String.init)
        #expect(Set(known) == Set(Self.kinds.map { $0[0] }))
    }

    @Test(arguments: languages)
    func `can be looked at in each language, and nothing goes`(_ language: String) async throws {
        try await withReviewed { inzage in
            // Where several people stand under an address, there is something to ask.
            let opened = try inzage.run([
                "request", "open", "--right", "access", "--email", "familie.deboer@example.org", "--language", language,
            ])
            let access = opened.output.trimmingCharacters(in: .whitespacesAndNewlines)
            // An access request is answered, and never confirmed.
            let erasure = try Self.proven("ada.jansen@example.org", "erasure", language, inzage)
            let before = try Self.mails(of: inzage)
            var bodies: Set<String> = []
            for kind in Self.kinds {
                let id = kind == ["confirmation"] ? erasure : access
                let shown = try inzage.run(["letter", id] + kind + ["--preview", "--json"])
                #expect(shown.status == 0, "\(kind): \(shown.errors)")
                let letter = try #require(
                    try JSONSerialization.jsonObject(with: Data(shown.output.utf8)) as? [String: Any]
                )
                let body = try #require(letter["body"] as? String)
                #expect(body.contains(Self.regards(language)), "\(kind): \(body)")
                #expect((letter["subject"] as? String)?.contains(id) == true, "\(kind)")
                bodies.insert(body)
            }
            #expect(bodies.count == Self.kinds.count)
            #expect(try Self.mails(of: inzage) == before)
            for (id, state) in [(access, "received"), (erasure, "verified")] {
                #expect(try inzage("request", "show", id, "--json").output.contains("\"\(state)\""))
            }
        }
    }

    /// The acts that decide, each without the word that sends; what they say is a letter that has been seen.
    @Test(arguments: languages)
    func `that decides is shown before it goes, where the controller wants to look`(_ language: String) async throws {
        let acts: [(right: String, arguments: [String])] = [
            ("access", ["refuse", "ID", "--ground", "excessive", "--reason", "The fourth time this month."]),
            ("access", ["refuse", "ID", "--own-ground", "Too often", "--reason", "The fourth time this month."]),
            ("access", ["extend", "ID", "--reason", "The archive is on paper."]),
            // Of what is carried out nothing is ticked off here.
            ("erasure", ["grant", "ID", "--anyway"]), ("rectification", ["grant", "ID", "--anyway"]),
            ("objection", ["grant", "ID", "--anyway"]),
        ]
        try await withReviewed { inzage in
            for (right, arguments) in acts {
                let id = try Self.proven("ada.jansen@example.org", right, language, inzage)
                let words = ["request"] + arguments.map { $0 == "ID" ? id : $0 }
                let before = try Self.mails(of: inzage)
                let shown = try inzage.run(words)
                #expect(shown.status == 4 && shown.output.contains(Self.regards(language)), "\(words): \(shown)")
                #expect(try Self.mails(of: inzage) == before, "\(words) mailed what nobody had seen")
                let sent = try inzage.run(words + ["--send"])
                #expect(sent.status == 0, "\(words): \(sent.errors)")
                #expect(try Self.mails(of: inzage).count == before.count + 1, "\(words)")
                _ = try inzage("request", "close", id, "--reason", "mistake")
            }
        }
    }

    @Test(arguments: ["ada.jansen@example.org", "niemand@example.org"])
    func `with an answer waits for a release, also where it says that nothing is held`(_ email: String) async throws {
        try await withReviewed { inzage in
            let id = try Self.proven(email, "access", "en", inzage)
            let before = try Self.mails(of: inzage)
            for command in [["export", id], ["export", "--due"], ["export", id, "--preview"]] {
                let held = try inzage.run(command)
                #expect([0, 4].contains(held.status), "\(command): \(held.errors)")
                #expect(try Self.mails(of: inzage) == before, "\(command) mailed what nobody had seen")
            }
            let released = try inzage("export", id, "--release")
            #expect(released.status == 0, "\(released.output)\(released.errors)")
            #expect(try Self.mails(of: inzage).count == before.count + 1)
        }
    }

    private static func proven(_ email: String, _ right: String, _ language: String, _ inzage: Command) throws -> String
    {
        let opened = try inzage.run([
            "request", "open", "--right", right, "--email", email, "--language", language,
        ])
        let id = opened.output.trimmingCharacters(in: .whitespacesAndNewlines)
        _ = try inzage("export", id)
        let code = try #require(try inzage.code(of: id), "\(email)")
        try inzage.expect(0, "verify", id, "--code", "-", input: code + "\n")
        return id
    }

    private static func regards(_ language: String) -> String {
        ["nl": "Met vriendelijke groet,", "fr": "Avec nos meilleures salutations,", "de": "Mit freundlichen Grüßen"][
            language
        ]
            ?? "Kind regards,"
    }

    private static func mails(of inzage: Command) throws -> [String] {
        let names = try? FileManager.default.contentsOfDirectory(atPath: inzage.folder + "/outbox")
        return (names ?? []).filter { $0.hasSuffix(".eml") }.sorted()
    }

    /// The sample company, where somebody looks before anything goes.
    private func withReviewed(_ body: (Command) throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            try SampleShop.copy(to: folder + "/shop")
            let file = URL(fileURLWithPath: folder + "/shop/controller.yaml")
            let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
            try #require(text.contains("release: direct"))
            let settled = text.replacing("release: direct", with: "release: review")
                .replacing("languages: [nl, en]", with: "languages: [nl, en, fr, de]")
            try Data(settled.utf8).write(to: file)
            try body(Command(controller: folder + "/shop"))
        }
    }
}
