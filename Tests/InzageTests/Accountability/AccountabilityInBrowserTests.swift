import Accountability
import Cases
import Foundation
import IntakeStage
import Inzage
import Policy
import TestSupport
import Testing

/// The pages of the yearly report and of a case file in a real browser.
@Suite struct `The pages that account for what was done` {
    private struct Accessibility: Decodable {
        struct Violation: Decodable { let rule, first, why: String }
        let page: String
        let width: Int
        let dark: Bool
        let found: [Violation]
    }

    @Test func `have nothing that axe-core finds, on a phone and a desk, light and dark`() async throws {
        try await withSignedHouse { house, _ in
            let id = try await house.answered().id
            let other = try house.open("bob@example.org", right: .erasure).id
            _ = try await house.pipeline.refuse(other, ground: "excessive", reason: "The fourth in a month.")
            let now = Calendar(identifier: .gregorian).component(.year, from: house.clock.now)
            let report = try YearReport(of: now, in: house.register, for: house.controller)
            let file = try house.caseFile(of: id)
            let pages = try written(
                [("year", YearPage(report).bytes), ("case", file.bytes("case.html"))],
                in: house.folder
            )
            let findings: [Accessibility] = try browse("accessibility", over: pages)
            #expect(findings.count == 8)
            for finding in findings {
                let violations = finding.found.map { "\($0.rule) at \($0.first): \($0.why)" }
                #expect(violations == [], "\(finding.page), \(finding.width) pixels, dark: \(finding.dark)")
            }
        }
    }
}
