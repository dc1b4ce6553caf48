import Drivers
import ExporterKit
import ExporterTesting
import Foundation
import TestSupport
import Testing

/// A folder on a server of our own, over IMAP and TLS.
@Suite(.serialized) struct MailServerTests {
    private static let secret = DriverContext(secret: Secret("secret"))

    private func system(
        _ server: DatabaseServer,
        host: String = "localhost",
        folder: String = "INBOX",
        _ settings: [String: String] = [:],
        _ fields: [FieldDescription] = [Mailboxes.field("subject"), Mailboxes.field("text")]
    ) -> SystemDescription {
        let shown = Mailboxes.mails(in: server.folder, fields).collections
        return SystemDescription(
            id: "sample",
            title: "Sample",
            driver: "mailbox",
            connection: "imaps://ada@\(host):\(server.port)/\(folder)",
            settings: ["trust": "server.pem"].merging(settings) { $1 }.filter { !$1.isEmpty }.mapValues { .text($0) },
            folder: server.folder,
            collections: shown
        )
    }

    private func found(_ system: SystemDescription, _ context: DriverContext = secret) async throws -> [[String]] {
        let driver = try #require(BuiltInDrivers.named("mailbox"))
        let question = Question(identifiers: [Identifier(kind: "email", "ADA@example.org")])
        var found: [[String]] = []
        try await driver.using(system, context) { source in
            try await source.read(system.collections[0], for: [question]) { record, _ in
                found.append((0..<2).map { String(decoding: record.cell(at: $0), as: UTF8.self) })
            }
        }
        return found
    }

    private func failure(_ system: SystemDescription, _ context: DriverContext = secret) async throws -> SourceFailure?
    {
        do {
            _ = try await found(system, context)
            return nil
        } catch let failure as SourceFailure {
            return failure
        }
    }

    @Test func `mails on a server are found as those in files are, and none is marked as read`() async throws {
        let server = try DatabaseServer.dovecot.get()
        let mails = try await found(system(server))
        #expect(mails.count == 121)
        let short = stride(from: 1, to: 240, by: 2).map { ["\($0)", "Hello {5}\n) literal\n"] }
        let large = ["large", String(repeating: String(repeating: "x", count: 999) + "\n", count: 3000)]
        #expect(Set(mails) == Set(short + [large]))
        let names = try FileManager.default.contentsOfDirectory(atPath: server.folder + "/mail/cur")
        #expect(names.allSatisfy { $0.hasSuffix(":2,") })
        #expect(try await found(system(server, folder: "Sent%20%22mail%22")) == [["sent", "Hi\n"]])
    }

    @Test func `a mail beyond a limit is counted, whatever the server says of its size`() async throws {
        let failed = try await failure(system(DatabaseServer.dovecot.get(), ["message_limit": "1"]))
        #expect(failed?.message.hasPrefix("a mail cannot be read") == true)
        #expect(failed?.message.hasSuffix("the mail is larger than `message_limit`") == true)
    }

    @Test func `a server is let in by its name on a certificate that is trusted, and by nothing less`() async throws {
        let server = try DatabaseServer.dovecot.get()
        for untrusted in [system(server, ["trust": ""]), system(server, host: "127.0.0.1")] {
            #expect(
                try await failure(untrusted)?.message == "the mail server does not prove by its certificate who it is"
            )
        }
    }

    @Test func `what the server refuses is told without the secret and the name of anybody`() async throws {
        let server = try DatabaseServer.dovecot.get()
        let refused = try #require(try await failure(system(server), DriverContext(secret: Secret("other"))))
        #expect(refused.code == .refused)
        #expect(!refused.description.contains("other") && !refused.description.contains("ada"))
        #expect(try await failure(system(server, folder: "Nosuch"))?.code == .queryFailed)
        #expect(
            try await failure(system(server), DriverContext())?.message.hasPrefix("the server asks for a password")
                == true
        )
        #expect(
            try await failure(system(server, ["trust": "nosuch.pem"]))?.message
                == "the file of certificates is not there"
        )
    }

    @Test(arguments: [
        "imap://ada@localhost/INBOX", "imaps://localhost/INBOX", "imaps://ada@localhost", "imaps://ada@localhost/",
        "imaps://ada@localhost:x/INBOX", "imaps://ada@local host/INBOX", "imaps://ada@a@b:1/x%0d%0ax",
        "pop3s://ada@localhost/",
        "imaps://ada@localhost/INBOX;UID=1?x", "imaps://ada@localhost:70000/INBOX",
        "imaps://ada@evil.example#@localhost/x",
    ])
    func `an address that is none of a mailbox is told`(address: String) async throws {
        let sample = Mailboxes.mails(in: "/tmp", connection: address, [Mailboxes.field("subject")])
        #expect(try await failure(sample)?.message == "this is no address of a mailbox on a server")
    }

    @Test(arguments: ExporterContract.Rule.allCases.filter { $0 != .failureNamesNobody })
    func `a server keeps`(rule: ExporterContract.Rule) async throws {
        let contract = ExporterContract(
            driver: try #require(BuiltInDrivers.named("mailbox")),
            system: system(
                try DatabaseServer.dovecot.get(),
                [:],
                [Mailboxes.field("subject"), Mailboxes.field("original")]
            ),
            context: Self.secret,
            known: [Identifier(kind: "email", "Ada@example.org")],
            unknown: [Identifier(kind: "email", "nobody@example.org")]
        )
        #expect(try await contract.breaches(of: rule) == [])
    }
}
