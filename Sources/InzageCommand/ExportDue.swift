import CommandParts
import ArgumentParser
import DriverParts
import Foundation
import Inzage
import Cases
import GatheringStage
import RegisterStore

/// Exports every request that is due, in one process; one that fails does not keep the others.
///
/// Several run side by side, and each one's lines come together, in the order in which the requests are due.
struct ExportDue {
    let exporting: Exporting
    let workplace: Workplace
    /// Whether a request that waits for people makes the command end as one that waits.
    let isStrict: Bool

    private struct Outcome: Sendable {
        let place: Int
        let lines: HeldLines
        let ending: Result<Exporting.Ending, any Error>
    }

    /// Runs them, the one due first on top; the exit code is that of the first that did not end well.
    func run() async throws {
        let requests = try workplace.pipeline.due()
        var summary = Summary(isStrict: isStrict)
        for group in Pipeline.passes(over: requests) {
            let asked = exporting.orders.previewOnly ? .none : await workplace.pipeline.askTogether(group)
            await export(group, after: asked, &summary)
        }
        let table = try OwedTable(of: workplace)
        if exporting.json {
            struct Report: Encodable {
                let requests: [ExportReport]
                let waiting: [OwedTable.Line]
            }
            Terminal.printJSON(Report(requests: summary.reports, waiting: table.lines.filter(\.forPeople)))
        } else {
            if requests.isEmpty { Terminal.tell("nothing is owed that can be done without people") }
            table.print()
        }
        if summary.exit != .done { throw ExitCode(summary.exit.rawValue) }
    }

    private func export(_ requests: [Request], after asked: AskedTogether, _ summary: inout Summary) async {
        await withTaskGroup(of: Outcome.self) { group in
            var early: [Int: Outcome] = [:]
            var told = 0
            var begun = min(requests.count, Self.sideBySide)
            for place in 0..<begun { add(requests[place], at: place, after: asked, to: &group) }
            while let outcome = await group.next() {
                early[outcome.place] = outcome
                while let next = early.removeValue(forKey: told) {
                    next.lines.release()
                    summary.take(next.ending, of: requests[next.place])
                    told += 1
                }
                guard begun < requests.count else { continue }
                add(requests[begun], at: begun, after: asked, to: &group)
                begun += 1
            }
        }
    }

    /// A request waits for the disk as often as it works, so there may be more of them than cores.
    private static let sideBySide = max(2, min(ProcessInfo.processInfo.activeProcessorCount * 2, 8))

    private func add(
        _ request: Request,
        at place: Int,
        after asked: AskedTogether,
        to group: inout TaskGroup<Outcome>
    ) {
        let exporting = exporting
        group.addTask(executorPreference: SourceThread.shared) {
            let lines = HeldLines()
            let ending = await Terminal.$heldLines.withValue(lines) {
                if !exporting.json { Terminal.print("request", "\(request.id), \(request.state.rawValue)") }
                return await Self.result { try await exporting.export(request.id, after: asked) }
            }
            return Outcome(place: place, lines: lines, ending: ending)
        }
    }

    private static func result(
        _ work: @Sendable () async throws -> Exporting.Ending
    ) async -> Result<Exporting.Ending, any Error> {
        do {
            return .success(try await work())
        } catch {
            return .failure(error)
        }
    }

    /// What the requests that were told so far came to.
    private struct Summary {
        var reports: [ExportReport] = []
        var exit = ExitStatus.done
        let isStrict: Bool

        init(isStrict: Bool) { self.isStrict = isStrict }

        mutating func take(_ ending: Result<Exporting.Ending, any Error>, of request: Request) {
            switch ending {
            case .success(let ending):
                reports.append(ending.report)
                if exit == .done, isStrict || ending.exit != .waiting { exit = ending.exit }
            case .failure(let error):
                let failure = Failure.describing(error)
                Terminal.tell("request \(request.id): \(failure.message)", label: "error")
                if exit == .done { exit = failure.exit }
            }
        }
    }
}
