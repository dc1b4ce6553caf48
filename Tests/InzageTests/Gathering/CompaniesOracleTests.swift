import Drivers
import Foundation
import Inzage
import TestSupport
import Testing
import Cases
import GatheringStage
import IntakeStage
import PackagingStage
import ControllerFiles
import RegisterStore

/// Thousands of small companies that a script of another language makes, which knows whose each record is: every record
/// of the person, none of anybody else, and "nothing held" only where there is nothing.
@Suite(.timeLimit(.minutes(15))) struct CompaniesOracleTests {
    private static let companies = 500

    private struct Truth: Decodable {
        enum Outcome: Decodable, Equatable, CustomStringConvertible {
            case records([Int])
            case failed

            var description: String { if case .records(let numbers) = self { "\(numbers)" } else { "failed" } }

            init(from decoder: any Decoder) throws {
                let value = try decoder.singleValueContainer()
                self = if let records = try? value.decode([Int].self) { .records(records) } else { .failed }
            }
        }
        let email: String
        let truth: [String: Outcome]
    }

    @Test(arguments: 1...4) func `what was written for a person is found, and nothing else`(seed: Int) async throws {
        try await withTemporaryFolder { folder in
            let made = try runTool(
                "/usr/bin/python3",
                ["\(checkout)/Tests/Oracle/companies.py", folder + "/companies", "\(seed)", "\(Self.companies)"]
            )
            try #require(made.status == 0, "\(made.errors)")
            var (found, none, failed) = (0, 0, 0)
            for name in try FileManager.default.contentsOfDirectory(atPath: folder + "/companies").sorted() {
                let place = "\(folder)/companies/\(name)"
                let truth = try JSONDecoder().decode(
                    Truth.self,
                    from: Data(contentsOf: URL(fileURLWithPath: place + "/truth.json"))
                )
                let outcomes = try await self.outcomes(in: place, of: truth.email)
                #expect(outcomes == truth.truth, "seed \(seed), company \(name)")
                if truth.truth.values.contains(.failed) {
                    failed += 1
                } else if truth.truth.values.allSatisfy({ $0 == .records([]) }) {
                    none += 1
                } else {
                    found += 1
                }
            }
            // Each sort must come up, or the companies say little.
            #expect(min(found, none, failed) > Self.companies / 30, "\(found) \(none) \(failed)")
        }
    }

    /// What a request about an address gathers from each collection; where the company's name is even, in one pass with
    /// requests of two others.
    private func outcomes(in place: String, of email: String) async throws -> [String: Truth.Outcome] {
        let (configuration, findings) = ConfigurationReader(folder: place, drivers: BuiltInDrivers.all).read()
        let systems = try #require(configuration, "\(findings)").systems
        let house = try House(in: place, systems: systems, processing: try #require(configuration).processing)
        let request = try await house.proven(email)
        if place.hasSuffix("0") || place.hasSuffix("4") || place.hasSuffix("8") {
            let domain = try #require(email.split(separator: "@").last)
            let others = [try await house.proven("lee@\(domain)"), try await house.proven("robin@\(domain)")]
            _ = await house.pipeline.askTogether(others + [request])
        }
        _ = try await house.gather(request.id)
        let gathered = try house.gathering.gathered(for: house.intake.request(request.id))?.withShownRecords()
        let states = try house.register.read { try $0.gathered(request: request.id, round: 1) }
        var outcomes: [String: Truth.Outcome] = [:]
        for state in states {
            let rows = gathered?.rows(state.line.system, state.line.collection) ?? []
            if case .failed(let code, let message, _) = state.line.outcome {
                #expect(code == "emptySource", "\(message)")
                outcomes["\(state.line.system)/\(state.line.collection)"] = .failed
            } else {
                let numbers = rows.compactMap { $0.first.flatMap(Int.init) }.sorted()
                outcomes["\(state.line.system)/\(state.line.collection)"] = .records(numbers)
            }
        }
        return outcomes
    }
}
