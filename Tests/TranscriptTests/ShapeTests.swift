import Foundation
import TestSupport
import Testing

/// Small systems in everyday shapes, from the request to the opened archive.
@Suite(.timeLimit(.minutes(10))) struct `Shapes that systems have` {
    @Test(arguments: ShapeCase.ofIdentifiers + ShapeCase.ofValues + ShapeCase.ofFiles + ShapeCase.ofNothing)
    func `the person gets what is theirs, exactly, and nothing else`(shape: ShapeCase) async throws {
        try await withTemporaryFolder { folder in
            let inzage = try company(shape, in: folder)
            try check(shape, inzage)
            let id = try inzage.openRequest(shape.person)
            // A system that cannot be searched keeps the person from being known, so no code is mailed either.
            let isUnreadable = shape.finding?.hasPrefix("error") == true
            if !isUnreadable { try inzage.proveIdentity(of: id) }
            let result = try inzage("export", id, "--json")
            try #require(result.status == shape.status, "\(result.output)\(result.errors)")
            if isUnreadable { return }
            let report = try JSONDecoder().decode(ShapeReport.self, from: Data(result.output.utf8))
            let lines = report.ledger.filter { shape.systems.contains($0.system) && $0.outcome != "records" }
            let others = Dictionary(lines.map { ("\($0.system)/\($0.collection)", $0.outcome) }) { one, _ in one }
            #expect(others == shape.outcomes)
            guard !shape.records.isEmpty else { return }
            try inzage.openArchive(inzage.archive(of: id), of: id, into: folder + "/opened")
            let found = try records(in: folder + "/opened", of: shape.systems)
            // A pseudonym is another in each archive.
            let readable = found.mapValues { $0.map { $0.replacing(/Persoon [0-9A-Z]{4,8}/, with: "PERSON") } }
            #expect(readable == shape.records)
            // The readers take seconds to begin; of the others, each form of a value comes up here.
            guard ShapeCase.ofValues.contains(where: { $0.testDescription == shape.testDescription }) else { return }
            let script = checkout + "/Tests/Oracle/package.py"
            let valid = try runTool(checkout + "/.venv/bin/python", [script, folder + "/opened"])
            #expect(valid.status == 0, "\(valid.output)\(valid.errors)")
        }
    }

    @Test func `a person whom nobody knows waits for the colleagues who look where no system reaches`() async throws {
        try await withTemporaryFolder { folder in
            try SampleShop.copy(to: folder + "/shop")
            for system in ["applications", "chat-logs", "orders"] {
                try FileManager.default.removeItem(atPath: "\(folder)/shop/exporters/\(system)")
            }
            let inzage = Command(controller: folder + "/shop")
            let id = try inzage.openRequest("nobody@example.org")
            try inzage.proveIdentity(of: id)
            let waiting = try inzage("export", id)
            #expect(waiting.status == 4 && waiting.output.contains("a colleague must look"), "\(waiting.output)")
            #expect(try inzage.mail("nothing-held", of: id) == nil)
        }
    }

    private func company(_ shape: ShapeCase, in folder: String) throws -> Command {
        try SampleShop.copy(to: folder + "/shop")
        try shape.add(to: folder + "/shop")
        return Command(controller: folder + "/shop")
    }

    private func check(_ shape: ShapeCase, _ inzage: Command) throws {
        let result = try inzage("check")
        #expect(result.status == (shape.finding?.hasPrefix("error") == true ? 3 : 0), "\(result.output)")
        guard let finding = shape.finding else { return }
        let (severity, sentence) = (finding.prefix { $0 != ":" }, finding.drop { $0 != ":" }.dropFirst(2))
        let isSaid = result.output.split(separator: "\n").contains { $0.hasPrefix(severity) && $0.contains(sentence) }
        #expect(isSaid, "\(result.output)")
    }

    private func records(in folder: String, of systems: Set<String>) throws -> [String: [String]] {
        let descriptor = try JSONDecoder().decode(
            ShapeDescriptor.self,
            from: Data(contentsOf: URL(fileURLWithPath: folder + "/datapackage.json"))
        )
        let tables = descriptor.resources.filter { $0.format == "json" && systems.contains($0.system ?? "") }
        let pairs = try tables.map { table in
            let text = try String(contentsOfFile: "\(folder)/\(table.path)", encoding: .utf8)
            let lines = text.split(separator: "\n").dropFirst().dropLast()
            return (
                "\(table.system ?? "")/\(table.collection ?? "")",
                lines.map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }
            )
        }
        return Dictionary(pairs) { one, _ in one }
    }
}
