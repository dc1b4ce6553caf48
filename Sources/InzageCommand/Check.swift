import CommandParts
import ArgumentParser
import Drivers
import Foundation
import Groundwork
import Inzage
import Policy
import SourceReading
import Cases
import ControllerFiles

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

    @Flag(
        help: """
            Look into each source too: a bounded sample of its records, and whether it finds what it holds; \
            prints counts and patterns, never a value.
            """
    )
    var data = false

    func run() async throws {
        var looks: [CollectionLook]?
        var findings = await ConfigurationReader(folder: options.folder, drivers: BuiltInDrivers.all).check()
        if let configuration = ConfigurationReader(folder: options.folder, drivers: BuiltInDrivers.all).read().0 {
            if data {
                let check = DataCheck(
                    systems: configuration.systems,
                    opening: SourceOpening(drivers: BuiltInDrivers.all, controller: configuration.folder)
                )
                let isText = !options.json
                let seen = await check.look { look in if isText { Terminal.print(look.title, look.sentence) } }
                findings += await check.findings(seen)
                looks = seen
            }
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
        if let finding = Self.operatorFinding { findings.append(finding) }
        if data, looks == nil { Terminal.tell("the sources are looked into when the errors are mended") }
        report(findings, looks)
        if findings.contains(where: { $0.severity == .error }) { throw ExitCode(ExitStatus.configuration.rawValue) }
    }

    /// An audit in which every entry reads root tells nobody who did what.
    private static var operatorFinding: Finding? {
        guard Surroundings.machine(environment: ProcessInfo.processInfo.environment).operatorName == "root" else {
            return nil
        }
        return Finding(
            severity: .warning,
            file: "audit",
            line: nil,
            field: "operator",
            problem: "who acts is written down as root, so the audit tells nobody apart",
            fix: "set \(Surroundings.operatorVariable) to the operator's name, or say --as NAME"
        )
    }

    private func report(_ findings: [Finding], _ looks: [CollectionLook]?) {
        let counts = Dictionary(grouping: findings, by: \.severity).mapValues(\.count)
        if options.json {
            struct Report: Encodable {
                let errors, warnings, nulls, laws, statements, advices: Int
                let findings: [Finding]
                let data: [CollectionLook]?
            }
            return Terminal.printJSON(
                Report(
                    errors: counts[.error] ?? 0,
                    warnings: counts[.warning] ?? 0,
                    nulls: counts[.null] ?? 0,
                    laws: counts[.law] ?? 0,
                    statements: counts[.statement] ?? 0,
                    advices: counts[.advice] ?? 0,
                    findings: findings,
                    data: looks
                )
            )
        }
        for finding in findings where finding.severity != .advice {
            Terminal.print("\(finding.severity.rawValue): \(finding)")
        }
        let totals = [
            Self.count(counts[.error] ?? 0, "error"), Self.count(counts[.warning] ?? 0, "warning"),
            Self.count(counts[.null] ?? 0, "setting") + " left null",
        ]
        let laws = counts[.law].map { ["\(Self.count($0, "promise")) below the law, which is done instead"] } ?? []
        let kept = counts[.statement].map { ["\(Self.count($0, "setting")) kept as what the policy says"] } ?? []
        Terminal.print((totals + laws + kept).joined(separator: ", "))
        advise(findings.filter { $0.severity == .advice })
    }

    /// What is recommended, each once, with where.
    private func advise(_ advices: [Finding]) {
        var told: Set<String> = []
        for advice in advices where told.insert(advice.problem).inserted {
            let places = advices.filter { $0.problem == advice.problem }.map {
                $0.file.split(separator: "/").dropLast().last.map(String.init) ?? $0.file
            }
            Terminal.print("advice: \(places.joined(separator: ", ")): \(advice.problem) (hint: \(advice.fix))")
        }
    }

    fileprivate static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

extension CollectionLook {
    fileprivate var title: String { "\(system)/\(collection)" }

    /// What was looked at and asked, in words.
    fileprivate var sentence: String {
        if failure != nil { return "could not be read" }
        let extent = isCut ? "the first " + Check.count(rows, "record") : Check.count(rows, "record")
        let cells = addresses.filter { $0.notPlain > 0 }.map {
            "\(Check.count($0.notPlain, "cell")) of \($0.field) with more than a bare address"
        }
        let asked =
            askedAgain.isCut
            ? "asked again for \(askedAgain.asked), then it took too long"
            : askedAgain.asked == 0 ? "nothing to ask again for" : "asked again for \(askedAgain.asked)"
        return ([showsNothing ? "shows nobody unasked" : extent] + cells + [asked]).joined(separator: "; ")
    }
}
