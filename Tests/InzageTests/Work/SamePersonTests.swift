import Cases
import ExporterKit
import IdentityMethods
import IdentityStage
import Inzage
import IntakeStage
import Policy
import RegisterStore
import TestSupport
import Testing

@Suite struct `Open requests of one person` {
    private func withHouse(_ body: (House) async throws -> Void) async throws {
        try await withTemporaryFolder { folder in
            let shop = try Shop(in: folder)
            try shop.customer(1, "ada@example.org")
            try shop.customer(2, "both@example.org", name: "Bea")
            try shop.customer(3, "both@example.org", name: "Cas")
            try await body(House(in: folder, systems: shop.systems))
        }
    }

    @Test func `are named to each other, and an erasure waits for the access that was asked for`() async throws {
        try await withHouse { house in
            let access = try house.open("ADA@example.org").id
            let erasure = try await house.proven(right: .erasure).id
            #expect(try house.intake.others(ofPersonIn: house.intake.request(erasure)).map(\.request.id) == [access])
            #expect(try house.intake.others(ofPersonIn: house.intake.request(access)).map(\.request.id) == [erasure])
            let waiting = try #require(try await house.pipeline.advance(erasure).waiting)
            #expect(waiting.reasons.contains { $0.contains("request \(access) of the same person") })
            try await house.carryOut(erasure)
            let held = await #expect(throws: InzageError.self) { try await house.pipeline.grant(erasure) }
            #expect(held?.ending == .notInThisState && held?.message.contains(access) == true)
            #expect(house.postbox.mails.allSatisfy { $0.code != nil })

            _ = try await house.pipeline.advance(access)
            _ = try await house.pipeline.perform(.code(house.mailedCode()), on: access)
            _ = try await house.pipeline.advance(access)
            #expect(try house.intake.request(access).state == .delivered)
            _ = try await house.pipeline.grant(erasure)
            #expect(try house.intake.request(erasure).state == .delivered)
        }
    }

    @Test func `do not keep an erasure that is ordered anyway, nor another right`() async throws {
        try await withHouse { house in
            _ = try house.open("ada@example.org")
            let erasure = try await house.proven(right: .erasure).id
            try await house.carryOut(erasure)
            _ = try await house.pipeline.grant(erasure, anyway: true)
            let restriction = try await house.proven(right: .restriction).id
            try await house.carryOut(restriction)
            _ = try await house.pipeline.grant(restriction)
        }
    }

    @Test func `are not those of a spouse under the same address`() async throws {
        try await withHouse { house in
            func proven(_ number: Int, _ right: Right) async throws -> String {
                let request = try house.open("both@example.org", right: right)
                let record = EvidenceRecord(method: "in-person", checkedBy: "An", document: "passport", subject: number)
                try #require(try await house.pipeline.perform(.evidence(record), on: request.id).isVerified)
                return request.id
            }
            let access = try await proven(1, .access)
            let erasure = try await proven(2, .erasure)
            #expect(try house.intake.others(ofPersonIn: house.intake.request(erasure)).isEmpty)
            try await house.carryOut(erasure)
            _ = try await house.pipeline.grant(erasure)
            let another = try await proven(1, .erasure)
            #expect(try house.intake.others(ofPersonIn: house.intake.request(another)).map(\.request.id) == [access])
        }
    }
}
