import ArgumentParser
import Inzage

/// Exports every request that is due, in one process; one that fails does not keep the others.
struct ExportDue {
    let export: Export
    let orders: Orders
    let workplace: Workplace

    /// Runs them, the one due first on top; the exit code is that of the first that did not end well.
    func run() async throws {
        let requests = try due()
        var reports: [ExportReport] = []
        var exit = ExitStatus.done
        for request in requests {
            if !export.options.json { Terminal.print("request", "\(request.id), \(request.state.rawValue)") }
            do {
                let ending = try await export.export(request.id, orders, in: workplace)
                reports.append(ending.report)
                if exit == .done { exit = ending.exit }
            } catch {
                let failure = Failure.describing(error)
                Terminal.tell("request \(request.id): \(failure.message)", label: "error")
                if exit == .done { exit = failure.exit }
            }
        }
        if export.options.json { Terminal.printJSON(["requests": reports]) }
        if requests.isEmpty { Terminal.tell("no proven request is open") }
        if exit != .done { throw ExitCode(exit.rawValue) }
    }

    /// The open requests whose identity is proven; codes are mailed one by one, by people.
    private func due() throws -> [Request] {
        let open = try workplace.register.read { try $0.requests() }
            .filter { [.verified, .gathered, .sealed].contains($0.state) }
        return try open.map { ($0, try workplace.clock.deadlines(of: $0).strict) }
            .sorted { ($0.1, $0.0.id) < ($1.1, $1.0.id) }
            .map(\.0)
    }
}
