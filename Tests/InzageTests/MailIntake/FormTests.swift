import Calendars
import Cases
import ExporterKit
import Foundation
import Groundwork
import IdentityStage
import IntakeStage
import Inzage
import MailIntake
import Policy
import RegisterStore
import TestSupport
import Testing

/// What a company's own web form sends: one JSON object with fields that are documented.
@Suite("A form") struct FormTests {
    @Test("with a right opens a request that needs no confirmation")
    func whole() async throws {
        try await House.withShop { house in
            let form = """
                {"email": "ada@example.org", "name": "Ada Jansen", "right": "portability", "language": "en",
                 "identifiers": {"customer_id": "1"}, "message": "Please.", "received": "2026-06-14", "form_id": "a1"}
                """
            let taken = try house.mailDesk.take(form: Array(form.utf8))
            #expect(taken.outcome == .opened && taken.right == .portability && taken.language == .en)
            #expect(taken.receivedOn == "2026-06-14" && taken.claim?.identifiers == ["customer_id=1"])
            let id = try #require(taken.id)
            #expect(try house.pipeline.mails(of: id).isEmpty)
            #expect(try house.intake.request(id).rightWasNamed)
            let again = try house.mailDesk.take(form: Array(form.utf8))
            #expect(again.outcome == .takenBefore && again.id == id)
        }
    }

    @Test("without a right is guessed from its message, and waits where that says nothing")
    func guessed() async throws {
        try await House.withShop { house in
            let asking = #"{"email": "ada@example.org", "message": "Bitte löschen Sie alle meine Daten."}"#
            let taken = try house.mailDesk.take(form: Array(asking.utf8))
            #expect(taken.outcome == .opened && taken.right == .erasure && taken.language == .de)
            #expect(try house.pipeline.mails(of: #require(taken.id)).first?.isGuess == true)
            let silent = #"{"email": "bob@example.org"}"#
            let held = try house.mailDesk.take(form: Array(silent.utf8))
            #expect(held.outcome == .held)
            #expect(try house.pipeline.mails(of: #require(held.id)).first?.heldBecause == [.rightUnclear])
        }
    }

    @Test("for somebody else names who asks")
    func requester() async throws {
        try await House.withShop { house in
            let form = """
                {"name": "Ada", "right": "access", "requester": {"name": "Mr. Law", "email": "law@example.org"}}
                """
            let taken = try house.mailDesk.take(form: Array(form.utf8))
            #expect(taken.claim?.representative == Representative(name: "Mr. Law", email: "law@example.org"))
            #expect(taken.claim?.email == nil)
        }
    }

    @Test(
        "that is wrong is refused and opens nothing",
        arguments: [
            "", "[]", "\"x\"", "{", "{}", #"{"message": "x"}"#, #"{"email": 1}"#, #"{"email": "a@b@c"}"#,
            #"{"email": "ada@example.org, bob@example.org"}"#, #"{"email": "ada@example.org\r\nBcc: x@y.z"}"#,
            #"{"email": "ada@example.org", "right": "all"}"#, #"{"email": "ada@example.org", "right": "complaint"}"#,
            #"{"email": "ada@example.org", "language": "es"}"#, #"{"email": "ada@example.org", "mail": "x"}"#,
            #"{"email": "ada@example.org", "identifiers": ["1"]}"#,
            #"{"email": "ada@example.org", "identifiers": {"a": 1}}"#,
            #"{"email": "ada@example.org", "identifiers": {"customer_id": " "}}"#,
            #"{"email": "ada@example.org", "received": "yesterday"}"#,
            #"{"email": "ada@example.org", "received": "2099-01-01"}"#,
            #"{"email": "ada@example.org", "requester": {"name": "x"}}"#,
            #"{"email": "ada@example.org", "state": "verified"}"#,
        ]
    )
    func wrong(form: String) async throws {
        try await House.withShop { (house: House) async throws in
            let error = #expect(throws: InzageError.self) { try house.mailDesk.take(form: Array(form.utf8)) }
            #expect(error?.ending == .usage)
            #expect(error.map { "\($0)" }?.contains("ada@") == false)
            #expect(try house.register.read { try $0.requests() }.isEmpty)
        }
    }

    @Test("of more than a MiB is refused")
    func large() async throws {
        try await House.withShop { (house: House) async throws in
            let form = #"{"email": "ada@example.org", "message": "\#(String(repeating: "a", count: 1 << 20))"}"#
            #expect(throws: InzageError.self) { try house.mailDesk.take(form: Array(form.utf8)) }
        }
    }
}
