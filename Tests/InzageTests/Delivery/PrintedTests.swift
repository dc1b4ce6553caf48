import Cryptography
import ExporterKit
import Foundation
import Mail
import TestSupport
import Testing
import Cases
import RegisterStore
import DeliveryStage
import IdentityStage
import IntakeStage
import Inzage

@Suite struct `What prints of people and secrets` {
    private static let canary = "siskin"

    @Test func `a claim, a subject, a candidate and every secret print and dump nothing of themselves`() async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "siskin@example.org", name: "siskin", phone: "siskin", post: "siskin")
            let house = try House(in: folder, systems: [shop.crm], processing: .withoutChat)
            let request = try await house.proven("siskin@example.org")
            try house.intake.note(request.id, "siskin")
            let verified = try await house.verified(request.id)
            let examination = try await house.verification.examine(request)
            house.postbox.refuseNext(MailFailure(.deferred, "later"))
            let dossier = try await house.gather(request.id).done()
            _ = try await house.pipeline.advance(request.id)
            let told = try house.pipeline.tellPassphrase(of: request.id)
            let stored = try house.register.read { transaction in
                (
                    try transaction.package(request: request.id, round: 1),
                    try transaction.outbox(request: request.id, round: 1),
                    try transaction.decisions(request: request.id, round: 1),
                    try transaction.gathered(request: request.id, round: 1),
                    try transaction.chosenSubject(of: request.id)
                )
            }
            let things: [Any] = [
                request, request.claim, verified, verified.subject, verified.subject.identifiers, examination,
                examination.candidates, dossier, told, stored.0 as Any, stored.1, stored.2, stored.3, stored.4 as Any,
                Representative(name: "siskin", email: "siskin@example.org"), Destination.address("siskin@example.org"),
                Destination.organisation(name: "siskin", email: "siskin@example.org"),
                HandOver(folder: "stick", to: "siskin", how: "siskin"), Vault(key: house.key),
            ]
            let secrets = [Self.canary, told.passphrase, told.callNumber]
            for thing in things {
                var dumped = ""
                dump(thing, to: &dumped)
                for text in ["\(thing)", String(reflecting: thing), dumped] {
                    for secret in secrets {
                        #expect(!text.contains(secret), "\(type(of: thing)) shows a person or a secret")
                    }
                }
            }
        }
    }
}
