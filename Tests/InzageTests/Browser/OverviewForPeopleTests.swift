import Foundation
import TestSupport
import Testing

/// The overview in a real browser, for those who see little, hear it, have no mouse, or print it.
@Suite struct `The overview in a browser` {
    private struct Accessibility: Decodable {
        struct Violation: Decodable { let rule, first, why: String }
        let page: String
        let width: Int
        let dark: Bool
        let checked: Int
        let found: [Violation]
    }

    /// Two halves of the pages, side by side.
    private static let halves: [[OverviewPages]] = [
        [.bechtle, .crowded, .progressX, .threeD], [.sampleCompany, .protolabs, .letsBuild, .incomplete],
    ]

    @Test(arguments: halves)
    func `axe-core finds nothing, on a phone and a desk, light and dark`(_ pages: [OverviewPages]) async throws {
        let findings: [Accessibility] = try await found("accessibility", on: pages)
        #expect(findings.count == pages.count * 4)
        for finding in findings {
            #expect(finding.checked >= (finding.dark ? 1 : 40), "\(finding.page): too few rules ran")
            let violations = finding.found.map { "\($0.rule) at \($0.first): \($0.why)" }
            #expect(violations == [], "\(finding.page), \(finding.width) pixels, dark: \(finding.dark)")
        }
    }

    @Test func `axe-core would find what is wrong`() async throws {
        let page = "<!DOCTYPE html><title>t</title><body><img src=x><p style='color:#aaa;background:#fff'>faint</p>"
        let findings: [Accessibility] = try await withTemporaryFolder { folder in
            try browse("accessibility", over: written([("wrong", Array(page.utf8))], in: folder))
        }
        let light = Set(findings.filter { !$0.dark }.flatMap(\.found).map(\.rule))
        #expect(light.isSuperset(of: ["image-alt", "color-contrast", "html-has-lang"]))
        #expect(findings.filter(\.dark).allSatisfy { $0.found.contains { $0.rule == "color-contrast" } })
    }

    private struct Keyboard: Decodable {
        let page: String
        let expected, reached: [Int]
        let unseen: [String]
        let first, skipped: String
        let opened: Bool?
        let positive: Int
    }

    @Test func `Tab reaches every link and fold in the order of the page, each with a focus that is seen`() async throws
    {
        let findings: [Keyboard] = try await found("keyboard", on: OverviewPages.allCases)
        #expect(findings.count == OverviewPages.allCases.count)
        for finding in findings {
            #expect(finding.expected.count > 10 && finding.reached == finding.expected, "\(finding.page)")
            #expect(finding.unseen == [], "\(finding.page)")
            #expect(finding.first == "Naar de inhoud" && finding.skipped == "#content", "\(finding.page)")
            #expect(finding.opened == true, "\(finding.page): Enter does not unfold")
            #expect(finding.positive == 0, "\(finding.page)")
        }
    }

    private struct Paper: Decodable {
        let page: String
        let words, pages: Int
        let missing, cut: [String]
    }

    @Test func `on paper stands every word of the page, also of what is folded, and nothing is cut`() async throws {
        let findings: [Paper] = try await found("paper", on: OverviewPages.allCases)
        #expect(findings.count == OverviewPages.allCases.count)
        for finding in findings {
            #expect(finding.words > 100 && finding.pages > 1, "\(finding.page)")
            // A picture for which the machine has no font is no word.
            let missing = finding.missing.filter { $0.contains { $0.isLetter || $0.isNumber } }
            #expect(missing == [], "\(finding.page)")
            #expect(finding.cut == [], "\(finding.page)")
        }
    }

    @Test func `a page that cuts or hides on paper would be found`() async throws {
        let page = """
            <!DOCTYPE html><html lang="en"><title>t</title><body><p style="width:2000px">far</p>
            <details><summary>fold</summary><p>hidden</p></details><style>@media print { .no { display: none } }</style>
            <p class="no">unprinted</p>
            """
        let findings: [Paper] = try await withTemporaryFolder { folder in
            try browse("paper", over: written([("wrong", Array(page.utf8))], in: folder))
        }
        #expect(findings.first?.missing == ["hidden", "unprinted"])
        #expect(findings.first?.cut.isEmpty == false)
    }

    private func found<Finding: Decodable>(_ script: String, on pages: [OverviewPages]) async throws -> [Finding] {
        try await withTemporaryFolder { folder in
            var contents: [(name: String, bytes: [UInt8])] = []
            for page in pages { contents.append((page.rawValue, try await page.bytes())) }
            return try browse(script, over: written(contents, in: folder))
        }
    }
}
