import ArgumentParser
import Drivers
import Foundation
import Inzage

/// Says everything that is wrong or missing in a controller's folder.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say everything that is wrong or missing, in one run.",
        discussion:
            "Warnings, settings that are null and statements on which nothing acts do not fail the check; errors end it "
            + "with exit code 3.\n\n"
            + ExitTable.text
    )

    @OptionGroup var options: ControllerOptions

    func run() async throws {
        var findings = await ConfigurationReader(folder: options.folder, drivers: Drivers.all).check()
        if let (configuration, _) = Optional(ConfigurationReader(folder: options.folder, drivers: Drivers.all).read()),
            let configuration
        {
            do throws(ConfigurationError) {
                findings += SigningKeys.findings(
                    in: configuration.folder,
                    controller: configuration.controller,
                    at: Date()
                )
                _ = try RegisterKey(readingFrom: configuration.folder, isDemo: configuration.controller.isDemo)
            } catch {
                findings.append(
                    Finding(
                        severity: .error,
                        file: RegisterKey.path,
                        line: nil,
                        field: "",
                        problem: error.message,
                        fix: error.hint ?? ""
                    )
                )
            }
        }
        report(findings)
        if findings.contains(where: { $0.severity == .error }) { throw ExitCode(ExitStatus.configuration.rawValue) }
    }

    private func report(_ findings: [Finding]) {
        let counts = Dictionary(grouping: findings, by: \.severity).mapValues(\.count)
        if options.json {
            struct Report: Encodable {
                let errors, warnings, nulls, laws, statements: Int
                let findings: [Finding]
            }
            return Terminal.printJSON(
                Report(
                    errors: counts[.error] ?? 0,
                    warnings: counts[.warning] ?? 0,
                    nulls: counts[.null] ?? 0,
                    laws: counts[.law] ?? 0,
                    statements: counts[.statement] ?? 0,
                    findings: findings
                )
            )
        }
        for finding in findings { Terminal.print("\(finding.severity.rawValue): \(finding)") }
        let totals = [
            Self.count(counts[.error] ?? 0, "error"), Self.count(counts[.warning] ?? 0, "warning"),
            Self.count(counts[.null] ?? 0, "setting") + " left null",
        ]
        let laws = counts[.law].map { ["\(Self.count($0, "promise")) below the law, which is done instead"] } ?? []
        let kept = counts[.statement].map { ["\(Self.count($0, "setting")) kept as what the policy says"] } ?? []
        Terminal.print((totals + laws + kept).joined(separator: ", "))
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
