import BundledExporters
import Drivers
import ExporterKit
import ExporterTesting
import Foundation
import TestSupport
import Testing

/// The ready-made exporters: each with its sample, in a real server or before answers made after the vendor's reference.
@Suite struct ReadyMadeTests {
    @Test func `there is a folder for each system that companies have, and the command has them all`() {
        let names = Set(ReadyMade.all.map(\.name))
        #expect(
            names.isSuperset(of: [
                "greenhouse", "hubspot", "keycloak", "mailbox", "mailchimp", "matomo", "mattermost", "mollie", "odoo",
                "opencats", "prestashop", "shopify", "slack", "stripe", "woocommerce", "wordpress", "zendesk",
            ])
        )
        let missing = names.subtracting(BundledExporters.names).sorted()
        #expect(missing == [], "no resource of BundledExporters in Package.swift")
    }

    @Test(arguments: ReadyMade.all)
    func `the description is read without an error or a warning, in four languages`(made: ReadyMade) async throws {
        let (system, findings) = try await made.read()
        #expect(findings == [])
        #expect(system?.collections.map(\.id).sorted() == made.expected.records.keys.sorted())
        #expect(system?.secret == (made.isOfFiles ? nil : .environment("INZAGE_\(made.name.uppercased())")))
    }

    @Test(arguments: ReadyMade.all)
    func `every record of a person comes, and none of anybody else`(made: ReadyMade) async throws {
        try await ReadyMadeStore.with(made) { store in
            let known = try await store.walk(from: made.expected.person)
            #expect(known.counts == made.expected.records)
            #expect(known.misfits == [])
            let shared = Set(made.expected.shared ?? [])
            let records = Set(known.records.filter { !shared.contains($0.key) }.values.flatMap { $0 })
            #expect(!records.contains { $0.contains(made.expected.never) })
            #expect(!made.expected.others.isEmpty)
            for other in made.expected.others {
                let theirs = try await store.walk(from: other)
                #expect(!theirs.records.isEmpty, "\(other) is not in the sample")
                #expect(records.isDisjoint(with: theirs.records.values.flatMap { $0 }))
            }
        }
    }

    @Test(arguments: ReadyMade.all)
    func `the address in other capitals finds the same, and a stranger nothing`(made: ReadyMade) async throws {
        try await ReadyMadeStore.with(made) { store in
            let stranger = try await store.walk(from: "nobody@example.invalid")
            #expect(stranger.records.isEmpty)
            let findsAny = made.expected.secret == nil
            let shouted = try await store.walk(from: made.expected.person.uppercased())
            // How a service compares is its own matter; a sample of answers knows one way of writing.
            if findsAny { #expect(shouted.counts == made.expected.records) }
        }
    }

    @Test(arguments: ReadyMade.all)
    func `the exporter keeps every rule, and its check finds nothing to say`(made: ReadyMade) async throws {
        try await ReadyMadeStore.with(made) { store in
            let findings = await store.findings().map { "\($0.collection ?? "") \($0.field): \($0.problem)" }
            #expect(findings == [])
            let contract = try store.contract(knowing: try await store.walk(from: made.expected.person))
            for rule in ExporterContract.Rule.allCases {
                let breaches = try await contract.breaches(of: rule)
                #expect(breaches == [], "\(rule)")
            }
        }
    }

    @Test(arguments: ReadyMade.services)
    func `a key that the service does not know is a failure that names nobody`(made: ReadyMade) async throws {
        try await ReadyMadeStore.with(made) { store in
            await #expect {
                _ = try await store.asked(with: "wrong").walk(from: made.expected.person)
            } throws: { error in
                let failure = error as? SourceFailure
                return failure?.code == .refused && failure?.description.contains(made.expected.person) == false
            }
        }
    }

    @Test(arguments: ReadyMade.all)
    func `the manual says what to grant, what is covered, what is not, and which versions`(made: ReadyMade) throws {
        let manual = try made.readMe
        let headings = manual.matches(of: /\n## ([^\n]+)/).map { String($0.output.1) }
        #expect(
            headings == ["What to grant", "What it covers", "What it does not cover", "Which versions", "The sample"]
        )
        // What it was tried on; WordPress itself is run by `make interop`.
        let sentence =
            switch made.name {
            case "wordpress": "run against WordPress 6.1 itself"
            case "mailbox": "against Dovecot by IMAP"
            case "mattermost", "slack": "written from the vendor's published format, not run against an export"
            default:
                made.expected.secret == nil
                    ? "written from the published tables, not run against the program"
                    : "written from the vendor's reference, not run against the service"
            }
        #expect(manual.replacing("\n", with: " ").contains(sentence))
    }

    @Test func `the page of the systems is what the folders say`() throws {
        let listed = try runTool("\(checkout)/scripts/list-systems", [])
        try #require(listed.status == 0, "\(listed.errors)")
        let page = try String(contentsOfFile: "\(checkout)/docs/systems.md", encoding: .utf8)
        #expect(page.contains("\n" + listed.output), "\(listed.output)")
    }
}
